// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/parametershapes.h"

#include "core/model/layersummary.h"

namespace convscope {

std::map<std::string, std::vector<qint64>> parameterShapes(const Architecture &architecture, int side, int classes)
{
    std::map<std::string, std::vector<qint64>> shapes;
    qint64 channels = 1;
    for (std::size_t i = 0; i < architecture.convBlocks.size(); ++i) {
        const ConvBlock &block = architecture.convBlocks[i];
        const std::string number = std::to_string(i + 1);
        shapes["conv" + number + ".weight"] = {block.filters, channels, block.kernelSize, block.kernelSize};
        shapes["conv" + number + ".bias"] = {block.filters};
        if (block.batchNorm) {
            for (const char *part : {".weight", ".bias", ".running_mean", ".running_var"}) {
                shapes["norm" + number + part] = {block.filters};
            }
        }
        channels = block.filters;
    }
    qint64 features = 0;
    for (const LayerSummary &layer : summarize(architecture, side, classes).layers) {
        if (layer.kind == LayerKind::Flatten) {
            features = layer.channels;
        }
    }
    const auto addLinear = [&shapes, &features](const std::string &name, qint64 width) {
        shapes[name + ".weight"] = {width, features};
        shapes[name + ".bias"] = {width};
        features = width;
    };
    for (std::size_t i = 0; i < architecture.hiddenLayers.size(); ++i) {
        addLinear("hidden" + std::to_string(i + 1), architecture.hiddenLayers[i].width);
    }
    addLinear("output", classes);
    return shapes;
}

} // namespace convscope
