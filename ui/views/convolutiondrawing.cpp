// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/convolutiondrawing.h"

#include "ui/forms/choicetexts.h"
#include "ui/theme.h"

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

constexpr double gap = 20.0;
constexpr double edge = 3.0;

std::vector<double> asDoubles(const std::vector<float> &values)
{
    return {values.begin(), values.end()};
}

} // namespace

std::vector<SumLine> followingSteps(const OperationContent &content)
{
    std::vector<SumLine> steps;
    const std::vector<LayerOutput> &layers = content.pass->layers;
    for (std::size_t i = std::size_t(content.unit.layer) + 1; i < layers.size(); ++i) {
        const LayerKind kind = layers[i].layer.kind;
        if (kind != LayerKind::BatchNorm && kind != LayerKind::Activation) {
            break;
        }
        UnitAddress unit = content.unit;
        unit.layer = int(i);
        const Result<Anatomy> anatomy = anatomyOf(*content.pass, *content.weights, unit, 0);
        const auto *activation = anatomy ? std::get_if<ActivationParts>(&anatomy.value().parts) : nullptr;
        const QString name = activation ? choiceText(activation->activation) : QCoreApplication::translate("convscope::ConvolutionDrawing", "batch norm");
        steps.push_back({QStringLiteral("→ ") + name, double(layers[i].values[indexOf(layers[i].layer, unit)]), false, true});
    }
    return steps;
}

ConvolutionDrawing::ConvolutionDrawing(StageCanvas &canvas, const OperationContent &content, const Anatomy &anatomy)
    : m_canvas(canvas)
    , m_content(content)
    , m_anatomy(anatomy)
    , m_parts(std::get<ConvolutionParts>(anatomy.parts))
{
}

ConvolutionDrawing::Columns ConvolutionDrawing::columns() const
{
    const double width = m_canvas.width();
    Columns columns;
    const bool isWide = width >= 900.0;
    const double perChannel = m_canvas.height() / std::max<std::size_t>(1, m_parts.strongest.size()) - m_canvas.line() * 1.3 - numbers::legendHeight(m_canvas.font()) - gap;
    columns.inputSide = hasOneChannel() ? std::clamp(width * (isWide ? 0.22 : 0.27), 112.0, 392.0) : std::clamp(std::min(width * 0.17, perChannel), 84.0, 196.0);
    columns.outputSide = std::clamp(width * (isWide ? 0.2 : 0.24), 130.0, 392.0);
    columns.left = edge;
    columns.middle = columns.left + columns.inputSide + gap;
    columns.rightWidth = std::max(columns.outputSide, 176.0);
    if (!hasOneChannel() && !isWide) { // so that window, kernel and products stand side by side
        columns.inputSide = std::min(columns.inputSide, 100.0);
        columns.middle = columns.left + columns.inputSide + gap;
        columns.rightWidth = 164.0;
        columns.outputSide = 164.0;
    }
    columns.right = width - columns.rightWidth - edge;
    columns.middleWidth = columns.right - gap - columns.middle;
    return columns;
}

ConvolutionDrawing::Cells ConvolutionDrawing::cells(const Columns &columns) const
{
    const int k = m_parts.kernelSize;
    const double sign = m_canvas.line();
    const double least = m_canvas.metrics().horizontalAdvance(QStringLiteral("−0.00")) + 4.0;
    Cells cells;
    cells.width = (columns.middleWidth - 2.0 * sign) / (3.0 * k);
    cells.isInOneRow = cells.width >= least;
    if (!cells.isInOneRow) {
        cells.width = columns.middleWidth / k;
    }
    cells.width = std::min(cells.width, 84.0);
    const double rows = m_parts.strongest.size() * (cells.isInOneRow ? 1.0 : 3.0);
    const double legends = (cells.isInOneRow ? 1.0 : 3.0) * (numbers::legendHeight(m_canvas.font()) + 5.0);
    const double perGrid = (m_canvas.height() - m_canvas.line() * 2.0 - legends) / std::max(1.0, rows) - m_canvas.line() * 1.7;
    cells.height = std::clamp(perGrid / k, m_canvas.line() * 1.1, std::max(m_canvas.line() * 1.1, cells.width * 0.75));
    return cells;
}

void ConvolutionDrawing::draw()
{
    const Columns columns = this->columns();
    const Cells cells = this->cells(columns);
    double top = edge;
    for (const ChannelPart &part : m_parts.strongest) {
        top = drawChannel(part, columns, cells, top);
    }
    drawOutput(columns, edge);
}

/// Of the whole layer, so that a kernel looks as it does among the filters.
double ConvolutionDrawing::kernelLimit() const
{
    const NamedArray *weights = m_content.weights->find(m_anatomy.layer.name.toStdString() + ".weight");
    double limit = 0.0;
    if (weights) {
        for (const float weight : weights->values) {
            limit = std::isfinite(weight) ? std::max(limit, double(std::abs(weight))) : limit;
        }
    }
    return limit;
}

double ConvolutionDrawing::drawChannel(const ChannelPart &part, const Columns &columns, const Cells &cells, double top)
{
    const QRectF window = drawInput(part, columns, top);
    const QRectF area(columns.middle, top, columns.middleWidth, 0.0);
    drawGrids(part, window, area, cells);
    return m_canvas.extent().height() + gap * 0.6;
}

QRectF ConvolutionDrawing::drawInput(const ChannelPart &part, const Columns &columns, double top)
{
    const LayerOutput &before = m_content.layerBefore();
    const QString title = before.layer.kind == LayerKind::Input ? tr("Picture") : tr("Channel %1").arg(part.channel + 1);
    m_canvas.drawText({columns.left, top, columns.inputSide, m_canvas.line()}, Qt::AlignLeft, title, false, true);
    const StageMap map = mapOf(before, part.channel);
    const QRectF picture = m_canvas.drawMap(map, {columns.left, top + m_canvas.line() * 1.3}, columns.inputSide);
    if (&part == &m_parts.strongest.front()) {
        m_canvas.targets().input = picture;
        m_canvas.targets().inputColumns = map.columns;
        m_canvas.targets().inputRows = map.rows;
    }
    return m_canvas.drawWindow(picture, map, m_parts.left, m_parts.top, m_parts.kernelSize, m_parts.kernelSize);
}

void ConvolutionDrawing::drawGrids(const ChannelPart &part, const QRectF &window, const QRectF &area, const Cells &cells)
{
    const LayerOutput &before = m_content.layerBefore();
    const int k = m_parts.kernelSize;
    const double sign = m_canvas.line();
    const double title = m_canvas.line() * 1.3;
    const QSizeF size(cells.width * k, cells.height * k);
    numbers::GridStyle input{mapOf(before, part.channel).scale, 2, -1, {}, {}};
    for (int i = 0; i < k * k; ++i) {
        const int y = m_parts.top + i / k;
        const int x = m_parts.left + i % k;
        input.beyond.push_back(y < 0 || x < 0 || y >= before.layer.height || x >= before.layer.width);
    }
    const double limit = kernelLimit();
    using numbers::ColorScale;
    const numbers::GridStyle kernel{{ColorScale::Kind::Diverging, -limit, limit}, 2, -1, {}, {}};
    const double reach = limit * std::max(std::abs(input.scale.low), std::abs(input.scale.high));
    const numbers::GridStyle products{{ColorScale::Kind::Diverging, -reach, reach}, cells.width > 52.0 ? 3 : 2, -1, {}, {}};
    const std::vector<double> values[] = {asDoubles(part.window), asDoubles(part.kernel), part.products};
    const numbers::GridStyle *styles[] = {&input, &kernel, &products};
    const QString titles[] = {tr("window"), tr("× kernel"), tr("= products")};
    QPointF corner = area.topLeft();
    for (int i = 0; i < 3; ++i) {
        m_canvas.drawText({corner, QSizeF(size.width(), m_canvas.line())}, Qt::AlignLeft, titles[i], true);
        const QRectF grid(corner + QPointF(0.0, title), size);
        if (i == 0) {
            m_canvas.drawEnlarging(window, grid);
        }
        numbers::drawGrid(m_canvas.painter(), grid, values[i], k, *styles[i], m_canvas.palette());
        m_canvas.reach(grid);
        const bool isLast = &part == &m_parts.strongest.back(); // one scale for all channels
        if (isLast) {
            const QRectF legend(grid.left(), grid.bottom() + 5.0, std::min(grid.width(), 170.0), numbers::legendHeight(m_canvas.painter().font()));
            numbers::drawLegend(m_canvas.painter(), legend, styles[i]->scale, m_canvas.palette());
            m_canvas.reach(legend);
        }
        if (cells.isInOneRow && i < 2) {
            m_canvas.drawText({grid.right(), grid.top(), sign, grid.height()}, Qt::AlignCenter, i == 0 ? QStringLiteral("×") : QStringLiteral("="), false, true);
        }
        corner += cells.isInOneRow ? QPointF(size.width() + sign, 0.0) : QPointF(0.0, title + size.height() + m_canvas.line() * 0.4 + (isLast ? numbers::legendHeight(m_canvas.painter().font()) + 5.0 : 0.0));
    }
}

std::vector<SumLine> ConvolutionDrawing::sumLines() const
{
    std::vector<SumLine> lines;
    for (const ChannelPart &part : m_parts.strongest) {
        lines.push_back({hasOneChannel() ? tr("products") : tr("channel %1").arg(part.channel + 1), part.sum});
    }
    if (m_parts.others > 0) {
        lines.push_back({tr("%Ln other channel(s)", nullptr, m_parts.others), m_parts.othersSum});
    }
    lines.push_back({tr("bias"), m_parts.bias});
    lines.push_back({tr("sum"), m_parts.sum, true});
    const std::vector<SumLine> steps = followingSteps(m_content);
    lines.insert(lines.end(), steps.begin(), steps.end());
    return lines;
}

void ConvolutionDrawing::drawOutput(const Columns &columns, double top)
{
    m_canvas.drawText({columns.right, top, columns.rightWidth, m_canvas.line()}, Qt::AlignLeft, tr("Sum"), false, true);
    const QRectF sum = m_canvas.drawSum({columns.right, top + m_canvas.line() * 1.3}, columns.rightWidth, sumLines());
    const double titleTop = sum.bottom() + gap;
    StageMap map = mapOf(m_content.layer(), m_content.unit.channel);
    const int place = placeOn(m_anatomy.layer, m_content.unit);
    map.shown = m_content.isPlaying ? place + 1 : -1;
    m_canvas.drawText({columns.right, titleTop, columns.rightWidth, m_canvas.line()}, Qt::AlignLeft, tr("Output of filter %1").arg(m_content.unit.channel + 1), false, true);
    const double room = m_canvas.height() - titleTop - m_canvas.line() * 1.3 - numbers::legendHeight(m_canvas.painter().font()) - 12.0;
    const QRectF picture = m_canvas.drawMap(map, {columns.right, titleTop + m_canvas.line() * 1.3}, std::clamp(room, 112.0, columns.outputSide));
    const QRectF cell = m_canvas.drawWindow(picture, map, m_content.unit.x, m_content.unit.y, 1, 1);
    numbers::drawArrow(m_canvas.painter(), {cell.center().x(), titleTop + m_canvas.line() + 2.0}, {cell.center().x(), cell.top() - 2.0}, theme::attention());
    m_canvas.targets().output = picture;
    m_canvas.targets().outputColumns = map.columns;
    m_canvas.targets().outputRows = map.rows;
}

} // namespace convscope
