// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace convscope {

/// How often a view that follows a training reads and draws what is new: as often as `shortest` allows while that is cheap, and
/// more rarely the more it costs. The threads that train share every batch, so what the window takes from one processor holds
/// all of them up.
class RefreshPace
{
public:
    /// Starts to count what the calling thread computes. Only for that thread.
    RefreshPace();

    /// Until the next refresh; called at each. Counts everything that the thread did since the last call, painting too; what is
    /// done once (a run begins, a page is laid out) doesn't count, so of the last two times the shorter one decides.
    std::chrono::milliseconds next();

    /// The rule itself: `busy` of processor time a refresh is to be at most a thirtieth of one processor, within the limits.
    static std::chrono::milliseconds intervalFor(std::chrono::nanoseconds busy);

    static constexpr std::chrono::milliseconds shortest{50};
    static constexpr std::chrono::milliseconds longest{250};

private:
    std::chrono::nanoseconds m_before;
    std::chrono::nanoseconds m_lastBusy{0};
};

} // namespace convscope
