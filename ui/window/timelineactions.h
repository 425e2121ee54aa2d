// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QMenu;

namespace convscope {

/// What moves the time line, for its buttons and the menu bar, with keys that hold everywhere in the window.
class TimelineActions : public QObject
{
    Q_OBJECT

public:
    explicit TimelineActions(QWidget *parent);

    /// For the menu bar; lives as long as the parent.
    QMenu *menu() const { return m_menu; }
    void setEnabled(bool canGo, bool isLive, bool isPlaying);
    void retranslate();
    void updateIcons();

    QAction *const toStart;
    QAction *const epochBack;
    QAction *const batchBack;
    QAction *const play;
    QAction *const batchForward;
    QAction *const epochForward;
    QAction *const toLive;
    QAction *const faster;
    QAction *const slower;

private:
    QAction *create(const char *objectName, int keys);
    void retranslatePlay();

    QMenu *m_menu;
    bool m_isPlaying = false;
};

} // namespace convscope
