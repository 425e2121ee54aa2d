// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/runs/runstore.h"

class SignalWatcher;

/// One run of a plan: the paper's, or a sweep's.
struct PlannedRun
{
    convscope::Experiment experiment;
    convscope::DatasetPtr data;
    /// "2/5: cnn-2, seed 1"; printed before it, but not between JSON lines.
    QString title;
    bool json = false;
    /// What the run is planned with, if it is a sweep.
    std::optional<convscope::SweepMembership> sweep = {};
};

/// Trains it into the laboratory: nothing when the laboratory holds it complete (or given up by the rule that holds again), from its last checkpoint on when it holds a part, from the
/// beginning otherwise. Returns the exit code of the training: ExitFailed also for a run that diverged.
int trainPlanned(convscope::RunStore &store, const PlannedRun &planned, SignalWatcher &signalWatcher);
