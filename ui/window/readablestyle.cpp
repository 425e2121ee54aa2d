// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/readablestyle.h"

#include "ui/theme.h"

#include <QPainter>
#include <QStyleOption>

namespace convscope {

void ReadableStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool isBox = element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck;
    if ((isBox || element == PE_IndicatorRadioButton) && theme::isDark(option->palette)) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(theme::mutedText(option->palette));
        painter->setBrush(Qt::NoBrush);
        const QRectF frame = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
        isBox ? painter->drawRoundedRect(frame, 2.0, 2.0) : painter->drawEllipse(frame);
        painter->restore();
    }
}

int ReadableStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    return hint == SH_DialogButtonBox_ButtonsHaveIcons ? 0 : QProxyStyle::styleHint(hint, option, widget, data);
}

} // namespace convscope
