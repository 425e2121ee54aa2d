// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/model/layersummary.h"
#include "core/model/namedarray.h"
#include "core/training/checkpoint.h"

#include <optional>
#include <string>
#include <vector>

namespace convscope {

/// Which step is to be shown in slow motion.
struct StepQuestion
{
    Experiment experiment;
    DatasetPtr data;
    CheckpointPtr checkpoint; ///< the step is the one that follows it
    /// Settings that were changed since and act at the next batch.
    std::optional<LiveSettings> changed;
    std::string parameter; ///< "conv1.weight"
};

/// The next step of a run, computed as the trainer computes it, for one array of parameters. Gradients are those of the mean loss of
/// the batch, without weight decay.
struct TrainingStep
{
    Optimizer optimizer = Optimizer::Adam;
    qint64 steps = 0; ///< batches trained before
    int epoch = 0; ///< of this batch, from 1
    qint64 batch = 0; ///< in that epoch, from 1
    qint64 images = 0; ///< in this batch
    double learningRate = 0.0; ///< with its schedule
    double weightDecay = 0.0;
    double momentum = 0.0; ///< SGD only
    qint64 optimizerSteps = 0; ///< Adam's t for this step, from 1
    /// Of this batch with the dropout masks of this step, in nats: with the weights of before, and with all of them moved.
    double lossBefore = 0.0;
    double lossAfter = 0.0;
    /// All of the shape of the parameter. Adam: mean of gradients and of their squares; SGD: momentum buffer, second* empty.
    NamedArray before, gradient, firstBefore, firstAfter, secondBefore, secondAfter, after;
    /// Along the first axis of the parameter: the optimiser passes over the numbers of these filters.
    std::vector<qint64> frozenChannels;
};

/// One number of the step in the order in which one would compute it by hand, in double.
struct StepParts
{
    double before = 0.0;
    double gradient = 0.0;
    double decayed = 0.0; ///< gradient + weightDecay * before
    double firstBefore = 0.0, first = 0.0; ///< Adam: m = 0.9 m + 0.1 g; SGD: buffer = momentum * buffer + g
    double secondBefore = 0.0, second = 0.0; ///< Adam: v = 0.999 v + 0.001 g^2
    double correction1 = 1.0, correction2 = 1.0; ///< Adam: 1 - 0.9^t, 1 - 0.999^t
    double firstCorrected = 0.0, secondCorrected = 0.0; ///< Adam: m / correction1, v / correction2
    double change = 0.0; ///< Adam: -rate * m^ / (sqrt(v^) + 1e-8); SGD: -rate * buffer
    double after = 0.0;
    bool isFrozen = false; ///< nothing moves: no change, and the moments are as before
};

StepParts stepPartsOf(const TrainingStep &step, std::size_t index);

/// A part of a parameter that is looked at as one picture.
struct KernelSlice
{
    std::size_t first = 0; ///< index of its first number in the array
    int rows = 0;
    int columns = 0;
    /// How many there are of one filter or neuron: input channels of a convolution, maps that were flattened, else 1.
    int slices = 1;
};

/// The weights of one filter (or neuron) of a layer for one of its input channels: [k, k], or [height, width] of a map that was
/// flattened; without such maps all of a neuron's weights in rows. Nothing for a layer without weights, or out of range.
std::optional<KernelSlice> kernelSliceOf(const std::vector<LayerSummary> &layers, int layer, int channel, int slice, const Architecture &architecture);

} // namespace convscope
