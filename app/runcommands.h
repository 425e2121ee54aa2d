// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"

/// `convscope runs`, `show`, `import`, `delete`, `thin` and `trash`. Each returns the exit code.
int runRunsCommand(const Options &options);
int runShowCommand(const Options &options);
int runImportCommand(const Options &options);
int runDeleteCommand(const Options &options);
int runThinCommand(const Options &options);
int runTrashCommand(const Options &options);
