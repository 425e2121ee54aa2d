// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/trainingstep.h"

namespace convscope {

/// The step after a checkpoint, with the trainer's own parts: its batch, its masks, its network, its optimiser. On the threads that are set. Throws
/// std::invalid_argument where checkpoint, experiment and data don't belong together.
TrainingStep nextTrainingStep(const StepQuestion &question);

} // namespace convscope
