// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/reports.h"

namespace convscope {

/// Those of a run's events, in their order, that belong to the past of a checkpoint after so many steps, whose settings were `live`. A
/// change in the very pause in which it was taken belongs to it only where its settings have that change: what was changed later is
/// lost with everything else after the checkpoint.
std::vector<RunEvent> eventsUntil(qint64 steps, const LiveSettings &live, const std::vector<RunEvent> &events);

} // namespace convscope
