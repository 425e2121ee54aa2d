// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/filterfilm.h"
#include "core/inspection/weights.h"
#include "core/runs/runrecord.h"
#include "core/runs/sqlconnection.h"
#include "core/training/runhistory.h"

#include <memory>
#include <optional>
#include <vector>

namespace convscope {

/// A run with everything that its curves show.
struct LoadedRun
{
    RunRecord record;
    /// Without probabilities. Batches that are damaged are NaN.
    std::shared_ptr<RunHistory> history;
    /// A sentence for each part that is damaged.
    QStringList problems;
};

/// What is kept of a run for the time line.
struct RunMoments
{
    /// Steps at which whole weights are kept, rising: snapshots and checkpoints.
    std::vector<qint64> weights;
    /// The first and the last moment with the first convolution's kernels, and how far they are apart; -1 without any.
    qint64 firstFilters = -1;
    qint64 lastFilters = -1;
    qint64 filterStride = 1;
    /// Epochs whose probabilities are kept, rising.
    std::vector<int> probabilities;
    /// Whose weights count at the end where these are not the last ones (RunStore::finalPoint()); -1 where they are.
    qint64 finalStep = -1;
    /// The run has ended, and nothing more will be kept.
    bool isEnded = false;
};

/// A checkpoint, and how the run began that took it.
struct OwnedCheckpoint
{
    CheckpointPtr checkpoint;
    RunStarted start;
};

/// Where a run can go on.
struct ResumePoint
{
    RunRecord record;
    CheckpointPtr checkpoint;
    /// The epoch of the lowest test loss up to there, and the last complete one.
    std::optional<EpochReport> best;
    std::optional<EpochReport> last;
    /// A sentence for each newer checkpoint that is damaged and was passed over.
    QStringList problems;
};

/// Reads one run. Every row's seal is checked before its content is used. All members throw StoreFailure.
class RunReader
{
public:
    RunReader(SqlConnection &connection, const QString &id);

    const RunRecord &record() const { return m_record; }
    LoadedRun load();
    /// The figures of the epochs, rising, without probabilities; damaged ones are left out.
    std::vector<EpochReport> epochs();
    /// Newest first; damaged entries are left out.
    std::vector<CheckpointInfo> checkpoints();
    CheckpointPtr checkpoint(qint64 steps);
    TestProbabilities probabilities(int epoch);
    RunMoments moments();
    /// That of the best epoch where the settings say that its weights count and it is kept.
    std::optional<CheckpointInfo> bestCheckpoint();
    /// At one of moments().weights.
    WeightsPtr weights(qint64 steps);
    /// The stretch of film that holds that moment; one without frames where none does.
    FilterFilm film(qint64 steps);
    /// The newest undamaged checkpoint.
    ResumePoint resumePoint();
    /// As the settings say (TrainingSettings::finalWeights): the same, or that of the best epoch, where it can be had.
    ResumePoint finalPoint();

private:
    QByteArray checkpointBytes(qint64 steps);
    bool readCheckpoint(qint64 steps, ResumePoint &point);
    std::optional<std::vector<NamedArray>> snapshot(qint64 steps);
    void readBatches(LoadedRun &run);
    void fillGap(qint64 until, qint64 &next, LoadedRun &run);
    void readEpochs(LoadedRun &run);
    void readEvents(LoadedRun &run);
    void readReportsBefore(ResumePoint &point);
    QString damaged(const QString &part) const;

    SqlConnection &m_connection;
    const RunRecord m_record;
};

} // namespace convscope
