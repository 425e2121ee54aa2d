// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/axisrange.h"

#include <algorithm>
#include <cmath>

namespace convscope {

void PlotRange::include(double value)
{
    if (!std::isfinite(value)) {
        return;
    }
    if (isEmpty()) {
        *this = {value, value};
        return;
    }
    min = std::min(min, value);
    max = std::max(max, value);
}

void PlotRange::include(const PlotRange &other)
{
    if (!other.isEmpty()) {
        include(other.min);
        include(other.max);
    }
}

double horizon(double reached, double total, double start)
{
    double end = start;
    while (end < reached) {
        end *= 2.0;
    }
    return total > 0.0 ? std::max(std::min(end, total), reached) : end;
}

namespace {

double quantile(std::vector<double> &values, double share)
{
    const auto place = values.begin() + std::ptrdiff_t(share * double(values.size() - 1) + 0.5);
    std::nth_element(values.begin(), place, values.end());
    return *place;
}

} // namespace

PlotRange robustRange(std::vector<double> values, double fence)
{
    std::erase_if(values, [](double value) { return !std::isfinite(value); });
    PlotRange range;
    if (values.size() < 8) {
        for (const double value : values) {
            range.include(value);
        }
        return range;
    }
    const double low = quantile(values, 0.05);
    const double high = quantile(values, 0.95);
    const double reach = fence * (high - low);
    for (const double value : values) {
        if (value >= low - reach && value <= high + reach) {
            range.include(value);
        }
    }
    return range;
}

} // namespace convscope
