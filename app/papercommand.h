// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"

class SignalWatcher;

/// Trains what is missing of the paper's experiments into the laboratory and holds its claims against all of them. Returns the exit code.
int runPaperCommand(const Options &options, SignalWatcher &signalWatcher);
