// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

class QMimeData;
class QWidget;

namespace convscope {

/// Lets files with runs (.convscope) be dropped anywhere on a window.
class RunDrop : public QObject
{
    Q_OBJECT

public:
    explicit RunDrop(QWidget *window);

    static QStringList runFilesIn(const QMimeData &data);

Q_SIGNALS:
    void dropped(const QStringList &files);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace convscope
