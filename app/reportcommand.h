// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"

/// `convscope report`. Returns the exit code. Needs a QGuiApplication.
int runReportCommand(const Options &options);
