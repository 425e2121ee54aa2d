// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/data/trainingsubset.h"
#include "core/training/trainingsettings.h"

#include <torch/torch.h>

#include <vector>

namespace convscope {

/// One batch as the network takes it.
struct Batch
{
    torch::Tensor images; ///< [N, 1, S, S] float32 in [0, 1]
    torch::Tensor labels; ///< [N] int64
};

/// Turns the data set's bytes into batches: shuffled by (seed, epoch), augmented by (seed, epoch, picture).
class BatchLoader
{
public:
    /// `data` must outlive the loader.
    BatchLoader(const Dataset &data, const TrainingSettings &settings);

    qint64 trainImages() const { return qint64(m_subset.pictures.size()); }
    qint64 batchesPerEpoch() const;

    /// Shuffles for an epoch (1-based). Before the first trainBatch() of that epoch.
    void beginEpoch(int epoch);
    /// Batch `index` (0-based) of the epoch begun; the last one of an epoch may be shorter.
    Batch trainBatch(qint64 index) const;
    /// Test pictures [first, first + count).
    Batch testBatch(int first, int count) const;

private:
    const Dataset &m_data;
    const TrainingSettings m_settings;
    const TrainingSubset m_subset;
    int m_epoch = 0;
    std::vector<int> m_order;
};

} // namespace convscope
