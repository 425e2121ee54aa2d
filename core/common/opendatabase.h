// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace convscope {

/// Says, while it lives, that this process has an SQLite file open. Nobody else in the process may then open that file: closing any
/// descriptor of it takes all of the process's locks away (https://www.sqlite.org/howtocorrupt.html, 2.2), and another program would
/// believe to be alone and delete the log. Nor may it be replaced. From any thread.
class OpenDatabase
{
public:
    explicit OpenDatabase(const QString &file);
    ~OpenDatabase();
    OpenDatabase(const OpenDatabase &) = delete;
    OpenDatabase &operator=(const OpenDatabase &) = delete;

    /// By whatever name or link; the file need not be there any more.
    static bool is(const QString &path);
    /// One of the files that SQLite keeps beside it, or the file itself.
    static bool isPart(const QString &path);
    /// Why such a file is neither read nor written.
    static QString refusal(const QString &path);

private:
    const QString m_file;
};

} // namespace convscope
