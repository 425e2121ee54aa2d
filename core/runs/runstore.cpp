// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/runstore.h"

#include "core/common/machine.h"
#include "core/runs/laboratoryfile.h"
#include "core/runs/rows.h"
#include "core/runs/runbranch.h"
#include "core/runs/runowner.h"
#include "core/runs/storefailure.h"
#include "core/runs/trainingplan.h"

#include <QCoreApplication>
#include <QUuid>

namespace convscope {

namespace {

constexpr qsizetype shortestPrefix = 4;

QString text(const char *source)
{
    return QCoreApplication::translate("convscope::RunStore", source);
}

/// With the processor: another one may compute other last digits.
QString programName()
{
    static const QString processor = processorName();
    const QString name = QStringLiteral("ConvScope %1, Qt %2").arg(QCoreApplication::applicationVersion(), QLatin1String(qVersion()));
    return processor.isEmpty() ? name : name + QStringLiteral(", ") + processor;
}

void refuseActive(const RunRecord &run)
{
    if (isActive(run)) {
        throw StoreFailure{text(QT_TRANSLATE_NOOP("convscope::RunStore", "The run “%1” is training. Stop it first.")).arg(run.name)};
    }
}

/// All that a question needs comes from one state of the file.
template<typename Question>
auto read(SqlConnection &connection, const QString &id, Question question)
{
    return guarded([&] {
        const SqlTransaction transaction(connection, SqlTransaction::Kind::Reading);
        RunReader reader(connection, id);
        return question(reader);
    });
}

QString only(const QStringList &matches, const QString &typed)
{
    if (matches.size() == 1) {
        return matches.first();
    }
    throw StoreFailure{matches.isEmpty()
                           ? text(QT_TRANSLATE_NOOP("convscope::RunStore", "There is no run %1. `convscope runs` lists those there are.")).arg(typed)
                           : text(QT_TRANSLATE_NOOP("convscope::RunStore", "Several runs begin with %1: %2. Write more of the one you mean.")).arg(typed, matches.join(QStringLiteral(", ")))};
}

} // namespace

RunStore::RunStore(std::unique_ptr<SqlConnection> connection)
    : m_connection(std::move(connection))
{
}

RunStore::~RunStore() = default;

Result<std::unique_ptr<RunStore>> RunStore::open(const QString &file)
{
    return guarded([&] { return std::unique_ptr<RunStore>(new RunStore(openLaboratory(file))); });
}

Result<std::unique_ptr<RunStore>> RunStore::openForReading(const QString &file)
{
    return guarded([&] { return std::unique_ptr<RunStore>(new RunStore(openLaboratoryForReading(file))); });
}

QString RunStore::file() const
{
    return m_connection->file();
}

QString RunStore::checkWritable()
{
    return sentenceOf([this] {
        SqlTransaction(*m_connection).commit();
    });
}

Result<RunList> RunStore::runs()
{
    return guarded([this] { return readRuns(*m_connection, false); });
}

Result<RunList> RunStore::trash()
{
    return guarded([this] { return readRuns(*m_connection, true); });
}

Result<RunRecord> RunStore::run(const QString &id)
{
    return guarded([&] { return readRun(*m_connection, id); });
}

Result<QString> RunStore::findId(const QString &typed)
{
    return guarded([&] {
        QStringList matches;
        if (typed == QLatin1String("latest")) {
            const RunList list = readRuns(*m_connection, false);
            if (list.runs.empty()) {
                throw StoreFailure{text(QT_TRANSLATE_NOOP("convscope::RunStore", "There are no runs in %1 yet.")).arg(file())};
            }
            return list.runs.front().id;
        }
        const bool isPrefix = typed.size() >= shortestPrefix;
        QSqlQuery rows = m_connection->query(QStringLiteral("SELECT id FROM runs WHERE id = ? OR (? AND substr(id, 1, ?) = ?)"),
                                             {typed, isPrefix, typed.size(), typed});
        while (m_connection->next(rows)) {
            matches << rows.value(0).toString();
        }
        return only(matches.contains(typed) ? QStringList{typed} : matches, typed);
    });
}

Result<LoadedRun> RunStore::load(const QString &id)
{
    return read(*m_connection, id, [&](RunReader &reader) { return reader.load(); });
}

Result<std::vector<CheckpointInfo>> RunStore::checkpoints(const QString &id)
{
    return read(*m_connection, id, [&](RunReader &reader) { return reader.checkpoints(); });
}

Result<CheckpointPtr> RunStore::checkpoint(const QString &id, qint64 steps)
{
    return read(*m_connection, id, [&](RunReader &reader) { return reader.checkpoint(steps); });
}

Result<TestProbabilities> RunStore::probabilities(const QString &id, int epoch)
{
    return read(*m_connection, id, [&](RunReader &reader) { return reader.probabilities(epoch); });
}

Result<std::vector<EpochReport>> RunStore::epochs(const QString &id)
{
    return read(*m_connection, id, [](RunReader &reader) { return reader.epochs(); });
}

Result<RunMoments> RunStore::moments(const QString &id)
{
    return read(*m_connection, id, [&](RunReader &reader) { return reader.moments(); });
}

Result<WeightsPtr> RunStore::weights(const QString &id, qint64 steps)
{
    return read(*m_connection, id, [&](RunReader &reader) { return reader.weights(steps); });
}

Result<FilterFilm> RunStore::film(const QString &id, qint64 steps)
{
    return read(*m_connection, id, [&](RunReader &reader) { return reader.film(steps); });
}

Result<ResumePoint> RunStore::resumePoint(const QString &id)
{
    return read(*m_connection, id, [&](RunReader &reader) { return reader.resumePoint(); });
}

Result<ResumePoint> RunStore::finalPoint(const QString &id)
{
    return read(*m_connection, id, [&](RunReader &reader) {
        const RunRecord &run = reader.record();
        if (run.start.experiment.training.finalWeights == FinalWeights::Best && run.best) {
            for (const CheckpointInfo &info : reader.checkpoints()) {
                if (info.epochIsComplete && info.epoch == run.best->epoch) {
                    return ResumePoint{run, reader.checkpoint(info.steps), run.best, run.best, {}};
                }
            }
        }
        return reader.resumePoint();
    });
}

Result<RecordingTarget> RunStore::claim(const ResumePoint &point)
{
    return guarded([&] {
        SqlTransaction transaction(*m_connection);
        RunRecord run = readRun(*m_connection, point.record.id);
        refuseActive(run);
        run.owner = newOwner();
        run.state = RecordState::Running;
        run.trashed = false;
        writeRun(*m_connection, run);
        transaction.commit();
        return RecordingTarget{run.id, run.owner, run.name, run.dataFolder, programName(), point.best, {}, {}};
    });
}

RecordingTarget RunStore::newTarget(const QString &dataFolder)
{
    return {QUuid::createUuid().toString(QUuid::WithoutBraces), newOwner(), {}, dataFolder, programName(), {}, {}, {}};
}

Result<qint64> RunStore::dataVersion()
{
    return guarded([this] { return m_connection->value(QStringLiteral("PRAGMA data_version")).toLongLong(); });
}

Result<QHash<QString, QByteArray>> RunStore::seals()
{
    return guarded([this] {
        QHash<QString, QByteArray> seals;
        QSqlQuery rows = m_connection->query(QStringLiteral("SELECT id, sha256 FROM runs"));
        while (m_connection->next(rows)) {
            seals.insert(rows.value(0).toString(), rows.value(1).toByteArray());
        }
        return seals;
    });
}

Result<qint64> RunStore::diskUse(const QString &id)
{
    return guarded([&] {
        qint64 bytes = 0;
        for (const Table &table : childTables()) {
            QStringList lengths;
            for (const QString &column : table.columns) {
                lengths << QStringLiteral("length(%1)").arg(column);
            }
            bytes += m_connection->value(QStringLiteral("SELECT coalesce(sum(%1), 0) FROM %2 WHERE run = ?")
                                             .arg(lengths.join(QStringLiteral(" + ")), QLatin1String(table.name)), {id}).toLongLong();
        }
        return bytes;
    });
}

QString RunStore::change(const QString &id, const std::function<void(RunRecord &)> &apply)
{
    return sentenceOf([&] {
        SqlTransaction transaction(*m_connection);
        RunRecord run = readRun(*m_connection, id);
        apply(run);
        writeRun(*m_connection, run);
        transaction.commit();
    });
}

QString RunStore::rename(const QString &id, const QString &name)
{
    return change(id, [&](RunRecord &run) { run.name = name; });
}

QString RunStore::setLabels(const QString &id, const RunLabels &labels)
{
    return change(id, [&](RunRecord &run) {
        run.note = labels.note;
        run.tags = labels.tags;
        run.favourite = labels.favourite;
    });
}

QString RunStore::addTag(const QString &id, const QString &tag)
{
    return change(id, [&](RunRecord &run) {
        if (!run.tags.contains(tag)) {
            run.tags << tag;
        }
    });
}

QString RunStore::moveToTrash(const QString &id)
{
    return change(id, [](RunRecord &run) {
        refuseActive(run);
        run.trashed = true;
    });
}

QString RunStore::restoreFromTrash(const QString &id)
{
    return change(id, [](RunRecord &run) { run.trashed = false; });
}

QString RunStore::erase(const QString &id)
{
    return sentenceOf([&] {
        SqlTransaction transaction(*m_connection);
        const RunRecord run = readRun(*m_connection, id);
        refuseActive(run);
        if (!run.trashed) {
            throw StoreFailure{text(QT_TRANSLATE_NOOP("convscope::RunStore", "The run “%1” is not in the trash. Move it there first.")).arg(run.name)};
        }
        m_connection->query(QStringLiteral("DELETE FROM runs WHERE id = ?"), {id});
        transaction.commit();
    });
}

QString RunStore::emptyTrash()
{
    return sentenceOf([&] {
        {
            SqlTransaction transaction(*m_connection);
            for (const RunRecord &run : readRuns(*m_connection, true).runs) {
                refuseActive(run);
                m_connection->query(QStringLiteral("DELETE FROM runs WHERE id = ?"), {run.id});
            }
            transaction.commit();
        }
        shrink();
    });
}

/// What was erased is free space inside the file. Making the file smaller needs room for a copy, so that it may fail.
void RunStore::shrink()
{
    sentenceOf([this] { m_connection->query(QStringLiteral("VACUUM")); });
}

Result<Thinning> RunStore::planThinning(const QString &id)
{
    return guarded([&] { return convscope::planThinning(*m_connection, id); });
}

Result<Thinning> RunStore::thin(const QString &id)
{
    return guarded([&] {
        const Thinning thinning = thinRun(*m_connection, id);
        shrink();
        return thinning;
    });
}

Result<QString> RunStore::branch(const QString &parent, qint64 steps, const Experiment &wanted)
{
    return guarded([&] { return branchRun(*m_connection, parent, steps, wanted); });
}

Result<QString> RunStore::branch(const QString &parent, const Weights &operated, const Experiment &wanted)
{
    return guarded([&] { return branchRun(*m_connection, parent, operated, wanted); });
}

Result<Queue> RunStore::queue()
{
    return guarded([this] { return readQueue(*m_connection); });
}

Result<qint64> RunStore::enqueue(const Experiment &experiment)
{
    return guarded([&] { return convscope::enqueue(*m_connection, experiment); });
}

QString RunStore::enqueue(const TrainingPlan &plan, const SweepMembership &sweep)
{
    for (const PlannedTraining &training : plan.trainings) {
        const QString problem = sentenceOf([&] {
            if (training.isWanted()) {
                convscope::enqueue(*m_connection, training.experiment, sweep, training.run);
            }
        });
        if (!problem.isEmpty()) {
            return problem;
        }
        if (const QString untagged = training.run.isEmpty() ? QString() : addTag(training.run, sweep.name); !untagged.isEmpty()) {
            return untagged;
        }
    }
    return QString();
}

Result<std::optional<QueueEntry>> RunStore::takeFromQueue()
{
    return guarded([this] { return convscope::takeFromQueue(*m_connection, newOwner()); });
}

QString RunStore::removeFromQueue(qint64 number)
{
    return sentenceOf([&] { convscope::removeFromQueue(*m_connection, number); });
}

QString RunStore::moveInQueue(qint64 number, qint64 place)
{
    return sentenceOf([&] { convscope::moveInQueue(*m_connection, number, place); });
}

QString RunStore::skipInQueue(qint64 number, bool skipped)
{
    return sentenceOf([&] { convscope::skipInQueue(*m_connection, number, skipped); });
}

QString RunStore::editInQueue(qint64 number, const Experiment &experiment)
{
    return sentenceOf([&] { convscope::editInQueue(*m_connection, number, experiment); });
}

QString RunStore::setRunOfQueued(qint64 number, const QString &run)
{
    return sentenceOf([&] { convscope::setRunOfQueued(*m_connection, number, run); });
}

QString RunStore::finishQueued(qint64 number, bool isDone)
{
    return sentenceOf([&] { convscope::finishQueued(*m_connection, number, isDone); });
}

QString RunStore::exportRun(const QString &id, const QString &path)
{
    return sentenceOf([&] { convscope::exportRun(*m_connection, id, path); });
}

Result<QString> RunStore::importRun(const QString &path)
{
    return guarded([&] { return convscope::importRun(*m_connection, path); });
}

Result<ImportedRuns> RunStore::importRuns(const QString &path)
{
    return guarded([&] { return convscope::importRuns(*m_connection, path); });
}

} // namespace convscope
