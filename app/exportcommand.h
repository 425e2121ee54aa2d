// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"

/// `convscope export`. Returns the exit code.
int runExportCommand(const Options &options);
