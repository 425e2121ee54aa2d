// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/architecture.h"

#include <algorithm>

namespace convscope {

namespace {

bool hasDropout(const HiddenLayer &layer)
{
    return layer.dropout > 0.0;
}

} // namespace

double dropoutOf(const Architecture &architecture)
{
    const auto &layers = architecture.hiddenLayers;
    const auto first = std::find_if(layers.begin(), layers.end(), hasDropout);
    return first == layers.end() ? 0.0 : first->dropout;
}

void setDropout(Architecture &architecture, double probability)
{
    auto &layers = architecture.hiddenLayers;
    if (layers.empty()) {
        return;
    }
    if (std::none_of(layers.begin(), layers.end(), hasDropout)) {
        layers.front().dropout = probability;
        return;
    }
    for (HiddenLayer &layer : layers) {
        if (hasDropout(layer)) {
            layer.dropout = probability;
        }
    }
}

} // namespace convscope
