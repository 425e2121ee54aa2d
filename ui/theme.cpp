// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme.h"

#include "core/report/colorscale.h"

namespace convscope::theme {

namespace {

QColor mixed(const QColor &a, const QColor &b, double shareOfB)
{
    const auto mix = [shareOfB](int x, int y) { return int(x + (y - x) * shareOfB + 0.5); };
    return QColor(mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue()));
}

} // namespace

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::WindowText).lightness() > palette.color(QPalette::Window).lightness();
}

QColor train(const QPalette &palette)
{
    // #0072B2 has too little contrast on a dark ground; its lighter relative of the same hue stands in.
    return isDark(palette) ? QColor(0x56, 0xB4, 0xE9) : QColor(0x00, 0x72, 0xB2);
}

QColor test(const QPalette &palette)
{
    return isDark(palette) ? QColor(0xF0, 0x7F, 0x2B) : QColor(0xD5, 0x5E, 0x00);
}

QColor right()
{
    return QColor(0x00, 0x9E, 0x73);
}

QColor wrong()
{
    return QColor(0xCC, 0x79, 0xA7);
}

QColor attention()
{
    return QColor(0xE6, 0x9F, 0x00);
}

QColor plotBackground(const QPalette &palette)
{
    return palette.color(QPalette::Base);
}

QColor gridLine(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Base), palette.color(QPalette::Text), isDark(palette) ? 0.18 : 0.12);
}

QColor mutedText(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.35);
}

QColor overfittingShade(const QPalette &palette)
{
    QColor shade = attention();
    shade.setAlpha(isDark(palette) ? 60 : 45);
    return shade;
}

QColor diverging(double value, const QPalette &palette)
{
    return divergingColor(value, plotBackground(palette), isDark(palette));
}

QColor sequential(double value)
{
    return cividis(value);
}

} // namespace convscope::theme
