// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspection/explanation.h"

#include "core/common/randomstream.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace convscope {

namespace {

std::vector<double> ranksOf(const std::vector<float> &values)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::sort(order.begin(), order.end(), [&values](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    std::vector<double> ranks(values.size());
    for (std::size_t first = 0; first < order.size();) {
        std::size_t last = first;
        while (last + 1 < order.size() && values[order[last + 1]] == values[order[first]]) {
            ++last;
        }
        for (std::size_t i = first; i <= last; ++i) {
            ranks[order[i]] = double(first + last) / 2.0;
        }
        first = last + 1;
    }
    return ranks;
}

bool isWeight(const std::string &name)
{
    return name.ends_with(".weight") && !name.starts_with("norm");
}

} // namespace

WeightsPtr shuffledWeights(const Weights &weights, quint64 seed)
{
    auto shuffled = std::make_shared<Weights>(weights);
    for (std::size_t layer = 0; layer < shuffled->arrays.size(); ++layer) {
        NamedArray &array = shuffled->arrays[layer];
        if (!isWeight(array.name)) {
            continue;
        }
        RandomStream random(StreamPurpose::Weights, {seed, std::uint64_t(layer)});
        for (std::size_t i = array.values.size(); i > 1; --i) {
            std::swap(array.values[i - 1], array.values[std::min(i - 1, std::size_t(random.uniform() * double(i)))]);
        }
    }
    return shuffled;
}

double rankCorrelation(const std::vector<float> &a, const std::vector<float> &b)
{
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    if (a.size() != b.size() || a.empty()) {
        return none;
    }
    const std::vector<double> x = ranksOf(a);
    const std::vector<double> y = ranksOf(b);
    const double mean = (double(a.size()) - 1.0) / 2.0;
    double xy = 0.0, xx = 0.0, yy = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xy += (x[i] - mean) * (y[i] - mean);
        xx += (x[i] - mean) * (x[i] - mean);
        yy += (y[i] - mean) * (y[i] - mean);
    }
    return xx > 0.0 && yy > 0.0 ? xy / std::sqrt(xx * yy) : none;
}

} // namespace convscope
