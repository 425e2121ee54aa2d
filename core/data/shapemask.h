// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace convscope {

/// Which pixels belong to the thing in a picture. [height, width], 1 = thing.
struct ShapeMask
{
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> inside;

    ShapeMask(int w, int h)
        : width(w)
        , height(h)
        , inside(std::size_t(w) * std::size_t(h), 0)
    {
    }

    std::uint8_t &at(int x, int y) { return inside[std::size_t(y) * std::size_t(width) + std::size_t(x)]; }
    std::uint8_t at(int x, int y) const { return inside[std::size_t(y) * std::size_t(width) + std::size_t(x)]; }
    int count() const;
};

/// Drops connected pieces (of 8 neighbours) that have less than that share of the largest one's pixels.
ShapeMask withoutSpecks(const ShapeMask &mask, double share);

/// Everything that a line encloses, the line included. Gaps in the line up to twice `gap` pixels count as closed.
ShapeMask enclosed(const ShapeMask &mask, int gap);

} // namespace convscope
