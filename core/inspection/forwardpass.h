// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/layersummary.h"

#include <vector>

namespace convscope {

/// What one layer made of one picture.
struct LayerOutput
{
    LayerSummary layer;
    /// [channels, height, width], row-major; after the flattening [channels].
    std::vector<float> values;
};

/// One picture on its way through a network (evaluation mode: no dropout, running statistics of batch normalisation).
struct ForwardPass
{
    /// One for each of summarize()'s layers, the input first, the logits last.
    std::vector<LayerOutput> layers;
    /// [classes]: softmax of the logits.
    std::vector<float> probabilities;
};

} // namespace convscope
