// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <csignal>
#include <functional>
#include <mutex>
#include <thread>

/// Turns SIGINT, SIGTERM and SIGHUP into a call on a thread of its own. Made first thing in main(): the signals are blocked in
/// every thread that is started later, so none of LibTorch's threads ever sees them. A second signal ends the process at once
/// (exit code 130). SIGPIPE and SIGXFSZ are ignored, so that a closed pipe or a full quota is an error of write().
class SignalWatcher
{
public:
    SignalWatcher();
    ~SignalWatcher();

    /// What to do at the first signal; it is called on the watcher's thread. Replaces the former one. While there is none,
    /// a signal ends the process at once.
    void onSignal(std::function<void()> handler);
    bool signalled() const;

private:
    void watch();

    mutable std::mutex m_mutex;
    std::function<void()> m_handler;
    bool m_signalled = false;
    const sigset_t m_signals;
    std::thread m_thread;
};
