// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/sqlconnection.h"
#include "core/runs/sweepmembership.h"
#include "core/training/trainingsettings.h"

#include <QStringList>

#include <optional>
#include <vector>

/// The experiments that wait for being trained. They stand in the laboratory, so that they survive a restart and a kill, and several
/// programs may take from them: each gets another one. All functions throw StoreFailure.
namespace convscope {

struct QueueEntry
{
    /// Stays the same, however entries are moved; never used twice.
    qint64 number = 0;
    Experiment experiment;
    /// Passed over until it is wanted again.
    bool isSkipped = false;
    /// Who trains it, see runowner.h; empty for nobody, also where that program is gone.
    QString owner;
    /// The run that trains it or was interrupted in doing so; empty before.
    QString run;
    /// What it was planned with; nothing for one that stands alone.
    std::optional<SweepMembership> sweep;
};

struct Queue
{
    std::vector<QueueEntry> entries; ///< in their order
    /// A sentence for each entry that is damaged.
    QStringList problems;
};

Queue readQueue(SqlConnection &connection);

/// At the end; gives its number. `run`: one of the laboratory that was interrupted and goes on.
qint64 enqueue(SqlConnection &connection, const Experiment &experiment, const std::optional<SweepMembership> &sweep = {}, const QString &run = {});

/// An experiment that waits already is wanted by a sweep: the entry becomes that sweep's where it has none; where it belongs to another
/// one, an entry is added.
void joinSweep(SqlConnection &connection, const Experiment &experiment, const SweepMembership &sweep, const QString &run);

// Refused for an entry that is being trained.
void removeFromQueue(SqlConnection &connection, qint64 number);
/// To a place from 1; beyond the end is the end.
void moveInQueue(SqlConnection &connection, qint64 number, qint64 place);
void skipInQueue(SqlConnection &connection, qint64 number, bool skipped);
void editInQueue(SqlConnection &connection, qint64 number, const Experiment &experiment);

/// The first that nobody trains and that is not skipped, taken for `owner`; nothing where there is none.
std::optional<QueueEntry> takeFromQueue(SqlConnection &connection, const QString &owner);
/// The run that trains a taken entry.
void setRunOfQueued(SqlConnection &connection, qint64 number, const QString &run);
/// A taken entry has been trained (it goes), or shall wait again.
void finishQueued(SqlConnection &connection, qint64 number, bool isDone);

} // namespace convscope
