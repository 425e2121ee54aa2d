// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/runhistory.h"

#include <QByteArray>

namespace convscope {

/// One line per epoch, with a line of titles; a point as decimal mark, all digits that are needed to read the same number back,
/// "nan" and "inf" as they are.
QByteArray epochCsv(const RunHistory &history);

} // namespace convscope
