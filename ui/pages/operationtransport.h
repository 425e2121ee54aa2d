// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QSlider;
class QToolButton;

namespace convscope {

/// Play, pause and speed of a window that slides.
class OperationTransport : public QWidget
{
    Q_OBJECT

public:
    explicit OperationTransport(QWidget *parent = nullptr);

    void setPlaying(bool playing);
    /// What the button says and does, and what hand and keyboard can do; else it is about a window that slides.
    void setTexts(const QString &play, const QString &toolTip, const QString &hint);
    /// From one place to the next.
    int milliseconds() const;
    /// Keeps the speed from one start to the next. Once it is connected.
    void rememberSpeed(const QString &key);
    QToolButton *playButton() const { return m_play; }

Q_SIGNALS:
    void playRequested(bool play);
    void speedChanged(int milliseconds);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslateUi();

    bool m_isPlaying = false;
    QString m_playText, m_toolTip, m_hintText;
    QToolButton *m_play;
    QLabel *m_slow;
    QSlider *m_speed;
    QLabel *m_hint;
};

} // namespace convscope
