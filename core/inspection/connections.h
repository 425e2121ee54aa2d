// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/forwardpass.h"
#include "core/inspection/unit.h"
#include "core/inspection/weights.h"

#include <QRect>

#include <vector>

namespace convscope {

/// One map that a unit reads, with the weights on the way.
struct Feed
{
    int layer = 0; ///< of the map; a fully connected layer behind the flattening reads the maps before it
    int channel = 0;
    QRect window; ///< positions of that map; outside it there are zeros
    /// [window height, window width]; empty where nothing is multiplied (activation, pooling, flattening, dropout).
    std::vector<float> weights;
    /// Sum of weight times value over the window; without weights the value that goes through.
    double contribution = 0.0;
};

/// What a unit is made of: value = sum of the contributions + offset, where there are weights. (An activation or pooling has one feed.)
struct UnitSources
{
    std::vector<Feed> feeds; ///< by channel
    double offset = 0.0; ///< bias, or the shift of a batch normalisation
    double value = 0.0; ///< as the forward pass says
};

/// One map of the next layer that reads a unit.
struct Target
{
    int channel = 0;
    QRect window; ///< positions of the next layer that read it, inside its map; empty where none does (a row that pooling drops)
    /// All weights between the two maps: a kernel [k, k], or the one weight; empty as above.
    std::vector<float> weights;
    double strength = 0.0; ///< sum of the absolute weights; 1 without weights
};

double valueOf(const ForwardPass &pass, const UnitAddress &unit);

/// Nothing for the input, and where the weights aren't those of the pass or there is no such unit. Pure; any thread.
UnitSources sourcesOf(const Weights &weights, const ForwardPass &pass, const UnitAddress &unit);
/// Nothing for the output.
std::vector<Target> targetsOf(const Weights &weights, const ForwardPass &pass, const UnitAddress &unit);

} // namespace convscope
