// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/common/result.h"
#include "core/training/engine.h"

namespace convscope {

/// Sets what OpenMP and OpenBLAS read from the environment, where the user has not. First thing in main(): before the
/// engine is loaded, and while there is no other thread that could read the environment.
void chooseOpenMpDefaults();

/// Loads the engine library (once; later calls return the same engine) from beside the program, from ../lib/convscope,
/// or from the file that the environment variable CONVSCOPE_ENGINE names. Thread-safe; blocks for one to two seconds
/// the first time.
Result<Engine *> loadEngine();

} // namespace convscope
