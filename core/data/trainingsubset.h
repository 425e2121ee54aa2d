// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

#include <QtGlobal>

#include <cstdint>
#include <vector>

namespace convscope {

/// Which training pictures a run uses and what it is told they are.
struct TrainingSubset
{
    /// Indices into Dataset::train, ascending.
    std::vector<int> pictures;
    /// One label for each entry of pictures; wrong on purpose for some.
    std::vector<std::uint8_t> labels;
    /// Positions in pictures whose label was replaced, ascending.
    std::vector<int> mislabelled;
};

/// Chooses `count` pictures (0 = all) and replaces the labels of round(noise * count) of them by another class. Pure:
/// seed, count and noise decide. A smaller choice with the same seed is contained in a larger one.
TrainingSubset chooseTrainingSubset(const Dataset &data, int count, double labelNoise, qint64 seed);

/// The order in which positions 0..count-1 are visited in an epoch (1-based): a Fisher-Yates shuffle drawn from
/// (seed, epoch) only, so any epoch can be redone alone.
std::vector<int> batchOrder(int count, qint64 seed, int epoch);

} // namespace convscope
