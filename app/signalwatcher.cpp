// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/signalwatcher.h"

#include <csignal>

#include <pthread.h>
#include <unistd.h>

namespace {

constexpr int exitInterrupted = 130;

/// SIGUSR2 only wakes the watcher for its end. A signal that is ignored stays ignored: nohup and shells rely on it, and a
/// blocked signal would be delivered to sigwait() all the same.
sigset_t signalsToWatch()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGUSR2);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction current = {};
        if (sigaction(signal, nullptr, &current) != 0 || current.sa_handler != SIG_IGN) {
            sigaddset(&set, signal);
        }
    }
    return set;
}

} // namespace

SignalWatcher::SignalWatcher()
    : m_signals(signalsToWatch())
{
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    pthread_sigmask(SIG_BLOCK, &m_signals, nullptr);
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
}

bool SignalWatcher::signalled() const
{
    const std::lock_guard lock(m_mutex);
    return m_signalled;
}

void SignalWatcher::watch()
{
    for (;;) {
        int signal = 0;
        if (sigwait(&m_signals, &signal) != 0) {
            continue;
        }
        if (signal == SIGUSR2) {
            return;
        }
        const std::lock_guard lock(m_mutex);
        if (m_signalled || !m_handler) {
            _exit(exitInterrupted);
        }
        m_signalled = true;
        m_handler();
    }
}
