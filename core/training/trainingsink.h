// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/weights.h"
#include "core/training/checkpoint.h"
#include "core/training/reports.h"

namespace convscope {

/// What a training loop reports to. All calls come from the thread that trains, in the order of the grammar in reports.h;
/// an implementation must not block: training waits for it.
class TrainingSink
{
public:
    virtual ~TrainingSink() = default;
    virtual void started(const RunStarted &start) = 0;
    virtual void batchTrained(const BatchPoint &point) = 0;
    virtual void eventHappened(const RunEvent &event) = 0;
    virtual void epochFinished(const EpochReport &report) = 0;
    /// Before the first batch, after every epoch, at every pause and stop, and about once a minute in between. Whoever keeps nothing ignores it.
    virtual void checkpointTaken(const CheckpointPtr &) {}
    /// Before the first batch and after each, at the moments that SnapshotPlan keeps: the whole weights …
    virtual void weightsKept(const WeightsPtr &) {}
    /// … and the first convolution's kernels, [filters, k, k].
    virtual void filtersKept(qint64 /*steps*/, const std::vector<float> & /*kernels*/) {}
    /// Asked after every batch: does a view want to see the weights of now? Then it gets them.
    virtual bool wantsWeights() { return false; }
    virtual void weightsPublished(const WeightsPtr &) {}
};

} // namespace convscope
