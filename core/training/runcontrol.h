// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainingsettings.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>

namespace convscope {

/// The token through which a window or a signal handler steers a training loop. The loop asks it before every batch and
/// between pieces of the test pass. All members may be called from any thread, none from a signal handler.
/// A queued slot would never reach a busy loop, which is why this is a token and not a QObject.
class RunControl
{
public:
    enum class Directive { Continue, Stop };

    /// Called on the loop's thread: `paused` true when a pause begins, false when it ends; `byStep` where a single batch or
    /// epoch was asked for.
    using PauseReport = std::function<void(bool paused, bool byStep)>;

    /// How a run begins: training at once, paused after one batch or one epoch, or before the first batch.
    enum class Begin { Running, OneBatch, OneEpoch, Paused };

    explicit RunControl(Begin begin = Begin::Running);

    void pause();
    void resume();
    /// Trains one batch more (resuming if paused), then pauses. Calls add up: three calls are three batches.
    void stepBatch();
    /// Trains to the end of the running epoch, test pass included, then pauses.
    void stepEpoch();
    /// Acts within one batch, also while paused. Can't be taken back.
    void requestStop();

    /// Acts at the next batch; the latest call wins.
    void changeSettings(const LiveSettings &settings);

    /// For the loop: before each batch. Blocks while paused.
    Directive beforeBatch(const PauseReport &report);
    /// For the loop: between two pieces of the test pass. A pause request blocks here too; a pending batch step does not.
    Directive duringTest(const PauseReport &report);
    /// For the loop: after an epoch's report.
    void epochEnded();
    /// For the loop: the change to act on, once.
    std::optional<LiveSettings> takeChangedSettings();

private:
    enum class Mode { Running, Paused, BatchThenPause, EpochThenPause };
    Directive waitWhilePaused(std::unique_lock<std::mutex> &lock, const PauseReport &report);

    std::mutex m_mutex;
    std::condition_variable m_wake;
    Mode m_mode = Mode::Running;
    int m_batchSteps = 0; ///< BatchThenPause: how many are still to be trained
    bool m_pausedByStep = false;
    std::optional<LiveSettings> m_changed;
    std::atomic<bool> m_stop{false};
};

} // namespace convscope
