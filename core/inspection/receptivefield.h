// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/unit.h"
#include "core/model/architecture.h"
#include "core/model/layersummary.h"

#include <QRect>

#include <vector>

/// Which positions can reach which. Pure functions of the architecture; `layers` are summarize()'s. Rectangles are in positions of a
/// map, top left is (0, 0); where padding is read, they reach outside the map.
namespace convscope {

/// The positions of the layer before that a unit reads: k x k for a convolution, 2 x 2 for a pooling, the one below it for what works
/// number by number, and the whole map before the flattening for a fully connected layer. Empty for the input.
QRect windowBefore(const Architecture &architecture, const std::vector<LayerSummary> &layers, const UnitAddress &unit);

/// The pixels of the input that can change a unit. Source of the rule: a window of w x w positions that is read through a kernel of k
/// grows to (w + k - 1), and through a pooling of 2 to 2w (Dumoulin and Visin, A guide to convolution arithmetic, 2016).
QRect receptiveField(const Architecture &architecture, const std::vector<LayerSummary> &layers, const UnitAddress &unit);

/// The position of the map before a flattening that became this channel of it: {layer - 1, c, y, x}.
UnitAddress unflattened(const std::vector<LayerSummary> &layers, const UnitAddress &flat);
/// The other way round, for a unit of the layer before the flattening.
UnitAddress flattened(const std::vector<LayerSummary> &layers, const UnitAddress &unit);

/// Whether a layer of that index is there and has such a unit.
bool isUnit(const std::vector<LayerSummary> &layers, const UnitAddress &unit);

} // namespace convscope
