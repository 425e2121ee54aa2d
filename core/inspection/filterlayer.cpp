// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspection/filterlayer.h"

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

std::optional<FilterLayer> layerOf(const Weights &weights, const NamedArray *array, int index)
{
    const auto names = filterLayerNames(weights.architecture);
    if (!array || index < 0 || index >= int(names.size())) {
        return std::nullopt;
    }
    FilterLayer layer;
    layer.name = names[std::size_t(index)];
    layer.steps = weights.steps;
    if (array->shape.size() == 4) {
        layer.convIndex = index;
        layer.channels = int(array->shape[1]);
        layer.height = int(array->shape[2]);
        layer.width = int(array->shape[3]);
    } else if (array->shape.size() == 2 && array->shape[1] == qint64(weights.side) * weights.side) {
        layer.channels = 1;
        layer.height = layer.width = weights.side;
    } else {
        return std::nullopt;
    }
    layer.filters = int(array->shape[0]);
    if (array->values.size() != std::size_t(layer.filters) * layer.filterSize()) {
        return std::nullopt;
    }
    layer.values = array->values;
    return layer;
}

std::string arrayName(const Weights &weights, int index)
{
    const auto names = filterLayerNames(weights.architecture);
    return index >= 0 && index < int(names.size()) ? names[std::size_t(index)] + ".weight" : std::string();
}

} // namespace

std::vector<std::string> filterLayerNames(const Architecture &architecture)
{
    std::vector<std::string> names;
    for (std::size_t i = 0; i < architecture.convBlocks.size(); ++i) {
        names.push_back("conv" + std::to_string(i + 1));
    }
    if (names.empty()) {
        names.push_back(architecture.hiddenLayers.empty() ? "output" : "hidden1");
    }
    return names;
}

std::optional<FilterLayer> filterLayer(const Weights &weights, int index)
{
    return layerOf(weights, weights.find(arrayName(weights, index)), index);
}

std::optional<FilterLayer> filterLayer(const Weights &weights, const std::vector<NamedArray> &arrays, int index)
{
    const std::string name = arrayName(weights, index);
    const auto found = std::find_if(arrays.begin(), arrays.end(), [&name](const NamedArray &array) { return array.name == name; });
    return layerOf(weights, found == arrays.end() ? nullptr : &*found, index);
}

FilterLayer difference(const FilterLayer &later, const FilterLayer &earlier)
{
    FilterLayer result = later;
    std::transform(later.values.begin(), later.values.end(), earlier.values.begin(), result.values.begin(), std::minus<float>());
    return result;
}

float largestMagnitude(std::span<const float> values)
{
    float largest = 0.0f;
    for (const float value : values) {
        if (std::isfinite(value)) {
            largest = std::max(largest, std::abs(value));
        }
    }
    return largest;
}

} // namespace convscope
