// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspection/weightsmailbox.h"

namespace convscope {

WeightsPtr WeightsMailbox::latest() const
{
    const std::lock_guard lock(m_mutex);
    return m_latest;
}

void WeightsMailbox::publish(const WeightsPtr &weights)
{
    m_isWanted.store(false, std::memory_order_relaxed);
    const std::lock_guard lock(m_mutex);
    m_latest = weights;
}

CheckpointPtr WeightsMailbox::latestCheckpoint() const
{
    const std::lock_guard lock(m_mutex);
    return m_checkpoint;
}

void WeightsMailbox::publish(const CheckpointPtr &checkpoint)
{
    const std::lock_guard lock(m_mutex);
    m_checkpoint = checkpoint;
}

} // namespace convscope
