// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainingsettings.h"

namespace convscope {

/// Which moments of a run are kept for the time line. Pure functions of what the run was planned to be, so that a run which goes on
/// keeps the moments it would have kept undisturbed.
class SnapshotPlan
{
public:
    SnapshotPlan() = default;
    /// `parameters`: numbers of the whole network. `firstFilters`: numbers of the first convolution's kernels, 0 without one.
    SnapshotPlan(int epochs, qint64 batchesPerEpoch, qint64 parameters, qint64 firstFilters);

    /// Whole weights after that many batches: at 0, 1, 2, 3, 4, 6, 8, 11, … (steps of the square root of two; where that would take more
    /// than 80 MB, of 2, of 2.8, …), and at the ends of epochs: all of them while they take less than 150 MB together, else every
    /// second, every third, …
    bool keepsWeights(qint64 steps) const;
    /// The first layer's kernels after that many batches: all while they take less than 64 MB together, else every second, …
    bool keepsFilters(qint64 steps) const;
    qint64 filterStride() const { return m_filterStride; }

private:
    qint64 m_batchesPerEpoch = 1;
    qint64 m_epochStride = 1;
    int m_spacing = 1; ///< in half powers of two
    qint64 m_filterStride = 0; ///< 0: no filters
};

} // namespace convscope
