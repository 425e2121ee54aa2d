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

RecordState recordStateOf(RunState state)
{
    switch (state) {
    case RunState::Idle:
    case RunState::Training:
    case RunState::Elsewhere:
        break;
    case RunState::Paused:
        return RecordState::Paused;
    case RunState::Finished:
        return RecordState::Finished;
    case RunState::Stopped:
        return RecordState::Stopped;
    case RunState::Diverged:
        return RecordState::Diverged;
    case RunState::Failed:
        return RecordState::Failed;
    case RunState::Interrupted:
        return RecordState::Interrupted;
    }
    return RecordState::Running;
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
