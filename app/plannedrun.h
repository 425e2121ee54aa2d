// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/runs/runstore.h"

#include <vector>

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

/// Trains them into the laboratory, one after the other: nothing when the laboratory holds one complete (or given up by the rule that holds
/// again), from its last checkpoint on when it holds a part, from the beginning otherwise. `exitCode`: that of an interruption, of a
/// laboratory that can't be written, of an output that nobody reads; then the others are not tried. A run that failed is counted, and
/// the next one begins; one that diverged is a result.
struct PlannedOutcome
{
    int exitCode = 0;
    int failed = 0;
};
PlannedOutcome trainPlanned(convscope::RunStore &store, const std::vector<PlannedRun> &runs, SignalWatcher &signalWatcher);

/// Prints how many failed, if any; returns the exit code for that.
int finishPlanned(const PlannedOutcome &outcome, std::size_t runs);
