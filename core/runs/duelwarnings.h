// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/duel.h"

namespace convscope {

/// A sentence for each reason why what made the difference between two runs can't be told; none where the duel is fair.
QStringList duelWarnings(const Duel &duel, const ComparedRun &a, const ComparedRun &b);

} // namespace convscope
