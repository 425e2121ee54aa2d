// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/common/result.h"
#include "core/paper/paper.h"
#include "core/paper/paperclaims.h"
#include "core/runs/runstore.h"

namespace convscope {

struct PaperChoice
{
    /// The first is used for all presets, the others only where Paper::severalSeeds has them.
    std::vector<qint64> seeds{1};
    bool withBatchNorm = false;
    /// For a trial: trains no more epochs than that; 0 = all.
    int mostEpochs = 0;
};

struct PaperJob
{
    QString name; ///< a preset, or batchNormName() of one
    Experiment experiment;
    /// Without PaperChoice::mostEpochs.
    int epochsWanted = 0;
};

/// What is to be trained, in order: all presets with the first seed, the variants, then the other seeds. Pure.
std::vector<PaperJob> paperJobs(const Paper &paper, const PaperChoice &choice);

/// What the laboratory holds for each job.
Result<std::vector<MeasuredRun>> measuredRuns(RunStore &store, const std::vector<PaperJob> &jobs, const QString &dataChecksum);

/// "1-3", "1,4" or "7" as seeds; empty where it can't be read, or asks for more than 100.
std::vector<qint64> seedsFrom(const QString &typed);

} // namespace convscope
