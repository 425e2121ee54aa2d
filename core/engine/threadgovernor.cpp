// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/threadgovernor.h"

#include <algorithm>
#include <utility>

namespace convscope {

namespace {

/// Steps that are looked at together, while nothing is tried and while something is.
constexpr std::size_t settledWindow = 9;
constexpr std::size_t tryingWindow = 3;
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
    if (std::exchange(m_hasChanged, false)) {
        return; // the first one after a change wakes threads and warms caches
    }
    m_window.push_back(seconds);
    const std::size_t length = m_current == m_settled ? settledWindow : tryingWindow;
    if (m_window.size() >= length) {
        // Not the mean: a page that is drawn or a checkpoint that is written hits a step or two, a busy neighbour hits all.
        const auto middle = m_window.begin() + qptrdiff(length / 2);
        std::nth_element(m_window.begin(), middle, m_window.end());
        const double median = *middle;
        m_window.clear();
        windowEnded(median, now);
    }
}

void ThreadGovernor::windowEnded(double median, qint64 now)
{
    if (m_current == 0 && (m_best == 0.0 || median < m_best)) {
        m_best = median;
    }
    if (m_current == m_settled) {
        m_settledMedian = median;
        if (now >= m_nextTry) {
            tryAnother(median);
        }
        return;
    }
    if (median < gainFactor * m_settledMedian) {
        m_settled = m_current;
        m_settledMedian = median;
        m_patience = shortPatience;
    } else {
        m_patience = std::min(2 * m_patience, longPatience);
        use(m_settled);
    }
    m_nextTry = now + m_patience;
}

/// Takes turns among the others; fewer threads only when the steps are slow.
void ThreadGovernor::tryAnother(double median)
{
    const bool isSlow = median > slowFactor * m_best;
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
    m_hasChanged = true;
    m_window.clear();
}

} // namespace convscope
