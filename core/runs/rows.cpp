// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/rows.h"

#include "core/runs/seal.h"

namespace convscope {

namespace {

Table table(const char *name, const char *columns)
{
    return {name, QString::fromLatin1(columns).split(QLatin1Char(' '))};
}

QString selectText(const Table &table, const QString &rest)
{
    return QStringLiteral("SELECT %1, sha256 FROM %2 WHERE run = ? %3")
        .arg(table.columns.join(QStringLiteral(", ")), QLatin1String(table.name), rest);
}

} // namespace

const std::vector<Table> &childTables()
{
    static const std::vector<Table> tables{
        table("batches", "run first count points"),
        table("epochs", "run epoch report"),
        table("probabilities", "run epoch images classes shares"),
        table("events", "run number steps event"),
        table("checkpoints", "run steps epoch complete parts bytes"),
        table("checkpoint_parts", "run steps part data"),
        table("films", "run first stride frames filters kernel kernels"),
        table("snapshots", "run steps part parts data"),
    };
    return tables;
}

const Table &batchesTable()
{
    return childTables()[0];
}

const Table &epochsTable()
{
    return childTables()[1];
}

const Table &probabilitiesTable()
{
    return childTables()[2];
}

const Table &eventsTable()
{
    return childTables()[3];
}

const Table &checkpointsTable()
{
    return childTables()[4];
}

const Table &checkpointPartsTable()
{
    return childTables()[5];
}

const Table &filmsTable()
{
    return childTables()[6];
}

const Table &snapshotsTable()
{
    return childTables()[7];
}

void putRow(SqlConnection &connection, const Table &table, const QVariantList &columns)
{
    QStringList marks(columns.size() + 1, QStringLiteral("?"));
    connection.query(QStringLiteral("INSERT OR REPLACE INTO %1 (%2, sha256) VALUES (%3)")
                         .arg(QLatin1String(table.name), table.columns.join(QStringLiteral(", ")),
                              marks.join(QStringLiteral(", "))),
                     columns + QVariantList{sealOf(table.name, columns)});
}

SealedRows::SealedRows(SqlConnection &connection, const Table &table, const QString &run, const QString &rest,
                       const QVariantList &values)
    : m_connection(connection)
    , m_table(table)
    , m_query(connection.query(selectText(table, rest), QVariantList{run} + values))
{
}

bool SealedRows::next()
{
    if (!m_connection.next(m_query)) {
        return false;
    }
    m_columns.clear();
    for (int i = 0; i < m_table.columns.size(); ++i) {
        m_columns << m_query.value(i);
    }
    m_isWhole = m_query.value(int(m_table.columns.size())).toByteArray() == sealOf(m_table.name, m_columns);
    return true;
}

} // namespace convscope
