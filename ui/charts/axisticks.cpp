// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/axisticks.h"

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

// Multiples of a step are reached by rounding; this share of a step is what rounding may cost.
constexpr double kSlack = 1e-9;

std::vector<double> decadeTicks(const PlotRange &range, int stride)
{
    std::vector<double> ticks;
    const int first = int(std::floor(std::log10(range.min)));
    const int last = int(std::ceil(std::log10(range.max)));
    for (int exponent = first; exponent <= last; ++exponent) {
        const double tick = std::pow(10.0, exponent);
        if (exponent % stride == 0 && tick >= range.min * (1 - kSlack) && tick <= range.max * (1 + kSlack)) {
            ticks.push_back(tick);
        }
    }
    return ticks;
}

std::vector<double> oneTwoFiveTicks(const PlotRange &range)
{
    std::vector<double> ticks;
    const int first = int(std::floor(std::log10(range.min)));
    const int last = int(std::ceil(std::log10(range.max)));
    for (int exponent = first; exponent <= last; ++exponent) {
        for (const double digit : {1.0, 2.0, 5.0}) {
            // A quotient of integers is closer to 0.2 than a product with 0.1.
            const double power = std::pow(10.0, std::abs(exponent));
            const double tick = exponent < 0 ? digit / power : digit * power;
            if (tick >= range.min * (1 - kSlack) && tick <= range.max * (1 + kSlack)) {
                ticks.push_back(tick);
            }
        }
    }
    return ticks;
}

} // namespace

double niceStep(double span, int most, double least)
{
    if (!(span > 0.0) || !std::isfinite(span)) {
        return std::max(1.0, least);
    }
    const double rough = std::max(span / std::max(most, 1), least);
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double digit : {1.0, 2.0, 5.0, 10.0}) {
        if (digit * power >= rough * (1 - kSlack)) {
            return digit * power;
        }
    }
    return 10.0 * power;
}

std::vector<double> niceTicks(const PlotRange &range, int most, double least)
{
    std::vector<double> ticks;
    if (range.isEmpty() || !(range.span() > 0.0)) {
        return ticks;
    }
    const double step = niceStep(range.span(), most, least);
    const double first = std::ceil(range.min / step - kSlack);
    const double last = std::floor(range.max / step + kSlack);
    for (double i = first; i <= last; ++i) {
        // A quotient of integers is closer to 0.3 than a product with 0.1.
        ticks.push_back(step < 1.0 ? i / std::round(1.0 / step) : i * step);
    }
    return ticks;
}

std::vector<double> logTicks(const PlotRange &range, int most)
{
    if (range.isEmpty() || !(range.min > 0.0) || !(range.max > range.min)) {
        return {};
    }
    std::vector<double> ticks = oneTwoFiveTicks(range);
    if (ticks.size() < 3) {
        return niceTicks(range, most);
    }
    for (int stride = 1; int(ticks.size()) > most && stride <= 64; stride *= 2) {
        const std::vector<double> decades = decadeTicks(range, stride);
        if (decades.size() < 2) {
            break;
        }
        ticks = decades;
    }
    return ticks;
}

PlotRange niceRange(const PlotRange &range, int most)
{
    const double span = range.span() > 0.0 ? range.span() : std::max(std::abs(range.max), 1.0) * 0.1;
    const double step = niceStep(span, most);
    PlotRange nice{std::floor(range.min / step + kSlack) * step, std::ceil(range.max / step - kSlack) * step};
    if (!(nice.span() > 0.0)) {
        nice = {nice.min - step, nice.max + step};
    }
    return nice;
}

} // namespace convscope
