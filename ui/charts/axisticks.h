// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/axisrange.h"

#include <vector>

namespace convscope {

/// The smallest of 1, 2, 5 times a power of ten that cuts a span into at most `most` parts, and is not below `least`.
double niceStep(double span, int most, double least = 0.0);

/// Multiples of a nice step inside the range.
std::vector<double> niceTicks(const PlotRange &range, int most, double least = 0.0);

/// Ticks for a logarithmic axis over a range of positive values: powers of ten; with 2 and 5 between where there is
/// room; as on a linear axis where the range is within few powers of ten. At least two in any range.
std::vector<double> logTicks(const PlotRange &range, int most);

/// The range grown to multiples of the nice step, so that it moves in steps and not at every new value.
PlotRange niceRange(const PlotRange &range, int most);

} // namespace convscope
