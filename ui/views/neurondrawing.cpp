// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/neurondrawing.h"

#include "ui/theme.h"
#include "ui/views/convolutiondrawing.h"

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

constexpr double gap = 20.0;
constexpr double edge = 3.0;

} // namespace

NeuronDrawing::NeuronDrawing(StageCanvas &canvas, const OperationContent &content, const Anatomy &anatomy)
    : m_canvas(canvas)
    , m_content(content)
    , m_anatomy(anatomy)
    , m_parts(std::get<NeuronParts>(anatomy.parts))
{
}

void NeuronDrawing::draw()
{
    const double rightWidth = std::clamp(m_canvas.width() * 0.27, 176.0, 360.0);
    const double leftWidth = m_canvas.width() - rightWidth - gap - 2.0 * edge;
    double top = drawMaps(edge, leftWidth);
    top = drawTerms(m_parts.positive, tr("The strongest that push it up"), top, leftWidth);
    drawTerms(m_parts.negative, tr("The strongest that pull it down"), top + 8.0, leftWidth);
    drawResult(edge + leftWidth + gap, rightWidth);
}

double NeuronDrawing::drawMaps(double top, double width)
{
    const std::optional<NeuronMap> found = neuronMapOf(*m_content.pass, *m_content.weights, m_content.unit, m_content.neuronMapRank);
    if (!found || found->height * found->width < 4) {
        return top;
    }
    const double sign = m_canvas.line() * 1.6;
    const double room = (m_canvas.height() - m_canvas.line() * 8.0) * 0.5;
    const double side = std::clamp(std::min((width - 2.0 * sign) / 3.0, room), 84.0, 280.0);
    using numbers::ColorScale;
    const LayerOutput &maps = m_content.pass->layers[std::size_t(m_content.unit.layer - 2)];
    const bool isPicture = maps.layer.kind == LayerKind::Input;
    const QString titles[] = {isPicture ? tr("picture") : tr("channel %1").arg(found->channel + 1), tr("× weights"), tr("= products, sum %1").arg(numbers::text(found->sum))};
    const std::vector<float> *values[] = {&found->inputs, &found->weights, &found->products};
    const ColorScale::Kind kinds[] = {scaleKindOf(maps), ColorScale::Kind::Diverging, ColorScale::Kind::Diverging};
    double left = edge;
    double bottom = top;
    for (int i = 0; i < 3; ++i) {
        StageMap map{*values[i], found->height * found->width, found->height, found->width, numbers::scaleFor(kinds[i], *values[i]), -1};
        m_canvas.drawText({left, top, side + sign - 4.0, m_canvas.line()}, Qt::AlignLeft, titles[i], false, i == 2);
        const QRectF picture = m_canvas.drawMap(map, {left, top + m_canvas.line() * 1.2}, side);
        bottom = top + m_canvas.line() * 1.2 + m_canvas.mapHeight(map, side);
        if (i < 2) {
            m_canvas.drawText({picture.right(), picture.top(), sign, picture.height()}, Qt::AlignCenter, i == 0 ? QStringLiteral("×") : QStringLiteral("="), false, true);
        }
        left += StageCanvas::mapWidth(map, side) + sign;
    }
    const int others = int(found->ranking.size()) - 1;
    if (others > 0) {
        m_canvas.drawText({edge, bottom, width, m_canvas.line()}, Qt::AlignLeft,
                          tr("This channel counts most; there are %Ln other(s).", nullptr, others), true);
        bottom += m_canvas.line();
    }
    return bottom + 12.0;
}

QString NeuronDrawing::nameOfInput(int input) const
{
    const LayerOutput &before = m_content.layerBefore();
    if (before.layer.kind == LayerKind::Flatten && m_content.unit.layer >= 2) {
        const LayerSummary &maps = m_content.pass->layers[std::size_t(m_content.unit.layer - 2)].layer;
        const int area = maps.height * maps.width;
        const int row = input / maps.width % maps.height + 1;
        const int column = input % maps.width + 1;
        return maps.channels == 1 ? tr("row %1, col. %2").arg(row).arg(column) : tr("ch. %1, row %2, col. %3").arg(input / area + 1).arg(row).arg(column);
    }
    return tr("neuron %1").arg(input + 1);
}

double NeuronDrawing::drawTerms(const std::vector<NeuronTerm> &terms, const QString &title, double top, double width)
{
    m_canvas.drawText({edge, top, width, m_canvas.line()}, Qt::AlignLeft, title, false, true);
    top += m_canvas.line() * 1.25;
    double limit = 0.0;
    for (const std::vector<NeuronTerm> *all : {&m_parts.positive, &m_parts.negative}) {
        for (const NeuronTerm &term : *all) {
            limit = std::max(limit, std::abs(term.product));
        }
    }
    if (terms.empty()) {
        m_canvas.drawText({edge, top, width, m_canvas.line()}, Qt::AlignLeft, tr("none"), true);
        return top + m_canvas.line() * 1.2;
    }
    const double height = m_canvas.line() * 1.2;
    for (const NeuronTerm &term : terms) {
        drawTerm(term, {edge, top, width, height}, limit);
        top += height;
    }
    return top;
}

void NeuronDrawing::drawTerm(const NeuronTerm &term, const QRectF &row, double limit)
{
    const double number = m_canvas.metrics().horizontalAdvance(QStringLiteral("−00.000 ×"));
    const double name = m_canvas.metrics().horizontalAdvance(nameOfInput(m_parts.inputs - 1)) + 10.0;
    double x = row.left();
    const auto cell = [&](double width, const QString &text, int flags, bool isMuted) {
        m_canvas.drawText({x, row.top(), width, row.height()}, flags | Qt::AlignVCenter, text, isMuted);
        x += width;
    };
    cell(name, nameOfInput(term.input), Qt::AlignLeft, true);
    cell(number, numbers::text(term.value) + QStringLiteral(" ×"), Qt::AlignRight, false);
    cell(number, numbers::text(term.weight) + QStringLiteral(" ="), Qt::AlignRight, false);
    cell(number - m_canvas.metrics().horizontalAdvance(QStringLiteral(" ×")), numbers::text(term.product), Qt::AlignRight, false);
    const QRectF bar(x + 8.0, row.top() + 3.0, (row.right() - x - 8.0) * std::abs(term.product) / std::max(limit, 1e-12), row.height() - 6.0);
    m_canvas.painter().fillRect(bar, theme::diverging(term.product < 0.0 ? -0.55 : 0.55, m_canvas.palette()));
}

void NeuronDrawing::drawResult(double left, double width)
{
    const auto total = [](const std::vector<NeuronTerm> &terms) {
        double sum = 0.0;
        for (const NeuronTerm &term : terms) {
            sum += term.product;
        }
        return sum;
    };
    std::vector<SumLine> lines = {{tr("%Ln listed above zero", nullptr, int(m_parts.positive.size())), total(m_parts.positive)},
                                  {tr("%Ln listed below zero", nullptr, int(m_parts.negative.size())), total(m_parts.negative)},
                                  {tr("%Ln other input(s)", nullptr, m_parts.others), m_parts.othersSum},
                                  {tr("bias"), m_parts.bias},
                                  {tr("sum"), m_parts.sum, true}};
    const std::vector<SumLine> steps = followingSteps(m_content);
    lines.insert(lines.end(), steps.begin(), steps.end());
    m_canvas.drawText({left, edge, width, m_canvas.line()}, Qt::AlignLeft, tr("Sum"), false, true);
    const QRectF sum = m_canvas.drawSum({left, edge + m_canvas.line() * 1.3}, width, lines);
    StageMap map = mapOf(m_content.layer(), 0);
    const int place = m_content.unit.channel;
    map.shown = m_content.isPlaying ? place + 1 : -1;
    const double top = sum.bottom() + gap;
    m_canvas.drawText({left, top, width, m_canvas.line()}, Qt::AlignLeft, tr("All %Ln neuron(s) of this layer", nullptr, m_anatomy.layer.channels), false, true);
    const double room = std::clamp(m_canvas.height() - top - m_canvas.line() * 3.2, 96.0, 280.0);
    const QRectF picture = m_canvas.drawMap(map, {left, top + m_canvas.line() * 1.3}, std::min(width, room));
    const QRectF cell = m_canvas.drawWindow(picture, map, place % map.columns, place / map.columns, 1, 1);
    numbers::drawArrow(m_canvas.painter(), {cell.center().x(), top + m_canvas.line() + 2.0}, {cell.center().x(), cell.top() - 2.0}, theme::attention());
    m_canvas.targets().output = picture;
    m_canvas.targets().outputColumns = map.columns;
    m_canvas.targets().outputRows = map.rows;
}

SoftmaxDrawing::SoftmaxDrawing(StageCanvas &canvas, const OperationContent &content)
    : m_canvas(canvas)
    , m_content(content)
    , m_parts(softmaxOf(content.pass->layers.back().values, content.label))
{
}

QString SoftmaxDrawing::className(int index) const
{
    return index < m_content.classes.size() ? m_content.classes.at(index) : QString::number(index);
}

/// Where the class, the logit, exp and the probability end, and the bar begins.
double SoftmaxDrawing::column(int index) const
{
    double name = 0.0;
    for (int i = 0; i < int(m_parts.logits.size()); ++i) {
        name = std::max(name, m_canvas.metrics().horizontalAdvance(className(i)) * 1.1);
    }
    const double number = std::max(m_canvas.metrics().horizontalAdvance(QStringLiteral("−000.000")) + 16.0, m_canvas.width() * 0.13);
    return edge + std::min(name, m_canvas.width() * 0.3) + 8.0 + index * number;
}

void SoftmaxDrawing::draw()
{
    const double height = std::clamp((m_canvas.height() - m_canvas.line() * 9.0) / std::max<std::size_t>(1, m_parts.logits.size()), m_canvas.line() * 1.15, m_canvas.line() * 2.0);
    double top = edge;
    const QString heads[] = {tr("logit z"), QStringLiteral("exp(z − %1)").arg(numbers::text(m_parts.largest, 2)), tr("÷ sum = p")};
    m_canvas.drawText({edge, top, column(0) - edge, m_canvas.line()}, Qt::AlignLeft, tr("class"), true);
    for (int i = 0; i < 3; ++i) {
        m_canvas.drawText({column(i), top, column(i + 1) - column(i), m_canvas.line()}, Qt::AlignRight, heads[i], true);
    }
    top += m_canvas.line() * 1.3;
    const double first = top;
    for (int k = 0; k < int(m_parts.logits.size()); ++k) {
        drawClass(k, {edge, top, m_canvas.width() - 2.0 * edge, height});
        top += height;
    }
    m_canvas.painter().setPen(QPen(theme::mutedText(m_canvas.palette()), 1.0));
    m_canvas.painter().drawLine(QPointF(column(1), top + 2.0), QPointF(column(3), top + 2.0));
    m_canvas.drawText({column(1), top + 4.0, column(2) - column(1), height}, Qt::AlignRight | Qt::AlignVCenter, numbers::text(m_parts.sum, 4), false, true);
    m_canvas.drawText({column(2), top + 4.0, column(3) - column(2), height}, Qt::AlignRight | Qt::AlignVCenter, numbers::text(1.0, 4), false, true);
    m_canvas.targets().output = QRectF(edge, first, m_canvas.width() - 2.0 * edge, top - first);
    m_canvas.targets().outputColumns = 1;
    m_canvas.targets().outputRows = int(m_parts.logits.size());
    drawLoss(top + height + 16.0);
}

void SoftmaxDrawing::drawClass(int k, const QRectF &row)
{
    const auto index = std::size_t(k);
    const bool isTrue = k == m_parts.label;
    if (k == m_content.unit.channel) {
        QColor tint = m_canvas.palette().color(QPalette::Highlight);
        tint.setAlpha(45);
        m_canvas.painter().fillRect(row, tint);
    }
    m_canvas.drawText({row.left() + 4.0, row.top(), column(0) - row.left() - 4.0, row.height()}, Qt::AlignLeft | Qt::AlignVCenter, className(k), false, isTrue);
    const QString texts[] = {numbers::text(m_parts.logits[index]), numbers::text(m_parts.exponentials[index], 4), numbers::text(m_parts.probabilities[index], 4)};
    for (int i = 0; i < 3; ++i) {
        m_canvas.drawText({column(i), row.top(), column(i + 1) - column(i), row.height()}, Qt::AlignRight | Qt::AlignVCenter, texts[i], false, isTrue);
    }
    const double left = column(3) + 12.0;
    const QRectF bar(left, row.top() + 3.0, std::max(1.0, (row.right() - left - 4.0) * m_parts.probabilities[index]), row.height() - 6.0);
    const bool isWrongWinner = m_parts.label >= 0 && !isTrue && m_parts.logits[index] == m_parts.largest;
    m_canvas.painter().fillRect(bar, isTrue ? theme::right() : isWrongWinner ? theme::wrong() : theme::mutedText(m_canvas.palette()));
    m_canvas.reach(row);
}

void SoftmaxDrawing::drawLoss(double top)
{
    const QRectF row(edge, top, m_canvas.width() - 2.0 * edge, 0.0);
    if (m_parts.label < 0) {
        m_canvas.drawText({row.left(), top, row.width(), m_canvas.line() * 2.0}, Qt::AlignLeft | Qt::TextWordWrap,
                          tr("The true class of this picture is not known, so there is no loss."), true);
        return;
    }
    const QRectF line = m_canvas.drawFormula(row, tr("loss = −ln p(%1) = −ln %2 = %3")
                                                      .arg(className(m_parts.label), numbers::text(m_parts.probabilities[std::size_t(m_parts.label)], 4),
                                                           numbers::text(m_parts.loss, 4)));
    m_canvas.drawText({row.left(), line.bottom() + 2.0, row.width(), m_canvas.line() * 2.2}, Qt::AlignHCenter | Qt::TextWordWrap,
                      tr("True class: %1. The more probable the network holds it, the nearer to 0 the loss.").arg(className(m_parts.label)), true);
}

} // namespace convscope
