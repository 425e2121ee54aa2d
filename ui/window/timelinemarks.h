// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/runhistory.h"

#include <QString>

#include <vector>

namespace convscope {

/// A place of a run that is worth going to.
struct TimelineMark
{
    enum class Kind { Epoch, LowestLoss, Pause, Change };
    Kind kind = Kind::Epoch;
    qint64 steps = 0;
    QString toolTip;
};

/// Ends of epochs, the epoch of the lowest test loss, pauses, changes of settings, in this order.
std::vector<TimelineMark> timelineMarks(const RunHistory &history);

/// Batches between the ends of two epochs; 1 before the run has started.
qint64 batchesPerEpoch(const RunHistory &history);

} // namespace convscope
