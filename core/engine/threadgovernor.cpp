// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/threadgovernor.h"

#include <algorithm>

namespace convscope {

namespace {

/// Steps that are looked at together, while nothing is tried and while something is.
constexpr int settledWindow = 8;
constexpr int tryingWindow = 3;
/// Steps that take so much longer than the best so far make fewer threads worth a try.
constexpr double slowFactor = 1.4;
/// A number of threads must be that much quicker to be taken.
constexpr double gainFactor = 0.9;
/// Milliseconds between two tries, while they fail.
constexpr qint64 shortPatience = 500;
constexpr qint64 longPatience = 8000;

} // namespace

ThreadGovernor::ThreadGovernor(int most, bool mayChange)
    : m_candidates{most}
    , m_patience(shortPatience)
{
    for (const int threads : {most - 1, most / 2, 1}) {
        if (mayChange && threads >= 1 && threads < m_candidates.back()) {
            m_candidates.push_back(threads);
        }
    }
}

void ThreadGovernor::stepTook(double seconds, qint64 now)
{
    if (m_candidates.size() == 1) {
        return;
    }
    if (m_steps++ == 0) {
        return; // the first one after a change wakes threads and warms caches
    }
    m_sum += seconds;
    const int window = m_current == m_settled ? settledWindow : tryingWindow;
    if (m_steps > window) {
        const double mean = m_sum / window;
        m_steps = 1;
        m_sum = 0.0;
        windowEnded(mean, now);
    }
}

void ThreadGovernor::windowEnded(double mean, qint64 now)
{
    if (m_current == 0 && (m_best == 0.0 || mean < m_best)) {
        m_best = mean;
    }
    if (m_current == m_settled) {
        m_settledMean = mean;
        if (now >= m_nextTry) {
            tryAnother(mean);
        }
        return;
    }
    if (mean < gainFactor * m_settledMean) {
        m_settled = m_current;
        m_settledMean = mean;
        m_patience = shortPatience;
    } else {
        m_patience = std::min(2 * m_patience, longPatience);
        use(m_settled);
    }
    m_nextTry = now + m_patience;
}

/// Takes turns among the others; fewer threads only when the steps are slow.
void ThreadGovernor::tryAnother(double mean)
{
    const bool isSlow = mean > slowFactor * m_best;
    for (std::size_t i = 1; i <= m_candidates.size(); ++i) {
        const std::size_t candidate = (m_lastTried + i) % m_candidates.size();
        if (candidate < m_current || (candidate > m_current && isSlow)) {
            m_lastTried = candidate;
            use(candidate);
            return;
        }
    }
}

void ThreadGovernor::use(std::size_t candidate)
{
    m_current = candidate;
    m_steps = 0;
    m_sum = 0.0;
}

} // namespace convscope
