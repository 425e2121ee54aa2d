// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/stagecanvas.h"

#include "ui/theme.h"
#include "ui/views/pictureview.h"

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

constexpr double legendGap = 6.0;
constexpr double edge = 2.0; ///< room for frames

} // namespace

int columnsFor(int count)
{
    const int root = int(std::ceil(std::sqrt(double(count))));
    for (int columns = root; columns <= 2 * root; ++columns) {
        if (count % columns == 0) {
            return columns;
        }
    }
    return root;
}

numbers::ColorScale::Kind scaleKindOf(const LayerOutput &layer)
{
    using Kind = numbers::ColorScale::Kind;
    if (layer.layer.kind == LayerKind::Input) {
        return Kind::Grey;
    }
    const bool hasNegative = std::any_of(layer.values.begin(), layer.values.end(), [](float value) { return value < 0.0f; });
    return hasNegative ? Kind::Diverging : Kind::Sequential;
}

StageMap mapOf(const LayerOutput &layer, int channel)
{
    StageMap map;
    const LayerSummary &summary = layer.layer;
    if (summary.height * summary.width > 1) {
        const std::size_t area = std::size_t(summary.height) * std::size_t(summary.width);
        const auto first = layer.values.begin() + std::ptrdiff_t(area * std::size_t(channel));
        map.values.assign(first, first + std::ptrdiff_t(area));
        map.rows = summary.height;
        map.columns = summary.width;
    } else {
        map.values = layer.values;
        map.columns = columnsFor(summary.channels);
        map.rows = (summary.channels + map.columns - 1) / map.columns;
    }
    map.count = int(map.values.size());
    map.scale = numbers::scaleFor(scaleKindOf(layer), map.values);
    map.values.resize(std::size_t(map.rows) * std::size_t(map.columns));
    return map;
}

QFont stageFont(const QFont &font, double width)
{
    QFont larger = font;
    larger.setPointSizeF(font.pointSizeF() * std::clamp(width / 720.0, 1.0, 1.5));
    return larger;
}

int placeOn(const LayerSummary &layer, const UnitAddress &unit)
{
    return layer.height * layer.width > 1 ? unit.y * layer.width + unit.x : unit.channel;
}

StageCanvas::StageCanvas(QPainter &painter, const QSizeF &available, const QPalette &palette, const QFont &font)
    : m_painter(painter)
    , m_available(available)
    , m_palette(palette)
    , m_font(font)
    , m_metrics(font)
{
    m_painter.setFont(font);
}

void StageCanvas::reach(const QRectF &rect)
{
    m_extent = m_extent.expandedTo(QSizeF(rect.right() + edge, rect.bottom() + edge));
}

double StageCanvas::mapWidth(const StageMap &map, double most)
{
    const int longer = std::max(map.rows, map.columns);
    return pictures::extent(longer, most, 1.0) * map.columns / longer;
}

double StageCanvas::mapHeight(const StageMap &map, double most) const
{
    return mapWidth(map, most) * map.rows / map.columns + legendGap + numbers::legendHeight(m_font);
}

QRectF StageCanvas::drawMap(const StageMap &map, const QPointF &topLeft, double most, bool withLegend)
{
    QImage image = numbers::mapImage(map.values.data(), map.columns, map.rows, map.scale, m_palette, map.shown);
    for (int i = map.count; i < map.rows * map.columns; ++i) {
        image.setPixelColor(i % map.columns, i / map.columns, m_palette.color(QPalette::Window));
    }
    const QRectF picture = pictures::draw(m_painter, topLeft, mapWidth(map, most), image, theme::mutedText(m_palette));
    reach(picture);
    if (withLegend) {
        const QRectF legend(picture.left(), picture.bottom() + legendGap, std::max(picture.width(), 70.0), numbers::legendHeight(m_font));
        m_painter.setFont(m_font);
        numbers::drawLegend(m_painter, legend, map.scale, m_palette);
        reach(legend);
    }
    return picture;
}

QRectF StageCanvas::drawWindow(const QRectF &map, const StageMap &of, int left, int top, int columns, int rows)
{
    const double cell = map.width() / of.columns;
    const QRectF window(map.left() + left * cell, map.top() + top * cell, columns * cell, rows * cell);
    numbers::drawWindowFrame(m_painter, window, m_palette);
    return window;
}

void StageCanvas::drawEnlarging(const QRectF &window, const QRectF &grid)
{
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    QColor color = theme::attention();
    color.setAlpha(170);
    m_painter.setPen(QPen(color, 1.2));
    m_painter.drawLine(window.topRight(), grid.topLeft());
    m_painter.drawLine(window.bottomRight(), grid.bottomLeft());
    m_painter.restore();
}

void StageCanvas::drawText(const QRectF &rect, int flags, const QString &text, bool isMuted, bool isBold)
{
    QFont font = m_font;
    font.setBold(isBold);
    m_painter.setFont(font);
    m_painter.setPen(isMuted ? theme::mutedText(m_palette) : m_palette.color(QPalette::WindowText));
    const bool wraps = (flags & Qt::TextWordWrap) != 0;
    m_painter.drawText(rect, flags, wraps ? text : QFontMetricsF(font).elidedText(text, Qt::ElideRight, rect.width() + 1.0));
    m_painter.setFont(m_font);
    reach(rect);
}

QRectF StageCanvas::drawSum(const QPointF &topLeft, double width, const std::vector<SumLine> &lines)
{
    const double rowHeight = std::round(line() * 1.25);
    double y = topLeft.y();
    for (const SumLine &sum : lines) {
        if (sum.isResult) {
            m_painter.setPen(QPen(theme::mutedText(m_palette), 1.0));
            m_painter.drawLine(QPointF(topLeft.x(), y + 2.0), QPointF(topLeft.x() + width, y + 2.0));
            y += 4.0;
        }
        const QString number = sum.isResult || sum.isStep ? numbers::text(sum.value) : numbers::signedText(sum.value);
        const double numberWidth = m_metrics.horizontalAdvance(number) * (sum.isResult ? 1.15 : 1.0) + 4.0;
        const QRectF row(topLeft.x(), y, width, rowHeight);
        drawText(row.adjusted(0.0, 0.0, -numberWidth - 6.0, 0.0), Qt::AlignLeft | Qt::AlignVCenter, sum.label, !sum.isResult, sum.isResult);
        drawText(row, Qt::AlignRight | Qt::AlignVCenter, number, false, sum.isResult);
        y += rowHeight;
    }
    return {topLeft.x(), topLeft.y(), width, y - topLeft.y()};
}

QRectF StageCanvas::drawFormula(const QRectF &rect, const QString &text)
{
    QFont font = m_font;
    font.setPointSizeF(m_font.pointSizeF() * 1.5);
    const double wanted = QFontMetricsF(font).horizontalAdvance(text);
    if (wanted > rect.width()) {
        font.setPointSizeF(std::max(m_font.pointSizeF(), font.pointSizeF() * rect.width() / wanted));
    }
    const QFontMetricsF metrics(font);
    const double lines = std::ceil(metrics.horizontalAdvance(text) / std::max(1.0, rect.width()));
    const QRectF row(rect.left(), rect.top(), rect.width(), lines * metrics.lineSpacing() + 6.0);
    m_painter.setFont(font);
    m_painter.setPen(m_palette.color(QPalette::WindowText));
    m_painter.drawText(row, Qt::AlignCenter | Qt::TextWordWrap, text);
    m_painter.setFont(m_font);
    reach(row);
    return row;
}

} // namespace convscope
