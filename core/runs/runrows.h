// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/runrecord.h"
#include "core/runs/sqlconnection.h"

#include <QStringList>

#include <optional>
#include <vector>

/// The table of runs. All functions throw StoreFailure.
namespace convscope {

/// What a list of runs shows, newest first.
struct RunList
{
    std::vector<RunRecord> runs;
    /// A sentence for each run whose row is damaged, and the ids of those.
    QStringList problems;
    QStringList damaged = {};
};

/// All but the seal and the number.
const QStringList &runColumns();

RunList readRuns(SqlConnection &connection, bool trashed);

/// Nothing where there is no such run; a failure where its row is damaged.
std::optional<RunRecord> findRun(SqlConnection &connection, const QString &id);

/// The same, but a missing run is a failure too.
RunRecord readRun(SqlConnection &connection, const QString &id);

/// False where its row is damaged. A missing run is a failure.
bool isReadable(SqlConnection &connection, const QString &id);

/// Adds it, or replaces the row with the same id.
void writeRun(SqlConnection &connection, const RunRecord &record);

} // namespace convscope
