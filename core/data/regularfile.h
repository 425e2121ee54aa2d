// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/common/result.h"

#include <QCoreApplication>
#include <QString>

#include <cstdint>

namespace convscope {

/// A regular file, read once from its beginning. Folders, pipes, devices and sockets are refused at once instead of
/// waiting for somebody to write into them. Errors are sentences with the file.
class RegularFile
{
    Q_DECLARE_TR_FUNCTIONS(convscope::RegularFile)

public:
    static Result<RegularFile> open(const QString &path);
    /// Empty, or why open() would fail. Doesn't open the file.
    static QString problemOf(const QString &path);

    RegularFile(RegularFile &&other) noexcept;
    RegularFile &operator=(RegularFile &&other) = delete;
    ~RegularFile();

    /// In bytes, at the time of opening.
    qint64 size() const { return m_size; }
    /// Reads the next `size` bytes into target. The number of bytes read is smaller only at the end of the file.
    Result<qint64> read(std::uint8_t *target, qint64 size);

private:
    RegularFile(const QString &path, int descriptor, qint64 size);
    static QString openingFailed(const QString &path, int fault);
    static QString notRegular(const QString &path, bool isFolder);

    QString m_path;
    int m_descriptor = -1;
    qint64 m_size = 0;
};

} // namespace convscope
