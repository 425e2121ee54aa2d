// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/weights.h"

#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace convscope {

/// One layer's weights as small pictures: a convolution's kernels, one for every filter and input channel; or, where the network begins
/// with no convolution, what each neuron of its first layer adds up, in the shape of the picture that it looks at.
struct FilterLayer
{
    std::string name; ///< "conv1"; "hidden1" or "output" without a convolution
    int convIndex = -1; ///< into Architecture::convBlocks; -1 without a convolution
    qint64 steps = 0;
    int filters = 0;
    int channels = 0;
    int height = 0;
    int width = 0;
    /// [filters, channels, height, width]
    std::vector<float> values;

    std::size_t kernelSize() const { return std::size_t(height) * std::size_t(width); }
    std::size_t filterSize() const { return std::size_t(channels) * kernelSize(); }
    std::span<const float> filter(int index) const { return std::span(values).subspan(std::size_t(index) * filterSize(), filterSize()); }
    std::span<const float> kernel(int index, int channel) const
    {
        return filter(index).subspan(std::size_t(channel) * kernelSize(), kernelSize());
    }
    bool hasShapeOf(const FilterLayer &other) const
    {
        return filters == other.filters && channels == other.channels && height == other.height && width == other.width;
    }
};

/// Names of the layers that filterLayer() knows, in the order of their index: at least one.
std::vector<std::string> filterLayerNames(const Architecture &architecture);
/// Nothing where the weights have no such layer.
std::optional<FilterLayer> filterLayer(const Weights &weights, int index);
/// The same layer with these arrays' numbers ("conv1.weight"), for gradients; nothing where they don't fit.
std::optional<FilterLayer> filterLayer(const Weights &weights, const std::vector<NamedArray> &arrays, int index);
/// later - earlier, number by number; both have one shape.
FilterLayer difference(const FilterLayer &later, const FilterLayer &earlier);
/// The largest absolute finite number; 0 where there is none.
float largestMagnitude(std::span<const float> values);

} // namespace convscope
