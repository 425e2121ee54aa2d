// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>

namespace convscope {

/// A setting's value as people read it, in the language of the program: "0.001", "yes", "Leaky ReLU"; "–" where there is none.
QString settingValueText(const QJsonValue &value);
/// The same of the setting with this path in an experiment's JSON: where 0 has a meaning of its own, as the form says it ("automatic").
QString settingValueText(const QString &path, const QJsonValue &value);

} // namespace convscope
