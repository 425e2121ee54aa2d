// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace convscope {

/// Deletes the user's preset of that name. Returns an empty string, or a sentence that says why it is still there.
QString deleteUserPreset(const QString &folder, const QString &name);

} // namespace convscope
