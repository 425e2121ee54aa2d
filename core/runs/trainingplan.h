// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/runs/runqueue.h"
#include "core/runs/runrecord.h"

#include <optional>
#include <vector>

namespace convscope {

/// One experiment of a plan, and what a laboratory has of it.
struct PlannedTraining
{
    enum class State {
        Missing,
        Begun, ///< it goes on where it was
        Waiting, ///< in the queue
        Training, ///< a program trains it
        Done, ///< finished, diverged, or given up by the rule that holds again
    };

    Experiment experiment;
    State state = State::Missing;
    /// The run that stands for it, and the epochs it has; empty for Missing.
    QString run;
    int epochs = 0;
    /// What is left to do, judged by runs of the laboratory; nothing without any that has an epoch.
    std::optional<double> seconds;
    /// What it will take in the laboratory, when nothing stops it early.
    qint64 bytes = 0;

    /// To be put into the queue.
    bool isWanted() const { return state == State::Missing || state == State::Begun; }
};

struct TrainingPlan
{
    std::vector<PlannedTraining> trainings;

    int wanted() const;
    int count(PlannedTraining::State state) const;
    /// Of the wanted ones, one after the other.
    std::optional<double> seconds() const;
    qint64 bytes() const;
};

/// Holds experiments against what is there; skipped entries of the queue don't count. Seconds: those of the newest run with the same
/// network and batches, for each picture that is trained and that is tested; else of the one that needs the most similar number of
/// multiplications, for each of them; runs of this processor first. Pure but for asking
/// which processor this is.
TrainingPlan planTrainings(const std::vector<Experiment> &experiments, const std::optional<MedianRule> &stop, const std::vector<RunRecord> &runs,
                           const Queue &queue, const Dataset &data);

/// Bytes of a whole run in the laboratory: moments of weights, kernels, checkpoints, predictions, batches.
qint64 estimatedDiskUse(const Experiment &experiment, const Dataset &data);

} // namespace convscope
