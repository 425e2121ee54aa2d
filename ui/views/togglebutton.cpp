// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/togglebutton.h"

#include <QPainter>

namespace convscope {

ToggleButton::ToggleButton(QWidget *parent)
    : QToolButton(parent)
{
}

void ToggleButton::paintEvent(QPaintEvent *event)
{
    QToolButton::paintEvent(event);
    if (!isChecked()) {
        return;
    }
    QColor color = palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::Highlight);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.5));
    color.setAlpha(48);
    painter.setBrush(color);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1.0, 1.0, -1.0, -1.0), 3.0, 3.0);
}

} // namespace convscope
