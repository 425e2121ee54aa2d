// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspection/trainingstep.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace convscope {

namespace {

// torch.optim.Adam's defaults, which the program trains with (Kingma and Ba 2015, algorithm 1).
constexpr double beta1 = 0.9;
constexpr double beta2 = 0.999;
constexpr double epsilon = 1e-8;

void takeAdam(const TrainingStep &step, StepParts &parts)
{
    parts.first = beta1 * parts.firstBefore + (1.0 - beta1) * parts.decayed;
    parts.second = beta2 * parts.secondBefore + (1.0 - beta2) * parts.decayed * parts.decayed;
    parts.correction1 = 1.0 - std::pow(beta1, double(step.optimizerSteps));
    parts.correction2 = 1.0 - std::pow(beta2, double(step.optimizerSteps));
    parts.firstCorrected = parts.first / parts.correction1;
    parts.secondCorrected = parts.second / parts.correction2;
    parts.change = -step.learningRate * parts.firstCorrected / (std::sqrt(parts.secondCorrected) + epsilon);
}

bool isFrozen(const TrainingStep &step, std::size_t index)
{
    if (step.frozenChannels.empty() || step.before.shape.empty() || step.before.shape.front() <= 0) {
        return false;
    }
    const std::size_t size = std::max<std::size_t>(1, step.before.values.size() / std::size_t(step.before.shape.front()));
    return std::find(step.frozenChannels.begin(), step.frozenChannels.end(), qint64(index / size)) != step.frozenChannels.end();
}

} // namespace

StepParts stepPartsOf(const TrainingStep &step, std::size_t index)
{
    const auto value = [index](const NamedArray &array) { return index < array.values.size() ? double(array.values[index]) : 0.0; };
    StepParts parts;
    parts.before = value(step.before);
    parts.gradient = value(step.gradient);
    parts.decayed = parts.gradient + step.weightDecay * parts.before;
    parts.firstBefore = value(step.firstBefore);
    parts.secondBefore = value(step.secondBefore);
    parts.isFrozen = isFrozen(step, index);
    if (parts.isFrozen) {
        parts.first = parts.firstBefore;
        parts.second = parts.secondBefore;
    } else if (step.optimizer == Optimizer::Adam) {
        takeAdam(step, parts);
    } else {
        parts.first = step.momentum * parts.firstBefore + parts.decayed;
        parts.change = -step.learningRate * parts.first;
    }
    parts.after = parts.before + parts.change;
    return parts;
}

std::optional<KernelSlice> kernelSliceOf(const std::vector<LayerSummary> &layers, int layer, int channel, int slice, const Architecture &architecture)
{
    if (layer < 1 || layer >= int(layers.size()) || channel < 0 || channel >= layers[std::size_t(layer)].channels) {
        return std::nullopt;
    }
    const LayerSummary &own = layers[std::size_t(layer)];
    const LayerSummary &before = layers[std::size_t(layer - 1)];
    KernelSlice found;
    if (own.kind == LayerKind::Convolution) {
        const int size = architecture.convBlocks.at(std::size_t(own.block)).kernelSize;
        found = {0, size, size, before.channels};
    } else if (own.kind == LayerKind::Linear && before.kind == LayerKind::Flatten && layer >= 2 && layers[std::size_t(layer - 2)].height > 1) {
        const LayerSummary &maps = layers[std::size_t(layer - 2)];
        found = {0, maps.height, maps.width, maps.channels};
    } else if (own.kind == LayerKind::Linear) {
        found = {0, 0, int(std::ceil(std::sqrt(double(before.channels)))), 1};
        while (found.columns > 1 && before.channels % found.columns != 0) {
            --found.columns; // whole rows only
        }
        found.rows = before.channels / found.columns;
    } else {
        return std::nullopt;
    }
    if (slice < 0 || slice >= found.slices) {
        return std::nullopt;
    }
    found.first = (std::size_t(channel) * std::size_t(found.slices) + std::size_t(slice)) * std::size_t(found.rows) * std::size_t(found.columns);
    return found;
}

} // namespace convscope
