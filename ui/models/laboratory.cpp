// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/laboratory.h"

#include "core/training/eventsuntil.h"

#include <QCoreApplication>
#include <QThreadPool>
#include <QtConcurrent>

#include <algorithm>
#include <type_traits>

namespace convscope {

namespace {

template<typename Work>
auto inPool(QThreadPool &pool, const QString &file, Work work)
{
    using Answer = std::invoke_result_t<Work, RunStore &>;
    return QtConcurrent::run(&pool, [file, work]() -> Answer {
        const Result<std::unique_ptr<RunStore>> store = RunStore::open(file);
        if (store) {
            return work(*store.value());
        }
        if constexpr (std::is_same_v<Answer, QString>) {
            return store.error();
        } else {
            return Answer::failure(store.error());
        }
    });
}

template<typename Work>
auto inBackground(const QString &file, Work work)
{
    return inPool(*QThreadPool::globalInstance(), file, work);
}

int completeEpochs(const Checkpoint &checkpoint)
{
    return checkpoint.epochIsComplete ? checkpoint.epoch : checkpoint.epoch - 1;
}

std::shared_ptr<RunHistory> historyUpTo(const Checkpoint &checkpoint, const RunHistory &whole)
{
    auto history = std::make_shared<RunHistory>();
    history->setStarted(*whole.started());
    std::vector<BatchPoint> points;
    whole.readBatches(0, points);
    points.resize(std::min(points.size(), std::size_t(checkpoint.steps)));
    for (const BatchPoint &point : points) {
        history->append(point);
    }
    for (const EpochReport &report : whole.epochs()) {
        if (report.epoch <= completeEpochs(checkpoint)) {
            history->append(report);
        }
    }
    for (const RunEvent &event : eventsUntil(checkpoint.steps, checkpoint.live, whole.events())) {
        history->append(event);
    }
    return history;
}

Result<Continuation> continuation(RunStore &store, const QString &id, int epochs)
{
    using Failure = Result<Continuation>;
    const Result<ResumePoint> point = store.resumePoint(id);
    if (!point) {
        return Failure::failure(point.error());
    }
    if (completeEpochs(*point.value().checkpoint) >= epochs) {
        return Failure::failure(QCoreApplication::translate("convscope::Laboratory", "The run “%1” has trained as many epochs already.")
                                    .arg(point.value().record.name));
    }
    const Result<LoadedRun> run = store.load(id);
    if (!run) {
        return Failure::failure(run.error());
    }
    const Result<RecordingTarget> target = store.claim(point.value());
    if (!target) {
        return Failure::failure(target.error());
    }
    return Continuation{point.value(), historyUpTo(*point.value().checkpoint, *run.value().history), target.value()};
}

Result<ComparedList> comparedRuns(RunStore &store, const std::vector<ComparedRunPtr> &known, int side, int classes)
{
    using Answer = Result<ComparedList>;
    const Result<RunList> list = store.runs();
    if (!list) {
        return Answer::failure(list.error());
    }
    std::map<QString, ComparedRunPtr> before;
    for (const ComparedRunPtr &run : known) {
        before[run->id] = run;
    }
    ComparedList compared;
    for (const RunRecord &record : list.value().runs) {
        const auto found = before.find(record.id);
        if (found != before.end() && found->second->name == record.name && found->second->tags == record.tags && found->second->state == record.state
            && int(found->second->epochs.size()) == record.epochs) {
            compared.runs.push_back(found->second);
            continue;
        }
        const Result<std::vector<EpochReport>> epochs = store.epochs(record.id);
        if (!epochs) {
            compared.problems << epochs.error();
        }
        compared.runs.push_back(std::make_shared<ComparedRun>(comparedRun(record, epochs ? epochs.value() : std::vector<EpochReport>(), side, classes)));
    }
    return compared;
}

void addRunsOf(RunStore &store, const QString &file, AddedRuns &added)
{
    const Result<ImportedRuns> imported = store.importRuns(file);
    if (!imported) {
        added.problems << imported.error();
        return;
    }
    added.known += imported.value().known;
    added.problems << imported.value().problems;
    for (const QString &id : imported.value().ids) {
        if (const Result<RunRecord> run = store.run(id)) {
            added.runs.push_back(run.value());
        }
    }
}

} // namespace

Laboratory::Laboratory(const QString &file)
    : m_file(file)
    , m_writes(std::make_shared<QThreadPool>())
{
    m_writes->setMaxThreadCount(1);
}

QFuture<Result<RunList>> Laboratory::list() const
{
    return inBackground(m_file, [](RunStore &store) {
        const QString problem = store.checkWritable();
        return problem.isEmpty() ? store.runs() : Result<RunList>::failure(problem);
    });
}

QFuture<Result<LoadedRun>> Laboratory::load(const QString &id) const
{
    return inBackground(m_file, [id](RunStore &store) { return store.load(id); });
}

QFuture<Result<ComparedList>> Laboratory::compare(const std::vector<ComparedRunPtr> &known, int side, int classes) const
{
    return inBackground(m_file, [known, side, classes](RunStore &store) { return comparedRuns(store, known, side, classes); });
}

QFuture<Result<RunMoments>> Laboratory::moments(const QString &id) const
{
    return inBackground(m_file, [id](RunStore &store) { return store.moments(id); });
}

QFuture<Result<WeightsPtr>> Laboratory::weights(const QString &id, qint64 steps) const
{
    return inBackground(m_file, [id, steps](RunStore &store) { return store.weights(id, steps); });
}

QFuture<Result<FilterFilm>> Laboratory::film(const QString &id, qint64 steps) const
{
    return inBackground(m_file, [id, steps](RunStore &store) { return store.film(id, steps); });
}

QFuture<Result<TestProbabilities>> Laboratory::probabilities(const QString &id, int epoch) const
{
    return inBackground(m_file, [id, epoch](RunStore &store) { return store.probabilities(id, epoch); });
}

QFuture<Result<OwnedCheckpoint>> Laboratory::checkpointNear(const QString &id, qint64 steps) const
{
    return inBackground(m_file, [id, steps](RunStore &store) { return store.checkpointNear(id, steps); });
}

QFuture<Result<Continuation>> Laboratory::goOn(const QString &id, int epochs) const
{
    return inBackground(m_file, [id, epochs](RunStore &store) { return continuation(store, id, epochs); });
}

QFuture<Result<RunList>> Laboratory::trash() const
{
    return inBackground(m_file, [](RunStore &store) { return store.trash(); });
}

QFuture<Result<qint64>> Laboratory::diskUse(const QString &id) const
{
    return inBackground(m_file, [id](RunStore &store) { return store.diskUse(id); });
}

QFuture<Result<std::vector<CheckpointInfo>>> Laboratory::checkpoints(const QString &id) const
{
    return inBackground(m_file, [id](RunStore &store) { return store.checkpoints(id); });
}

QFuture<Result<RunRecord>> Laboratory::branch(const QString &parent, qint64 steps, const Experiment &wanted) const
{
    return inBackground(m_file, [parent, steps, wanted](RunStore &store) {
        const Result<QString> id = store.branch(parent, steps, wanted);
        return id ? store.run(id.value()) : Result<RunRecord>::failure(id.error());
    });
}

QFuture<Result<RunRecord>> Laboratory::branch(const QString &parent, const WeightsPtr &operated, const Experiment &wanted) const
{
    return inBackground(m_file, [parent, operated, wanted](RunStore &store) {
        const Result<QString> id = store.branch(parent, *operated, wanted);
        return id ? store.run(id.value()) : Result<RunRecord>::failure(id.error());
    });
}

QFuture<Result<AddedRuns>> Laboratory::importRuns(const QStringList &files) const
{
    return inBackground(m_file, [files](RunStore &store) {
        AddedRuns added;
        for (const QString &file : files) {
            addRunsOf(store, file, added);
        }
        return Result<AddedRuns>(std::move(added));
    });
}

QFuture<Result<Thinning>> Laboratory::planThinning(const QString &id) const
{
    return inBackground(m_file, [id](RunStore &store) { return store.planThinning(id); });
}

QFuture<Result<Thinning>> Laboratory::thin(const QString &id) const
{
    return inBackground(m_file, [id](RunStore &store) { return store.thin(id); });
}

QFuture<Result<Queue>> Laboratory::queue() const
{
    return inBackground(m_file, [](RunStore &store) { return store.queue(); });
}

QFuture<Result<std::optional<QueueEntry>>> Laboratory::takeFromQueue() const
{
    return inPool(*m_writes, m_file, [](RunStore &store) { return store.takeFromQueue(); });
}

QFuture<QString> Laboratory::enqueue(const Experiment &experiment) const
{
    return inPool(*m_writes, m_file, [experiment](RunStore &store) {
        const Result<qint64> number = store.enqueue(experiment);
        return number ? QString() : number.error();
    });
}

QFuture<QString> Laboratory::removeFromQueue(qint64 number) const
{
    return inPool(*m_writes, m_file, [number](RunStore &store) { return store.removeFromQueue(number); });
}

QFuture<QString> Laboratory::moveInQueue(qint64 number, qint64 place) const
{
    return inPool(*m_writes, m_file, [number, place](RunStore &store) { return store.moveInQueue(number, place); });
}

QFuture<QString> Laboratory::skipInQueue(qint64 number, bool skipped) const
{
    return inPool(*m_writes, m_file, [number, skipped](RunStore &store) { return store.skipInQueue(number, skipped); });
}

QFuture<QString> Laboratory::editInQueue(qint64 number, const Experiment &experiment) const
{
    return inPool(*m_writes, m_file, [number, experiment](RunStore &store) { return store.editInQueue(number, experiment); });
}

QFuture<QString> Laboratory::setRunOfQueued(qint64 number, const QString &run) const
{
    return inPool(*m_writes, m_file, [number, run](RunStore &store) { return store.setRunOfQueued(number, run); });
}

QFuture<QString> Laboratory::finishQueued(qint64 number, bool isDone) const
{
    return inPool(*m_writes, m_file, [number, isDone](RunStore &store) { return store.finishQueued(number, isDone); });
}

QFuture<QString> Laboratory::setLabels(const QString &id, const RunLabels &labels) const
{
    return inPool(*m_writes, m_file, [id, labels](RunStore &store) { return store.setLabels(id, labels); });
}

QFuture<Result<QStringList>> Laboratory::exportRun(const QString &id, RunFormat format, const QString &file, CsvStyle style) const
{
    return inBackground(m_file, [id, format, file, style](RunStore &store) { return exportRunAs(store, id, format, file, style); });
}

QFuture<QString> Laboratory::erase(const QStringList &ids) const
{
    return inPool(*m_writes, m_file, [ids](RunStore &store) {
        QStringList sentences;
        for (const QString &id : ids) {
            sentences << store.erase(id);
        }
        sentences << store.shrink();
        sentences.removeAll(QString());
        return sentences.join(QLatin1Char(' '));
    });
}

QFuture<QString> Laboratory::emptyTrash() const
{
    return inBackground(m_file, [](RunStore &store) {
        const QString problem = store.emptyTrash();
        return problem.isEmpty() ? store.shrink() : problem;
    });
}

QFuture<QString> Laboratory::rename(const QString &id, const QString &name) const
{
    return inPool(*m_writes, m_file, [id, name](RunStore &store) { return store.rename(id, name); });
}

QFuture<QString> Laboratory::moveToTrash(const QString &id) const
{
    return inPool(*m_writes, m_file, [id](RunStore &store) { return store.moveToTrash(id); });
}

QFuture<QString> Laboratory::restoreFromTrash(const QString &id) const
{
    return inPool(*m_writes, m_file, [id](RunStore &store) { return store.restoreFromTrash(id); });
}

} // namespace convscope
