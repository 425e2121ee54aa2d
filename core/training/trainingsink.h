// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/checkpoint.h"
#include "core/training/reports.h"

namespace convscope {

/// What a training loop reports to. All calls come from the thread that trains, in the order of the grammar in reports.h;
/// an implementation must not block: training waits for it.
class TrainingSink
{
public:
    virtual ~TrainingSink() = default;
    virtual void started(const RunStarted &start) = 0;
    virtual void batchTrained(const BatchPoint &point) = 0;
    virtual void eventHappened(const RunEvent &event) = 0;
    virtual void epochFinished(const EpochReport &report) = 0;
    /// Before the first batch, after every epoch, at every pause and stop, and about once a minute in between. Whoever keeps nothing ignores it.
    virtual void checkpointTaken(const CheckpointPtr &) {}
};

} // namespace convscope
