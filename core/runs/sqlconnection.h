// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/common/opendatabase.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariantList>

namespace convscope {

/// One connection to an SQLite file, for the thread that made it. Every member throws StoreFailure with a sentence that names the
/// file and says what to do.
class SqlConnection
{
public:
    enum class Mode {
        ReadWrite, ///< an existing file
        Create, ///< a new file of its own
        ReadOnly, ///< an existing file that may not be written, while others may write it
        Frozen, ///< a file of somebody else's: read only, without locks and without files beside it
    };

    SqlConnection(const QString &file, Mode mode);
    ~SqlConnection();
    SqlConnection(const SqlConnection &) = delete;
    SqlConnection &operator=(const SqlConnection &) = delete;

    /// Runs one statement. A null text is stored as an empty one.
    QSqlQuery query(const QString &sql, const QVariantList &values = {});
    /// The first value of the first row; invalid where there is none.
    QVariant value(const QString &sql, const QVariantList &values = {});
    /// Moves on to the next row; false at the end.
    bool next(QSqlQuery &rows) const;
    const QString &file() const { return m_file; }

private:
    [[noreturn]] void fail(const QSqlError &error) const;

    const QString m_file;
    const OpenDatabase m_registration; ///< ends after the connection
    const QString m_name;
    QSqlDatabase m_database;
};

/// Writing begins at once as a writer, so that two programs wait for each other instead of failing half-way; reading sees one state
/// of the file and keeps nobody waiting. Taken back where it isn't committed.
class SqlTransaction
{
public:
    enum class Kind { Writing, Reading };

    explicit SqlTransaction(SqlConnection &connection, Kind kind = Kind::Writing);
    ~SqlTransaction();
    SqlTransaction(const SqlTransaction &) = delete;
    SqlTransaction &operator=(const SqlTransaction &) = delete;

    void commit();

private:
    SqlConnection &m_connection;
    bool m_committed = false;
};

} // namespace convscope
