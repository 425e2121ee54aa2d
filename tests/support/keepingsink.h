// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainingsink.h"

#include <vector>

namespace convscope::test {

/// Keeps everything that a run reports, in the order in which it came.
class KeepingSink : public TrainingSink
{
public:
    void started(const RunStarted &) override {}
    void batchTrained(const BatchPoint &point) override { points.push_back(point); }
    void eventHappened(const RunEvent &) override {}
    void epochFinished(const EpochReport &report) override { epochs.push_back(report); }
    void checkpointTaken(const CheckpointPtr &checkpoint) override { checkpoints.push_back(checkpoint); }
    void weightsKept(const WeightsPtr &weights) override { kept.push_back(weights); }
    void filtersKept(qint64 steps, const std::vector<float> &kernels) override
    {
        filterSteps.push_back(steps);
        filters.push_back(kernels);
    }
    bool wantsWeights() override { return asks; }
    void weightsPublished(const WeightsPtr &weights) override { published.push_back(weights); }

    bool asks = false; ///< for the weights after every batch
    std::vector<BatchPoint> points;
    std::vector<EpochReport> epochs;
    std::vector<CheckpointPtr> checkpoints;
    std::vector<WeightsPtr> kept, published;
    std::vector<qint64> filterSteps;
    std::vector<std::vector<float>> filters;
};

} // namespace convscope::test
