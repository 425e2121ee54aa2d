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
/// "Convolution 1, map 5", "Hidden layer 1, number 5".
QString unitTitle(const Weights &weights, const std::vector<LayerSummary> &layers, const UnitAddress &unit);
/// "row 3, column 7", "neuron 5"; empty where the layer has only one number a channel.
QString placeText(const std::vector<LayerSummary> &layers, const UnitAddress &unit);
/// "1–48 of 64".
QString pageText(int first, int shown, int total);
/// Instead of a legend where every map has a scale of its own.
QString ownScale();
/// "After 1,200 batches", "Untrained".
QString momentText(qint64 steps);

/// With the digits that mean something, and a true minus.
QString number(double value);
QString shortNumber(double value);

} // namespace convscope::mapstexts
