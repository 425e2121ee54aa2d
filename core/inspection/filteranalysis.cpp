// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspection/filteranalysis.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>

namespace convscope::filteranalysis {

namespace {

/// In blocks of single precision, which the compiler turns into vector instructions.
double dot(std::span<const float> a, std::span<const float> b)
{
    constexpr std::size_t lanes = 16;
    float sums[lanes] = {};
    std::size_t i = 0;
    for (; i + lanes <= a.size(); i += lanes) {
        for (std::size_t k = 0; k < lanes; ++k) {
            sums[k] += a[i + k] * b[i + k];
        }
    }
    double sum = 0.0;
    for (const float part : sums) {
        sum += double(part);
    }
    for (; i < a.size(); ++i) {
        sum += double(a[i]) * double(b[i]);
    }
    return sum;
}

double distance(std::span<const float> a, std::span<const float> b)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        sum += (double(a[i]) - double(b[i])) * (double(a[i]) - double(b[i]));
    }
    return std::sqrt(sum);
}

/// Those that aren't finite first: they are what to look at.
std::vector<int> largestFirst(const std::vector<double> &values)
{
    std::vector<int> order(values.size());
    std::iota(order.begin(), order.end(), 0);
    const auto key = [&values](int i) { return std::isfinite(values[std::size_t(i)]) ? values[std::size_t(i)] : HUGE_VAL; };
    std::stable_sort(order.begin(), order.end(), [&key](int a, int b) { return key(a) > key(b); });
    return order;
}

/// As cosine(), with lengths that are known.
double cosineOf(std::span<const float> a, std::span<const float> b, double lengths)
{
    return lengths > 0.0 ? dot(a, b) / lengths : 0.0;
}

std::vector<int> chain(const FilterLayer &layer, const IsCancelled &isCancelled)
{
    const std::vector<double> lengths = norms(layer);
    std::vector<int> left = largestFirst(lengths);
    std::vector<int> order;
    while (!left.empty() && !isCancelled()) {
        auto next = left.begin();
        if (!order.empty()) {
            const auto last = layer.filter(order.back());
            double best = -2.0;
            for (auto it = left.begin(); it != left.end(); ++it) {
                if (const double alike = cosineOf(last, layer.filter(*it), lengths[std::size_t(order.back())] * lengths[std::size_t(*it)]); alike > best) {
                    best = alike;
                    next = it;
                }
            }
        }
        order.push_back(*next);
        left.erase(next);
    }
    return order;
}

/// Each pair once. A filter's twin is the one most alike, of two the first.
void findTwins(const FilterLayer &layer, std::vector<FilterFinding> &found, const IsCancelled &isCancelled)
{
    const std::vector<double> lengths = norms(layer);
    std::vector<FilterFinding> twins(lengths.size());
    for (int i = 0; i < layer.filters; ++i) {
        twins[std::size_t(i)] = {FilterFinding::Kind::Twin, i, -1, twinCosine};
    }
    const auto take = [](FilterFinding &twin, int other, double alike) {
        if (alike > twin.value) {
            twin.other = other;
            twin.value = alike;
        }
    };
    for (int i = 0; i < layer.filters && !isCancelled(); ++i) {
        for (int other = i + 1; other < layer.filters; ++other) {
            const double alike = cosineOf(layer.filter(i), layer.filter(other), lengths[std::size_t(i)] * lengths[std::size_t(other)]);
            take(twins[std::size_t(i)], other, alike);
            take(twins[std::size_t(other)], i, alike);
        }
    }
    std::copy_if(twins.begin(), twins.end(), std::back_inserter(found), [](const FilterFinding &twin) { return twin.other >= 0; });
}

void findMoved(const FilterLayer &layer, const FilterLayer &start, std::vector<FilterFinding> &found)
{
    const std::vector<double> now = norms(layer);
    const std::vector<double> before = norms(start);
    const std::vector<double> moved = changes(layer, start);
    for (int i = 0; i < layer.filters; ++i) {
        const auto index = std::size_t(i);
        const double growth = now[index] / before[index];
        if (!std::isfinite(now[index]) || (before[index] > 0.0 && growth > explodingFactor)) {
            found.push_back({FilterFinding::Kind::Exploding, i, -1, growth});
        } else if (layer.steps > start.steps && moved[index] < unchangedShare) {
            found.push_back({FilterFinding::Kind::Unchanged, i, -1, moved[index]});
        }
    }
}

bool isDead(const FilterStatistics &statistics, Activation activation)
{
    // A saturated tanh or sigmoid says nothing either. What a leaky ReLU lets through below zero differs from place to place.
    return activation == Activation::Relu ? statistics.activePlaces == 0.0 : statistics.most - statistics.least < 1e-6f;
}

} // namespace

std::vector<double> norms(const FilterLayer &layer)
{
    std::vector<double> norms(std::size_t(layer.filters));
    for (int i = 0; i < layer.filters; ++i) {
        norms[std::size_t(i)] = std::sqrt(dot(layer.filter(i), layer.filter(i)));
    }
    return norms;
}

double cosine(std::span<const float> a, std::span<const float> b)
{
    const double lengths = std::sqrt(dot(a, a)) * std::sqrt(dot(b, b));
    return lengths > 0.0 ? dot(a, b) / lengths : 0.0;
}

std::vector<double> changes(const FilterLayer &layer, const FilterLayer &start)
{
    std::vector<double> changes(std::size_t(layer.filters));
    for (int i = 0; i < layer.filters; ++i) {
        const double moved = distance(layer.filter(i), start.filter(i));
        const double length = std::sqrt(dot(start.filter(i), start.filter(i)));
        changes[std::size_t(i)] = moved == 0.0 ? 0.0 : moved / length;
    }
    return changes;
}

std::vector<int> order(const FilterLayer &layer, FilterOrder order, const FilterLayer *start, const IsCancelled &isCancelled)
{
    switch (order) {
    case FilterOrder::Norm:
        return largestFirst(norms(layer));
    case FilterOrder::Similarity:
        return chain(layer, isCancelled);
    case FilterOrder::Change:
        if (start && start->hasShapeOf(layer)) {
            return largestFirst(changes(layer, *start));
        }
        break;
    case FilterOrder::Index:
        break;
    }
    std::vector<int> numbers(std::size_t(layer.filters));
    std::iota(numbers.begin(), numbers.end(), 0);
    return numbers;
}

std::vector<FilterFinding> findings(const FilterLayer &layer, const FilterLayer *start, const std::vector<FilterStatistics> &statistics,
                                    Activation activation, const IsCancelled &isCancelled)
{
    std::vector<FilterFinding> found;
    for (std::size_t i = 0; i < statistics.size(); ++i) {
        if (isDead(statistics[i], activation)) {
            found.push_back({FilterFinding::Kind::Dead, int(i), -1, double(statistics[i].most)});
        }
    }
    if (start && start->hasShapeOf(layer)) {
        findMoved(layer, *start, found);
    }
    findTwins(layer, found, isCancelled);
    return found;
}

} // namespace convscope::filteranalysis
