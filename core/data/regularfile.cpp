// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/regularfile.h"

#include "core/common/opendatabase.h"

#include <QDir>
#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace convscope {

Result<RegularFile> RegularFile::open(const QString &path)
{
    if (OpenDatabase::isPart(path)) {
        return Result<RegularFile>::failure(OpenDatabase::refusal(path));
    }
    // O_NONBLOCK: opening a pipe that nobody writes to would otherwise wait for ever.
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0) {
        return Result<RegularFile>::failure(openingFailed(path, errno));
    }
    struct stat status = {};
    const int fault = ::fstat(descriptor, &status) == 0 ? 0 : errno;
    RegularFile file(path, descriptor, status.st_size);
    if (fault != 0) {
        return Result<RegularFile>::failure(openingFailed(path, fault));
    }
    if (!S_ISREG(status.st_mode)) {
        return Result<RegularFile>::failure(notRegular(path, S_ISDIR(status.st_mode)));
    }
    return file;
}

QString RegularFile::problemOf(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    struct stat status = {};
    if (::stat(name.constData(), &status) != 0) {
        return openingFailed(path, errno);
    }
    if (!S_ISREG(status.st_mode)) {
        return notRegular(path, S_ISDIR(status.st_mode));
    }
    return ::access(name.constData(), R_OK) == 0 ? QString() : openingFailed(path, errno);
}

RegularFile::RegularFile(const QString &path, int descriptor, qint64 size)
    : m_path(path)
    , m_descriptor(descriptor)
    , m_size(size)
{
}

RegularFile::RegularFile(RegularFile &&other) noexcept
    : m_path(std::move(other.m_path))
    , m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_size(other.m_size)
{
}

RegularFile::~RegularFile()
{
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
}

Result<qint64> RegularFile::read(std::uint8_t *target, qint64 size)
{
    qint64 done = 0;
    while (done < size) {
        const ssize_t count = ::read(m_descriptor, target + done, std::size_t(size - done));
        if (count == 0) {
            break;
        }
        if (count > 0) {
            done += count;
        } else if (errno != EINTR) {
            const QString reason = qt_error_string(errno);
            return Result<qint64>::failure(tr("The file %1 cannot be read: %2. Please copy it again from its source.")
                                               .arg(QDir::toNativeSeparators(m_path), reason));
        }
    }
    return done;
}

QString RegularFile::openingFailed(const QString &path, int fault)
{
    const QString shown = QDir::toNativeSeparators(path);
    switch (fault) {
    case ENOENT:
    case ENOTDIR:
        return tr("The file %1 does not exist. Choose the folder that holds the data set.").arg(shown);
    case EACCES:
    case EPERM:
        return tr("The file %1 cannot be opened, because you are not allowed to read it. Change its permissions or "
                  "choose another folder.")
            .arg(shown);
    case ENXIO:
        return notRegular(path, false);
    default:
        return tr("The file %1 cannot be opened: %2. Choose another file or folder.")
            .arg(shown, qt_error_string(fault));
    }
}

QString RegularFile::notRegular(const QString &path, bool isFolder)
{
    const QString shown = QDir::toNativeSeparators(path);
    return isFolder
        ? tr("%1 is a folder, but a file with this name is expected. Choose another folder.").arg(shown)
        : tr("%1 is a pipe, a socket or a device, but a regular file is expected. Choose another folder.").arg(shown);
}

} // namespace convscope
