// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/signalwatcher.h"

#include <csignal>

#include <pthread.h>
#include <unistd.h>

namespace {

constexpr int exitInterrupted = 130;

sigset_t watchedSignals()
{
    sigset_t set;
    sigemptyset(&set);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGUSR2}) {
        sigaddset(&set, signal); // SIGUSR2 only wakes the watcher for its end
    }
    return set;
}

} // namespace

SignalWatcher::SignalWatcher()
{
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    const sigset_t set = watchedSignals();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    m_thread = std::thread([this] { watch(); });
}

SignalWatcher::~SignalWatcher()
{
    pthread_kill(m_thread.native_handle(), SIGUSR2);
    m_thread.join();
}

void SignalWatcher::onSignal(std::function<void()> handler)
{
    const std::lock_guard lock(m_mutex);
    m_handler = std::move(handler);
    if (m_signalled && m_handler) {
        m_handler();
    }
}

bool SignalWatcher::signalled() const
{
    const std::lock_guard lock(m_mutex);
    return m_signalled;
}

void SignalWatcher::watch()
{
    const sigset_t set = watchedSignals();
    for (;;) {
        int signal = 0;
        if (sigwait(&set, &signal) != 0) {
            continue;
        }
        if (signal == SIGUSR2) {
            return;
        }
        const std::lock_guard lock(m_mutex);
        if (m_signalled) {
            _exit(exitInterrupted);
        }
        m_signalled = true;
        if (m_handler) {
            m_handler();
        }
    }
}
