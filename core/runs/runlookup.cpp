// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/runlookup.h"

#include "core/runs/rows.h"
#include "core/runs/runrows.h"
#include "core/runs/storefailure.h"

#include <QCoreApplication>
#include <QStringList>

namespace convscope {

namespace {

constexpr qsizetype shortestPrefix = 4;

QString text(const char *source)
{
    return QCoreApplication::translate("convscope::RunStore", source);
}

QString only(const QStringList &matches, const QString &typed)
{
    if (matches.size() == 1) {
        return matches.first();
    }
    throw StoreFailure{matches.isEmpty()
                           ? text(QT_TRANSLATE_NOOP("convscope::RunStore", "There is no run %1. `convscope runs` lists those there are.")).arg(typed)
                           : text(QT_TRANSLATE_NOOP("convscope::RunStore", "Several runs begin with %1: %2. Write more of the one you mean.")).arg(typed, matches.join(QStringLiteral(", ")))};
}

} // namespace

QString findRunId(SqlConnection &connection, const QString &typed)
{
    if (typed == QLatin1String("latest")) {
        const RunList list = readRuns(connection, false);
        if (list.runs.empty()) {
            throw StoreFailure{text(QT_TRANSLATE_NOOP("convscope::RunStore", "There are no runs in %1 yet.")).arg(connection.file())};
        }
        return list.runs.front().id;
    }
    QStringList matches;
    const bool isPrefix = typed.size() >= shortestPrefix;
    QSqlQuery rows = connection.query(QStringLiteral("SELECT id FROM runs WHERE id = ? OR (? AND substr(id, 1, ?) = ?)"), {typed, isPrefix, typed.size(), typed});
    while (connection.next(rows)) {
        matches << rows.value(0).toString();
    }
    return only(matches.contains(typed) ? QStringList{typed} : matches, typed);
}

qint64 diskUseOf(SqlConnection &connection, const QString &id)
{
    qint64 bytes = 0;
    for (const Table &table : childTables()) {
        QStringList lengths;
        for (const QString &column : table.columns) {
            lengths << QStringLiteral("length(%1)").arg(column);
        }
        bytes += connection.value(QStringLiteral("SELECT coalesce(sum(%1), 0) FROM %2 WHERE run = ?")
                                      .arg(lengths.join(QStringLiteral(" + ")), QLatin1String(table.name)), {id}).toLongLong();
    }
    return bytes;
}

QHash<QString, QByteArray> sealsOfRuns(SqlConnection &connection)
{
    QHash<QString, QByteArray> seals;
    QSqlQuery rows = connection.query(QStringLiteral("SELECT id, sha256 FROM runs"));
    while (connection.next(rows)) {
        seals.insert(rows.value(0).toString(), rows.value(1).toByteArray());
    }
    return seals;
}

} // namespace convscope
