// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace convscope {

/// Chooses how many of a run's threads work, from how long the steps take. Threads that share every step wait for each other; when
/// another program needs a processor, one thread alone is often several times as fast as two. Only for code whose results don't
/// depend on the number of threads.
///
/// As long as steps take about as long as the best so far, nothing is tried. Used by one thread.
class ThreadGovernor
{
public:
    /// `most`: the run's number of threads, at least 1. Unless it `mayChange`, it is always that.
    ThreadGovernor(int most, bool mayChange);

    /// For the next step.
    int threads() const { return m_candidates[m_current]; }

    /// After each whole step. `now`: milliseconds on any clock that doesn't jump.
    void stepTook(double seconds, qint64 now);

private:
    void windowEnded(double median, qint64 now);
    void tryAnother(double median);
    void use(std::size_t candidate);

    std::vector<int> m_candidates; ///< most first, fewest last
    std::size_t m_current = 0;
    std::size_t m_settled = 0; ///< where a try that brings nothing returns to
    double m_settledMedian = 0.0;
    double m_best = 0.0; ///< shortest median with all threads; 0 = none yet
    std::size_t m_lastTried = 0;
    std::vector<double> m_window; ///< seconds of the steps since the last change or decision
    bool m_hasChanged = true; ///< the next step is the first with this number
    qint64 m_nextTry = 0;
    qint64 m_patience;
};

} // namespace convscope
