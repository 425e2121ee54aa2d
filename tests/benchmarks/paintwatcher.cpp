// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/paintwatcher.h"

#include <QEvent>
#include <QTimer>
#include <QWidget>

#include <utility>

namespace convscope {

PaintWatcher::PaintWatcher(QWidget *widget, std::function<bool()> counts)
    : QObject(widget)
    , m_counts(std::move(counts))
{
    widget->installEventFilter(this);
}

bool PaintWatcher::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint && m_counts()) {
        watched->removeEventFilter(this);
        // The widget has not painted yet; the event loop turns again when the whole window has.
        QTimer::singleShot(0, this, &PaintWatcher::painted);
    }
    return false;
}

} // namespace convscope
