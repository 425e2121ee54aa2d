// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/namedarray.h"
#include "core/training/trainingsettings.h"

#include <QtGlobal>

#include <limits>
#include <memory>
#include <vector>

namespace convscope {

/// Everything that training needs to go on as if nothing had happened, taken between two batches. Random streams are functions of
/// the seed and of the place, so that the place is all there is to keep of them.
struct Checkpoint
{
    qint64 steps = 0; ///< batches trained so far, over all epochs
    int epoch = 0; ///< the epoch that is under way, from 1; or the last one that is complete
    qint64 batch = 0; ///< batches of that epoch that are trained
    bool epochIsComplete = false; ///< with its test pass: the next batch is the first of epoch + 1
    /// Sums over the batches of the epoch under way.
    double lossSum = 0.0;
    qint64 correct = 0;
    qint64 images = 0;
    double seconds = 0.0;
    /// For early stopping: the test loss that counts as the best, and after which epoch that was; infinite and 0 before the first.
    double bestLoss = std::numeric_limits<double>::infinity();
    int bestEpoch = 0;
    LiveSettings live;
    bool dropoutWasChanged = false; ///< while training: all layers that have some then share live.dropout
    std::vector<NamedArray> weights; ///< parameters and buffers
    std::vector<NamedArray> optimizer; ///< "conv1.weight.first_moment", "conv1.weight.second_moment" (Adam only)
    qint64 optimizerSteps = 0;
};

using CheckpointPtr = std::shared_ptr<const Checkpoint>;

} // namespace convscope
