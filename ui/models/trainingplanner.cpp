// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/trainingplanner.h"

#include "core/paper/paperfacts.h"
#include "core/paper/paperreport.h"
#include "core/runs/runstore.h"
#include "core/runs/samerun.h"
#include "ui/models/speedtrial.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>
#include <QtConcurrent>

#include <algorithm>

namespace convscope {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(convscope::TrainingPlanner)
};

bool isUsed(const QString &name, const TrainingPlan &plan, const std::vector<RunRecord> &runs, const Queue &queue)
{
    const auto isPlanned = [&plan](const QString &run) {
        return std::any_of(plan.trainings.begin(), plan.trainings.end(), [&run](const PlannedTraining &training) { return training.run == run; });
    };
    const auto waitsInPlan = [&plan](const Experiment &experiment) {
        return std::any_of(plan.trainings.begin(), plan.trainings.end(), [&experiment](const PlannedTraining &training) { return isSameTraining(training.experiment, experiment); });
    };
    return std::any_of(runs.begin(), runs.end(), [&](const RunRecord &run) { return run.tags.contains(name) && !isPlanned(run.id); })
        || std::any_of(queue.entries.begin(), queue.entries.end(), [&](const QueueEntry &entry) { return entry.sweep && entry.sweep->name == name && !waitsInPlan(entry.experiment); });
}

Result<PlannedSweep> planIn(const QString &laboratory, const Sweep &sweep, const Dataset &data, const std::optional<RunRecord> &trial)
{
    using Answer = Result<PlannedSweep>;
    const Result<std::unique_ptr<RunStore>> store = RunStore::open(laboratory);
    if (!store) {
        return Answer::failure(store.error());
    }
    Result<RunList> runs = store.value()->runs();
    const Result<Queue> queue = store.value()->queue();
    if (!runs || !queue) {
        return Answer::failure(runs ? queue.error() : runs.error());
    }
    std::vector<RunRecord> known = std::move(runs).value().runs;
    if (trial && std::none_of(known.begin(), known.end(), [](const RunRecord &run) { return run.last.has_value(); })) {
        known.push_back(*trial);
    }
    PlannedSweep planned{sweep, planTrainings(sweep.experiments, sweep.stop, known, queue.value(), data), false};
    planned.isNameUsed = isUsed(sweep.name, planned.plan, known, queue.value());
    return planned;
}

} // namespace

TrainingPlanner::TrainingPlanner(const QString &laboratory, const DatasetPtr &data, const ExperimentLimits &limits, Engine *engine)
    : m_laboratory(laboratory)
    , m_data(data)
    , m_limits(limits)
    , m_engine(engine)
{
}

QFuture<std::optional<RunRecord>> TrainingPlanner::tryOut(const Experiment &experiment) const
{
    return QtConcurrent::run([engine = m_engine, data = m_data, experiment]() -> std::optional<RunRecord> {
        return engine ? speedTrial(*engine, *data, experiment) : std::nullopt;
    });
}

QFuture<Result<PlannedSweep>> TrainingPlanner::planSweep(const QByteArray &json) const
{
    return QtConcurrent::run([laboratory = m_laboratory, data = m_data, limits = m_limits, trial = m_trial, json]() -> Result<PlannedSweep> {
        using Answer = Result<PlannedSweep>;
        const QString source = Words::tr("Sweep");
        const Result<Sweep> sweep = sweepFromJson(json, source);
        if (!sweep) {
            return Answer::failure(sweep.error().mid(source.size() + 2)); // the dialog is the file
        }
        for (const Experiment &experiment : sweep.value().experiments) {
            if (const std::vector<Problem> problems = validate(experiment, limits); !problems.empty()) {
                return Answer::failure(Words::tr("“%1” can't be trained: %2").arg(experiment.name, problems.front().message));
            }
        }
        return planIn(laboratory, sweep.value(), *data, trial);
    });
}

QFuture<Result<TrainingPlan>> TrainingPlanner::plan(const std::vector<Experiment> &experiments) const
{
    return QtConcurrent::run([laboratory = m_laboratory, data = m_data, trial = m_trial, experiments]() -> Result<TrainingPlan> {
        const Result<PlannedSweep> planned = planIn(laboratory, {QString(), {}, experiments, std::nullopt}, *data, trial);
        return planned ? Result<TrainingPlan>(planned.value().plan) : Result<TrainingPlan>::failure(planned.error());
    });
}

QFuture<Result<QString>> TrainingPlanner::writePaperReport(const PaperChoice &choice, const QString &command, const QString &folder) const
{
    return QtConcurrent::run([laboratory = m_laboratory, data = m_data, engine = m_engine, choice, command, folder]() -> Result<QString> {
        using Answer = Result<QString>;
        const Paper paper = seedPaper();
        const Result<std::unique_ptr<RunStore>> store = RunStore::open(laboratory);
        Result<std::vector<MeasuredRun>> measured = store ? measuredRuns(*store.value(), paperJobs(paper, choice), data->checksum)
                                                          : Result<std::vector<MeasuredRun>>::failure(store.error());
        if (!measured) {
            return Answer::failure(measured.error());
        }
        const PaperReport report{paper, std::move(measured).value(), paperFacts(*data, engine, command), choice.mostEpochs};
        const QString problem = convscope::writePaperReport(report, folder);
        return problem.isEmpty() ? Answer(QDir(folder).filePath(QStringLiteral("paper.html"))) : Answer::failure(problem);
    });
}

QFuture<QString> TrainingPlanner::enqueue(const TrainingPlan &plan, const SweepMembership &sweep) const
{
    return QtConcurrent::run([laboratory = m_laboratory, plan, sweep] {
        const Result<std::unique_ptr<RunStore>> store = RunStore::open(laboratory);
        return store ? store.value()->enqueue(plan, sweep) : store.error();
    });
}

qint64 TrainingPlanner::freeBytes() const
{
    const QStorageInfo storage(QFileInfo(m_laboratory).absolutePath());
    return storage.isValid() ? storage.bytesAvailable() : -1;
}

} // namespace convscope
