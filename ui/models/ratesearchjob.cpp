// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/ratesearchjob.h"

#include "ui/models/whendone.h"

#include <QtConcurrent/QtConcurrentRun>

#include <chrono>
#include <mutex>

using namespace std::chrono_literals;

namespace convscope {

/// What both threads know of a search.
struct RateSearchJob::Shared
{
    RunControl control;
    std::mutex mutex;
    std::vector<RatePoint> points; ///< guarded by the mutex
};

RateSearchJob::RateSearchJob(QObject *parent)
    : QObject(parent)
{
    m_timer.setInterval(60ms);
    connect(&m_timer, &QTimer::timeout, this, &RateSearchJob::takePoints);
}

RateSearchJob::~RateSearchJob()
{
    cancel();
}

void RateSearchJob::start(Engine *engine, const DatasetPtr &data, const Experiment &experiment, const RateSearchPlan &plan)
{
    cancel();
    m_points.clear();
    m_end.reset();
    m_shared = std::make_shared<Shared>();
    m_timer.start();
    const auto search = [engine, data, experiment, plan, shared = m_shared] {
        const auto report = [&shared](const RatePoint &point) {
            const std::lock_guard lock(shared->mutex);
            shared->points.push_back(point);
        };
        return engine->searchRate(experiment, *data, plan, report, shared->control);
    };
    whenDone(this, QtConcurrent::run(search), [this, shared = m_shared](const RateSearchEnd &end) {
        if (shared != m_shared) {
            return; // another search has begun since
        }
        m_timer.stop();
        takePoints();
        m_shared.reset();
        m_end = end;
        Q_EMIT ended();
    });
    Q_EMIT pointsArrived(); // there are none any more
}

void RateSearchJob::cancel()
{
    if (m_shared) {
        m_shared->control.requestStop();
    }
}

void RateSearchJob::takePoints()
{
    const std::size_t before = m_points.size();
    {
        const std::lock_guard lock(m_shared->mutex);
        m_points.insert(m_points.end(), m_shared->points.begin() + std::ptrdiff_t(before), m_shared->points.end());
    }
    if (m_points.size() > before) {
        Q_EMIT pointsArrived();
    }
}

} // namespace convscope
