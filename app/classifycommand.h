// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"

/// `convscope classify`: what a trained network says of picture files. Returns the exit code: 1 where a file is no picture; the others
/// are answered all the same.
int runClassifyCommand(const Options &options);
