// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainingsettings.h"

#include <QStringList>

namespace convscope {

/// All settings of an experiment, one a line: "Filters of convolution block 1: 32". In the language of the program.
QStringList settingLines(const Experiment &experiment);

} // namespace convscope
