// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/runrecord.h"

#include <optional>

namespace convscope {

/// The same numbers are to be expected: everything is equal but the name and the number of threads.
bool isSameTraining(const Experiment &a, const Experiment &b);

/// The run that already stands for an experiment on data with that checksum: one that finished or diverged, else one that is
/// training now, else the one that went furthest. Nothing where there is none. The trash doesn't count.
std::optional<RunRecord> sameRun(const std::vector<RunRecord> &runs, const Experiment &experiment, const QString &dataChecksum);

/// Nothing is left to train: it finished, or diverged, which it would again.
bool isComplete(const RunRecord &run);

} // namespace convscope
