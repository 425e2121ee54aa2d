// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/tryloader.h"

#include "core/data/picturefile.h"
#include "ui/models/whendone.h"
#include "ui/views/screenpicker.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QSettings>
#include <QStandardPaths>
#include <QTimer>
#include <QtConcurrent>

#include <chrono>

using namespace std::chrono_literals;

namespace convscope {

namespace {

const QString folderKey = QStringLiteral("try/folder");
constexpr auto hidingTime = 400ms;

QImage imageIn(const QMimeData &data)
{
    return data.hasImage() ? qvariant_cast<QImage>(data.imageData()) : QImage();
}

QStringList localFiles(const QMimeData &data)
{
    QStringList paths;
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile()) {
            paths << url.toLocalFile();
        }
    }
    return paths;
}

} // namespace

TryLoader::TryLoader(QWidget *page)
    : QObject(page)
    , m_page(page)
{
}

void TryLoader::choose()
{
    QSettings settings;
    const QString folder = settings.value(folderKey, QStandardPaths::writableLocation(QStandardPaths::PicturesLocation)).toString();
    const QString filter = tr("Pictures (%1)").arg(pictureFilePatterns().join(QLatin1Char(' '))) + QStringLiteral(";;") + tr("All files (*)");
    const QStringList paths = QFileDialog::getOpenFileNames(m_page, tr("Open pictures"), folder, filter);
    if (!paths.isEmpty()) {
        settings.setValue(folderKey, QFileInfo(paths.first()).path());
        open(paths);
    }
}

void TryLoader::open(const QStringList &paths)
{
    if (paths.size() > 1 || (paths.size() == 1 && QFileInfo(paths.first()).isDir())) {
        Q_EMIT manyChosen(paths);
    } else if (!paths.isEmpty()) {
        openOne(paths.first());
    }
}

void TryLoader::openOne(const QString &path)
{
    const int load = ++m_loads;
    whenDone(this, QtConcurrent::run([path] { return loadPicture(path); }), [this, load, path](const Result<LoadedPicture> &picture) {
        if (load != m_loads) {
            return;
        }
        if (!picture) {
            Q_EMIT failed(picture.error());
            return;
        }
        for (const QString &note : picture.value().notes) {
            Q_EMIT noted(note);
        }
        Q_EMIT loaded(picture.value().image, QFileInfo(path).fileName());
    });
}

bool TryLoader::canTake(const QMimeData &data)
{
    return data.hasImage() || !localFiles(data).isEmpty();
}

void TryLoader::take(const QMimeData *mime)
{
    const QStringList files = mime ? localFiles(*mime) : QStringList();
    const QImage image = mime ? imageIn(*mime) : QImage();
    if (!files.isEmpty()) {
        open(files);
    } else if (!image.isNull()) {
        ++m_loads;
        Q_EMIT loaded(image, tr("Pasted picture"));
    } else {
        Q_EMIT noted(tr("There is no picture in the clipboard. Copy one in another program first."));
    }
}

void TryLoader::paste()
{
    take(QGuiApplication::clipboard()->mimeData());
}

void TryLoader::takeScreenshot()
{
    // This window would cover what is to be taken. Window managers fold it up with an animation: it takes a moment to be gone.
    QWidget *window = m_page->window();
    const Qt::WindowStates before = window->windowState();
    window->showMinimized();
    QTimer::singleShot(hidingTime, this, [this, window, before] {
        auto *picker = new ScreenPicker(m_page);
        connect(picker, &ScreenPicker::picked, this, [this](const QImage &image) {
            ++m_loads;
            Q_EMIT loaded(image, tr("Part of the screen"));
        });
        connect(picker, &QObject::destroyed, window, [window, before] {
            window->setWindowState(before);
            window->show();
            window->activateWindow();
        });
        picker->showFullScreen();
    });
}

} // namespace convscope
