// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"
#include "app/recordedtraining.h"
#include "core/runs/runstore.h"

class SignalWatcher;

/// `convscope resume`: goes on with a recorded run from its newest checkpoint. Returns the exit code.
int runResumeCommand(const Options &options, SignalWatcher &signalWatcher);
/// Trains a stored run further.
TrainingOutcome resumeRun(convscope::RunStore &store, const QString &id, const Options &options, SignalWatcher &signalWatcher, const std::optional<convscope::SweepMembership> &sweep = {});
