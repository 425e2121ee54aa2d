// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainingsettings.h"

#include <QJsonArray>
#include <QJsonValue>
#include <QStringList>

#include <map>

/// Settings of which other values can be tried, each by its path in the JSON form.
namespace convscope {

/// Not the seed, which is no setting to be chosen, and nothing that is only a matter of computation.
bool isSweepable(const QString &path, const QJsonValue &value);
/// With their values: those of settingsByPath(), and "dropout" where there are hidden layers.
std::map<QString, QJsonValue> sweepableSettings(const Experiment &experiment);
/// The words that a setting may be ("adam", "sgd"); empty for numbers and for yes or no.
QStringList wordsOf(const QString &path);
/// Values that are worth a try beside the one it has: at least two.
QJsonArray suggestedValues(const QString &path, const QJsonValue &value);
/// Factors say more than differences: the learning rate, the weight decay.
bool isLogarithmicByNature(const QString &path);

} // namespace convscope
