// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace convscope {

/// What a setting is called on screen, in the language of the program, from its path in the JSON form:
/// "training.learning_rate" -> "Learning rate", "architecture.conv_blocks[1].filters" -> "Filters of convolution block
/// 2". An unknown path comes back as it is.
QString settingName(const QString &field);

/// Where a setting stands among all, for lists that people read; an unknown path stands last. Indices don't count.
int settingPlace(const QString &field);

/// "architecture.conv_blocks[3].filters" -> "architecture.conv_blocks[].filters"
QString withoutIndices(const QString &field);

} // namespace convscope
