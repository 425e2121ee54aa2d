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

Result<DisturbanceCurve> disturbanceCurve(const Inspector &inspector, const WeightsPtr &weights, const Picture &picture, Disturbance::Kind kind);

} // namespace convscope
