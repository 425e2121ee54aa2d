// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace convscope {

/// A closed interval of finite numbers; empty while max < min.
struct PlotRange
{
    double min = 0.0;
    double max = -1.0;

    bool isEmpty() const { return max < min; }
    double span() const { return max - min; }
    bool contains(double value) const { return value >= min && value <= max; }
    /// Grows to hold a value; values that are not finite are passed over.
    void include(double value);
    void include(const PlotRange &other);

    bool operator==(const PlotRange &) const = default;
};

/// How far an axis reaches when `reached` of `total` is there: `start`, doubled until it holds `reached`, never beyond
/// `total` (0 = not known). So an axis jumps a few times in a run instead of creeping at every point.
double horizon(double reached, double total, double start);

/// The range of the values without outliers: what lies further than `fence` times the distance between the 5 % and the
/// 95 % quantile outside of these is left out, so that one spike doesn't flatten everything. Fewer than eight values
/// are all kept. Values that are not finite are passed over.
PlotRange robustRange(std::vector<double> values, double fence);

} // namespace convscope
