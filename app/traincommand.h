// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"
#include "app/recordedtraining.h"
#include "core/runs/runstore.h"

class SignalWatcher;

/// `convscope train`: trains on the calling thread and prints progress. Returns the exit code.
int runTrainCommand(const Options &options, SignalWatcher &signalWatcher);
/// Trains an entry that was taken from the queue.
TrainingOutcome trainExperiment(convscope::RunStore &store, const convscope::QueueEntry &entry, const Options &options, SignalWatcher &signalWatcher);
