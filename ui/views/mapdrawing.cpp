// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/mapdrawing.h"

#include "ui/forms/choicetexts.h"
#include "ui/theme.h"

#include <QLocale>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

constexpr double gap = 24.0;
constexpr double edge = 3.0;
constexpr double largestMap = 448.0;

QString n(double value)
{
    return numbers::text(value);
}

/// In brackets where it is negative, for formulas.
QString bracketed(double value)
{
    const QString plain = numbers::text(value);
    return plain.startsWith(QChar(0x2212)) ? QLatin1Char('(') + plain + QLatin1Char(')') : plain;
}

} // namespace

MapDrawing::MapDrawing(StageCanvas &canvas, const OperationContent &content, const Anatomy &anatomy)
    : m_canvas(canvas)
    , m_content(content)
    , m_anatomy(anatomy)
    , m_hasInput(content.unit.layer > 0)
{
}

void MapDrawing::draw()
{
    const double room = m_canvas.height() - m_canvas.line() * 1.3 - numbers::legendHeight(m_canvas.painter().font()) - 14.0;
    m_side = std::clamp(std::min(m_canvas.width() * 0.31, room), 112.0, largestMap);
    drawInputSide();
    drawOutputSide();
    std::visit([this](const auto &parts) { drawMiddle(parts); }, m_anatomy.parts);
}

QString MapDrawing::inputTitle() const
{
    const LayerSummary &before = m_content.layerBefore().layer;
    if (before.height * before.width == 1) {
        return layerKindName(before.kind);
    }
    const auto *flatten = std::get_if<FlattenParts>(&m_anatomy.parts);
    return tr("%1, channel %2").arg(layerKindName(before.kind)).arg((flatten ? flatten->channel : m_content.unit.channel) + 1);
}

void MapDrawing::drawInputSide()
{
    if (!m_hasInput) {
        return;
    }
    const LayerOutput &before = m_content.layerBefore();
    const auto *flatten = std::get_if<FlattenParts>(&m_anatomy.parts);
    const auto *pool = std::get_if<MaxPoolParts>(&m_anatomy.parts);
    const StageMap map = mapOf(before, flatten ? flatten->channel : m_content.unit.channel);
    m_canvas.drawText({edge, edge, m_side, m_canvas.line()}, Qt::AlignLeft, inputTitle(), false, true);
    const QRectF picture = m_canvas.drawMap(map, {edge, edge + m_canvas.line() * 1.3}, m_side);
    const int place = flatten ? flatten->y * map.columns + flatten->x : placeOn(before.layer, m_content.unit);
    const int left = pool ? pool->left : place % map.columns;
    const int top = pool ? pool->top : place / map.columns;
    m_window = m_canvas.drawWindow(picture, map, left, top, pool ? 2 : 1, pool ? 2 : 1);
    m_canvas.targets().input = picture;
    m_canvas.targets().inputColumns = map.columns;
    m_canvas.targets().inputRows = map.rows;
}

void MapDrawing::drawOutputSide()
{
    StageMap map = mapOf(m_content.layer(), m_content.unit.channel);
    const LayerSummary &layer = m_anatomy.layer;
    const int place = placeOn(layer, m_content.unit);
    map.shown = m_content.isPlaying ? place + 1 : -1;
    const double width = std::max(StageCanvas::mapWidth(map, m_side), 120.0);
    const double left = m_hasInput ? m_canvas.width() - width - edge : edge;
    const QString title = layer.kind == LayerKind::Input ? tr("Picture")
        : layer.height * layer.width == 1               ? tr("Output: %Ln number(s)", nullptr, layer.channels)
                                                        : tr("Output, channel %1").arg(m_content.unit.channel + 1);
    m_canvas.drawText({left, edge, std::min(std::max(width, m_side), m_canvas.width() - left - edge), m_canvas.line()}, Qt::AlignLeft, title, false, true);
    const QRectF picture = m_canvas.drawMap(map, {left, edge + m_canvas.line() * 1.3}, m_side);
    m_cell = m_canvas.drawWindow(picture, map, place % map.columns, place / map.columns, 1, 1);
    m_canvas.targets().output = picture;
    m_canvas.targets().outputColumns = map.columns;
    m_canvas.targets().outputRows = map.rows;
    const double from = m_hasInput ? edge + m_side + gap : left + width + gap;
    const double to = m_hasInput ? left - gap : m_canvas.width() - edge;
    m_middle = QRectF(from, edge + m_canvas.line() * 1.3, std::max(120.0, to - from), m_side);
}

void MapDrawing::drawMiddle(const InputParts &parts)
{
    const LayerOutput &picture = m_content.layer();
    const int size = std::min({7, picture.layer.height, picture.layer.width});
    const int top = std::clamp(m_content.unit.y - size / 2, 0, picture.layer.height - size);
    const int left = std::clamp(m_content.unit.x - size / 2, 0, picture.layer.width - size);
    std::vector<double> values;
    for (int i = 0; i < size * size; ++i) {
        values.push_back(double(picture.values[indexOf(picture.layer, {0, m_content.unit.channel, top + i / size, left + i % size})]));
    }
    const double cell = m_cell.width();
    const QRectF window(m_cell.left() + (left - m_content.unit.x) * cell, m_cell.top() + (top - m_content.unit.y) * cell, size * cell, size * cell);
    const double side = std::min(m_middle.width(), 420.0);
    const QRectF grid(m_middle.left(), m_middle.top(), side, side * 0.6);
    m_canvas.drawEnlarging(window, grid);
    const int marked = (m_content.unit.y - top) * size + m_content.unit.x - left;
    numbers::drawGrid(m_canvas.painter(), grid, values, size, {numbers::scaleFor(numbers::ColorScale::Kind::Grey, {}), 2, marked, {}, {}}, m_canvas.palette());
    m_canvas.reach(grid);
    const QRectF line = m_canvas.drawFormula({m_middle.left(), grid.bottom() + 10.0, side, 0.0}, tr("pixel = %1").arg(n(parts.value)));
    m_canvas.drawText({m_middle.left(), line.bottom() + 8.0, m_middle.width(), m_canvas.line() * 6.0}, Qt::AlignLeft | Qt::TextWordWrap,
                      tr("0 is black, the background; 1 is white. The bytes 0 to 255 of the file are divided by 255."), true);
}

void MapDrawing::drawMiddle(const BatchNormParts &parts)
{
    const std::vector<SumLine> lines = {
        {tr("x, the input"), parts.input, false, true},     {tr("mean μ"), parts.mean, false, true},   {tr("variance σ²"), parts.variance, false, true},
        {tr("scale γ (learned)"), parts.gamma, false, true}, {tr("shift β (learned)"), parts.beta, false, true}, {tr("result"), parts.result, true}};
    const QRectF sum = m_canvas.drawSum(m_middle.topLeft(), m_middle.width(), lines);
    QRectF row(m_middle.left(), sum.bottom() + 12.0, m_middle.width(), 0.0);
    row = m_canvas.drawFormula(row, QStringLiteral("x′ = (x − μ) / √(σ² + ε)"));
    row = m_canvas.drawFormula({row.left(), row.bottom(), row.width(), 0.0},
                               QStringLiteral("(%1 − %2) / √(%3 + 0%4) = %5")
                                   .arg(n(parts.input), bracketed(parts.mean), n(parts.variance), QString(QLocale().decimalPoint()) + QStringLiteral("00001"), n(parts.normalised)));
    row = m_canvas.drawFormula({row.left(), row.bottom() + 6.0, row.width(), 0.0}, QStringLiteral("γ · x′ + β"));
    row = m_canvas.drawFormula({row.left(), row.bottom(), row.width(), 0.0},
                               QStringLiteral("%1 · %2 + %3 = %4").arg(bracketed(parts.gamma), bracketed(parts.normalised), bracketed(parts.beta), n(parts.result)));
}

void MapDrawing::drawMiddle(const ActivationParts &parts)
{
    const QString name = choiceText(parts.activation);
    const QRectF line = m_canvas.drawFormula(m_middle, QStringLiteral("%1(%2) = %3").arg(name, n(parts.input), n(parts.result)));
    const double side = std::min(m_middle.width(), std::max(110.0, m_canvas.height() - line.bottom() - 40.0));
    drawCurve(parts, {m_middle.center().x() - side / 2.0, line.bottom() + 10.0, side, std::min(side, 320.0)});
}

void MapDrawing::drawCurve(const ActivationParts &parts, const QRectF &rect)
{
    QPainter &painter = m_canvas.painter();
    const double reach = std::max(2.0, std::ceil(std::abs(parts.input) * 1.15));
    double low = 0.0, high = 0.0;
    for (const double x : {-reach, reach}) {
        low = std::min(low, activated(parts.activation, x));
        high = std::max(high, activated(parts.activation, x));
    }
    const double margin = 0.12 * (high - low);
    const auto point = [&](double x, double y) {
        return QPointF(rect.left() + (x + reach) / (2.0 * reach) * rect.width(), rect.bottom() - (y - low + margin) / (high - low + 2.0 * margin) * rect.height());
    };
    painter.fillRect(rect, theme::plotBackground(m_canvas.palette()));
    painter.setPen(QPen(theme::gridLine(m_canvas.palette()), 1.0));
    painter.drawRect(rect);
    painter.drawLine(point(-reach, 0.0), point(reach, 0.0));
    painter.drawLine(point(0.0, low - margin), point(0.0, high + margin));
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath path(point(-reach, activated(parts.activation, -reach)));
    for (int i = 1; i <= 120; ++i) {
        const double x = -reach + 2.0 * reach * i / 120.0;
        path.lineTo(point(x, activated(parts.activation, x)));
    }
    painter.setPen(QPen(m_canvas.palette().color(QPalette::WindowText), 2.0));
    painter.drawPath(path);
    const QPointF here = point(parts.input, parts.result);
    painter.setPen(QPen(theme::attention(), 1.5, Qt::DashLine));
    painter.drawLine(point(parts.input, 0.0), here);
    painter.drawLine(point(0.0, parts.result), here);
    painter.setPen(QPen(m_canvas.palette().color(QPalette::Base), 1.5));
    painter.setBrush(theme::attention());
    painter.drawEllipse(here, 6.0, 6.0);
    painter.setBrush(Qt::NoBrush);
    painter.setRenderHint(QPainter::Antialiasing, false);
    m_canvas.drawText({rect.left(), rect.bottom() + 2.0, rect.width(), m_canvas.line()}, Qt::AlignLeft, numbers::text(-reach, 0), true);
    m_canvas.drawText({rect.left(), rect.bottom() + 2.0, rect.width(), m_canvas.line()}, Qt::AlignRight, numbers::text(reach, 0), true);
}

void MapDrawing::drawMiddle(const MaxPoolParts &parts)
{
    const double side = std::min({m_middle.width() * 0.7, m_middle.height() * 0.6, 220.0});
    const QRectF grid(m_middle.center().x() - side / 2.0, m_middle.top() + m_canvas.line() * 0.5, side, side * 0.8);
    m_canvas.drawEnlarging(m_window, grid);
    QFont large = m_canvas.painter().font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    m_canvas.painter().setFont(large);
    numbers::drawGrid(m_canvas.painter(), grid, {parts.window.begin(), parts.window.end()}, 2,
                      {mapOf(m_content.layerBefore(), m_content.unit.channel).scale, 3, parts.winner, {}, {}}, m_canvas.palette());
    m_canvas.reach(grid);
    const QStringList places = {tr("top left"), tr("top right"), tr("bottom left"), tr("bottom right")};
    const QRectF row = m_canvas.drawFormula({m_middle.left(), grid.bottom() + 14.0, m_middle.width(), 0.0}, QStringLiteral("max = %1").arg(n(parts.result)));
    m_canvas.drawText({m_middle.left(), row.bottom() + 2.0, m_middle.width(), m_canvas.line() * 2.2}, Qt::AlignHCenter | Qt::TextWordWrap,
                      tr("The one %1 has won.").arg(places.at(parts.winner)), true);
    const QRectF winner = numbers::cellRect(grid, 2, 2, parts.winner);
    numbers::drawArrow(m_canvas.painter(), {grid.right() + 4.0, winner.center().y()}, m_cell.center() - QPointF(m_cell.width() / 2.0 + 3.0, 0.0), theme::attention());
}

void MapDrawing::drawMiddle(const FlattenParts &parts)
{
    QRectF row = m_canvas.drawFormula(m_middle, tr("((channel − 1) · height + row − 1) · width + column"));
    row = m_canvas.drawFormula({row.left(), row.bottom(), row.width(), 0.0},
                               QStringLiteral("((%1 − 1) · %2 + %3 − 1) · %4 + %5 = %6").arg(parts.channel + 1).arg(parts.height).arg(parts.y + 1).arg(parts.width).arg(parts.x + 1).arg(m_content.unit.channel + 1));
    row = m_canvas.drawFormula({row.left(), row.bottom() + 12.0, row.width(), 0.0}, n(parts.value));
    m_canvas.drawText({row.left(), row.bottom() + 4.0, row.width(), m_canvas.line() * 5.0}, Qt::AlignHCenter | Qt::TextWordWrap,
                      tr("Number %1 of the list. Nothing is computed: the same value stands in another place.").arg(m_content.unit.channel + 1), true);
}

namespace {

constexpr QMarginsF cardMargins(10.0, 8.0, 10.0, 6.0);

double heightOf(const QString &text, QFont font, bool isBold, double width)
{
    font.setBold(isBold);
    return QFontMetricsF(font).boundingRect(QRectF(0.0, 0.0, width, 10000.0), Qt::AlignHCenter | Qt::TextWordWrap, text).height();
}

} // namespace

/// Below one another; gives the place of the next one. Long words of another language make a card higher, not cut.
QRectF MapDrawing::drawCard(const QRectF &place, const QString &title, const QString &formula, const QString &note)
{
    const double width = place.width() - cardMargins.left() - cardMargins.right();
    const double titleHeight = heightOf(title, m_canvas.font(), true, width);
    const double noteHeight = heightOf(note, m_canvas.font(), false, width);
    const double formulaHeight = m_canvas.line() * 2.0 + 6.0;
    const QRectF rect(place.left(), place.top(), place.width(), titleHeight + formulaHeight + noteHeight + cardMargins.top() + cardMargins.bottom());
    QPainter &painter = m_canvas.painter();
    painter.setPen(QPen(theme::gridLine(m_canvas.palette()), 1.0));
    painter.setBrush(m_canvas.palette().color(QPalette::Base));
    painter.drawRoundedRect(rect, 6.0, 6.0);
    painter.setBrush(Qt::NoBrush);
    const QRectF inner = rect.marginsRemoved(cardMargins);
    m_canvas.drawText({inner.left(), inner.top(), inner.width(), titleHeight}, Qt::AlignHCenter | Qt::TextWordWrap, title, false, true);
    m_canvas.drawFormula({inner.left(), inner.top() + titleHeight, inner.width(), 0.0}, formula);
    m_canvas.drawText({inner.left(), inner.bottom() - noteHeight, inner.width(), noteHeight}, Qt::AlignHCenter | Qt::TextWordWrap, note, true);
    m_canvas.reach(rect);
    return rect.translated(0.0, rect.height() + 8.0);
}

void MapDrawing::drawMiddle(const DropoutParts &parts)
{
    const QString share = QLocale().toString(parts.probability * 100.0, 'g', 3) + QStringLiteral(" %");
    const QString rest = QLocale().toString((1.0 - parts.probability) * 100.0, 'g', 3) + QStringLiteral(" %");
    QRectF place = drawCard(m_middle, tr("In training, %1 of the time").arg(share), QStringLiteral("%1 · 0 = 0").arg(n(parts.value)), tr("The neuron is silent for this picture."));
    place = drawCard(place, tr("In training, %1 of the time").arg(rest), QStringLiteral("%1 · %2 = %3").arg(n(parts.value), n(parts.scale), n(parts.value * parts.scale)),
                     tr("Multiplied by 1 / (1 − p), so that the sum stays as large on average."));
    drawCard(place, tr("In evaluation, as here"), QStringLiteral("%1 → %1").arg(n(parts.value)), tr("Dropout does nothing."));
}

} // namespace convscope
