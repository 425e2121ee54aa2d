// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/runstore.h"

#include "core/runs/laboratoryfile.h"
#include "core/runs/runbranch.h"
#include "core/runs/runclaim.h"
#include "core/runs/runlineage.h"
#include "core/runs/runlookup.h"
#include "core/runs/runowner.h"
#include "core/runs/runtrash.h"
#include "core/runs/storefailure.h"
#include "core/runs/trainingplan.h"

namespace convscope {

namespace {

/// All that a question needs comes from one state of the file. The reader: RunReader, or RunLineage.
template<typename Reader = RunReader, typename Question>
auto read(SqlConnection &connection, const QString &id, Question question)
{
    return guarded([&] {
        const SqlTransaction transaction(connection, SqlTransaction::Kind::Reading);
        Reader reader(connection, id);
        return question(reader);
    });
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
    return guarded([&] { return findRunId(*m_connection, typed); });
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

Result<OwnedCheckpoint> RunStore::checkpointNear(const QString &id, qint64 steps)
{
    return read<RunLineage>(*m_connection, id, [&](RunLineage &lineage) { return lineage.checkpointNear(steps); });
}

Result<TestProbabilities> RunStore::probabilities(const QString &id, int epoch)
{
    return read<RunLineage>(*m_connection, id, [&](RunLineage &lineage) { return lineage.probabilities(epoch); });
}

Result<std::vector<EpochReport>> RunStore::epochs(const QString &id)
{
    return read(*m_connection, id, [](RunReader &reader) { return reader.epochs(); });
}

Result<RunMoments> RunStore::moments(const QString &id)
{
    return read<RunLineage>(*m_connection, id, [&](RunLineage &lineage) { return lineage.moments(); });
}

Result<WeightsPtr> RunStore::weights(const QString &id, qint64 steps)
{
    return read<RunLineage>(*m_connection, id, [&](RunLineage &lineage) { return lineage.weights(steps); });
}

Result<FilterFilm> RunStore::film(const QString &id, qint64 steps)
{
    return read<RunLineage>(*m_connection, id, [&](RunLineage &lineage) { return lineage.film(steps); });
}

Result<ResumePoint> RunStore::resumePoint(const QString &id)
{
    return read(*m_connection, id, [&](RunReader &reader) { return reader.resumePoint(); });
}

Result<ResumePoint> RunStore::finalPoint(const QString &id)
{
    return read(*m_connection, id, [&](RunReader &reader) { return reader.finalPoint(); });
}

Result<RecordingTarget> RunStore::claim(const ResumePoint &point)
{
    return guarded([&] { return claimRun(*m_connection, point); });
}

RecordingTarget RunStore::newTarget(const QString &dataFolder)
{
    return newRecordingTarget(dataFolder);
}

Result<qint64> RunStore::dataVersion()
{
    return guarded([this] { return m_connection->value(QStringLiteral("PRAGMA data_version")).toLongLong(); });
}

Result<QHash<QString, QByteArray>> RunStore::seals()
{
    return guarded([this] { return sealsOfRuns(*m_connection); });
}

Result<qint64> RunStore::diskUse(const QString &id)
{
    return guarded([&] { return diskUseOf(*m_connection, id); });
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
    return sentenceOf([&] { eraseRun(*m_connection, id); });
}

QString RunStore::eraseDamaged(const QString &id)
{
    return sentenceOf([&] { convscope::eraseDamaged(*m_connection, id); });
}

QString RunStore::emptyTrash()
{
    return sentenceOf([this] { eraseTrash(*m_connection); });
}

QString RunStore::shrink()
{
    return shrinkFile(*m_connection);
}

Result<Thinning> RunStore::planThinning(const QString &id)
{
    return guarded([&] { return convscope::planThinning(*m_connection, id); });
}

Result<Thinning> RunStore::thin(const QString &id)
{
    return guarded([&] {
        Thinning thinning = thinRun(*m_connection, id);
        thinning.unshrunk = shrink();
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
            } else if (training.state == PlannedTraining::State::Waiting) {
                convscope::joinSweep(*m_connection, training.experiment, sweep, training.run);
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
