// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"

class SignalWatcher;

/// `convscope sweep`: trains the variants that a file describes into the laboratory. Returns the exit code: ExitFinished also where some
/// of them diverged.
int runSweepCommand(const Options &options, SignalWatcher &signalWatcher);
