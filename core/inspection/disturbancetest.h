// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/disturbance.h"
#include "core/inspection/inspector.h"

namespace convscope {

/// One picture's probabilities over the whole range of a disturbance.
struct DisturbanceCurve
{
    std::vector<double> amounts;
    std::vector<std::vector<float>> probabilities; ///< one list of the classes for each amount
};

/// Accuracy over test pictures that were all disturbed alike, from neutral to the end of the range.
struct AccuracyCurve
{
    std::vector<double> amounts;
    std::vector<double> accuracies; ///< in [0, 1]
};

/// So many of the first test pictures are taken: the accuracy is then known to about two percent.
inline constexpr int testedPictures = 1000;

Result<DisturbanceCurve> disturbanceCurve(const Inspector &inspector, const WeightsPtr &weights, const Picture &picture, Disturbance::Kind kind);
Result<AccuracyCurve> accuracyCurve(const Inspector &inspector, const WeightsPtr &weights, const Dataset &data, Disturbance::Kind kind, const Inspector::IsCancelled &isCancelled = {});

} // namespace convscope
