// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace convscope {

/// Names this process and one recorder in it, so that a run left "running" by a program that was killed can be told from one that
/// runs: "boot id:process id:start time:random". A process id alone comes back.
QString newOwner();

/// True while the process that made the name is there.
bool ownerIsAlive(const QString &owner);

} // namespace convscope
