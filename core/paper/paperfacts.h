// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/training/engine.h"

#include <utility>
#include <vector>

namespace convscope {

/// What a report of a re-run says about its making, in the language of the program: date, machine, program, data, and how to repeat it.
/// `engine`: nullptr where there is none.
std::vector<std::pair<QString, QString>> paperFacts(const Dataset &data, const Engine *engine, const QString &command);

} // namespace convscope
