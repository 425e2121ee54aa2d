// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/fileopener.h"

#include "core/common/opendatabase.h"

#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

namespace convscope {

namespace {

enum class FileKind { Missing, Folder, Special, Runs, Settings, Weights, Pickle, Picture, Unknown };

QByteArray firstBytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(16) : QByteArray();
}

FileKind kindOf(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        return FileKind::Missing;
    }
    if (!info.isFile()) { // a pipe would never end
        return info.isDir() ? FileKind::Folder : FileKind::Special;
    }
    if (OpenDatabase::isPart(path)) { // even a look at its first bytes would take the locks away
        return OpenDatabase::is(path) ? FileKind::Runs : FileKind::Unknown;
    }
    const QString suffix = info.suffix().toLower();
    const QByteArray begin = firstBytes(path);
    if (begin.startsWith("SQLite format 3") || suffix == QLatin1String("convscope") || suffix == QLatin1String("sqlite")) {
        return FileKind::Runs;
    }
    if (suffix == QLatin1String("json")) {
        return FileKind::Settings;
    }
    if (suffix == QLatin1String("safetensors")) {
        return FileKind::Weights;
    }
    static const QStringList pickles{QStringLiteral("pt"), QStringLiteral("pth"), QStringLiteral("pkl"), QStringLiteral("pickle"), QStringLiteral("ckpt"), QStringLiteral("bin")};
    if (pickles.contains(suffix)) {
        return FileKind::Pickle;
    }
    return QImageReader::imageFormat(path).isEmpty() ? FileKind::Unknown : FileKind::Picture;
}

} // namespace

FileOpener::FileOpener(QWidget *window)
    : QObject(window)
{
    window->setAcceptDrops(true);
    window->installEventFilter(this);
}

void FileOpener::open(const QStringList &paths)
{
    QStringList runs;
    for (const QString &path : paths) {
        const QString shown = QDir::toNativeSeparators(path);
        switch (kindOf(path)) {
        case FileKind::Runs:
            runs << path; // together: they are counted in one sentence
            break;
        case FileKind::Settings:
            Q_EMIT settingsOpened(path);
            break;
        case FileKind::Weights:
            Q_EMIT weightsOpened(path);
            break;
        case FileKind::Folder:
            Q_EMIT dataFolderOpened(path);
            break;
        case FileKind::Missing:
            Q_EMIT refused(tr("There is no file %1.").arg(shown));
            break;
        case FileKind::Pickle:
            Q_EMIT refused(tr("%1 was not opened: files of its kind can hold programs, which would run. Save the weights as safetensors "
                              "(in Python: safetensors.torch.save_file) and open that file.").arg(shown));
            break;
        case FileKind::Picture:
            Q_EMIT refused(tr("%1 is a picture. Drop it on the page “Try it” to see what a network takes it for.").arg(shown));
            break;
        case FileKind::Special:
        case FileKind::Unknown:
            Q_EMIT refused(tr("%1 is nothing that can be opened here: runs (.convscope), laboratories (.sqlite), settings (.json), weights "
                              "(.safetensors) and folders with pictures can.").arg(shown));
            break;
        }
    }
    if (!runs.isEmpty()) {
        Q_EMIT runsOpened(runs);
    }
}

QStringList FileOpener::filesIn(const QMimeData &data)
{
    QStringList files;
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile()) {
            files << url.toLocalFile();
        }
    }
    return files;
}

bool FileOpener::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::DragEnter && event->type() != QEvent::Drop) {
        return QObject::eventFilter(watched, event);
    }
    auto *drop = static_cast<QDropEvent *>(event);
    const QStringList files = filesIn(*drop->mimeData());
    if (files.isEmpty()) {
        return QObject::eventFilter(watched, event);
    }
    drop->setDropAction(Qt::CopyAction);
    drop->accept();
    if (event->type() == QEvent::Drop) {
        open(files);
    }
    return true;
}

} // namespace convscope
