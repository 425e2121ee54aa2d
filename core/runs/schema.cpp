// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/schema.h"

#include "core/data/regularfile.h"
#include "core/runs/storefailure.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <optional>

namespace convscope {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("convscope::RunStore", source);
}

/// Each step leads from the version that is its index to the next. A step that was released is never changed: files of its
/// version exist.
const std::vector<QStringList> &schemaSteps()
{
    static const std::vector<QStringList> steps{
        {
            QStringLiteral("CREATE TABLE runs (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL,"
                           " note TEXT NOT NULL, tags TEXT NOT NULL, favourite INTEGER NOT NULL, trashed INTEGER NOT NULL,"
                           " created TEXT NOT NULL, preset TEXT NOT NULL, experiment TEXT NOT NULL, data_name TEXT NOT NULL,"
                           " data_checksum TEXT NOT NULL, data_folder TEXT NOT NULL, train_images INTEGER NOT NULL,"
                           " test_images INTEGER NOT NULL, batches_per_epoch INTEGER NOT NULL, parameters INTEGER NOT NULL,"
                           " threads INTEGER NOT NULL, engine TEXT NOT NULL, program TEXT NOT NULL, parent TEXT NOT NULL,"
                           " parent_steps INTEGER NOT NULL, state TEXT NOT NULL, owner TEXT NOT NULL, ending BLOB NOT NULL,"
                           " batches INTEGER NOT NULL, epochs INTEGER NOT NULL, events INTEGER NOT NULL, last BLOB NOT NULL,"
                           " best BLOB NOT NULL, sha256 BLOB NOT NULL)"),
            QStringLiteral("CREATE TABLE batches (run TEXT NOT NULL REFERENCES runs(id) ON DELETE CASCADE, first INTEGER NOT NULL,"
                           " count INTEGER NOT NULL, points BLOB NOT NULL, sha256 BLOB NOT NULL, PRIMARY KEY (run, first))"),
            QStringLiteral("CREATE TABLE epochs (run TEXT NOT NULL REFERENCES runs(id) ON DELETE CASCADE, epoch INTEGER NOT NULL,"
                           " report BLOB NOT NULL, sha256 BLOB NOT NULL, PRIMARY KEY (run, epoch))"),
            QStringLiteral("CREATE TABLE probabilities (run TEXT NOT NULL REFERENCES runs(id) ON DELETE CASCADE,"
                           " epoch INTEGER NOT NULL, images INTEGER NOT NULL, classes INTEGER NOT NULL, shares BLOB NOT NULL,"
                           " sha256 BLOB NOT NULL, PRIMARY KEY (run, epoch))"),
            QStringLiteral("CREATE TABLE events (run TEXT NOT NULL REFERENCES runs(id) ON DELETE CASCADE, number INTEGER NOT NULL,"
                           " steps INTEGER NOT NULL, event BLOB NOT NULL, sha256 BLOB NOT NULL, PRIMARY KEY (run, number))"),
            QStringLiteral("CREATE TABLE checkpoints (run TEXT NOT NULL REFERENCES runs(id) ON DELETE CASCADE, steps INTEGER NOT NULL,"
                           " epoch INTEGER NOT NULL, complete INTEGER NOT NULL, parts INTEGER NOT NULL, bytes INTEGER NOT NULL,"
                           " sha256 BLOB NOT NULL, PRIMARY KEY (run, steps))"),
            QStringLiteral("CREATE TABLE checkpoint_parts (run TEXT NOT NULL, steps INTEGER NOT NULL, part INTEGER NOT NULL,"
                           " data BLOB NOT NULL, sha256 BLOB NOT NULL, PRIMARY KEY (run, steps, part),"
                           " FOREIGN KEY (run, steps) REFERENCES checkpoints(run, steps) ON DELETE CASCADE)"),
        },
        {
            QStringLiteral("CREATE TABLE films (run TEXT NOT NULL REFERENCES runs(id) ON DELETE CASCADE, first INTEGER NOT NULL,"
                           " stride INTEGER NOT NULL, frames INTEGER NOT NULL, filters INTEGER NOT NULL, kernel INTEGER NOT NULL,"
                           " kernels BLOB NOT NULL, sha256 BLOB NOT NULL, PRIMARY KEY (run, first))"),
            QStringLiteral("CREATE TABLE snapshots (run TEXT NOT NULL REFERENCES runs(id) ON DELETE CASCADE, steps INTEGER NOT NULL,"
                           " part INTEGER NOT NULL, parts INTEGER NOT NULL, data BLOB NOT NULL, sha256 BLOB NOT NULL,"
                           " PRIMARY KEY (run, steps, part))"),
        },
        {
            QStringLiteral("CREATE TABLE queue (number INTEGER PRIMARY KEY AUTOINCREMENT, place INTEGER NOT NULL, experiment TEXT NOT NULL,"
                           " skipped INTEGER NOT NULL, owner TEXT NOT NULL, run TEXT NOT NULL, sha256 BLOB NOT NULL)"),
        },
    };
    return steps;
}

void checkVersion(qint64 version, const QString &shown)
{
    if (version > schemaVersion()) {
        throw StoreFailure{text(QT_TRANSLATE_NOOP("convscope::RunStore", "The file %1 was written by a newer version of ConvScope. Open it with that one; it was not changed."))
                               .arg(shown)};
    }
}

} // namespace

int schemaVersion()
{
    return int(schemaSteps().size());
}

void upgradeSchema(SqlConnection &connection)
{
    const auto version = [&connection] { return connection.value(QStringLiteral("PRAGMA user_version")).toLongLong(); };
    // Asked without a lock first: this is the way of nearly every start.
    checkVersion(version(), QDir::toNativeSeparators(connection.file()));
    if (version() == schemaVersion()) {
        return;
    }
    SqlTransaction transaction(connection);
    for (qint64 step = version(); step < schemaVersion(); ++step) {
        for (const QString &statement : schemaSteps()[std::size_t(step)]) {
            connection.query(statement);
        }
    }
    connection.query(QStringLiteral("PRAGMA application_id=%1").arg(laboratoryApplicationId));
    connection.query(QStringLiteral("PRAGMA user_version=%1").arg(schemaVersion()));
    transaction.commit();
}

QStringList expectedSchema(qint64 version)
{
    QStringList statements;
    for (qint64 step = 0; step < version && step < schemaVersion(); ++step) {
        statements += schemaSteps()[std::size_t(step)];
    }
    statements.sort();
    return statements;
}

QStringList schemaOf(SqlConnection &connection)
{
    QStringList statements;
    // Automatic indexes have no text; sqlite_sequence is SQLite's own.
    QSqlQuery rows = connection.query(
        QStringLiteral("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name <> 'sqlite_sequence'"));
    while (connection.next(rows)) {
        statements += rows.value(0).toString();
    }
    statements.sort();
    return statements;
}

namespace {

[[noreturn]] void refuseForeign(const QString &shown)
{
    throw StoreFailure{text(QT_TRANSLATE_NOOP("convscope::RunStore", "The file %1 holds no runs of ConvScope, or its beginning is damaged. Choose another one; it was not changed.")).arg(shown)};
}

qint64 applicationIdOf(SqlConnection &connection)
{
    return connection.value(QStringLiteral("PRAGMA application_id")).toLongLong();
}

struct Header
{
    qint64 applicationId = 0;
    qint64 version = 0;
};

/// Nothing where the file can't be judged without its log: a full disk or a kill can leave it half brought up to date.
/// SQLite reads it, although two numbers at known places are wanted: as soon as a program closes any descriptor of a file, the system
/// takes away all its locks on that file. The next program to close the laboratory would then believe to be the last one, and delete
/// the log into which this one writes (https://www.sqlite.org/howtocorrupt.html, 2.2). SQLite keeps such descriptors open.
std::optional<Header> headerOf(const QString &file)
{
    constexpr int notADatabase = 26;
    try {
        SqlConnection connection(file, SqlConnection::Mode::Frozen);
        return Header{applicationIdOf(connection), connection.value(QStringLiteral("PRAGMA user_version")).toLongLong()};
    } catch (const StoreFailure &failure) {
        return failure.sqliteCode == notADatabase ? std::optional(Header()) : std::nullopt;
    }
}

} // namespace

void checkIdentity(SqlConnection &connection)
{
    if (applicationIdOf(connection) != laboratoryApplicationId) {
        refuseForeign(QDir::toNativeSeparators(connection.file()));
    }
}

void checkHeader(const QString &file)
{
    const QString shown = QDir::toNativeSeparators(file);
    if (QFileInfo(file).isDir()) {
        throw StoreFailure{text(QT_TRANSLATE_NOOP("convscope::RunStore", "%1 is a folder, but a file with runs is expected. Choose a file.")).arg(shown)};
    }
    if (const QString problem = RegularFile::problemOf(file); !problem.isEmpty()) {
        throw StoreFailure{problem};
    }
    if (OpenDatabase::isPart(file) && !OpenDatabase::is(file)) {
        throw StoreFailure{OpenDatabase::refusal(file)}; // SQLite doesn't know its own log when it is asked to open that
    }
    if (QFileInfo(file).size() == 0) {
        throw StoreFailure{text(QT_TRANSLATE_NOOP("convscope::RunStore", "The file %1 is empty, so it holds no runs. Delete it, or choose another one.")).arg(shown)};
    }
    const std::optional<Header> header = headerOf(file);
    if (!header) {
        return;
    }
    if (header->applicationId != laboratoryApplicationId) {
        refuseForeign(shown);
    }
    checkVersion(header->version, shown);
}

} // namespace convscope
