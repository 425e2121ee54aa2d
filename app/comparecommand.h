// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"

/// `convscope compare`: what differs between runs, and what came out. Returns the exit code.
int runCompareCommand(const Options &options);
