// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/mapstable.h"

#include "core/inspection/connections.h"
#include "ui/pages/mapstexts.h"

#include <QCoreApplication>

namespace convscope {

namespace {

class Table
{
    Q_DECLARE_TR_FUNCTIONS(MapsTable)

public:
    static ViewTable ofMap(const Flow &flow, const UnitAddress &unit);
    static ViewTable ofVector(const Flow &flow, int layer);
    static ViewTable ofProbabilities(const Flow &flow);

private:
    /// All digits that a float has.
    static QString number(float value) { return QString::number(double(value), 'g', 9); }
};

ViewTable Table::ofMap(const Flow &flow, const UnitAddress &unit)
{
    const LayerSummary &layer = flow.layers[std::size_t(unit.layer)];
    ViewTable table;
    const QString title = mapstexts::layerTitle(*flow.weights, flow.layers, unit.layer);
    table.header << (unit.layer == 0 ? title : tr("%1, map %2").arg(title).arg(unit.channel + 1));
    for (int x = 0; x < layer.width; ++x) {
        table.header << QString::number(x + 1);
    }
    for (int y = 0; y < layer.height; ++y) {
        QStringList row{QString::number(y + 1)};
        for (int x = 0; x < layer.width; ++x) {
            row << number(float(valueOf(flow.pass, {unit.layer, unit.channel, y, x})));
        }
        table.rows << row;
    }
    return table;
}

ViewTable Table::ofVector(const Flow &flow, int layer)
{
    ViewTable table{{mapstexts::layerTitle(*flow.weights, flow.layers, layer), tr("Value")}, {}};
    const std::vector<float> &values = flow.pass.layers[std::size_t(layer)].values;
    for (std::size_t i = 0; i < values.size(); ++i) {
        table.rows << QStringList{QString::number(i + 1), number(values[i])};
    }
    return table;
}

ViewTable Table::ofProbabilities(const Flow &flow)
{
    ViewTable table{{tr("Class"), tr("Output"), tr("Probability")}, {}};
    const std::vector<float> &logits = flow.pass.layers.back().values;
    for (std::size_t i = 0; i < logits.size(); ++i) {
        table.rows << QStringList{QString::number(i), number(logits[i]), number(flow.pass.probabilities[i])};
    }
    return table;
}

} // namespace

ViewTable mapsTable(const FlowPtr &flow, const MapsFocus *focus)
{
    if (!flow) {
        return {};
    }
    if (!focus || focus->unit.layer == flow->lastLayer()) {
        return Table::ofProbabilities(*flow);
    }
    return flow->isFlat(focus->unit.layer) ? Table::ofVector(*flow, focus->unit.layer) : Table::ofMap(*flow, focus->unit);
}

} // namespace convscope
