// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/fileanswer.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <memory>

namespace convscope {

/// Asks a network about many picture files, on a thread of its own; the answers arrive part by part in the order of the files. Lives in the
/// main thread.
class PictureBatch : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostFiles = 10000;
    static constexpr std::size_t partSize = 50;

    explicit PictureBatch(QObject *parent = nullptr);
    ~PictureBatch() override;

    /// Folders stand for the pictures in them. What was asked before is given up.
    void start(const QStringList &paths, const Inspector *inspector, const WeightsPtr &weights);
    /// No more answers arrive.
    void cancel();
    bool isBusy() const { return m_isBusy; }

Q_SIGNALS:
    /// How many answers will come, and how many files are too many.
    void found(int files, int leftOut);
    void answered(const std::vector<FileAnswer> &answers);
    /// All have been answered; not after cancel().
    void finished();

private:
    void work(const QStringList &paths, const Inspector &inspector, const WeightsPtr &weights, int job, const std::atomic<bool> &isCancelled);

    bool m_isBusy = false;
    int m_job = 0;
    std::shared_ptr<std::atomic<bool>> m_cancelled;
    QThreadPool m_pool;
};

} // namespace convscope
