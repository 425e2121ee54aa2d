// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRect>

#include <vector>

namespace convscope {

/// Numbers in the place of pixels: [height, width] float32, row-major; 0 = black, 1 = white where it is a picture.
struct GreyMap
{
    int width = 0;
    int height = 0;
    std::vector<float> values;

    GreyMap() = default;
    GreyMap(int w, int h, float value = 0.0f)
        : width(w)
        , height(h)
        , values(std::size_t(w) * std::size_t(h), value)
    {
    }

    float &at(int x, int y) { return values[std::size_t(y) * std::size_t(width) + std::size_t(x)]; }
    float at(int x, int y) const { return values[std::size_t(y) * std::size_t(width) + std::size_t(x)]; }
};

/// Values outside [0, 1] are cut off. Format_Grayscale8.
QImage imageOf(const GreyMap &map);
GreyMap cropped(const GreyMap &map, const QRect &rect);
/// Each new pixel is the mean of what it covers (where it gets smaller), else bilinear. Whole factors down are exact means.
GreyMap resampled(const GreyMap &map, int width, int height);
/// Around every value above the threshold; empty where there is none.
QRect boundsAbove(const GreyMap &map, float threshold);

} // namespace convscope
