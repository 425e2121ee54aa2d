// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspection/picture.h"

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

Picture pictureFrom(const std::uint8_t *pixels, int side)
{
    Picture picture{side, std::vector<float>(std::size_t(side) * std::size_t(side))};
    std::transform(pixels, pixels + picture.values.size(), picture.values.begin(), [](std::uint8_t pixel) { return float(pixel) / 255.0f; });
    return picture;
}

} // namespace

Picture testPicture(const Dataset &data, int index)
{
    return pictureFrom(data.testPicture(index), data.side);
}

Picture trainPicture(const Dataset &data, int index)
{
    return pictureFrom(data.trainPicture(index), data.side);
}

Picture mirrored(const Picture &picture)
{
    Picture result = picture;
    for (int y = 0; y < picture.side; ++y) {
        const auto row = result.values.begin() + qsizetype(y) * picture.side;
        std::reverse(row, row + picture.side);
    }
    return result;
}

QImage imageOf(const Picture &picture)
{
    QImage image(picture.side, picture.side, QImage::Format_Grayscale8);
    for (int y = 0; y < picture.side; ++y) {
        uchar *line = image.scanLine(y);
        for (int x = 0; x < picture.side; ++x) {
            line[x] = uchar(std::lround(std::clamp(picture.values[std::size_t(y) * std::size_t(picture.side) + std::size_t(x)], 0.0f, 1.0f) * 255.0f));
        }
    }
    return image;
}

} // namespace convscope
