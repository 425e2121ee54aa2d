// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"

class SignalWatcher;

/// `convscope queue [list | add | run | remove | move | skip | edit]`. Returns the exit code.
int runQueueCommand(const Options &options, SignalWatcher &signalWatcher);
