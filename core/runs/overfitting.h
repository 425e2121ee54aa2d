// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/reports.h"

#include <optional>

namespace convscope {

/// Where a run began to learn its training pictures by heart.
struct Overfitting
{
    /// The epoch of the lowest test loss: what comes after it is overfitting.
    int bestEpoch = 0;
    int lastEpoch = 0;
    double lowestTestLoss = 0.0;
    double lastTestLoss = 0.0;
    /// At the last epoch: train minus test accuracy, as a share; test minus train loss, in nats.
    double accuracyGap = 0.0;
    double lossGap = 0.0;
};

/// Nothing where the test loss is lowest at the last epoch. A last test loss that is higher than
/// the lowest by less than 1 % or no higher than the train loss is chance and no overfitting.
std::optional<Overfitting> findOverfitting(const std::vector<EpochReport> &epochs);

/// What overfitting cost one class of test pictures.
struct ClassCost
{
    int label = 0;
    double lossRise = 0.0; ///< of the mean loss, in nats, from the best epoch to the last
    double accuracyChange = 0.0; ///< as a share
};

struct OverfittingCost
{
    std::vector<ClassCost> classes; ///< the one that pays most first
    /// Test pictures that were right at the best epoch and are wrong at the last, the largest rise of the loss first.
    std::vector<int> lost;
    int won = 0; ///< wrong at the best epoch, right at the last
};

/// Empty where probabilities and labels don't belong together. Any thread.
OverfittingCost overfittingCost(const TestProbabilities &best, const TestProbabilities &last, const std::vector<std::uint8_t> &labels);

} // namespace convscope
