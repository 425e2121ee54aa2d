// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/filterfilm.h"
#include "core/inspection/weights.h"
#include "core/runs/runrecord.h"
#include "core/runs/sqlconnection.h"
#include "core/runs/sweepmembership.h"

#include <optional>
#include <vector>

namespace convscope {

/// Which run is recorded, and what the run itself can't report.
struct RecordingTarget
{
    QString id;
    QString owner; ///< see runowner.h
    QString name; ///< empty: the experiment's
    QString dataFolder;
    QString program;
    /// Of a run that goes on: its epoch of the lowest test loss up to where it goes on.
    std::optional<EpochReport> best;
    /// Of a run that begins: what stands in its notes at first.
    QString note;
    /// The run gets its name as a tag; see medianstopper.h for its rule.
    std::optional<SweepMembership> sweep;
    /// Of a run that goes on: the settings at the checkpoint from which it does.
    std::optional<LiveSettings> live = {};
};

/// What a run has reported and is not written yet.
struct RunNews
{
    std::optional<RunStarted> started;
    std::vector<BatchPoint> batches;
    std::vector<EpochReport> epochs;
    std::vector<RunEvent> events;
    std::vector<WeightsPtr> snapshots;
    std::vector<FilterFilm> films;
    /// The newest checkpoint, and the one of the epoch with the lowest test loss; each may be missing.
    CheckpointPtr latest;
    CheckpointPtr best;
    std::optional<RunEnd> end;

    bool isEmpty() const;
};

/// Writes a run into a laboratory. Everything it needs to know of what was written before it reads from there, so that it may be
/// made anew at any time.
class RunWriter
{
public:
    RunWriter(SqlConnection &connection, const RecordingTarget &target);

    /// All of it in one transaction, or nothing. False when the run is no longer ours: deleted, or taken over by another program.
    /// Throws StoreFailure.
    bool write(const RunNews &news);

    /// Inside the caller's transaction, for a run that nobody records: adds what it would have reported to its row and tables.
    static void add(SqlConnection &connection, RunRecord &run, const RunNews &news);

private:
    void writeReports(RunRecord &run, const RunNews &news);
    RunRecord begin(const RunStarted &started);
    void cutBack(RunRecord &run, qint64 steps);
    void cutEvents(RunRecord &run, qint64 steps);
    void cutBatches(qint64 steps);
    void cutFilms(qint64 steps);
    void writeBatches(RunRecord &run, const std::vector<BatchPoint> &points);
    void writeEpochs(RunRecord &run, const std::vector<EpochReport> &reports);
    void writeEvents(RunRecord &run, const std::vector<RunEvent> &events);
    void writeSnapshot(const Weights &weights);
    void writeFilm(const FilterFilm &film);
    void writeCheckpoint(const Checkpoint &checkpoint);
    void thinCheckpoints(const RunRecord &run);
    void writeEnd(RunRecord &run, const RunEnd &end);

    SqlConnection &m_connection;
    const RecordingTarget &m_target;
};

} // namespace convscope
