// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/runstate.h"

namespace convscope {

RunState stateOf(const RunRecord &record)
{
    switch (record.state) {
    case RecordState::Running:
    case RecordState::Paused:
        return RunState::Elsewhere;
    case RecordState::Finished:
        return RunState::Finished;
    case RecordState::Stopped:
        return RunState::Stopped;
    case RecordState::Diverged:
        return RunState::Diverged;
    case RecordState::Failed:
        return RunState::Failed;
    case RecordState::Interrupted:
        break;
    }
    return RunState::Interrupted;
}

bool isFinal(RunState state)
{
    return state != RunState::Idle && !isActive(state);
}

bool isActive(RunState state)
{
    return state == RunState::Training || state == RunState::Paused;
}

} // namespace convscope
