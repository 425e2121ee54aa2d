// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/runtrash.h"

#include "core/runs/runowner.h"
#include "core/runs/runrows.h"
#include "core/runs/storefailure.h"

#include <QCoreApplication>

namespace convscope {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("convscope::RunStore", source);
}

} // namespace

void refuseActive(const RunRecord &run)
{
    if (isActive(run)) {
        throw StoreFailure{text(QT_TRANSLATE_NOOP("convscope::RunStore", "The run “%1” is training. Stop it first.")).arg(run.name)};
    }
}

void eraseRun(SqlConnection &connection, const QString &id)
{
    SqlTransaction transaction(connection);
    const RunRecord run = readRun(connection, id);
    refuseActive(run);
    if (!run.trashed) {
        throw StoreFailure{text(QT_TRANSLATE_NOOP("convscope::RunStore", "The run “%1” is not in the trash. Move it there first.")).arg(run.name)};
    }
    connection.query(QStringLiteral("DELETE FROM runs WHERE id = ?"), {id});
    transaction.commit();
}

void eraseTrash(SqlConnection &connection)
{
    SqlTransaction transaction(connection);
    for (const RunRecord &run : readRuns(connection, true).runs) {
        refuseActive(run);
        connection.query(QStringLiteral("DELETE FROM runs WHERE id = ?"), {run.id});
    }
    transaction.commit();
}

void eraseDamaged(SqlConnection &connection, const QString &id)
{
    SqlTransaction transaction(connection);
    if (isReadable(connection, id)) {
        throw StoreFailure{text(QT_TRANSLATE_NOOP("convscope::RunStore", "The run %1 is not damaged. Move it to the trash.")).arg(id)};
    }
    connection.query(QStringLiteral("DELETE FROM runs WHERE id = ?"), {id});
    transaction.commit();
}

QString shrinkFile(SqlConnection &connection)
{
    const QString sentence = sentenceOf([&connection] { connection.query(QStringLiteral("VACUUM")); });
    return sentence.isEmpty() ? QString()
                              : text(QT_TRANSLATE_NOOP("convscope::RunStore", "The space is free for other runs, but the file could not be made smaller. %1")).arg(sentence);
}

} // namespace convscope
