// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/mapsflow.h"

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

float largest(const float *first, const float *last)
{
    float limit = 0.0f;
    for (; first != last; ++first) {
        if (std::isfinite(*first)) {
            limit = std::max(limit, std::abs(*first));
        }
    }
    return limit;
}

bool canBeNegative(Activation activation)
{
    return activation == Activation::LeakyRelu || activation == Activation::Tanh;
}

void addLimits(const LayerOutput &output, bool isFlat, Flow &flow)
{
    const float *values = output.values.data();
    std::vector<float> limits;
    if (!isFlat) {
        const std::size_t size = std::size_t(output.layer.height) * std::size_t(output.layer.width);
        for (int c = 0; c < output.layer.channels; ++c) {
            limits.push_back(largest(values + c * size, values + (c + 1) * size));
        }
    }
    const float limit = largest(values, values + output.values.size());
    flow.mapLimits.push_back(std::move(limits));
    flow.layerLimits.push_back(limit);
    if (output.layer.kind != LayerKind::Input) {
        flow.networkLimit = std::max(flow.networkLimit, limit);
    }
}

} // namespace

std::vector<bool> signedLayers(const Architecture &architecture, const std::vector<LayerSummary> &layers)
{
    std::vector<bool> isSigned;
    bool isFlat = false;
    for (const LayerSummary &layer : layers) {
        isFlat = isFlat || layer.kind == LayerKind::Flatten;
        switch (layer.kind) {
        case LayerKind::Input:
            isSigned.push_back(false);
            break;
        case LayerKind::Convolution:
        case LayerKind::BatchNorm:
        case LayerKind::Linear:
            isSigned.push_back(true);
            break;
        case LayerKind::Activation: {
            const auto block = std::size_t(layer.block);
            isSigned.push_back(canBeNegative(isFlat ? architecture.hiddenLayers[block].activation : architecture.convBlocks[block].activation));
            break;
        }
        case LayerKind::MaxPool:
        case LayerKind::Flatten:
        case LayerKind::Dropout:
            isSigned.push_back(isSigned.back());
            break;
        }
    }
    return isSigned;
}

FlowPtr flowFrom(const WeightsPtr &weights, const Probe &probe, ForwardPass pass, int subject)
{
    auto flow = std::make_shared<Flow>();
    flow->subject = subject;
    flow->weights = weights;
    flow->probe = probe;
    flow->pass = std::move(pass);
    bool isFlat = false;
    for (const LayerOutput &output : flow->pass.layers) {
        if (output.layer.kind == LayerKind::Flatten) {
            flow->flatten = int(flow->layers.size());
            isFlat = true;
        }
        flow->layers.push_back(output.layer);
        addLimits(output, isFlat, *flow);
    }
    flow->isSigned = signedLayers(weights->architecture, flow->layers);
    return flow;
}

double Flow::limit(int layer, int channel, MapScale scale) const
{
    if (layer == 0) {
        return 1.0;
    }
    float limit = networkLimit;
    if (scale == MapScale::Layer || (scale == MapScale::Map && isFlat(layer))) {
        limit = layerLimits[std::size_t(layer)];
    } else if (scale == MapScale::Map) {
        limit = mapLimits[std::size_t(layer)][std::size_t(channel)];
    }
    return limit > 0.0f ? double(limit) : 1.0;
}

int Flow::answer() const
{
    return int(std::max_element(pass.probabilities.begin(), pass.probabilities.end()) - pass.probabilities.begin());
}

} // namespace convscope
