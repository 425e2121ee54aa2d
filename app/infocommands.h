// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"

/// `convscope presets`, `convscope describe` and `convscope --version`. Each returns the exit code.
int runPresetsCommand(const Options &options);
int runDescribeCommand(const Options &options);
int runVersionCommand();
