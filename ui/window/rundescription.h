// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/rundetails.h"

#include <optional>

namespace convscope {

class TrainingRun;

/// What the panel says of a run. `bytes`: what it takes in the laboratory, where that is known. `parent`: the name of the run that it
/// branched off, or empty.
RunDetailsContent describe(const TrainingRun &run, std::optional<qint64> bytes, const QString &parent);

/// Why two runs that were asked to be the same may differ: sentences, empty where both were made with the same things.
QStringList differencesInMaking(const TrainingRun &run, const TrainingRun &original);

} // namespace convscope
