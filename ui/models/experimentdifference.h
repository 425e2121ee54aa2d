// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainingsettings.h"

#include <QStringList>

namespace convscope {

/// One line for each setting in which an experiment is not the preset, with both values; empty when there is none.
/// Names don't count.
QStringList settingsThatDiffer(const Experiment &experiment, const Experiment &preset);

} // namespace convscope
