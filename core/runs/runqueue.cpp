// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/runqueue.h"

#include "core/runs/runowner.h"
#include "core/runs/runrows.h"
#include "core/runs/samerun.h"
#include "core/runs/seal.h"
#include "core/runs/storefailure.h"
#include "core/training/experimentjson.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace convscope {

namespace {

constexpr const char *tableName = "queue";

QString text(const char *source)
{
    return QCoreApplication::translate("convscope::RunStore", source);
}

const QString sweepKey = QStringLiteral("sweep");
const QString nameKey = QStringLiteral("name");
const QString stopKey = QStringLiteral("stop");

/// The experiment's JSON form; what it was planned with stands beside its keys.
QByteArray bytesOf(const QueueEntry &entry)
{
    QJsonObject object = toJson(entry.experiment);
    if (entry.sweep) {
        QJsonObject sweep{{nameKey, entry.sweep->name}};
        if (entry.sweep->stop) {
            sweep[stopKey] = toJson(*entry.sweep->stop);
        }
        object[sweepKey] = sweep;
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// False where that can't be read.
bool readInto(QueueEntry &entry, const QByteArray &bytes)
{
    QJsonObject object = QJsonDocument::fromJson(bytes).object();
    if (const QJsonValue sweep = object.take(sweepKey); sweep.isObject()) {
        entry.sweep = SweepMembership{sweep[nameKey].toString(), std::nullopt};
        if (const QJsonValue stop = sweep[stopKey]; stop.isObject()) {
            const Result<MedianRule> rule = medianRuleFrom(stop);
            if (!rule) {
                return false;
            }
            entry.sweep->stop = rule.value();
        }
    }
    const Result<Experiment> experiment = experimentFromJson(object);
    if (experiment) {
        entry.experiment = experiment.value();
    }
    return experiment.ok();
}

struct Row
{
    qint64 place = 0;
    QueueEntry entry;
};

QVariantList columnsOf(const Row &row)
{
    return {row.entry.number, row.place, QString::fromUtf8(bytesOf(row.entry)),
            qint64(row.entry.isSkipped), row.entry.owner, row.entry.run};
}

std::optional<Row> rowFrom(const QSqlQuery &query)
{
    QVariantList columns;
    for (int i = 0; i < 6; ++i) {
        columns << query.value(i);
    }
    Row row{columns[1].toLongLong(), {columns[0].toLongLong(), {}, columns[3].toLongLong() != 0, columns[4].toString(), columns[5].toString(), {}}};
    if (query.value(6).toByteArray() != sealOf(tableName, columns) || !readInto(row.entry, columns[2].toString().toUtf8())) {
        return std::nullopt;
    }
    if (!row.entry.owner.isEmpty() && !ownerIsAlive(row.entry.owner)) {
        row.entry.owner.clear();
    }
    return row;
}

std::vector<Row> rowsOf(SqlConnection &connection, QStringList *problems = nullptr)
{
    std::vector<Row> rows;
    QSqlQuery query = connection.query(QStringLiteral("SELECT number, place, experiment, skipped, owner, run, sha256 FROM queue ORDER BY place, number"));
    while (connection.next(query)) {
        if (const std::optional<Row> row = rowFrom(query)) {
            rows.push_back(*row);
        } else if (problems) {
            *problems << text(QT_TRANSLATE_NOOP("convscope::RunStore", "Entry %1 of the queue is damaged. Remove it; the others are not affected.")).arg(query.value(0).toLongLong());
        }
    }
    return rows;
}

void write(SqlConnection &connection, const Row &row)
{
    const QVariantList columns = columnsOf(row);
    connection.query(QStringLiteral("INSERT OR REPLACE INTO queue (number, place, experiment, skipped, owner, run, sha256) VALUES (?, ?, ?, ?, ?, ?, ?)"),
                     columns + QVariantList{sealOf(tableName, columns)});
}

std::vector<Row>::iterator find(std::vector<Row> &rows, qint64 number)
{
    const auto found = std::find_if(rows.begin(), rows.end(), [number](const Row &row) { return row.entry.number == number; });
    if (found == rows.end()) {
        throw StoreFailure{text(QT_TRANSLATE_NOOP("convscope::RunStore", "There is no entry %1 in the queue: it was never there, was removed, or its turn is over.")).arg(number)};
    }
    return found;
}

std::vector<Row>::iterator findIdle(std::vector<Row> &rows, qint64 number)
{
    const auto found = find(rows, number);
    if (!found->entry.owner.isEmpty()) {
        throw StoreFailure{text(QT_TRANSLATE_NOOP("convscope::RunStore", "Entry %1 of the queue is being trained. Stop that run first.")).arg(number)};
    }
    return found;
}

/// At the end, in the caller's transaction; gives its number.
qint64 add(SqlConnection &connection, const Experiment &experiment, const std::optional<SweepMembership> &sweep, const QString &run)
{
    // A number that was used is never used again: the counter of AUTOINCREMENT keeps it.
    connection.query(QStringLiteral("INSERT INTO queue (place, experiment, skipped, owner, run, sha256) VALUES (0, '', 0, '', '', x'')"));
    Row row;
    row.entry.number = connection.value(QStringLiteral("SELECT last_insert_rowid()")).toLongLong();
    row.entry.experiment = experiment;
    row.entry.sweep = sweep;
    row.entry.run = run;
    row.place = connection.value(QStringLiteral("SELECT coalesce(max(place), 0) + 1 FROM queue")).toLongLong();
    write(connection, row);
    return row.entry.number;
}

template<typename Change>
void change(SqlConnection &connection, qint64 number, Change apply)
{
    SqlTransaction transaction(connection);
    std::vector<Row> rows = rowsOf(connection);
    const auto found = findIdle(rows, number);
    apply(found->entry);
    write(connection, *found);
    transaction.commit();
}

/// Its run came to its own end, but the program that trained it couldn't say so any more.
bool isTrained(SqlConnection &connection, const QueueEntry &entry)
{
    std::optional<RunRecord> run;
    const bool isReadable = entry.run.isEmpty() || sentenceOf([&] { run = findRun(connection, entry.run); }).isEmpty();
    return isReadable && run && !isActive(*run) && (isComplete(*run) || (run->end && wasGivenUp(*run->end)));
}

/// Rows of entries that have nothing left to train go.
void removeTrained(SqlConnection &connection, std::vector<Row> &rows)
{
    std::erase_if(rows, [&connection](const Row &row) {
        const bool isLeft = !row.entry.owner.isEmpty() || row.entry.isSkipped || !isTrained(connection, row.entry);
        if (!isLeft) {
            connection.query(QStringLiteral("DELETE FROM queue WHERE number = ?"), {row.entry.number});
        }
        return !isLeft;
    });
}

} // namespace

Queue readQueue(SqlConnection &connection)
{
    Queue queue;
    for (const Row &row : rowsOf(connection, &queue.problems)) {
        queue.entries.push_back(row.entry);
    }
    return queue;
}

qint64 enqueue(SqlConnection &connection, const Experiment &experiment, const std::optional<SweepMembership> &sweep, const QString &run)
{
    SqlTransaction transaction(connection);
    const qint64 number = add(connection, experiment, sweep, run);
    transaction.commit();
    return number;
}

void joinSweep(SqlConnection &connection, const Experiment &experiment, const SweepMembership &sweep, const QString &run)
{
    SqlTransaction transaction(connection);
    std::vector<Row> rows = rowsOf(connection);
    const auto waits = [&experiment](const Row &row) { return !row.entry.isSkipped && isSameTraining(row.entry.experiment, experiment); };
    if (std::any_of(rows.begin(), rows.end(), [&](const Row &row) { return waits(row) && row.entry.sweep && row.entry.sweep->name == sweep.name; })) {
        return;
    }
    const auto free = std::find_if(rows.begin(), rows.end(), [&](const Row &row) { return waits(row) && !row.entry.sweep && row.entry.owner.isEmpty(); });
    if (free == rows.end()) {
        add(connection, experiment, sweep, run);
    } else {
        free->entry.sweep = sweep;
        write(connection, *free);
    }
    transaction.commit();
}

void removeFromQueue(SqlConnection &connection, qint64 number)
{
    SqlTransaction transaction(connection);
    if (connection.value(QStringLiteral("SELECT 1 FROM queue WHERE number = ?"), {number}).isValid()) {
        std::vector<Row> rows = rowsOf(connection); // a damaged one isn't among them, and may go
        if (std::any_of(rows.begin(), rows.end(), [number](const Row &row) { return row.entry.number == number; })) {
            findIdle(rows, number);
        }
    } else {
        std::vector<Row> none;
        find(none, number);
    }
    connection.query(QStringLiteral("DELETE FROM queue WHERE number = ?"), {number});
    transaction.commit();
}

void moveInQueue(SqlConnection &connection, qint64 number, qint64 place)
{
    SqlTransaction transaction(connection);
    std::vector<Row> rows = rowsOf(connection);
    const auto found = find(rows, number);
    const Row moved = *found;
    rows.erase(found);
    rows.insert(rows.begin() + std::clamp<qint64>(place - 1, 0, qint64(rows.size())), moved);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].place = qint64(i) + 1;
        write(connection, rows[i]);
    }
    transaction.commit();
}

void skipInQueue(SqlConnection &connection, qint64 number, bool skipped)
{
    change(connection, number, [skipped](QueueEntry &entry) { entry.isSkipped = skipped; });
}

void editInQueue(SqlConnection &connection, qint64 number, const Experiment &experiment)
{
    change(connection, number, [&experiment](QueueEntry &entry) {
        entry.experiment = experiment;
        entry.run.clear(); // what was interrupted was trained with other settings
    });
}

std::optional<QueueEntry> takeFromQueue(SqlConnection &connection, const QString &owner)
{
    SqlTransaction transaction(connection);
    std::vector<Row> rows = rowsOf(connection);
    removeTrained(connection, rows);
    const auto next = std::find_if(rows.begin(), rows.end(), [](const Row &row) { return row.entry.owner.isEmpty() && !row.entry.isSkipped; });
    if (next == rows.end()) {
        transaction.commit();
        return std::nullopt;
    }
    next->entry.owner = owner;
    write(connection, *next);
    transaction.commit();
    return next->entry;
}

void setRunOfQueued(SqlConnection &connection, qint64 number, const QString &run)
{
    SqlTransaction transaction(connection);
    std::vector<Row> rows = rowsOf(connection);
    const auto found = find(rows, number);
    found->entry.run = run;
    write(connection, *found);
    transaction.commit();
}

void finishQueued(SqlConnection &connection, qint64 number, bool isDone)
{
    SqlTransaction transaction(connection);
    std::vector<Row> rows = rowsOf(connection);
    const auto found = std::find_if(rows.begin(), rows.end(), [number](const Row &row) { return row.entry.number == number; });
    if (found != rows.end() && isDone) {
        connection.query(QStringLiteral("DELETE FROM queue WHERE number = ?"), {number});
    } else if (found != rows.end()) {
        found->entry.owner.clear();
        write(connection, *found);
    }
    transaction.commit();
}

} // namespace convscope
