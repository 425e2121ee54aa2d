// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace convscope {

/// Where to look for the data when nobody says: the folder that was chosen last, if it is still there, else the place
/// where Debian's dataset-fashion-mnist puts its files.
QString defaultDataFolder();

/// Remembers a folder for the next start (window and command line).
void rememberDataFolder(const QString &folder);

} // namespace convscope
