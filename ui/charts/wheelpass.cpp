// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/wheelpass.h"

#include <QWheelEvent>
#include <QWidget>

namespace convscope {

WheelPass::WheelPass(QWidget *chart)
    : QObject(chart)
{
    chart->installEventFilter(this);
}

bool WheelPass::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Wheel && !static_cast<QWheelEvent *>(event)->modifiers().testFlag(Qt::ControlModifier)) {
        event->ignore(); // and on to what is around
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace convscope
