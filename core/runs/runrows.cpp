// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/runrows.h"

#include "core/runs/reportbytes.h"
#include "core/runs/runowner.h"
#include "core/runs/seal.h"
#include "core/runs/storefailure.h"
#include "core/training/experimentjson.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace convscope {

const QStringList &runColumns()
{
    static const QStringList names = QStringLiteral(
        "id name note tags favourite trashed created preset experiment data_name data_checksum data_folder train_images "
        "test_images batches_per_epoch parameters threads engine program parent parent_steps state owner ending batches "
        "epochs events last best").split(QLatin1Char(' '));
    return names;
}

namespace {

constexpr const char *tableName = "runs";

QString text(const char *source)
{
    return QCoreApplication::translate("convscope::RunStore", source);
}

QByteArray bytesOrEmpty(const std::optional<EpochReport> &report)
{
    return report ? bytesOf(*report) : QByteArray("");
}

QVariantList columnsOf(const RunRecord &run)
{
    const RunStarted &start = run.start;
    return {run.id,
            run.name,
            run.note,
            run.tags.join(QLatin1Char('\n')),
            qint64(run.favourite),
            qint64(run.trashed),
            run.created.toUTC().toString(Qt::ISODateWithMs),
            run.preset,
            QString::fromUtf8(QJsonDocument(toJson(start.experiment)).toJson(QJsonDocument::Compact)),
            start.dataName,
            start.dataChecksum,
            run.dataFolder,
            qint64(start.trainImages),
            qint64(start.testImages),
            start.batchesPerEpoch,
            start.parameters,
            qint64(start.threads),
            start.engine,
            run.program,
            run.parent,
            run.parentSteps,
            stateName(run.state),
            run.owner,
            run.end ? bytesOf(*run.end) : QByteArray(""),
            run.batches,
            qint64(run.epochs),
            run.events,
            bytesOrEmpty(run.last),
            bytesOrEmpty(run.best)};
}

/// Reads the columns in their order; what makes no sense is remembered.
class ColumnReader
{
public:
    explicit ColumnReader(const QVariantList &columns)
        : m_columns(columns)
    {
    }

    QString string() { return m_columns[m_next++].toString(); }
    qint64 integer() { return m_columns[m_next++].toLongLong(); }

    Experiment experiment()
    {
        const Result<Experiment> read = experimentFromJson(string().toUtf8(), QString());
        m_ok = m_ok && read.ok();
        return read ? read.value() : Experiment();
    }

    RecordState state()
    {
        const std::optional<RecordState> read = stateFromName(string());
        m_ok = m_ok && read.has_value();
        return read.value_or(RecordState::Failed);
    }

    /// A value of its own, or no bytes for none.
    template<typename Value>
    std::optional<Value> optional(std::optional<Value> (*from)(const QByteArray &))
    {
        const QByteArray bytes = m_columns[m_next++].toByteArray();
        if (bytes.isEmpty()) {
            return std::nullopt;
        }
        const std::optional<Value> value = from(bytes);
        m_ok = m_ok && value.has_value();
        return value;
    }

    bool ok() const { return m_ok; }

private:
    const QVariantList &m_columns;
    qsizetype m_next = 0;
    bool m_ok = true;
};

std::optional<RunRecord> recordFrom(const QVariantList &columns)
{
    ColumnReader reader(columns);
    RunRecord run;
    run.id = reader.string();
    run.name = reader.string();
    run.note = reader.string();
    run.tags = reader.string().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    run.favourite = reader.integer() != 0;
    run.trashed = reader.integer() != 0;
    run.created = QDateTime::fromString(reader.string(), Qt::ISODateWithMs);
    run.preset = reader.string();
    run.start.experiment = reader.experiment();
    run.start.dataName = reader.string();
    run.start.dataChecksum = reader.string();
    run.dataFolder = reader.string();
    run.start.trainImages = int(reader.integer());
    run.start.testImages = int(reader.integer());
    run.start.batchesPerEpoch = reader.integer();
    run.start.parameters = reader.integer();
    run.start.threads = int(reader.integer());
    run.start.engine = reader.string();
    run.program = reader.string();
    run.parent = reader.string();
    run.parentSteps = reader.integer();
    run.state = reader.state();
    run.owner = reader.string();
    run.end = reader.optional(runEndFrom);
    run.batches = reader.integer();
    run.epochs = int(reader.integer());
    run.events = reader.integer();
    run.last = reader.optional(epochReportFrom);
    run.best = reader.optional(epochReportFrom);
    if (isActive(run) && !ownerIsAlive(run.owner)) {
        run.state = RecordState::Interrupted;
    }
    return reader.ok() ? std::optional(run) : std::nullopt;
}

QString selectText(const QString &rest)
{
    return QStringLiteral("SELECT %1, sha256 FROM runs %2").arg(runColumns().join(QStringLiteral(", ")), rest);
}

/// Nothing where the seal is broken.
std::optional<RunRecord> recordOf(const QSqlQuery &row)
{
    QVariantList columns;
    for (int i = 0; i < runColumns().size(); ++i) {
        columns << row.value(i);
    }
    const bool isWhole = row.value(int(runColumns().size())).toByteArray() == sealOf(tableName, columns);
    return isWhole ? recordFrom(columns) : std::nullopt;
}

QString damaged(const QSqlQuery &row)
{
    return text(QT_TRANSLATE_NOOP("convscope::RunStore", "The run “%1” (%2) is damaged: what it was made with can't be relied on. Other runs are not affected."))
        .arg(row.value(1).toString(), row.value(0).toString());
}

} // namespace

RunList readRuns(SqlConnection &connection, bool trashed)
{
    RunList list;
    QSqlQuery rows = connection.query(selectText(QStringLiteral("ORDER BY number DESC")));
    while (connection.next(rows)) {
        const std::optional<RunRecord> run = recordOf(rows);
        if (!run) {
            list.problems << damaged(rows);
            list.damaged << rows.value(0).toString();
        } else if (run->trashed == trashed) {
            list.runs.push_back(*run);
        }
    }
    return list;
}

namespace {

[[noreturn]] void refuseMissing(const QString &id)
{
    throw StoreFailure{text(QT_TRANSLATE_NOOP("convscope::RunStore", "There is no run %1. `convscope runs` lists those there are.")).arg(id)};
}

} // namespace

std::optional<RunRecord> findRun(SqlConnection &connection, const QString &id)
{
    QSqlQuery rows = connection.query(selectText(QStringLiteral("WHERE id = ?")), {id});
    if (!connection.next(rows)) {
        return std::nullopt;
    }
    const std::optional<RunRecord> run = recordOf(rows);
    if (!run) {
        throw StoreFailure{damaged(rows), 0, true};
    }
    return run;
}

RunRecord readRun(SqlConnection &connection, const QString &id)
{
    const std::optional<RunRecord> run = findRun(connection, id);
    if (!run) {
        refuseMissing(id);
    }
    return *run;
}

bool isReadable(SqlConnection &connection, const QString &id)
{
    QSqlQuery rows = connection.query(selectText(QStringLiteral("WHERE id = ?")), {id});
    if (!connection.next(rows)) {
        refuseMissing(id);
    }
    return recordOf(rows).has_value();
}

void writeRun(SqlConnection &connection, const RunRecord &record)
{
    const QVariantList columns = columnsOf(record);
    QStringList assignments;
    for (const QString &name : runColumns()) {
        assignments << QStringLiteral("%1 = excluded.%1").arg(name);
    }
    // Not REPLACE: that would delete the row first, and with it everything that refers to it.
    connection.query(QStringLiteral("INSERT INTO runs (%1, sha256) VALUES (%2) ON CONFLICT(id) DO UPDATE SET %3, sha256 = excluded.sha256")
                         .arg(runColumns().join(QStringLiteral(", ")),
                              QStringList(columns.size() + 1, QStringLiteral("?")).join(QStringLiteral(", ")),
                              assignments.join(QStringLiteral(", "))),
                     columns + QVariantList{sealOf(tableName, columns)});
}

} // namespace convscope
