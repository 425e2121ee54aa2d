// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/runhistory.h"

#include <optional>

namespace convscope {

/// What learning rate, weight decay and dropout were changed to while a run trained: by the last change that acts on a step from
/// number `first` to number `last` (0-based, as RunEvent::steps). Nothing where there was none. Any thread.
std::optional<LiveSettings> lastChange(const RunHistory &history, qint64 first, qint64 last);

/// The settings of an experiment as if they had been chosen from its start: dropout only where it is another one, for layers that
/// differ in it share one afterwards.
void setLiveSettings(Experiment &experiment, const LiveSettings &settings);

} // namespace convscope
