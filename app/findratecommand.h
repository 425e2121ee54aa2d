// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"

class SignalWatcher;

/// `convscope find-rate`. Returns the exit code: ExitFailed also where no rate can be suggested.
int runFindRateCommand(const Options &options, SignalWatcher &signalWatcher);
