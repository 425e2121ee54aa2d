// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/shapemask.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace convscope {

namespace {

struct Place
{
    int x;
    int y;
};

/// Calls visit for every pixel that can be reached from `start` over neighbours (of eight) with the same value; marks them as seen.
template<typename Visit>
void flood(const ShapeMask &mask, Place start, ShapeMask &seen, Visit visit)
{
    static constexpr std::array<Place, 8> steps{{{1, 0}, {-1, 0}, {0, 1}, {0, -1}, {1, 1}, {1, -1}, {-1, 1}, {-1, -1}}};
    const std::uint8_t value = mask.at(start.x, start.y);
    std::vector<Place> open{start};
    seen.at(start.x, start.y) = 1;
    while (!open.empty()) {
        const Place place = open.back();
        open.pop_back();
        visit(place);
        for (std::size_t i = 0; i < steps.size(); ++i) {
            const int x = place.x + steps[i].x;
            const int y = place.y + steps[i].y;
            if (x >= 0 && y >= 0 && x < mask.width && y < mask.height && !seen.at(x, y) && mask.at(x, y) == value) {
                seen.at(x, y) = 1;
                open.push_back({x, y});
            }
        }
    }
}

/// A row or column in which everything within `radius` of a pixel of that value takes it, too.
void growLine(const std::uint8_t *from, std::uint8_t *to, int count, int step, int radius, std::uint8_t value)
{
    int last = -radius - 1; // the nearest such pixel so far
    int next = 0; // the first one not yet behind
    for (int i = 0; i < count; ++i) {
        next = std::max(next, i);
        while (next < count && next <= i + radius && from[next * step] != value) {
            ++next;
        }
        if (from[i * step] == value) {
            last = i;
        }
        const bool isNear = i - last <= radius || (next < count && next <= i + radius);
        to[i * step] = isNear ? value : from[i * step];
    }
}

/// Every pixel with a neighbour of that value within `radius`, in a square.
ShapeMask grown(const ShapeMask &mask, int radius, std::uint8_t value)
{
    ShapeMask across = mask;
    for (int y = 0; y < mask.height; ++y) {
        const std::size_t row = std::size_t(y) * std::size_t(mask.width);
        growLine(mask.inside.data() + row, across.inside.data() + row, mask.width, 1, radius, value);
    }
    ShapeMask result = across;
    for (int x = 0; x < mask.width; ++x) {
        growLine(across.inside.data() + x, result.inside.data() + x, mask.height, mask.width, radius, value);
    }
    return result;
}

/// A free margin, so that what lies outside is connected even where the thing touches the edge.
ShapeMask withMargin(const ShapeMask &mask, int margin)
{
    ShapeMask result(mask.width + 2 * margin, mask.height + 2 * margin);
    for (int y = 0; y < mask.height; ++y) {
        for (int x = 0; x < mask.width; ++x) {
            result.at(x + margin, y + margin) = mask.at(x, y);
        }
    }
    return result;
}

/// What can be reached from the corner over free pixels, in a mask with a free margin. Every stroke on the pad asks this.
ShapeMask reachedFromOutside(const ShapeMask &mask)
{
    ShapeMask outside(mask.width, mask.height);
    const int size = mask.width * mask.height;
    std::vector<int> open{0};
    open.reserve(std::size_t(size));
    outside.inside[0] = 1;
    while (!open.empty()) {
        const int place = open.back();
        open.pop_back();
        const int x = place % mask.width;
        const std::array<bool, 4> isThere{x > 0, x < mask.width - 1, place >= mask.width, place < size - mask.width};
        const std::array<int, 4> steps{-1, 1, -mask.width, mask.width};
        for (std::size_t i = 0; i < steps.size(); ++i) {
            const auto next = std::size_t(place + steps[i]);
            if (isThere[i] && !outside.inside[next] && !mask.inside[next]) {
                outside.inside[next] = 1;
                open.push_back(int(next));
            }
        }
    }
    return outside;
}

} // namespace

int ShapeMask::count() const
{
    return std::accumulate(inside.begin(), inside.end(), 0);
}

ShapeMask withoutSpecks(const ShapeMask &mask, double share)
{
    ShapeMask seen(mask.width, mask.height);
    std::vector<std::vector<Place>> pieces;
    std::size_t largest = 0;
    for (int y = 0; y < mask.height; ++y) {
        for (int x = 0; x < mask.width; ++x) {
            if (mask.at(x, y) && !seen.at(x, y)) {
                pieces.emplace_back();
                flood(mask, {x, y}, seen, [&pieces](Place place) { pieces.back().push_back(place); });
                largest = std::max(largest, pieces.back().size());
            }
        }
    }
    ShapeMask result(mask.width, mask.height);
    for (const std::vector<Place> &piece : pieces) {
        if (double(piece.size()) >= share * double(largest)) {
            for (const Place &place : piece) {
                result.at(place.x, place.y) = 1;
            }
        }
    }
    return result;
}

ShapeMask enclosed(const ShapeMask &mask, int gap)
{
    const int margin = gap + 1;
    const ShapeMask closed = gap > 0 ? grown(withMargin(mask, margin), gap, 1) : withMargin(mask, margin);
    const ShapeMask outside = reachedFromOutside(closed);
    ShapeMask filled(closed.width, closed.height);
    std::transform(outside.inside.begin(), outside.inside.end(), filled.inside.begin(), [](std::uint8_t out) { return std::uint8_t(!out); });
    const ShapeMask shrunk = gap > 0 ? grown(filled, gap, 0) : filled;
    ShapeMask result = mask;
    for (int y = 0; y < mask.height; ++y) {
        for (int x = 0; x < mask.width; ++x) {
            result.at(x, y) = std::uint8_t(mask.at(x, y) || shrunk.at(x + margin, y + margin));
        }
    }
    return result;
}

} // namespace convscope
