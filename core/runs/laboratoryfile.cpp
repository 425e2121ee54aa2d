// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/laboratoryfile.h"

#include "core/runs/schema.h"
#include "core/runs/storefailure.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <cerrno>
#include <cstdio>

#include <fcntl.h>
#include <unistd.h>

namespace convscope {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("convscope::RunStore", source);
}

void makeFolder(const QString &folder)
{
    if (!QDir().mkpath(folder)) {
        throw StoreFailure{text(QT_TRANSLATE_NOOP("convscope::RunStore", "The folder %1 can't be made, so no runs can be kept there. Choose another file."))
                               .arg(QDir::toNativeSeparators(folder))};
    }
}

void syncFolder(const QString &folder)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor >= 0) {
        ::fsync(descriptor); // Some file systems can't; then nothing is lost that could be kept.
        ::close(descriptor);
    }
}

void refuseOtherThings(SqlConnection &file)
{
    if (schemaOf(file) != expectedSchema(file.value(QStringLiteral("PRAGMA user_version")).toLongLong())) {
        throw StoreFailure{text(QT_TRANSLATE_NOOP("convscope::RunStore", "The file %1 holds other things than a run, so it was not opened. Ask for a new copy."))
                               .arg(QDir::toNativeSeparators(file.file()))};
    }
}

/// Made beside its place and then linked there: a program that is killed leaves no half-made laboratory, and of two programs that
/// start at once the second finds the first one's.
void createLaboratory(const QString &file)
{
    makeFolder(QFileInfo(file).absolutePath());
    makeBeside(file, [&file](const QString &made) {
        // Here, where nobody else has it open: SQLite doesn't wait for others when it switches to the log.
        createRunFile(made)->query(QStringLiteral("PRAGMA journal_mode=WAL"));
        if (::link(QFile::encodeName(made).constData(), QFile::encodeName(file).constData()) != 0 && errno != EEXIST) {
            moveIntoPlace(made, file); // a file system without links
        }
    });
    syncFolder(QFileInfo(file).absolutePath());
}

} // namespace

std::unique_ptr<SqlConnection> openLaboratory(const QString &file)
{
    if (!QFileInfo::exists(file)) {
        createLaboratory(file);
    }
    checkHeader(file);
    auto connection = std::make_unique<SqlConnection>(file, SqlConnection::Mode::ReadWrite);
    checkIdentity(*connection);
    upgradeSchema(*connection);
    // Readers don't wait for the writer. FULL: a checkpoint that was reported as saved survives a power cut.
    connection->query(QStringLiteral("PRAGMA journal_mode=WAL"));
    connection->query(QStringLiteral("PRAGMA synchronous=FULL"));
    connection->query(QStringLiteral("PRAGMA journal_size_limit=67108864"));
    return connection;
}

std::unique_ptr<SqlConnection> openLaboratoryForReading(const QString &file)
{
    const bool isThere = QFileInfo::exists(file);
    try {
        return openLaboratory(file);
    } catch (const StoreFailure &) {
        if (!isThere || QFileInfo(file).isDir()) {
            throw;
        }
    }
    checkHeader(file);
    // Where nobody has it open it needs no lock, which couldn't be had in a folder that may not be written.
    const bool isQuiet = QFileInfo(file + QStringLiteral("-wal")).size() == 0;
    auto connection = std::make_unique<SqlConnection>(file, isQuiet ? SqlConnection::Mode::Frozen : SqlConnection::Mode::ReadOnly);
    checkIdentity(*connection);
    connection->value(QStringLiteral("SELECT count(*) FROM runs")); // fails here and not later
    return connection;
}

std::unique_ptr<SqlConnection> createRunFile(const QString &file)
{
    auto connection = std::make_unique<SqlConnection>(file, SqlConnection::Mode::Create);
    connection->query(QStringLiteral("PRAGMA synchronous=FULL"));
    connection->query(QStringLiteral("PRAGMA page_size=16384")); // most of it is blobs of megabytes: a quarter of the calls
    upgradeSchema(*connection);
    return connection;
}

std::unique_ptr<SqlConnection> openRunFile(const QString &file)
{
    checkHeader(file);
    if (QFileInfo(file + QStringLiteral("-wal")).size() > 0 || QFileInfo(file + QStringLiteral("-journal")).size() > 0) {
        // What stands there belongs to the file and would not be seen.
        throw StoreFailure{text(QT_TRANSLATE_NOOP("convscope::RunStore", "The file %1 is being written by another program. Wait until it is done."))
                               .arg(QDir::toNativeSeparators(file))};
    }
    auto connection = std::make_unique<SqlConnection>(file, SqlConnection::Mode::Frozen);
    checkIdentity(*connection);
    refuseOtherThings(*connection);
    return connection;
}

std::unique_ptr<SqlConnection> openForeignLaboratory(const QString &file)
{
    if (QFileInfo(file + QStringLiteral("-wal")).size() == 0) {
        return openRunFile(file);
    }
    // What stands in the log is seen with locks only.
    checkHeader(file);
    auto connection = std::make_unique<SqlConnection>(file, SqlConnection::Mode::ReadOnly);
    checkIdentity(*connection);
    refuseOtherThings(*connection);
    return connection;
}

void moveIntoPlace(const QString &from, const QString &to)
{
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0) {
        throw StoreFailure{text(QT_TRANSLATE_NOOP("convscope::RunStore", "The file %1 can't be written: %2. Check the permissions of the folder."))
                               .arg(QDir::toNativeSeparators(to), qt_error_string(errno))};
    }
    syncFolder(QFileInfo(to).absolutePath());
}

void makeBeside(const QString &file, const std::function<void(const QString &made)> &make)
{
    const QString made = QFileInfo(file).absolutePath() + QStringLiteral("/.convscope-")
        + QUuid::createUuid().toString(QUuid::WithoutBraces) + QStringLiteral(".new");
    const auto removeRest = [&made] {
        QFile::remove(made);
        QFile::remove(made + QStringLiteral("-journal"));
    };
    try {
        make(made);
    } catch (StoreFailure &failure) {
        removeRest();
        throw StoreFailure{failure.sentence.replace(QDir::toNativeSeparators(made), QDir::toNativeSeparators(file))};
    } catch (...) {
        removeRest();
        throw;
    }
    removeRest();
}

} // namespace convscope
