// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace convscope {

/// "AMD EPYC 7B13"; empty where the system doesn't say.
QString processorName();

/// "AMD EPYC 7B13, 2 processors, Debian GNU/Linux 12 (bookworm)": what a measurement was made on. No host or user name.
QString machineText();

} // namespace convscope
