// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"
#include "core/runs/runstore.h"

#include <memory>

/// Opens the laboratory that the options name. nullptr where that fails; the reason is then on standard error, and the exit code is
/// ExitLaboratory.
std::unique_ptr<convscope::RunStore> openStore(const Options &options);
/// The same for questions only: also a laboratory that can't be written.
std::unique_ptr<convscope::RunStore> openStoreForReading(const Options &options);

/// The id that the options mean; empty where there is none, with the reason on standard error.
QString chosenRun(convscope::RunStore &store, const Options &options);
