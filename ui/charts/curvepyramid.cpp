// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/curvepyramid.h"

#include <algorithm>
#include <cmath>

namespace convscope {

void SampleExtent::include(float value)
{
    if (!std::isfinite(value)) {
        gap = true;
        return;
    }
    min = std::min(min, value);
    max = std::max(max, value);
}

void SampleExtent::include(const SampleExtent &other)
{
    min = std::min(min, other.min);
    max = std::max(max, other.max);
    gap = gap || other.gap;
}

CurvePyramid::CurvePyramid()
    : m_levels(s_levels)
{
}

void CurvePyramid::append(float value)
{
    std::size_t index = m_values.size();
    m_values.push_back(value);
    for (auto &level : m_levels) {
        index /= 4;
        if (index == level.size()) {
            level.emplace_back();
        }
        level.back().include(value);
    }
}

void CurvePyramid::clear()
{
    m_values.clear();
    for (auto &level : m_levels) {
        level.clear();
    }
}

SampleExtent CurvePyramid::extent(std::size_t from, std::size_t to) const
{
    SampleExtent extent;
    to = std::min(to, m_values.size());
    while (from < to) {
        // The largest block that starts here and ends inside.
        std::size_t length = 1;
        int level = 0;
        while (level < s_levels && from % (length * 4) == 0 && from + length * 4 <= to) {
            length *= 4;
            ++level;
        }
        if (level == 0) {
            extent.include(m_values[from]);
        } else {
            extent.include(m_levels[std::size_t(level - 1)][from / length]);
        }
        from += length;
    }
    return extent;
}

} // namespace convscope
