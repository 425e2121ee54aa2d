// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/robustness.h"

#include <QFuture>
#include <QObject>
#include <QStringList>
#include <QThreadPool>

#include <atomic>
#include <memory>

namespace convscope {

/// Tests several runs against disturbances on a thread of its own, one test at a time. Lives in the main thread.
class RobustnessJob : public QObject
{
    Q_OBJECT

public:
    struct Answer
    {
        QStringList names; ///< of the runs
        std::vector<bool> haveConvolutions;
        Robustness robustness;
    };
    struct Run
    {
        QString name;
        QFuture<Result<WeightsPtr>> weights; ///< may still be read
    };

    explicit RobustnessJob(QObject *parent = nullptr);
    ~RobustnessJob() override;

    /// One that is under way is given up.
    void start(const Inspector *inspector, const std::vector<Run> &runs, const DatasetPtr &data, const std::vector<Disturbance::Kind> &kinds);
    void cancel();
    bool isBusy() const { return m_isBusy; }

Q_SIGNALS:
    void progressed(int done, int all);
    void answered(const convscope::RobustnessJob::Answer &answer);
    void failed(const QString &sentence);

private:
    void end(int job, const Result<Answer> &answer);

    std::shared_ptr<std::atomic<bool>> m_cancelled;
    bool m_isBusy = false;
    int m_job = 0;
    QThreadPool m_pool;
};

} // namespace convscope
