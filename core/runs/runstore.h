// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/common/result.h"
#include "core/runs/runexchange.h"
#include "core/runs/runlabels.h"
#include "core/runs/runqueue.h"
#include "core/runs/runreader.h"
#include "core/runs/runrows.h"
#include "core/runs/runthinning.h"
#include "core/runs/runwriter.h"

#include <QHash>

#include <functional>
#include <memory>

namespace convscope {

struct TrainingPlan;

/// The laboratory: all runs in one SQLite file. Several programs may have it open; writers wait for each other. An object belongs to
/// the thread that opened it. Failures are sentences that name the file or the run and say what to do; what is damaged is never
/// used and never touched.
class RunStore
{
public:
    /// Makes the file where it is missing.
    static Result<std::unique_ptr<RunStore>> open(const QString &file);
    /// For questions only, where the file may be one that can't be written (or that another user owns): nothing in it is changed.
    static Result<std::unique_ptr<RunStore>> openForReading(const QString &file);
    ~RunStore();

    QString file() const;
    /// Empty, or why nothing can be written.
    QString checkWritable();

    Result<RunList> runs();
    Result<RunList> trash();
    Result<RunRecord> run(const QString &id);
    /// An id, a beginning of one that only one run has (4 characters or more), or "latest". The trash counts only for ids.
    Result<QString> findId(const QString &typed);

    Result<LoadedRun> load(const QString &id);
    Result<std::vector<CheckpointInfo>> checkpoints(const QString &id);
    Result<CheckpointPtr> checkpoint(const QString &id, qint64 steps);
    // Of a branch, what is older than itself comes from its parent, as long as that is here: see runlineage.h.
    /// The one that was taken nearest to that moment, of two the earlier.
    Result<OwnedCheckpoint> checkpointNear(const QString &id, qint64 steps);
    /// As they were after that epoch.
    Result<TestProbabilities> probabilities(const QString &id, int epoch);
    Result<RunMoments> moments(const QString &id);
    Result<WeightsPtr> weights(const QString &id, qint64 steps);
    Result<FilterFilm> film(const QString &id, qint64 steps);

    /// See RunReader::epochs().
    Result<std::vector<EpochReport>> epochs(const QString &id);
    /// The newest undamaged checkpoint; a failure where there is none.
    Result<ResumePoint> resumePoint(const QString &id);
    /// Of a run as its settings say (TrainingSettings::finalWeights): the newest undamaged checkpoint, or that of the best epoch.
    Result<ResumePoint> finalPoint(const QString &id);
    /// Takes the run for a recorder of this process. Refused while a program records it.
    Result<RecordingTarget> claim(const ResumePoint &point);
    /// A target for a run that begins.
    static RecordingTarget newTarget(const QString &dataFolder);
    /// Another number when another connection has changed the file since the last call.
    Result<qint64> dataVersion();
    /// Of the rows of all runs, by id: another seal, another content.
    Result<QHash<QString, QByteArray>> seals();
    /// Bytes of the run's rows.
    Result<qint64> diskUse(const QString &id);

    // Each returns an empty text, or a sentence.
    QString rename(const QString &id, const QString &name);
    QString setLabels(const QString &id, const RunLabels &labels);
    /// Refused while a program records it.
    QString moveToTrash(const QString &id);
    QString restoreFromTrash(const QString &id);
    /// For ever. Refused for what is not in the trash.
    QString erase(const QString &id);
    /// For ever, a run whose row is damaged (RunList::damaged); refused for any other.
    QString eraseDamaged(const QString &id);
    /// Everything in the trash, for ever.
    QString emptyTrash();
    /// After erasing. The file gets smaller where there is room for a copy of it.
    QString shrink();

    /// See runbranch.h.
    Result<QString> branch(const QString &parent, qint64 steps, const Experiment &wanted);
    Result<QString> branch(const QString &parent, const Weights &operated, const Experiment &wanted);

    // See runqueue.h.
    Result<Queue> queue();
    Result<qint64> enqueue(const Experiment &experiment);
    /// What a plan still needs, in its order, as a sweep of that name; runs that stand for the rest get the name as a tag.
    QString enqueue(const TrainingPlan &plan, const SweepMembership &sweep);
    /// The run carries that tag from now on.
    QString addTag(const QString &id, const QString &tag);
    /// For a trainer of this process.
    Result<std::optional<QueueEntry>> takeFromQueue();
    QString removeFromQueue(qint64 number);
    QString moveInQueue(qint64 number, qint64 place);
    QString skipInQueue(qint64 number, bool skipped);
    QString editInQueue(qint64 number, const Experiment &experiment);
    QString setRunOfQueued(qint64 number, const QString &run);
    QString finishQueued(qint64 number, bool isDone);

    /// One run as a file of the same schema (.convscope), whole or not at all; an existing file is replaced.
    QString exportRun(const QString &id, const QString &path);
    /// Adds the run of such a file after every part of it has been checked; gives its id. A run that is here already is refused.
    Result<QString> importRun(const QString &path);
    /// The same for a file with one run or a whole laboratory, whose other runs are added where one can't be. See runexchange.h.
    Result<ImportedRuns> importRuns(const QString &path);

    // See runthinning.h.
    Result<Thinning> planThinning(const QString &id);
    /// And shrink().
    Result<Thinning> thin(const QString &id);

private:
    explicit RunStore(std::unique_ptr<SqlConnection> connection);
    QString change(const QString &id, const std::function<void(RunRecord &)> &apply);

    std::unique_ptr<SqlConnection> m_connection;
};

} // namespace convscope
