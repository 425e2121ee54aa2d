// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/runhistory.h"

namespace convscope {

namespace {

/// 200 KB an epoch on Fashion-MNIST: without a bound 100,000 epochs would fill the memory.
constexpr std::size_t keptProbabilities = 500;

} // namespace

void RunHistory::setStarted(const RunStarted &start)
{
    const std::lock_guard lock(m_mutex);
    m_started = start;
}

void RunHistory::append(const BatchPoint &point)
{
    const std::lock_guard lock(m_mutex);
    m_batches.push_back(point);
}

void RunHistory::append(const EpochReport &report)
{
    const std::lock_guard lock(m_mutex);
    m_epochs.push_back(report);
    if (m_epochs.size() > keptProbabilities) {
        m_epochs[m_epochs.size() - 1 - keptProbabilities].probabilities.reset();
    }
    if (hasLowerTestLoss(report, m_best ? &*m_best : nullptr)) {
        m_best = report;
        m_best->probabilities.reset();
    }
}

void RunHistory::append(const RunEvent &event)
{
    const std::lock_guard lock(m_mutex);
    m_events.push_back(event);
}

void RunHistory::setEnded(const RunEnd &end)
{
    const std::lock_guard lock(m_mutex);
    m_ended = end;
}

std::optional<RunStarted> RunHistory::started() const
{
    const std::lock_guard lock(m_mutex);
    return m_started;
}

std::optional<RunEnd> RunHistory::ended() const
{
    const std::lock_guard lock(m_mutex);
    return m_ended;
}

std::size_t RunHistory::batchCount() const
{
    const std::lock_guard lock(m_mutex);
    return m_batches.size();
}

void RunHistory::readBatches(std::size_t from, std::vector<BatchPoint> &points) const
{
    const std::lock_guard lock(m_mutex);
    if (from < m_batches.size()) {
        points.insert(points.end(), m_batches.begin() + std::ptrdiff_t(from), m_batches.end());
    }
}

std::size_t RunHistory::epochCount() const
{
    const std::lock_guard lock(m_mutex);
    return m_epochs.size();
}

std::vector<EpochReport> RunHistory::epochs(std::size_t from) const
{
    const std::lock_guard lock(m_mutex);
    if (from >= m_epochs.size()) {
        return {};
    }
    return {m_epochs.begin() + std::ptrdiff_t(from), m_epochs.end()};
}

std::vector<RunEvent> RunHistory::events(std::size_t from) const
{
    const std::lock_guard lock(m_mutex);
    if (from >= m_events.size()) {
        return {};
    }
    return {m_events.begin() + std::ptrdiff_t(from), m_events.end()};
}

double RunHistory::lastTestAccuracy() const
{
    const std::lock_guard lock(m_mutex);
    return m_epochs.empty() ? std::numeric_limits<double>::quiet_NaN() : m_epochs.back().testAccuracy;
}

double RunHistory::bestTestAccuracy() const
{
    const std::lock_guard lock(m_mutex);
    return m_best ? m_best->testAccuracy : std::numeric_limits<double>::quiet_NaN();
}

} // namespace convscope
