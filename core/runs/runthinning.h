// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/sqlconnection.h"

namespace convscope {

/// What thinning a run takes away.
struct Thinning
{
    int moments = 0; ///< with whole weights, before
    int removed = 0; ///< of them
    qint64 bytes = 0; ///< that become free
    QString unshrunk = {}; ///< a sentence where they are free inside the file only, because that can't be made smaller now
};

/// Every second of the moments with whole weights goes; the first, the last and the one of the best epoch stay, and so do curves,
/// predictions, checkpoints and everything that is needed to go on. Done again, it halves again. Both throw StoreFailure.
Thinning planThinning(SqlConnection &laboratory, const QString &id);

/// What was taken away. Refused while a program records the run.
Thinning thinRun(SqlConnection &laboratory, const QString &id);

} // namespace convscope
