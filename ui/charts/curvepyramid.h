// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <limits>
#include <vector>

namespace convscope {

/// Lowest and highest finite value of a stretch of samples, and whether it holds one that is not finite.
struct SampleExtent
{
    float min = std::numeric_limits<float>::infinity();
    float max = -std::numeric_limits<float>::infinity();
    bool gap = false;

    bool isEmpty() const { return max < min; }
    void include(float value);
    void include(const SampleExtent &other);
};

/// Evenly spaced samples (one per batch) with the extents of every 4, 16, 64, … of them, kept up to date as samples are
/// appended: the extent of any stretch of a million samples is found in a few dozen look-ups, so a chart of them
/// repaints at once.
class CurvePyramid
{
public:
    CurvePyramid();

    void append(float value);
    void clear();
    std::size_t size() const { return m_values.size(); }
    float at(std::size_t index) const { return m_values[index]; }
    /// The extent of the samples [from, to); `to` beyond the end is cut.
    SampleExtent extent(std::size_t from, std::size_t to) const;

private:
    static constexpr int s_levels = 12;
    std::vector<float> m_values;
    std::vector<std::vector<SampleExtent>> m_levels;
};

} // namespace convscope
