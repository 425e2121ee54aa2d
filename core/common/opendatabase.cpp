// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/common/opendatabase.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStringList>

#include <algorithm>
#include <mutex>
#include <optional>
#include <utility>

#include <sys/stat.h>

namespace convscope {

namespace {

using Identity = std::pair<dev_t, ino_t>;

/// A file may be open several times, and stands in the list as often.
struct Files
{
    std::mutex mutex;
    QStringList names;
};

Files &files()
{
    static Files all;
    return all;
}

std::optional<Identity> identityOf(const QString &path)
{
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0) {
        return std::nullopt;
    }
    return Identity(status.st_dev, status.st_ino);
}

/// Links followed, also where there is no such file.
QString realName(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() ? info.canonicalFilePath() : QDir(QFileInfo(info.absolutePath()).canonicalFilePath()).filePath(info.fileName());
}

bool isOneOf(const QString &path, const QStringList &suffixes)
{
    const QString name = realName(path);
    const std::optional<Identity> identity = identityOf(path);
    Files &open = files();
    const std::lock_guard lock(open.mutex);
    return std::any_of(open.names.cbegin(), open.names.cend(), [&](const QString &file) {
        return std::any_of(suffixes.cbegin(), suffixes.cend(), [&](const QString &suffix) {
            return name == file + suffix || (identity && identity == identityOf(file + suffix));
        });
    });
}

} // namespace

OpenDatabase::OpenDatabase(const QString &file)
    : m_file(realName(file))
{
    const std::lock_guard lock(files().mutex);
    files().names << m_file;
}

OpenDatabase::~OpenDatabase()
{
    const std::lock_guard lock(files().mutex);
    files().names.removeOne(m_file);
}

bool OpenDatabase::is(const QString &path)
{
    return isOneOf(path, {QString()});
}

bool OpenDatabase::isPart(const QString &path)
{
    return isOneOf(path, {QString(), QStringLiteral("-wal"), QStringLiteral("-shm"), QStringLiteral("-journal")});
}

QString OpenDatabase::refusal(const QString &path)
{
    return QCoreApplication::translate("convscope::OpenDatabase", "The file %1 belongs to the runs that are open here. Choose another one.")
        .arg(QDir::toNativeSeparators(path));
}

} // namespace convscope
