// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/greymap.h"

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

/// The share that each old pixel has in a new one, along one axis.
struct Share
{
    int index;
    float weight;
};

std::vector<Share> meanShares(int position, int from, int to)
{
    const double scale = double(from) / to;
    const double begin = position * scale;
    const double end = begin + scale;
    std::vector<Share> shares;
    for (int i = int(begin); i < from && i < end; ++i) {
        const double covered = std::min(end, i + 1.0) - std::max(begin, double(i));
        if (covered > 1e-9) {
            shares.push_back({i, float(covered / scale)});
        }
    }
    return shares;
}

std::vector<Share> linearShares(int position, int from, int to)
{
    const double centre = std::clamp((position + 0.5) * from / to - 0.5, 0.0, from - 1.0);
    const int first = std::min(int(centre), std::max(0, from - 2));
    const auto second = float(centre - first);
    return {{first, 1.0f - second}, {std::min(first + 1, from - 1), second}};
}

std::vector<Share> sharesOf(int position, int from, int to)
{
    return to <= from ? meanShares(position, from, to) : linearShares(position, from, to);
}

GreyMap resampledAcross(const GreyMap &map, int width)
{
    GreyMap result(width, map.height);
    for (int x = 0; x < width; ++x) {
        const std::vector<Share> shares = sharesOf(x, map.width, width);
        for (int y = 0; y < map.height; ++y) {
            float sum = 0.0f;
            for (const Share &share : shares) {
                sum += share.weight * map.at(share.index, y);
            }
            result.at(x, y) = sum;
        }
    }
    return result;
}

GreyMap resampledDown(const GreyMap &map, int height)
{
    GreyMap result(map.width, height);
    for (int y = 0; y < height; ++y) {
        for (const Share &share : sharesOf(y, map.height, height)) {
            for (int x = 0; x < map.width; ++x) {
                result.at(x, y) += share.weight * map.at(x, share.index);
            }
        }
    }
    return result;
}

} // namespace

QImage imageOf(const GreyMap &map)
{
    QImage image(map.width, map.height, QImage::Format_Grayscale8);
    for (int y = 0; y < map.height; ++y) {
        uchar *line = image.scanLine(y);
        for (int x = 0; x < map.width; ++x) {
            line[x] = uchar(std::clamp(map.at(x, y), 0.0f, 1.0f) * 255.0f + 0.5f); // lround() is a call for each pixel
        }
    }
    return image;
}

GreyMap cropped(const GreyMap &map, const QRect &rect)
{
    GreyMap result(rect.width(), rect.height());
    for (int y = 0; y < rect.height(); ++y) {
        for (int x = 0; x < rect.width(); ++x) {
            result.at(x, y) = map.at(rect.left() + x, rect.top() + y);
        }
    }
    return result;
}

GreyMap resampled(const GreyMap &map, int width, int height)
{
    return resampledDown(resampledAcross(map, width), height);
}

QRect boundsAbove(const GreyMap &map, float threshold)
{
    int left = map.width, top = map.height, right = -1, bottom = -1;
    for (int y = 0; y < map.height; ++y) {
        for (int x = 0; x < map.width; ++x) {
            if (map.at(x, y) > threshold) {
                left = std::min(left, x);
                right = std::max(right, x);
                top = std::min(top, y);
                bottom = std::max(bottom, y);
            }
        }
    }
    return right < 0 ? QRect() : QRect(QPoint(left, top), QPoint(right, bottom));
}

} // namespace convscope
