// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace convscope {

/// The path of the first key that appears twice in the same object ("training.epochs"); empty if there is none.
/// QJsonDocument keeps the last of the two without a word. `json` must be valid JSON.
QString firstRepeatedKey(const QByteArray &json);

} // namespace convscope
