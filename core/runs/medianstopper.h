// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/sweepmembership.h"
#include "core/training/runcontrol.h"
#include "core/training/trainingsink.h"

namespace convscope {

struct RecordingTarget;

/// A sink that passes everything on, and after each epoch holds the run against the others of its sweep, as the laboratory has them at
/// that moment, from whichever program. It stops a run that is hopeless by the sweep's rule. Does nothing for a run without a rule.
/// A laboratory that can't be read stops nothing. Reading takes milliseconds, on the thread that trains, so that the run ends right after
/// the epoch that it was judged by.
class MedianStopper : public TrainingSink
{
public:
    /// `next` and `control` must outlive it.
    MedianStopper(const QString &laboratory, const RecordingTarget &target, TrainingSink &next, RunControl &control);

    void started(const RunStarted &start) override;
    void batchTrained(const BatchPoint &point) override { m_next.batchTrained(point); }
    void eventHappened(const RunEvent &event) override { m_next.eventHappened(event); }
    void epochFinished(const EpochReport &report) override;
    void checkpointTaken(const CheckpointPtr &checkpoint) override { m_next.checkpointTaken(checkpoint); }
    void weightsKept(const WeightsPtr &weights) override { m_next.weightsKept(weights); }
    void filtersKept(qint64 steps, const std::vector<float> &kernels) override { m_next.filtersKept(steps, kernels); }
    bool wantsWeights() override { return m_next.wantsWeights(); }
    void weightsPublished(const WeightsPtr &weights) override { m_next.weightsPublished(weights); }

    /// The end of the run, with the verdict as its reason where it was this that stopped it.
    RunEnd withReason(RunEnd end) const;

private:
    std::optional<MedianVerdict> judge() const;

    const QString m_laboratory;
    const QString m_id;
    const std::optional<SweepMembership> m_sweep;
    TrainingSink &m_next;
    RunControl &m_control;
    RunStarted m_start;
    std::vector<double> m_own; ///< the measure, epoch by epoch
    std::optional<MedianVerdict> m_verdict;
};

} // namespace convscope
