// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainingsettings.h"

#include <QJsonValue>
#include <QStringList>

#include <map>
#include <vector>

namespace convscope {

/// Every setting of an experiment by its path in the JSON form ("training.learning_rate", "architecture.conv_blocks[0].filters"), without
/// the name. Lists count with their length, too ("architecture.conv_blocks").
std::map<QString, QJsonValue> settingsByPath(const Experiment &experiment);

/// The paths in which not all are equal, those of the training first; where one has no such layer, that differs, too.
QStringList differingSettings(const std::vector<Experiment> &experiments);

} // namespace convscope
