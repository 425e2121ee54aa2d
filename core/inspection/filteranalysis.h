// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/filterlayer.h"
#include "core/inspection/filterstatistics.h"

#include <functional>
#include <vector>

namespace convscope {

enum class FilterOrder { Index, Norm, Similarity, Change };

/// Something about a filter that a person should know, with its evidence.
struct FilterFinding
{
    enum class Kind {
        Dead, ///< it gives one and the same answer everywhere in all test pictures: a ReLU that is never active, or what is saturated
        Twin, ///< `value`: the cosine between its weights and those of `other`, above 0.95
        Unchanged, ///< `value`: how far it has moved since the start, as a share of its length then, below 5 %
        Exploding, ///< `value`: how many times as long as at the start it is, above 10; not finite where a number isn't
    };
    Kind kind = Kind::Dead;
    int filter = 0;
    int other = -1;
    double value = 0.0;
};

inline constexpr double twinCosine = 0.95;
inline constexpr double unchangedShare = 0.05;
inline constexpr double explodingFactor = 10.0;

/// What the numbers of a layer say. Pure functions of plain values; with more than a hundred filters they take a while: any thread but
/// the one of the window. `start` may be null where it isn't known; it has the layer's shape.
namespace filteranalysis {

using IsCancelled = std::function<bool()>;
/// For those who always wait for the answer.
inline bool never() { return false; }

/// Euclidean length of each filter's weights.
std::vector<double> norms(const FilterLayer &layer);
/// 0 where one of them has no length.
double cosine(std::span<const float> a, std::span<const float> b);
/// |w - start| / |start| of each filter.
std::vector<double> changes(const FilterLayer &layer, const FilterLayer &start);
/// The filters in the order to show them: by number; the longest, or the most changed first; or a chain that begins with the longest
/// and goes on with the one most alike (largest cosine) each time. Given up, with a part of the answer, soon after `isCancelled` says so.
std::vector<int> order(const FilterLayer &layer, FilterOrder order, const FilterLayer *start, const IsCancelled &isCancelled = never);
/// Empty statistics: not known. They belong to the activation function given. Given up as order() is.
std::vector<FilterFinding> findings(const FilterLayer &layer, const FilterLayer *start, const std::vector<FilterStatistics> &statistics,
                                    Activation activation, const IsCancelled &isCancelled = never);

} // namespace filteranalysis

} // namespace convscope
