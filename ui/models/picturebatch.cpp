// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/picturebatch.h"

#include "core/data/picturefile.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>

namespace convscope {

namespace {

/// What was answered meanwhile is shown after so many milliseconds.
constexpr qint64 showInterval = 200;

QStringList picturesIn(const QStringList &paths)
{
    QStringList files;
    for (const QString &path : paths) {
        if (QFileInfo(path).isDir()) {
            const QDir folder(path);
            for (const QString &name : folder.entryList(pictureFilePatterns(), QDir::Files, QDir::Name)) {
                files << folder.filePath(name);
            }
        } else {
            files << path;
        }
    }
    return files;
}

} // namespace

PictureBatch::PictureBatch(QObject *parent)
    : QObject(parent)
    , m_cancelled(std::make_shared<std::atomic<bool>>(false))
{
    m_pool.setMaxThreadCount(1);
}

PictureBatch::~PictureBatch()
{
    *m_cancelled = true;
    m_pool.waitForDone();
}

void PictureBatch::start(const QStringList &paths, const Inspector *inspector, const WeightsPtr &weights)
{
    cancel();
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    m_isBusy = true;
    m_pool.start([this, paths, inspector, weights, job = m_job, cancelled = m_cancelled] { work(paths, *inspector, weights, job, *cancelled); });
}

void PictureBatch::cancel()
{
    *m_cancelled = true;
    m_isBusy = false;
    ++m_job;
}

/// In the thread of the pool, which the destructor waits for.
void PictureBatch::work(const QStringList &paths, const Inspector &inspector, const WeightsPtr &weights, int job, const std::atomic<bool> &isCancelled)
{
    const auto tell = [this, job](const auto &what) {
        QMetaObject::invokeMethod(this, [this, job, what] {
            if (job == m_job) {
                what();
            }
        });
    };
    const QStringList all = picturesIn(paths);
    const QStringList files = all.mid(0, mostFiles);
    tell([this, count = int(files.size()), leftOut = int(all.size() - files.size())] { Q_EMIT found(count, leftOut); });
    std::vector<FileAnswer> part;
    QElapsedTimer clock;
    clock.start();
    for (const QString &file : files) {
        if (isCancelled) {
            return;
        }
        part.push_back(answerFor(file, inspector, weights));
        if (part.size() >= partSize || clock.elapsed() >= showInterval) {
            tell([this, part] { Q_EMIT answered(part); });
            part.clear();
            clock.restart();
        }
    }
    tell([this, part] {
        m_isBusy = false;
        Q_EMIT answered(part);
        Q_EMIT finished();
    });
}

} // namespace convscope
