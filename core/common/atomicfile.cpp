// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/common/atomicfile.h"

#include "core/common/opendatabase.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace convscope {

namespace {

class AtomicFile
{
    Q_DECLARE_TR_FUNCTIONS(convscope::AtomicFile)

public:
    explicit AtomicFile(const QString &path)
        : m_path(path)
        , m_shown(QDir::toNativeSeparators(path))
    {
    }

    QString write(const QByteArray &bytes) const
    {
        QString error = prepare();
        if (error.isEmpty()) {
            error = replace(bytes);
        }
        if (error.isEmpty()) {
            error = check(bytes.size());
        }
        return error;
    }

private:
    /// Everything that would make the replacement wrong or impossible and can be said in plain words.
    QString prepare() const
    {
        const QFileInfo info(m_path);
        if (info.isDir()) {
            return tr("The file %1 cannot be written, because a folder with this name exists. Choose another name.")
                .arg(m_shown);
        }
        // A replaced device node would be gone; links to regular files are followed by QSaveFile.
        if (info.exists() && !info.isFile()) {
            return tr("The file %1 cannot be written, because a device or pipe has this name. Choose another name.")
                .arg(m_shown);
        }
        if (OpenDatabase::isPart(m_path)) {
            return OpenDatabase::refusal(m_path);
        }
        if (!QDir().mkpath(info.absolutePath())) {
            return tr("The folder %1 cannot be made, so the file %2 was not written. Choose another folder.")
                .arg(QDir::toNativeSeparators(info.absolutePath()), m_shown);
        }
        return QString();
    }

    QString replace(const QByteArray &bytes) const
    {
        QSaveFile file(m_path);
        if (!file.open(QIODevice::WriteOnly)) {
            return failed(file.errorString());
        }
        // Without the flush, what still sits in the buffer is written inside commit(), which doesn't look at the
        // result.
        if (file.write(bytes) != bytes.size() || !file.flush()) {
            const QString reason = file.errorString();
            file.cancelWriting();
            file.commit();
            return failed(reason);
        }
        return file.commit() ? QString() : failed(file.errorString());
    }

    QString check(qint64 size) const
    {
        const QFileInfo written(m_path);
        if (written.size() != size) {
            return tr("The file %1 was not written completely. Check the free space of the disk and try again.")
                .arg(m_shown);
        }
        return syncFolder(written.absolutePath());
    }

    /// The new name is safe only when the folder is on the disk as well.
    QString syncFolder(const QString &folder) const
    {
        const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (descriptor < 0) {
            return QString(); // A folder that may be written but not listed can't be synced by anyone.
        }
        const int fault = ::fsync(descriptor) == 0 ? 0 : errno;
        ::close(descriptor);
        // Some file systems can't sync folders and say EINVAL: nothing is lost there that could be kept.
        return fault == 0 || fault == EINVAL || fault == ENOTSUP ? QString() : failed(qt_error_string(fault));
    }

    QString failed(const QString &reason) const
    {
        return tr("The file %1 cannot be written: %2. Check the free space and the permissions of the folder.")
            .arg(m_shown, reason);
    }

    QString m_path;
    QString m_shown;
};

} // namespace

QString writeFileAtomically(const QString &path, const QByteArray &bytes)
{
    return AtomicFile(path).write(bytes);
}

} // namespace convscope
