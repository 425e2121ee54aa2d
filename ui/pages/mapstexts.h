// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/unit.h"
#include "core/inspection/weights.h"
#include "core/model/layersummary.h"

#include <QString>

/// What the feature maps page calls things, in the language of the program.
namespace convscope::mapstexts {

/// "Convolution 1", "ReLU", "Hidden layer 2", "Output".
QString layerTitle(const Weights &weights, const std::vector<LayerSummary> &layers, int layer);
/// "32 × 28 × 28", "600".
QString layerShape(const LayerSummary &layer);
/// One sentence for somebody who sees such a layer for the first time.
QString layerExplanation(const Weights &weights, const std::vector<LayerSummary> &layers, int layer);
/// "Convolution 1, map 5, row 3, column 7".
QString unitTitle(const Weights &weights, const std::vector<LayerSummary> &layers, const UnitAddress &unit);
/// Three or four digits that mean something.
QString number(double value);

} // namespace convscope::mapstexts
