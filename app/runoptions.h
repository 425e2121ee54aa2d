// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"

#include <CLI/CLI.hpp>

/// Adds the commands of the laboratory: runs, show, resume, export, import and delete. Both must outlive the parsing.
void addRunCommands(CLI::App &app, Options &options);
