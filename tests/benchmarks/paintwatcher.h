// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

class QWidget;

namespace convscope {

/// Tells once when a widget has been painted and its picture handed to the screen. GUI thread.
class PaintWatcher : public QObject
{
    Q_OBJECT

public:
    /// Paints for which `counts` says false are passed over.
    PaintWatcher(QWidget *widget, std::function<bool()> counts);

Q_SIGNALS:
    void painted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    std::function<bool()> m_counts;
};

} // namespace convscope
