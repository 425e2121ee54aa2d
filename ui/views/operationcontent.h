// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/operation.h"

#include <QRectF>
#include <QStringList>

#include <memory>
#include <optional>

namespace convscope {

/// What the stage of the Operation page shows: one unit, with everything around it.
struct OperationContent
{
    std::shared_ptr<const ForwardPass> pass;
    WeightsPtr weights;
    UnitAddress unit;
    /// After the last layer: softmax and the loss.
    bool isSoftmax = false;
    int label = -1; ///< the true class of the picture, where it is known
    QStringList classes;
    /// While the window slides by itself, the part of the output that it hasn't reached is pale.
    bool isPlaying = false;
    /// Which of the flattened channels a neuron's weights are shown for: 0 = the strongest.
    int neuronMapRank = 0;
    /// See anatomyOf().
    std::optional<double> dropout;

    const LayerOutput &layer() const { return pass->layers[std::size_t(unit.layer)]; }
    const LayerOutput &layerBefore() const { return pass->layers[std::size_t(unit.layer - 1)]; }
};

/// Where things stand on the stage, for the mouse.
struct StageTargets
{
    QRectF input; ///< the map whose window can be dragged
    int inputColumns = 0;
    int inputRows = 0;
    QRectF output; ///< the map whose cells can be clicked
    int outputColumns = 0;
    int outputRows = 0;
};

} // namespace convscope
