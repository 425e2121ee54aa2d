// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/runexchange.h"

#include "core/runs/laboratoryfile.h"
#include "core/runs/rows.h"
#include "core/runs/runreader.h"
#include "core/runs/runrows.h"
#include "core/runs/storefailure.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QUuid>

#include <algorithm>

namespace convscope {

namespace {

/// Checkpoints come in parts of 8 MB; probabilities of 100,000 pictures of 256 classes take 51 MB.
constexpr qint64 largestValue = 64 * 1024 * 1024;

QString text(const char *source)
{
    return QCoreApplication::translate("convscope::RunStore", source);
}

/// A file of an earlier version has fewer.
std::vector<Table> tablesOf(SqlConnection &file)
{
    std::vector<Table> tables;
    for (const Table &table : childTables()) {
        if (file.value(QStringLiteral("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"), {QString::fromLatin1(table.name)}).isValid()) {
            tables.push_back(table);
        }
    }
    return tables;
}

void copyRows(SqlConnection &from, SqlConnection &to, const RunRecord &run)
{
    for (const Table &table : tablesOf(from)) {
        SealedRows rows(from, table, run.id);
        while (rows.next()) {
            if (!rows.isWhole()) {
                throw StoreFailure{text(QT_TRANSLATE_NOOP("convscope::RunStore", "The run “%1” in %2 is damaged, so it was not copied."))
                                       .arg(run.name, QDir::toNativeSeparators(from.file()))};
            }
            putRow(to, table, rows.columns());
        }
    }
}

/// Without what concerns only the place where it was made.
RunRecord travelling(RunRecord run)
{
    if (isActive(run)) {
        run.state = RecordState::Interrupted;
    }
    run.owner.clear();
    run.dataFolder.clear();
    run.trashed = false;
    return run;
}

void checkTarget(const QString &path)
{
    if (OpenDatabase::isPart(path)) { // it would be replaced, with all runs in it
        throw StoreFailure{OpenDatabase::refusal(path)};
    }
    const QFileInfo info(path);
    if (info.exists() && !info.isFile()) {
        throw StoreFailure{text(QT_TRANSLATE_NOOP("convscope::RunStore", "%1 is a folder or a device. Choose another name for the file.")).arg(QDir::toNativeSeparators(path))};
    }
    if (!QFileInfo(info.absolutePath()).isDir()) {
        throw StoreFailure{text(QT_TRANSLATE_NOOP("convscope::RunStore", "The folder %1 does not exist. Choose another one.")).arg(QDir::toNativeSeparators(info.absolutePath()))};
    }
}

/// length() does not read the value.
void refuseLargeValues(SqlConnection &file)
{
    std::vector<Table> tables = tablesOf(file);
    tables.push_back({"runs", runColumns()});
    for (const Table &table : tables) {
        QStringList conditions;
        for (const QString &column : table.columns) {
            conditions << QStringLiteral("length(%1) > %2").arg(column).arg(largestValue);
        }
        if (file.value(QStringLiteral("SELECT 1 FROM %1 WHERE %2 LIMIT 1").arg(QLatin1String(table.name), conditions.join(QStringLiteral(" OR ")))).isValid()) {
            throw StoreFailure{text(QT_TRANSLATE_NOOP("convscope::RunStore", "The file %1 holds values that are too large for a run, so it was not opened.")).arg(QDir::toNativeSeparators(file.file()))};
        }
    }
}

bool isRunId(const QString &id)
{
    return !QUuid(id).isNull() && QUuid(id).toString(QUuid::WithoutBraces) == id;
}

RunRecord theOnlyRun(SqlConnection &file)
{
    const qint64 count = file.value(QStringLiteral("SELECT count(*) FROM runs")).toLongLong();
    const QString id = file.value(QStringLiteral("SELECT id FROM runs LIMIT 1")).toString();
    if (count != 1 || !isRunId(id)) {
        throw StoreFailure{text(QT_TRANSLATE_NOOP("convscope::RunStore", "The file %1 does not hold exactly one run. To use it as a laboratory, start with --laboratory.")).arg(QDir::toNativeSeparators(file.file()))};
    }
    return readRun(file, id);
}

void refuseKnown(SqlConnection &laboratory, const QString &id)
{
    if (const std::optional<RunRecord> known = findRun(laboratory, id)) {
        throw StoreFailure{text(known->trashed ? QT_TRANSLATE_NOOP("convscope::RunStore", "This run is here already, in the trash, as “%1” (%2). Take it out of there.")
                                               : QT_TRANSLATE_NOOP("convscope::RunStore", "This run is here already, as “%1” (%2)."))
                               .arg(known->name, known->id)};
    }
}

/// Right seals say nothing about whoever made them.
void readEverything(SqlConnection &laboratory, const QString &id)
{
    RunReader reader(laboratory, id);
    const LoadedRun run = reader.load();
    if (!run.problems.isEmpty()) {
        throw StoreFailure{run.problems.first()};
    }
    for (const CheckpointInfo &info : reader.checkpoints()) {
        reader.checkpoint(info.steps);
    }
    QSqlQuery snapshots = laboratory.query(QStringLiteral("SELECT DISTINCT steps FROM snapshots WHERE run = ?"), {id});
    while (laboratory.next(snapshots)) {
        reader.weights(snapshots.value(0).toLongLong());
    }
    for (const EpochReport &report : run.history->epochs()) {
        if (laboratory.value(QStringLiteral("SELECT 1 FROM probabilities WHERE run = ? AND epoch = ?"), {id, qint64(report.epoch)}).isValid()) {
            reader.probabilities(report.epoch);
        }
    }
}

/// Whole, after every part has been read, or not at all; gives its id.
QString addRun(SqlConnection &file, SqlConnection &laboratory, const RunRecord &run)
{
    SqlTransaction transaction(laboratory);
    refuseKnown(laboratory, run.id);
    writeRun(laboratory, run);
    copyRows(file, laboratory, run);
    readEverything(laboratory, run.id);
    transaction.commit();
    return run.id;
}

QString addFromLaboratory(SqlConnection &file, SqlConnection &laboratory, const RunRecord &run)
{
    if (isActive(run)) {
        throw StoreFailure{text(QT_TRANSLATE_NOOP("convscope::RunStore", "The run “%1” is training in %2. Import it when it has ended.")).arg(run.name, QDir::toNativeSeparators(file.file()))};
    }
    if (!isRunId(run.id)) {
        throw StoreFailure{text(QT_TRANSLATE_NOOP("convscope::RunStore", "A run in %1 has no proper id, so it was not copied.")).arg(QDir::toNativeSeparators(file.file()))};
    }
    return addRun(file, laboratory, travelling(run));
}

void writeRunFile(SqlConnection &laboratory, const QString &id, const QString &path)
{
    const auto file = createRunFile(path);
    SqlTransaction reading(laboratory, SqlTransaction::Kind::Reading);
    SqlTransaction writing(*file);
    const RunRecord run = travelling(readRun(laboratory, id));
    writeRun(*file, run);
    copyRows(laboratory, *file, run);
    writing.commit();
}

} // namespace

void exportRun(SqlConnection &laboratory, const QString &id, const QString &path)
{
    checkTarget(path);
    makeBeside(path, [&](const QString &made) {
        writeRunFile(laboratory, id, made);
        moveIntoPlace(made, path);
    });
}

QString importRun(SqlConnection &laboratory, const QString &path)
{
    const auto file = openRunFile(path);
    refuseLargeValues(*file);
    return addRun(*file, laboratory, travelling(theOnlyRun(*file)));
}

ImportedRuns importRuns(SqlConnection &laboratory, const QString &path)
{
    const auto file = openForeignLaboratory(path);
    const SqlTransaction reading(*file, SqlTransaction::Kind::Reading);
    refuseLargeValues(*file);
    if (file->value(QStringLiteral("SELECT count(*) FROM runs")).toLongLong() == 1) {
        return {{addFromLaboratory(*file, laboratory, theOnlyRun(*file))}, 0, {}};
    }
    ImportedRuns imported;
    RunList list = readRuns(*file, false);
    imported.problems = list.problems;
    std::reverse(list.runs.begin(), list.runs.end()); // the newest is listed first, and shall be so here
    for (const RunRecord &run : list.runs) {
        if (findRun(laboratory, run.id)) {
            ++imported.known;
            continue;
        }
        try {
            imported.ids << addFromLaboratory(*file, laboratory, run);
        } catch (const StoreFailure &failure) {
            imported.problems << failure.sentence;
        }
    }
    return imported;
}

} // namespace convscope
