// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/architecture.h"

#include <QtGlobal>

#include <map>
#include <string>
#include <vector>

namespace convscope {

/// Name to shape of every array that a network keeps, as LibTorch has them: "conv1.weight" [filters, channels, k, k],
/// "norm1.running_mean" [filters], "hidden1.weight" [width, features], "output.bias" [classes]. Pictures are [1, side, side]; the
/// architecture must be possible for them. Pure.
std::map<std::string, std::vector<qint64>> parameterShapes(const Architecture &architecture, int side, int classes);

} // namespace convscope
