// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/runwriter.h"
#include "core/training/trainingsink.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace convscope {

/// A sink that records a run into a laboratory and passes everything on to another sink. The training thread only appends to a
/// queue; a thread of the recorder's own, with its own connection, writes it in whole transactions: batches once a second, the rest
/// at once.
///
/// When the laboratory can't be written (full disk, lost permissions), it keeps the queue and tries again until it can. What is kept
/// meanwhile is bounded: of the checkpoints the newest and the best, of the probabilities those of the last 100 epochs, of the snapshots the
/// last 8, of the first kernels 16 MB; 12 bytes a batch beside that.
class RunRecorder : public TrainingSink
{
public:
    /// Called on the recorder's thread, at most once for one trouble: with a sentence when saving fails, with an empty text when all is
    /// saved again.
    using Report = std::function<void(const QString &sentence)>;

    /// `next` must outlive the recorder.
    RunRecorder(const QString &file, const RecordingTarget &target, TrainingSink &next, Report report);
    /// As close(), with ten seconds of patience.
    ~RunRecorder() override;
    RunRecorder(const RunRecorder &) = delete;
    RunRecorder &operator=(const RunRecorder &) = delete;

    void started(const RunStarted &start) override;
    void batchTrained(const BatchPoint &point) override;
    void eventHappened(const RunEvent &event) override;
    void epochFinished(const EpochReport &report) override;
    void checkpointTaken(const CheckpointPtr &checkpoint) override;
    void weightsKept(const WeightsPtr &weights) override;
    void filtersKept(qint64 steps, const std::vector<float> &kernels) override;
    bool wantsWeights() override { return m_next.wantsWeights(); }
    void weightsPublished(const WeightsPtr &weights) override { m_next.weightsPublished(weights); }
    /// Last, after Engine::train() has returned.
    void ended(const RunEnd &end);

    const QString &id() const { return m_target.id; }

    /// Blocks until everything is written, or writing has failed for that long. Empty, or the sentence why not all could be saved.
    /// Nothing may be reported afterwards.
    QString close(std::chrono::milliseconds patience);

private:
    using Clock = std::chrono::steady_clock;

    void record();
    /// False when that failed.
    bool writeNews(std::unique_ptr<SqlConnection> &connection, const RunNews &news);
    /// False when there is no time left for another try.
    bool waitForRetry();
    void lose();
    /// Waits for something to write and moves it to `news`; false at the end.
    bool takeNews(RunNews &news);
    bool mayWriteCheckpoint() const;
    bool beginsWithoutCheckpoint() const;
    void tell(const QString &sentence);
    void wake(bool soon);

    const QString m_file;
    const RecordingTarget m_target;
    TrainingSink &m_next;
    const Report m_report;

    std::mutex m_mutex;
    std::condition_variable m_wake;
    RunNews m_queue; ///< guarded, as everything down to m_closeBefore
    std::optional<EpochReport> m_best;
    std::vector<qint64> m_kernelShape; ///< filters, side
    bool m_isUrgent = false; ///< not only batches
    bool m_isPaused = false;
    bool m_isLost = false; ///< the run is not ours any more: nothing is kept
    std::optional<Clock::time_point> m_closeBefore;

    QString m_trouble; ///< of the recorder's thread until it has ended
    Clock::time_point m_nextWrite;
    Clock::time_point m_nextCheckpoint;
    std::thread m_thread;
};

} // namespace convscope
