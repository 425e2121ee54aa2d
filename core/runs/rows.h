// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/sqlconnection.h"

#include <QStringList>
#include <QVariantList>

#include <optional>

namespace convscope {

/// A table whose rows carry a seal. The first column is the run's id, except in `runs` itself.
struct Table
{
    const char *name;
    QStringList columns; ///< all but the seal
};

const Table &batchesTable();
const Table &epochsTable();
const Table &probabilitiesTable();
const Table &eventsTable();
const Table &checkpointsTable();
const Table &checkpointPartsTable();
const Table &filmsTable();
const Table &snapshotsTable();
/// All of the above, in an order in which references are met.
const std::vector<Table> &childTables();

/// Writes a row with its seal, in place of one with the same key.
void putRow(SqlConnection &connection, const Table &table, const QVariantList &columns);

/// The rows of a run, read one after the other.
class SealedRows
{
public:
    /// `rest` follows "WHERE run = ?": conditions with `values`, an order, a limit.
    SealedRows(SqlConnection &connection, const Table &table, const QString &run, const QString &rest = {},
               const QVariantList &values = {});

    bool next();
    /// What the columns hold, whether their seal is right or not.
    const QVariantList &columns() const { return m_columns; }
    /// The seal is right: only then may the row be used.
    bool isWhole() const { return m_isWhole; }

private:
    SqlConnection &m_connection;
    const Table &m_table;
    QSqlQuery m_query;
    QVariantList m_columns;
    bool m_isWhole = false;
};

} // namespace convscope
