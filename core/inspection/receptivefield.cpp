// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspection/receptivefield.h"

namespace convscope {

namespace {

/// What a rectangle of a layer's positions reads of the layer before.
QRect readBy(const QRect &positions, const LayerSummary &layer, const LayerSummary &before, const Architecture &architecture)
{
    switch (layer.kind) {
    case LayerKind::Convolution: {
        const ConvBlock &block = architecture.convBlocks[std::size_t(layer.block)];
        return QRect(positions.topLeft() - QPoint(block.padding, block.padding), positions.size() + QSize(block.kernelSize - 1, block.kernelSize - 1));
    }
    case LayerKind::MaxPool:
        return QRect(positions.topLeft() * 2, positions.size() * 2);
    case LayerKind::Flatten:
    case LayerKind::Linear:
        return QRect(0, 0, before.width, before.height);
    case LayerKind::Input:
    case LayerKind::BatchNorm:
    case LayerKind::Activation:
    case LayerKind::Dropout:
        break;
    }
    return positions;
}

} // namespace

bool isUnit(const std::vector<LayerSummary> &layers, const UnitAddress &unit)
{
    if (unit.layer < 0 || unit.layer >= int(layers.size())) {
        return false;
    }
    const LayerSummary &layer = layers[std::size_t(unit.layer)];
    return unit.channel >= 0 && unit.channel < layer.channels && unit.y >= 0 && unit.y < layer.height && unit.x >= 0 && unit.x < layer.width;
}

UnitAddress unflattened(const std::vector<LayerSummary> &layers, const UnitAddress &flat)
{
    const LayerSummary &before = layers[std::size_t(flat.layer - 1)];
    const int positions = before.height * before.width;
    return {flat.layer - 1, flat.channel / positions, flat.channel % positions / before.width, flat.channel % before.width};
}

UnitAddress flattened(const std::vector<LayerSummary> &layers, const UnitAddress &unit)
{
    const LayerSummary &layer = layers[std::size_t(unit.layer)];
    return {unit.layer + 1, (unit.channel * layer.height + unit.y) * layer.width + unit.x, 0, 0};
}

QRect windowBefore(const Architecture &architecture, const std::vector<LayerSummary> &layers, const UnitAddress &unit)
{
    if (unit.layer == 0 || !isUnit(layers, unit)) {
        return {};
    }
    const LayerSummary &layer = layers[std::size_t(unit.layer)];
    if (layer.kind == LayerKind::Flatten) {
        const UnitAddress source = unflattened(layers, unit);
        return QRect(source.x, source.y, 1, 1);
    }
    return readBy(QRect(unit.x, unit.y, 1, 1), layer, layers[std::size_t(unit.layer - 1)], architecture);
}

QRect receptiveField(const Architecture &architecture, const std::vector<LayerSummary> &layers, const UnitAddress &unit)
{
    if (!isUnit(layers, unit)) {
        return {};
    }
    QRect field(unit.x, unit.y, 1, 1);
    for (int i = unit.layer; i > 0; --i) {
        const bool isFlatUnit = i == unit.layer && layers[std::size_t(i)].kind == LayerKind::Flatten;
        field = isFlatUnit ? windowBefore(architecture, layers, unit)
                           : readBy(field, layers[std::size_t(i)], layers[std::size_t(i - 1)], architecture);
    }
    return field;
}

} // namespace convscope
