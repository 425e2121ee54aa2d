// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"
#include "core/runs/runstore.h"

class SignalWatcher;

/// Trains what waits in the queue, one after the other, until nothing waits or a signal comes. An entry whose run was interrupted goes on
/// where it was. Two programs may do so at once: each gets other entries; `--parallel 2` starts the second one itself.
/// Returns the exit code: of the last training that did not finish, else 0.
int runQueue(convscope::RunStore &store, const Options &options, SignalWatcher &signalWatcher);
