// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainingrun.h"

namespace convscope {

/// Where a run is, as numbers for status bar and list.
struct RunProgress
{
    int epoch = 0; ///< 1-based; 0 before the first batch
    int epochs = 0;
    qint64 batch = 0; ///< 1-based within the epoch
    qint64 batchesPerEpoch = 0;
    bool testing = false; ///< the epoch's batches are trained, its test is under way
    double share = 0.0; ///< of the whole run, 0 to 1
    double imagesPerSecond = 0.0; ///< since it began or went on, test passes included; 0 = not known
    double secondsLeft = -1.0; ///< negative = not known yet
};

/// Main thread; constant time.
RunProgress progressOf(const TrainingRun &run);

} // namespace convscope
