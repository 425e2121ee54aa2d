// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// How the program ends; documented in --help and in the README.
enum ExitCode : int {
    ExitFinished = 0,
    ExitFailed = 1, ///< failed, diverged, or the output could not be written
    ExitUsage = 2,
    ExitData = 3,
    ExitLaboratory = 4, ///< it can't be opened, or not everything could be saved
    ExitInterrupted = 130,
};
