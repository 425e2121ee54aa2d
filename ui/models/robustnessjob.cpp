// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/robustnessjob.h"

namespace convscope {

namespace {

/// In the background.
Result<RobustnessJob::Answer> answer(const Inspector &inspector, const std::vector<RobustnessJob::Run> &runs, const Dataset &data,
                                     const std::vector<Disturbance::Kind> &kinds, const std::function<void(int, int)> &progress,
                                     const Inspector::IsCancelled &isCancelled)
{
    RobustnessJob::Answer answer;
    std::vector<WeightsPtr> networks;
    for (const RobustnessJob::Run &run : runs) {
        const Result<WeightsPtr> weights = run.weights.result();
        if (!weights) {
            return Result<RobustnessJob::Answer>::failure(weights.error());
        }
        networks.push_back(weights.value());
        answer.names << run.name;
        answer.haveConvolutions.push_back(!weights.value()->architecture.convBlocks.empty());
    }
    const Result<Robustness> tested = robustness(inspector, networks, data, kinds, progress, isCancelled);
    if (!tested) {
        return Result<RobustnessJob::Answer>::failure(tested.error());
    }
    answer.robustness = tested.value();
    return answer;
}

} // namespace

RobustnessJob::RobustnessJob(QObject *parent)
    : QObject(parent)
    , m_cancelled(std::make_shared<std::atomic<bool>>(false))
{
    m_pool.setMaxThreadCount(1);
}

RobustnessJob::~RobustnessJob()
{
    *m_cancelled = true;
    m_pool.waitForDone();
}

void RobustnessJob::start(const Inspector *inspector, const std::vector<Run> &runs, const DatasetPtr &data, const std::vector<Disturbance::Kind> &kinds)
{
    cancel();
    m_isBusy = true;
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    // The destructor waits for the pool, so `this` is there as long as the work is.
    m_pool.start([this, inspector, runs, data, kinds, job = m_job, cancelled = m_cancelled] {
        const auto progress = [this, job](int done, int all) {
            QMetaObject::invokeMethod(this, [this, job, done, all] {
                if (job == m_job) {
                    Q_EMIT progressed(done, all);
                }
            });
        };
        const Result<Answer> answer = convscope::answer(*inspector, runs, *data, kinds, progress, [cancelled] { return cancelled->load(); });
        QMetaObject::invokeMethod(this, [this, job, answer] { end(job, answer); });
    });
}

void RobustnessJob::cancel()
{
    *m_cancelled = true;
    m_isBusy = false;
    ++m_job;
}

void RobustnessJob::end(int job, const Result<Answer> &answer)
{
    if (job != m_job) {
        return;
    }
    m_isBusy = false;
    if (answer) {
        Q_EMIT answered(answer.value());
    } else {
        Q_EMIT failed(answer.error());
    }
}

} // namespace convscope
