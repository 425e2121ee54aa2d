// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/axisrange.h"
#include "ui/pages/curvesdata.h"

namespace convscope {

/// What an axis shows at home, and what zooming out reaches.
struct AxisLimits
{
    PlotRange home;
    PlotRange full;
};

/// From 0 (on a logarithmic axis: from the first batch) to the horizon of the run, or to the ghost's end where the run
/// will get that far; the full range holds both.
AxisLimits xLimits(const CurvesData &run, const CurvesData &ghost, const CurvesOptions &options);

/// Home leaves out single spikes and moves in steps; full holds every number that the scale can show.
AxisLimits yLimits(const CurvesData &run, const CurvesData &ghost, Quantity quantity, const CurvesOptions &options);

/// The range before where it still fits the next one well, else the next: axes don't tremble.
PlotRange steadyRange(const PlotRange &before, const PlotRange &next);

} // namespace convscope
