// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/comparedrun.h"
#include "core/runs/runexport.h"

#include <QFuture>

#include <memory>

class QThreadPool;

namespace convscope {

/// Where a run goes on, claimed for this program.
struct Continuation
{
    ResumePoint point;
    /// What the run had reported up to there.
    std::shared_ptr<RunHistory> before;
    RecordingTarget target;
};

struct AddedRuns
{
    std::vector<RunRecord> runs; ///< oldest first
    int known = 0;
    QStringList problems;
};

/// The laboratory for the window: every question is worked on in the background, and the answer is a future. Each opens the file anew,
/// so that nothing is held open meanwhile.
class Laboratory
{
public:
    explicit Laboratory(const QString &file);

    const QString &file() const { return m_file; }

    /// Makes the file where it is missing. A failure too where it can't be written.
    QFuture<Result<RunList>> list() const;
    QFuture<Result<LoadedRun>> load(const QString &id) const;
    /// For the comparison of runs: all that are not in the trash, newest first. Those of `known` that have not changed since are taken over.
    QFuture<Result<ComparedList>> compare(const std::vector<ComparedRunPtr> &known, int side, int classes) const;
    // For the time line; of a branch also what is older than itself.
    QFuture<Result<RunMoments>> moments(const QString &id) const;
    QFuture<Result<WeightsPtr>> weights(const QString &id, qint64 steps) const;
    QFuture<Result<FilterFilm>> film(const QString &id, qint64 steps) const;
    QFuture<Result<TestProbabilities>> probabilities(const QString &id, int epoch) const;
    /// See RunStore.
    QFuture<Result<OwnedCheckpoint>> checkpointNear(const QString &id, qint64 steps) const;
    /// For training up to `epochs`; refused where the run has as many already.
    QFuture<Result<Continuation>> goOn(const QString &id, int epochs) const;

    QFuture<Result<RunList>> trash() const;
    QFuture<Result<qint64>> diskUse(const QString &id) const;
    QFuture<Result<std::vector<CheckpointInfo>>> checkpoints(const QString &id) const;
    QFuture<Result<RunRecord>> branch(const QString &parent, qint64 steps, const Experiment &wanted) const;
    /// See runbranch.h.
    QFuture<Result<RunRecord>> branch(const QString &parent, const WeightsPtr &operated, const Experiment &wanted) const;
    /// The runs of such files, or of whole laboratories, that are not here yet. A file that can't be read is one of the problems.
    QFuture<Result<AddedRuns>> importRuns(const QStringList &files) const;

    // See core/runs/runthinning.h.
    QFuture<Result<Thinning>> planThinning(const QString &id) const;
    QFuture<Result<Thinning>> thin(const QString &id) const;

    // Empty, or a sentence.
    // The queue: see core/runs/runqueue.h.
    QFuture<Result<Queue>> queue() const;
    QFuture<Result<std::optional<QueueEntry>>> takeFromQueue() const;
    QFuture<QString> enqueue(const Experiment &experiment) const;
    QFuture<QString> removeFromQueue(qint64 number) const;
    QFuture<QString> moveInQueue(qint64 number, qint64 place) const;
    QFuture<QString> skipInQueue(qint64 number, bool skipped) const;
    QFuture<QString> editInQueue(qint64 number, const Experiment &experiment) const;
    QFuture<QString> setRunOfQueued(qint64 number, const QString &run) const;
    QFuture<QString> finishQueued(qint64 number, bool isDone) const;

    QFuture<QString> setLabels(const QString &id, const RunLabels &labels) const;
    /// See exportRunAs().
    QFuture<Result<QStringList>> exportRun(const QString &id, RunFormat format, const QString &file, CsvStyle style) const;
    QFuture<QString> erase(const QStringList &ids) const;
    QFuture<QString> emptyTrash() const;
    QFuture<QString> rename(const QString &id, const QString &name) const;
    QFuture<QString> moveToTrash(const QString &id) const;
    QFuture<QString> restoreFromTrash(const QString &id) const;

private:
    const QString m_file;
    /// Small changes, one after the other: of two to the same run the later one stays.
    /// Shared by all copies; the last one waits for what is still being written.
    const std::shared_ptr<QThreadPool> m_writes;
};

} // namespace convscope
