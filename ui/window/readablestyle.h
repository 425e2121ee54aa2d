// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace convscope {

/// The machine's own style, but for what can't be seen on dark colours: the frames of check boxes and radio buttons, which Fusion draws
/// darker than the window, and the black signs on the buttons of dialogs.
class ReadableStyle : public QProxyStyle
{
    Q_OBJECT

public:
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const override;
};

} // namespace convscope
