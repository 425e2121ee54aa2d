// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace convscope::theme {

namespace {

QColor mixed(const QColor &a, const QColor &b, double shareOfB)
{
    const auto mix = [shareOfB](int x, int y) { return int(x + (y - x) * shareOfB + 0.5); };
    return QColor(mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue()));
}

/// Equally spaced colours from 0 to 1.
template<std::size_t count>
QColor between(const std::array<QColor, count> &colors, double value)
{
    const double position = std::clamp(value, 0.0, 1.0) * double(count - 1);
    const auto index = std::min(std::size_t(position), count - 2);
    return mixed(colors[index], colors[index + 1], position - double(index));
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
    if (std::isnan(value)) {
        return attention();
    }
    const QColor neutral = plotBackground(palette);
    const bool dark = isDark(palette);
    if (value < 0.0) {
        return between(std::array{neutral, QColor(0x43, 0x93, 0xC3), dark ? QColor(0xB5, 0xDA, 0xF0) : QColor(0x05, 0x30, 0x61)}, -value);
    }
    return between(std::array{neutral, QColor(0xD6, 0x60, 0x4D), dark ? QColor(0xFB, 0xC4, 0xAB) : QColor(0x67, 0x00, 0x1F)}, value);
}

QColor sequential(double value)
{
    static const std::array colors{QColor(0x00, 0x20, 0x4D), QColor(0x00, 0x30, 0x6F), QColor(0x2A, 0x40, 0x6C), QColor(0x48, 0x52, 0x6B),
                                   QColor(0x5E, 0x62, 0x6E), QColor(0x72, 0x73, 0x74), QColor(0x87, 0x84, 0x79), QColor(0x9E, 0x96, 0x77),
                                   QColor(0xB6, 0xA9, 0x71), QColor(0xD0, 0xBE, 0x67), QColor(0xEA, 0xD3, 0x57), QColor(0xFF, 0xEA, 0x46)};
    return std::isnan(value) ? attention() : between(colors, value);
}

} // namespace convscope::theme
