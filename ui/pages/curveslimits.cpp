// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/curveslimits.h"

#include "ui/charts/axisticks.h"

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

// The first horizon, in batches.
constexpr double kFirstHorizon = 50.0;
// A batch is an outlier sooner than an epoch, which is a mean over many.
constexpr double kLossFence = 4.0;
// Accuracy starts at a guess and spends its time near its end; the start is the outlier there.
constexpr double kAccuracyFence = 1.5;
constexpr double kEpochFence = 10.0;
constexpr std::size_t kSampleSize = 4096;
// Parts of a y axis that a range is rounded to.
constexpr int kSteps = 5;

double reachOf(const CurvesData &data)
{
    const double epochs = data.epochs().empty() ? 0.0 : double(data.epochs().back().report.steps);
    return std::max(double(data.batchCount()), epochs);
}

std::vector<double> batchSample(const CurvePyramid &curve)
{
    std::vector<double> sample;
    const std::size_t stride = std::max<std::size_t>(1, curve.size() / kSampleSize);
    for (std::size_t i = 0; i < curve.size(); i += stride) {
        sample.push_back(double(curve.at(i)));
    }
    return sample;
}

std::vector<double> epochValues(const CurvesData &data, Quantity quantity, const CurvesOptions &options)
{
    std::vector<double> values;
    for (const EpochRow &row : data.epochs()) {
        if (options.showTrain) {
            values.push_back(trainValue(row.report, quantity));
        }
        if (options.showTest) {
            values.push_back(testValue(row.report, quantity));
        }
    }
    return values;
}

/// The robust range of values as they are, or of their logarithms.
PlotRange robust(std::vector<double> values, double fence, bool log)
{
    if (!log) {
        return robustRange(std::move(values), fence);
    }
    for (double &value : values) {
        value = value > 0.0 ? std::log10(value) : std::nan("");
    }
    const PlotRange range = robustRange(std::move(values), fence);
    return range.isEmpty() ? range : PlotRange{std::pow(10.0, range.min), std::pow(10.0, range.max)};
}

PlotRange lossHome(const PlotRange &data, bool log)
{
    if (log) {
        // A tenth of a power of ten around.
        return {std::pow(10.0, std::floor(std::log10(data.min) * 10.0 - 0.5) / 10.0),
                std::pow(10.0, std::ceil(std::log10(data.max) * 10.0 + 0.5) / 10.0)};
    }
    const bool fromZero = data.min < 0.5 * data.max;
    return niceRange({fromZero ? 0.0 : data.min, data.max}, kSteps);
}

PlotRange accuracyHome(const PlotRange &data)
{
    const PlotRange nice = niceRange(data, kSteps);
    // A little room above 100 %, so that points there are whole.
    return {std::max(0.0, nice.min), nice.max >= 1.0 ? 1.0 + 0.02 * (1.0 - nice.min) : nice.max};
}

PlotRange fullRange(const CurvesData &run, const CurvesData &ghost, Quantity quantity, const CurvesOptions &options)
{
    PlotRange full;
    const SampleExtent extent = run.batches(quantity)->extent(0, run.batchCount());
    if (!extent.isEmpty()) {
        full.include(double(extent.min));
        full.include(double(extent.max));
    }
    for (const CurvesData *data : {&run, &ghost}) {
        for (const double value : epochValues(*data, quantity, options)) {
            full.include(value);
        }
    }
    return full;
}

} // namespace

AxisLimits xLimits(const CurvesData &run, const CurvesData &ghost, const CurvesOptions &options)
{
    const bool ghostAlone = !run.history() && ghost.history();
    const CurvesData &shown = ghostAlone ? ghost : run;
    const double reach = reachOf(shown);
    const double planned = shown.plannedSteps();
    // A run that has ended won't need the rest of its plan.
    const double steps = shown.end() && reach > 0.0 ? reach : horizon(reach, planned, kFirstHorizon);
    const double first = options.logX ? 1.0 : 0.0;
    const double last = std::max(shown.xOf(std::max(steps, first + 1.0), options.x), 1e-9);
    AxisLimits limits;
    limits.home = {shown.xOf(first, options.x), last};
    limits.full = limits.home;
    limits.full.include(shown.xOf(std::max(planned, steps), options.x));
    if (ghost.history()) {
        const double ghostEnd = ghost.xOf(std::max(reachOf(ghost), 1.0), options.x);
        limits.full.include(ghostEnd);
        // The new run grows beside the whole run before, as far as it will get there.
        limits.home.include(planned > 0.0 ? std::min(ghostEnd, shown.xOf(planned, options.x)) : ghostEnd);
    }
    return limits;
}

AxisLimits yLimits(const CurvesData &run, const CurvesData &ghost, Quantity quantity, const CurvesOptions &options)
{
    const bool log = quantity == Quantity::Loss && options.logLoss;
    const double fence = quantity == Quantity::Loss ? kLossFence : kAccuracyFence;
    PlotRange data = robust(epochValues(run, quantity, options), kEpochFence, log);
    data.include(robust(epochValues(ghost, quantity, options), kEpochFence, log));
    if (options.showBatches || data.isEmpty()) {
        data.include(robust(batchSample(*run.batches(quantity)), fence, log));
    }
    AxisLimits limits;
    if (data.isEmpty()) {
        limits.home = quantity == Quantity::Accuracy ? PlotRange{0.0, 1.02}
            : log                                    ? PlotRange{0.01, 10.0}
                                                     : PlotRange{0.0, 2.5};
    } else {
        limits.home = quantity == Quantity::Accuracy ? accuracyHome(data) : lossHome(data, log);
    }
    limits.full = limits.home;
    const PlotRange all = fullRange(run, ghost, quantity, options);
    if (!all.isEmpty()) {
        const double margin = 0.02 * all.span();
        limits.full.include(log ? all.max * 1.2 : all.max + margin);
        // A loss of exactly 0 has no place on a logarithmic axis.
        limits.full.include(!log                ? std::max(0.0, all.min - margin)
                                : all.min > 0.0 ? all.min / 1.2
                                                : limits.home.min * 1e-3);
    }
    if (quantity == Quantity::Accuracy) {
        limits.full.include(PlotRange{0.0, 1.02});
    }
    return limits;
}

PlotRange steadyRange(const PlotRange &before, const PlotRange &next)
{
    const bool holds = !before.isEmpty() && before.min <= next.min && before.max >= next.max;
    return holds && next.span() > 0.6 * before.span() ? before : next;
}

} // namespace convscope
