// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspection/patch.h"

#include "core/inspection/receptivefield.h"

#include <algorithm>

namespace convscope {

Patch receptivePatch(const Weights &weights, int block, int y, int x)
{
    const std::vector<LayerSummary> layers = summarize(weights.architecture, weights.side, weights.classes).layers;
    const auto convolution = std::find_if(layers.begin(), layers.end(), [block](const LayerSummary &layer) {
        return layer.kind == LayerKind::Convolution && layer.block == block;
    });
    if (convolution == layers.end()) {
        return {};
    }
    const QRect field = receptiveField(weights.architecture, layers, {int(convolution - layers.begin()), 0, y, x});
    return {field.left(), field.top(), field.width()};
}

Picture cut(const Picture &picture, const Patch &patch)
{
    Picture part{patch.size, std::vector<float>(std::size_t(patch.size) * std::size_t(patch.size), 0.0f)};
    for (int y = 0; y < patch.size; ++y) {
        for (int x = 0; x < patch.size; ++x) {
            const int fromY = patch.top + y;
            const int fromX = patch.left + x;
            if (fromY >= 0 && fromY < picture.side && fromX >= 0 && fromX < picture.side) {
                part.values[std::size_t(y * patch.size + x)] = picture.values[std::size_t(fromY * picture.side + fromX)];
            }
        }
    }
    return part;
}

} // namespace convscope
