// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/weights.h"
#include "core/training/checkpoint.h"

#include <atomic>
#include <mutex>

namespace convscope {

/// Where a run that trains leaves its newest weights for whoever looks, and nobody waits: the views ask, the training thread answers
/// after its next batch, and takes no copy where nobody has asked. Only the newest is kept. Any thread.
class WeightsMailbox
{
public:
    /// For the views: the next batch's weights are wanted.
    void request() { m_isWanted.store(true, std::memory_order_relaxed); }
    /// For the views: the newest so far; nullptr before the first.
    WeightsPtr latest() const;
    /// For what trains a step of its own: where the run could go on from; nullptr before the first.
    CheckpointPtr latestCheckpoint() const;

    /// For the training thread.
    bool isWanted() const { return m_isWanted.load(std::memory_order_relaxed); }
    void publish(const WeightsPtr &weights);
    void publish(const CheckpointPtr &checkpoint);

private:
    std::atomic<bool> m_isWanted{false};
    mutable std::mutex m_mutex;
    WeightsPtr m_latest;
    CheckpointPtr m_checkpoint;
};

} // namespace convscope
