// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/runprogress.h"

#include <algorithm>

namespace convscope {

RunProgress progressOf(const TrainingRun &run)
{
    RunProgress progress;
    progress.epochs = run.experiment().training.epochs;
    const std::optional<RunStarted> start = run.history()->started();
    if (!start || start->batchesPerEpoch == 0) {
        return progress;
    }
    progress.batchesPerEpoch = start->batchesPerEpoch;
    const qint64 done = run.unread() ? run.unread()->batches : qint64(run.history()->batchCount());
    if (done == 0) {
        return progress;
    }
    progress.epoch = int(1 + (done - 1) / start->batchesPerEpoch);
    progress.batch = 1 + (done - 1) % start->batchesPerEpoch;
    progress.testing = done % start->batchesPerEpoch == 0
        && qint64(run.history()->epochCount()) < done / start->batchesPerEpoch && isActive(run.state());
    const qint64 total = start->batchesPerEpoch * progress.epochs;
    progress.share = double(done) / double(total);
    const double seconds = run.activeSeconds();
    const qint64 trainedHere = done - start->steps;
    if (seconds > 0.0 && trainedHere > 0) {
        const double images = double(trainedHere) / double(start->batchesPerEpoch) * start->trainImages;
        progress.imagesPerSecond = images / seconds;
        progress.secondsLeft = seconds * double(total - done) / double(trainedHere);
    }
    return progress;
}

} // namespace convscope
