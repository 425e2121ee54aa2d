// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/reports.h"

#include <limits>
#include <mutex>
#include <optional>
#include <vector>

namespace convscope {

/// Everything a run has reported so far: an append-only store that the training thread fills and any other thread reads.
/// Nothing is thinned out or changed later (but for the probabilities, which are kept for the last 500 epochs), so a reader
/// that remembers how far it read needs only what came after.
/// All members are thread-safe and short.
class RunHistory
{
public:
    void setStarted(const RunStarted &start);
    void append(const BatchPoint &point);
    void append(const EpochReport &report);
    void append(const RunEvent &event);
    void setEnded(const RunEnd &end);

    std::optional<RunStarted> started() const;
    std::optional<RunEnd> ended() const;

    /// Number of batches so far; batch i (0-based) belongs to epoch 1 + i / batchesPerEpoch.
    std::size_t batchCount() const;
    /// Appends the batches from index `from` on to `points`.
    void readBatches(std::size_t from, std::vector<BatchPoint> &points) const;
    std::size_t epochCount() const;
    std::vector<EpochReport> epochs(std::size_t from = 0) const;
    std::vector<RunEvent> events(std::size_t from = 0) const;
    /// Of the last epoch, and of that with the lowest test loss; NaN before the first.
    double lastTestAccuracy() const;
    double bestTestAccuracy() const;

private:
    mutable std::mutex m_mutex;
    std::optional<RunStarted> m_started;
    std::optional<RunEnd> m_ended;
    std::vector<BatchPoint> m_batches;
    std::vector<EpochReport> m_epochs;
    std::optional<EpochReport> m_best; ///< lowest test loss
    std::vector<RunEvent> m_events;
};

} // namespace convscope
