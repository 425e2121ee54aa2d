// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/forwardpass.h"
#include "core/inspection/unit.h"
#include "core/inspection/weights.h"
#include "ui/models/inspection.h"

#include <memory>
#include <vector>

namespace convscope {

/// Whose largest number the full colour stands for.
enum class MapScale { Map, Layer, Network };

/// One picture's way through one network at one moment, with what the views ask of it again and again. Immutable once shared.
struct Flow
{
    /// Says whose question it answers; see FlowWorker.
    int subject = 0;
    WeightsPtr weights;
    Probe probe;
    ForwardPass pass;
    std::vector<LayerSummary> layers;
    /// Whether a layer's numbers can be negative: by what was computed last, not by what happens to be there.
    std::vector<bool> isSigned;
    /// Largest absolute value by layer and channel (for layers after the flattening only by layer), and of all but the input.
    std::vector<std::vector<float>> mapLimits;
    std::vector<float> layerLimits;
    float networkLimit = 0.0f;

    bool isFlat(int layer) const { return layer >= flatten; }
    int lastLayer() const { return int(layers.size()) - 1; }
    int flatten = 0; ///< index of the flattening
    /// What the full colour stands for: [0, limit], or [-limit, limit] where it is signed. Never 0. The input always has 1.
    double limit(int layer, int channel, MapScale scale) const;
    /// Index of the largest probability.
    int answer() const;
};

using FlowPtr = std::shared_ptr<const Flow>;

/// Fills in what follows from weights, probe and pass. For background threads.
FlowPtr flowFrom(const WeightsPtr &weights, const Probe &probe, ForwardPass pass, int subject);

/// By layer: whether its numbers can be negative. Pure.
std::vector<bool> signedLayers(const Architecture &architecture, const std::vector<LayerSummary> &layers);

} // namespace convscope
