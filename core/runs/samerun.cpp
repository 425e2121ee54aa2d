// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/samerun.h"

#include <tuple>

namespace convscope {

bool isSameTraining(const Experiment &a, const Experiment &b)
{
    TrainingSettings settings = a.training;
    settings.threads = b.training.threads;
    return a.architecture == b.architecture && settings == b.training;
}

bool isComplete(const RunRecord &run)
{
    const bool endedEarly = run.end && run.end->epochsWithoutGain > 0; // as its settings say
    return run.state == RecordState::Diverged
        || (run.state == RecordState::Finished && (endedEarly || run.epochs >= run.start.experiment.training.epochs));
}

std::optional<RunRecord> sameRun(const std::vector<RunRecord> &runs, const Experiment &experiment, const QString &dataChecksum)
{
    const auto rank = [](const RunRecord &run) { return std::tuple(isComplete(run), isActive(run), run.batches); };
    const RunRecord *best = nullptr;
    for (const RunRecord &run : runs) {
        // A branch has the settings of its end only: what it began with were other ones, or other weights.
        const bool isSame = !run.trashed && run.parent.isEmpty() && run.start.dataChecksum == dataChecksum && isSameTraining(run.start.experiment, experiment);
        if (isSame && (!best || rank(run) > rank(*best))) {
            best = &run;
        }
    }
    return best ? std::optional(*best) : std::nullopt;
}

} // namespace convscope
