// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/network.h"
#include "core/inspection/filterlayer.h"
#include "core/inspection/inspector.h"

namespace convscope {

/// See Inspector::filterStatistics(). `goOn` is called between batches and may throw.
std::vector<FilterStatistics> filterStatisticsOf(Network &network, const Weights &weights, const Dataset &data, int layer,
                                                 const std::function<void()> &goOn);

/// See Inspector::gradients().
std::vector<NamedArray> meanGradients(const Weights &weights, const Dataset &data, int pictures, const std::function<void()> &goOn);

} // namespace convscope
