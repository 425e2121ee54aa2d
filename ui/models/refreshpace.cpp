// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/refreshpace.h"

#include <algorithm>
#include <ctime>
#include <utility>

namespace convscope {

namespace {

constexpr int share = 30;

std::chrono::nanoseconds processorTimeOfThisThread()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

} // namespace

RefreshPace::RefreshPace()
    : m_before(processorTimeOfThisThread())
{
}

std::chrono::milliseconds RefreshPace::next()
{
    const std::chrono::nanoseconds now = processorTimeOfThisThread();
    const std::chrono::nanoseconds busy = now - std::exchange(m_before, now);
    return intervalFor(std::min(busy, std::exchange(m_lastBusy, busy)));
}

std::chrono::milliseconds RefreshPace::intervalFor(std::chrono::nanoseconds busy)
{
    return std::clamp(std::chrono::duration_cast<std::chrono::milliseconds>(share * busy), shortest, longest);
}

} // namespace convscope
