// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/sqlconnection.h"

#include "core/runs/storefailure.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QUrl>
#include <QUuid>

#include <unistd.h>

namespace convscope {

namespace {

/// SQLite's primary result codes.
enum SqliteCode {
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    IoError = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    NotADatabase = 26,
};

QString text(const char *source)
{
    return QCoreApplication::translate("convscope::RunStore", source);
}

bool mayBeWritten(const QString &file)
{
    return ::access(QFile::encodeName(file).constData(), W_OK) == 0 && ::access(QFile::encodeName(QFileInfo(file).path()).constData(), W_OK) == 0;
}

QString sentenceFor(const QSqlError &error, const QString &file)
{
    const QString shown = QDir::toNativeSeparators(file);
    int code = error.nativeErrorCode().toInt() & 0xff;
    if ((code == IoError || code == CannotOpen) && QFileInfo::exists(file) && !mayBeWritten(file)) {
        code = ReadOnly; // what was mounted anew while it was open
    }
    switch (code) {
    case Busy:
    case Locked:
        return text(QT_TRANSLATE_NOOP("convscope::RunStore", "The file %1 is in use by another program. Wait until it is done, or close it."))
            .arg(shown);
    case ReadOnly:
        return text(QT_TRANSLATE_NOOP("convscope::RunStore", "The file %1 may not be written. Change the permissions of the file and of its folder."))
            .arg(shown);
    case Full:
        return text(QT_TRANSLATE_NOOP("convscope::RunStore", "The file %1 can't be written, because the disk is full. Free some space.")).arg(shown);
    case Corrupt:
    case NotADatabase:
        return text(QT_TRANSLATE_NOOP("convscope::RunStore", "The file %1 is damaged. Put it aside or restore it from a copy; nothing in it was changed."))
            .arg(shown);
    case CannotOpen:
        return text(QT_TRANSLATE_NOOP("convscope::RunStore", "The file %1 can't be opened. Check that its folder exists and may be written."))
            .arg(shown);
    case IoError:
        return text(QT_TRANSLATE_NOOP("convscope::RunStore", "The file %1 can't be read or written: the disk reports an error, or a quota is used up."))
            .arg(shown);
    default:
        return text(QT_TRANSLATE_NOOP("convscope::RunStore", "The file %1 can't be used: %2.")).arg(shown, error.databaseText());
    }
}

/// A null QString would become NULL.
QVariant bindable(const QVariant &value)
{
    if (value.typeId() == QMetaType::QString && value.toString().isNull()) {
        return QLatin1String("");
    }
    return value;
}

QString optionsFor(SqlConnection::Mode mode)
{
    // Long enough for another program's checkpoint of some 100 MB on a slow disk.
    const QString timeout = QStringLiteral("QSQLITE_BUSY_TIMEOUT=15000");
    switch (mode) {
    case SqlConnection::Mode::ReadWrite:
        return timeout + QStringLiteral(";QSQLITE_OPEN_URI");
    case SqlConnection::Mode::ReadOnly:
    case SqlConnection::Mode::Frozen:
        return timeout + QStringLiteral(";QSQLITE_OPEN_URI;QSQLITE_OPEN_READONLY");
    case SqlConnection::Mode::Create:
        break;
    }
    return timeout;
}

QString nameFor(const QString &file, SqlConnection::Mode mode)
{
    if (mode == SqlConnection::Mode::Create) {
        return file;
    }
    const QLatin1String parameter = mode == SqlConnection::Mode::Frozen ? QLatin1String("?immutable=1")
        : mode == SqlConnection::Mode::ReadOnly                         ? QLatin1String("?mode=ro")
                                                                        : QLatin1String("?mode=rw");
    return QString::fromLatin1(QUrl::fromLocalFile(file).toEncoded()) + parameter;
}

} // namespace

SqlConnection::SqlConnection(const QString &file, Mode mode)
    : m_file(QDir().absoluteFilePath(file))
    , m_registration(m_file)
    , m_name(QUuid::createUuid().toString())
    , m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name))
{
    m_database.setConnectOptions(optionsFor(mode));
    m_database.setDatabaseName(nameFor(m_file, mode));
    try {
        if (!m_database.isValid()) {
            throw StoreFailure{text(QT_TRANSLATE_NOOP("convscope::RunStore", "Qt's SQLite driver is missing: please install the package libqt6sql6-sqlite."))};
        }
        if (!m_database.open()) {
            fail(m_database.lastError());
        }
        query(QStringLiteral("PRAGMA trusted_schema=OFF"));
        query(QStringLiteral("PRAGMA cell_size_check=ON"));
        query(QStringLiteral("PRAGMA foreign_keys=ON"));
    } catch (...) {
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(m_name);
        throw;
    }
}

SqlConnection::~SqlConnection()
{
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

QSqlQuery SqlConnection::query(const QString &sql, const QVariantList &values)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(sql)) {
        fail(query.lastError());
    }
    for (const QVariant &value : values) {
        query.addBindValue(bindable(value));
    }
    if (!query.exec()) {
        fail(query.lastError());
    }
    return query;
}

QVariant SqlConnection::value(const QString &sql, const QVariantList &values)
{
    QSqlQuery rows = query(sql, values);
    return next(rows) ? rows.value(0) : QVariant();
}

bool SqlConnection::next(QSqlQuery &rows) const
{
    if (rows.next()) {
        return true;
    }
    if (rows.lastError().isValid()) {
        fail(rows.lastError()); // a damaged page, for one
    }
    return false;
}

void SqlConnection::fail(const QSqlError &error) const
{
    const int code = error.nativeErrorCode().toInt() & 0xff;
    throw StoreFailure{sentenceFor(error, m_file), code, code == Corrupt};
}

SqlTransaction::SqlTransaction(SqlConnection &connection, Kind kind)
    : m_connection(connection)
{
    m_connection.query(kind == Kind::Writing ? QStringLiteral("BEGIN IMMEDIATE") : QStringLiteral("BEGIN"));
}

SqlTransaction::~SqlTransaction()
{
    if (!m_committed) {
        // Fails where SQLite has taken it back already.
        sentenceOf([this] { m_connection.query(QStringLiteral("ROLLBACK")); });
    }
}

void SqlTransaction::commit()
{
    m_connection.query(QStringLiteral("COMMIT"));
    m_committed = true;
}

} // namespace convscope
