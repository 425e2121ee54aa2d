// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/paper/paperplan.h"

#include "core/runs/samerun.h"
#include "core/training/presets.h"

#include <algorithm>

namespace convscope {

namespace {

constexpr qint64 mostSeeds = 100;

class Jobs
{
public:
    Jobs(std::vector<Preset> presets, int mostEpochs)
        : m_presets(std::move(presets))
        , m_mostEpochs(mostEpochs)
    {
    }

    void add(const QString &preset, qint64 seed, bool batchNorm)
    {
        const auto found = std::find_if(m_presets.begin(), m_presets.end(), [&](const Preset &known) { return known.experiment.name == preset; });
        if (found == m_presets.end()) {
            return;
        }
        PaperJob job{batchNorm ? batchNormName(preset) : preset, found->experiment, found->experiment.training.epochs};
        job.experiment.name = job.name;
        job.experiment.training.seed = seed;
        if (m_mostEpochs > 0) {
            job.experiment.training.epochs = std::min(job.experiment.training.epochs, m_mostEpochs);
        }
        for (ConvBlock &block : job.experiment.architecture.convBlocks) {
            block.batchNorm = block.batchNorm || batchNorm;
        }
        jobs.push_back(job);
    }

    std::vector<PaperJob> jobs;

private:
    const std::vector<Preset> m_presets;
    const int m_mostEpochs;
};

} // namespace

std::vector<PaperJob> paperJobs(const Paper &paper, const PaperChoice &choice)
{
    Jobs jobs(builtInPresets(), choice.mostEpochs);
    for (const qint64 seed : choice.seeds) {
        for (const QString &preset : seed == choice.seeds.front() ? paper.runs : paper.severalSeeds) {
            jobs.add(preset, seed, false);
        }
        if (choice.withBatchNorm && seed == choice.seeds.front()) {
            for (const QString &preset : paper.batchNormVariants) {
                jobs.add(preset, seed, true);
            }
        }
    }
    return jobs.jobs;
}

Result<std::vector<MeasuredRun>> measuredRuns(RunStore &store, const std::vector<PaperJob> &jobs, const QString &dataChecksum)
{
    const Result<RunList> list = store.runs();
    if (!list) {
        return Result<std::vector<MeasuredRun>>::failure(list.error());
    }
    std::vector<MeasuredRun> measured;
    for (const PaperJob &job : jobs) {
        MeasuredRun run{job.name, job.experiment.training.seed, {}, job.epochsWanted, false, {}};
        if (const std::optional<RunRecord> known = sameRun(list.value().runs, job.experiment, dataChecksum)) {
            const Result<LoadedRun> loaded = store.load(known->id);
            if (!loaded) {
                return Result<std::vector<MeasuredRun>>::failure(loaded.error());
            }
            run.id = known->id;
            run.diverged = known->state == RecordState::Diverged;
            run.epochs = loaded.value().history->epochs();
        }
        measured.push_back(std::move(run));
    }
    return measured;
}

std::vector<qint64> seedsFrom(const QString &typed)
{
    std::vector<qint64> seeds;
    for (const QString &part : typed.split(QLatin1Char(','))) {
        bool isFirst = false;
        bool isLast = false;
        const qint64 first = part.section(QLatin1Char('-'), 0, 0).trimmed().toLongLong(&isFirst);
        const qint64 last = part.contains(QLatin1Char('-')) ? part.section(QLatin1Char('-'), 1).trimmed().toLongLong(&isLast) : first;
        if (!isFirst || (part.contains(QLatin1Char('-')) && !isLast) || last < first || last - first >= mostSeeds) {
            return {};
        }
        for (qint64 seed = first; seed <= last; ++seed) {
            if (std::find(seeds.begin(), seeds.end(), seed) == seeds.end()) {
                seeds.push_back(seed);
            }
        }
    }
    return qint64(seeds.size()) > mostSeeds ? std::vector<qint64>() : seeds;
}

} // namespace convscope
