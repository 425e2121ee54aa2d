// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/mapimage.h"

#include <algorithm>
#include <cmath>

namespace convscope {

double largestOf(const std::vector<float> &values)
{
    double largest = 0.0;
    for (const float value : values) {
        largest = std::max(largest, std::abs(double(value)));
    }
    return largest;
}

QImage mapImage(const std::vector<float> &values, int side, const std::function<QColor(double)> &color)
{
    if (values.size() != std::size_t(side) * std::size_t(side)) {
        return {};
    }
    const double largest = largestOf(values);
    QImage image(side, side, QImage::Format_RGB32);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const double value = double(values[std::size_t(y) * std::size_t(side) + std::size_t(x)]);
            image.setPixelColor(x, y, color(largest > 0.0 ? value / largest : 0.0));
        }
    }
    return image;
}

} // namespace convscope
