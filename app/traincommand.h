// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"

class SignalWatcher;

/// `convscope train`: trains on the calling thread and prints progress. Returns the exit code.
int runTrainCommand(const Options &options, SignalWatcher &signalWatcher);
