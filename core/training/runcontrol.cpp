// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/runcontrol.h"

namespace convscope {

RunControl::RunControl(Begin begin)
{
    switch (begin) {
    case Begin::Running:
        m_mode = Mode::Running;
        break;
    case Begin::OneBatch:
        m_mode = Mode::BatchThenPause;
        m_batchSteps = 1;
        break;
    case Begin::OneEpoch:
        m_mode = Mode::EpochThenPause;
        break;
    case Begin::Paused:
        m_mode = Mode::Paused;
        break;
    }
}

void RunControl::pause()
{
    const std::lock_guard lock(m_mutex);
    m_mode = Mode::Paused;
    m_pausedByStep = false;
}

void RunControl::resume()
{
    const std::lock_guard lock(m_mutex);
    m_mode = Mode::Running;
    m_wake.notify_all();
}

void RunControl::stepBatch()
{
    const std::lock_guard lock(m_mutex);
    m_batchSteps = m_mode == Mode::BatchThenPause ? m_batchSteps + 1 : 1;
    m_mode = Mode::BatchThenPause;
    m_wake.notify_all();
}

void RunControl::stepEpoch()
{
    const std::lock_guard lock(m_mutex);
    m_mode = Mode::EpochThenPause;
    m_wake.notify_all();
}

void RunControl::requestStop()
{
    m_stop.store(true);
    const std::lock_guard lock(m_mutex);
    m_wake.notify_all();
}

void RunControl::changeSettings(const LiveSettings &settings)
{
    const std::lock_guard lock(m_mutex);
    m_changed = settings;
}

RunControl::Directive RunControl::waitWhilePaused(std::unique_lock<std::mutex> &lock, const PauseReport &report)
{
    if (m_stop.load()) {
        return Directive::Stop;
    }
    if (m_mode != Mode::Paused) {
        return Directive::Continue;
    }
    const bool byStep = m_pausedByStep;
    lock.unlock();
    report(true, byStep);
    lock.lock();
    m_wake.wait(lock, [this] { return m_mode != Mode::Paused || m_stop.load(); });
    if (m_stop.load()) {
        return Directive::Stop;
    }
    const bool endsForStep = m_mode != Mode::Running;
    lock.unlock();
    report(false, endsForStep);
    lock.lock();
    return Directive::Continue;
}

RunControl::Directive RunControl::beforeBatch(const PauseReport &report)
{
    std::unique_lock lock(m_mutex);
    const Directive directive = waitWhilePaused(lock, report);
    if (directive == Directive::Continue && m_mode == Mode::BatchThenPause) {
        if (--m_batchSteps <= 0) {
            m_mode = Mode::Paused; // this batch still runs; the next one waits
            m_pausedByStep = true;
        }
    }
    return directive;
}

RunControl::Directive RunControl::duringTest(const PauseReport &report)
{
    std::unique_lock lock(m_mutex);
    return waitWhilePaused(lock, report);
}

void RunControl::epochEnded()
{
    const std::lock_guard lock(m_mutex);
    if (m_mode == Mode::EpochThenPause) {
        m_mode = Mode::Paused;
        m_pausedByStep = true;
    }
}

std::optional<LiveSettings> RunControl::takeChangedSettings()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_changed, std::nullopt);
}

} // namespace convscope
