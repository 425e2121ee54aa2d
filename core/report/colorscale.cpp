// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/colorscale.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace convscope {

namespace {

constexpr QRgb notANumber = 0xFFE69F00;

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

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

} // namespace

QColor divergingColor(double value, const QColor &neutral, bool onDark)
{
    if (std::isnan(value)) {
        return QColor::fromRgb(notANumber);
    }
    if (value < 0.0) {
        return between(std::array{neutral, QColor(0x43, 0x93, 0xC3), onDark ? QColor(0xB5, 0xDA, 0xF0) : QColor(0x05, 0x30, 0x61)}, -value);
    }
    return between(std::array{neutral, QColor(0xD6, 0x60, 0x4D), onDark ? QColor(0xFB, 0xC4, 0xAB) : QColor(0x67, 0x00, 0x1F)}, value);
}

QColor cividis(double value)
{
    static const std::array colors{QColor(0x00, 0x20, 0x4D), QColor(0x00, 0x30, 0x6F), QColor(0x2A, 0x40, 0x6C), QColor(0x48, 0x52, 0x6B),
                                   QColor(0x5E, 0x62, 0x6E), QColor(0x72, 0x73, 0x74), QColor(0x87, 0x84, 0x79), QColor(0x9E, 0x96, 0x77),
                                   QColor(0xB6, 0xA9, 0x71), QColor(0xD0, 0xBE, 0x67), QColor(0xEA, 0xD3, 0x57), QColor(0xFF, 0xEA, 0x46)};
    return std::isnan(value) ? QColor::fromRgb(notANumber) : between(colors, value);
}

QColor readableOn(const QColor &ground)
{
    const double luminance = 0.2126 * linear(ground.redF()) + 0.7152 * linear(ground.greenF()) + 0.0722 * linear(ground.blueF());
    return (luminance + 0.05) / 0.05 > 1.05 / (luminance + 0.05) ? QColor(Qt::black) : QColor(Qt::white);
}

} // namespace convscope
