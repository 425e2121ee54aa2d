// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/runrecord.h"

namespace convscope {

enum class RunState {
    Idle,
    Training,
    Paused,
    Finished,
    Stopped,
    Diverged,
    Failed,
    Interrupted, ///< of a stored run: the program that trained it ended without saying so
    Elsewhere, ///< of a stored run: another program trains it
};

/// How a stored run stands for this program.
RunState stateOf(const RunRecord &record);

/// How the laboratory will call that.
RecordState recordStateOf(RunState state);

/// True for the states that a run can't leave.
bool isFinal(RunState state);

/// True while there is a training loop behind the run: training or paused.
bool isActive(RunState state);

} // namespace convscope
