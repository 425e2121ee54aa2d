// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/common/result.h"
#include "core/training/trainingsettings.h"

#include <QString>

namespace convscope {

/// An experiment as a file of the user's, in the JSON form of experimentjson.h. Failures name the file and the reason.
Result<Experiment> readExperimentFile(const QString &path);

/// Writes it as a whole or not at all. Returns an empty string, or a sentence.
QString writeExperimentFile(const QString &path, const Experiment &experiment);

} // namespace convscope
