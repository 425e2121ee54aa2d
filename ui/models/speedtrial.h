// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/runs/runrecord.h"
#include "core/training/engine.h"

#include <optional>

namespace convscope {

/// How fast an experiment trains on this machine, where no earlier run tells: two epochs with a thousand pictures, of which the second is
/// measured, as a run of that experiment would report it. Takes about a second, and uses the processor meanwhile. Any thread. Nothing
/// where it can't be trained.
std::optional<RunRecord> speedTrial(Engine &engine, const Dataset &data, const Experiment &experiment);

} // namespace convscope
