// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/mapspainter.h"

#include "ui/pages/mapstexts.h"
#include "ui/theme.h"
#include "ui/views/pictureview.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

constexpr double captionGap = 6.0;
constexpr double legendWidth = 160.0;

QFont boldOf(QFont font)
{
    font.setBold(true);
    return font;
}

} // namespace

MapsPainter::MapsPainter(QPainter &painter, const MapsLayout &layout, MapsPictures &pictures, const Look &look)
    : m_painter(painter)
    , m_layout(layout)
    , m_pictures(pictures)
    , m_look(look)
{
}

void MapsPainter::draw(const QRectF &exposed, const MapsFocus *focus)
{
    m_painter.setFont(m_look.font);
    if (focus) {
        drawLines(*focus); // below the pictures
    }
    for (const MapsColumn &column : m_layout.columns) {
        const QRectF whole = column.header.united(column.body);
        if (!whole.intersects(exposed)) {
            continue;
        }
        drawHeader(column);
        switch (column.form) {
        case MapsForm::Maps:
            drawMaps(column, exposed);
            break;
        case MapsForm::Cells:
            drawCells(column);
            break;
        case MapsForm::Bars:
            drawBars(column);
            break;
        case MapsForm::Outputs:
            drawOutputs(column);
            break;
        }
    }
    if (focus) {
        drawFocus(*focus);
    }
}

QRectF MapsPainter::pageButton(const MapsColumn &column, const QFont &font, bool on)
{
    const double line = QFontMetricsF(font).height();
    return QRectF(column.header.right() - (on ? 1 : 2) * line, column.header.top() + line, line, line);
}

void MapsPainter::drawHeader(const MapsColumn &column)
{
    const double line = QFontMetricsF(m_look.font).height();
    QRectF row(column.header.topLeft(), QSizeF(column.header.width(), line));
    m_painter.setPen(m_look.palette.color(QPalette::WindowText));
    const QFont bold = boldOf(m_look.font);
    m_painter.setFont(bold);
    const QString title = mapstexts::layerTitle(*flow().weights, flow().layers, column.layer);
    m_painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, QFontMetricsF(bold).elidedText(title, Qt::ElideRight, row.width()));
    m_painter.setFont(m_look.font);
    row.translate(0.0, line);
    m_painter.setPen(theme::mutedText(m_look.palette));
    m_painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, mapstexts::layerShape(flow().layers[std::size_t(column.layer)]));
    if (column.isPaged()) {
        drawPaging(column, row);
    }
    row.translate(0.0, line);
    drawLegend(column, row);
    if (m_look.explains) {
        const QRectF text(QPointF(column.header.left(), row.bottom()), column.header.bottomRight());
        m_painter.setPen(theme::mutedText(m_look.palette));
        m_painter.drawText(text, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, mapstexts::layerExplanation(*flow().weights, flow().layers, column.layer));
    }
}

void MapsPainter::drawPaging(const MapsColumn &column, const QRectF &row)
{
    m_painter.setPen(m_look.palette.color(QPalette::WindowText));
    m_painter.drawText(row.adjusted(0.0, 0.0, -2.0 * row.height() - captionGap, 0.0),
                       Qt::AlignRight | Qt::AlignVCenter, mapstexts::pageText(column.first, column.shown, column.total));
    for (const bool on : {false, true}) {
        const bool isThere = on ? column.first + column.shown < column.total : column.first > 0;
        m_painter.setPen(m_look.palette.color(isThere ? QPalette::Active : QPalette::Disabled, QPalette::WindowText));
        m_painter.drawText(pageButton(column, m_look.font, on), Qt::AlignCenter, on ? QStringLiteral("▸") : QStringLiteral("◂"));
    }
}

void MapsPainter::drawLegend(const MapsColumn &column, const QRectF &row)
{
    if (column.form == MapsForm::Outputs) {
        return;
    }
    m_painter.setPen(theme::mutedText(m_look.palette));
    if (m_pictures.scale() == MapScale::Map && column.form == MapsForm::Maps && column.layer > 0) {
        m_painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, mapstexts::ownScale());
        return;
    }
    const QFontMetricsF metrics(m_look.font);
    const bool isSigned = flow().isSigned[std::size_t(column.layer)];
    const double limit = m_pictures.limit(column.layer, 0);
    const QString low = isSigned ? mapstexts::shortNumber(-limit) : mapstexts::shortNumber(0.0);
    const QString high = mapstexts::shortNumber(limit);
    const QRectF used(row.topLeft(), QSizeF(std::min(row.width(), legendWidth), row.height()));
    m_painter.drawText(used, Qt::AlignLeft | Qt::AlignVCenter, low);
    m_painter.drawText(used, Qt::AlignRight | Qt::AlignVCenter, high);
    QRectF bar = used.adjusted(metrics.horizontalAdvance(low) + captionGap, 0.0, -metrics.horizontalAdvance(high) - captionGap, 0.0);
    bar = QRectF(bar.left(), std::round(bar.center().y() - 4.0), bar.width(), 8.0);
    for (double x = 0.0; x < bar.width(); x += 1.0) {
        const double share = x / std::max(1.0, bar.width() - 1.0);
        m_painter.fillRect(QRectF(bar.left() + x, bar.top(), 1.0, bar.height()), m_pictures.color(column.layer, 0, limit * (isSigned ? 2.0 * share - 1.0 : share)));
    }
    pictures::drawFrame(m_painter, bar, theme::gridLine(m_look.palette), 1);
}

QRectF MapsPainter::pictureIn(const QRectF &cell, const LayerSummary &layer, double ratio)
{
    if (cell.isEmpty() || (layer.width == 1 && layer.height == 1)) {
        return cell;
    }
    const int side = std::max(layer.width, layer.height);
    const double extent = pictures::extent(side, cell.width(), ratio);
    const QSizeF size = QSizeF(layer.width, layer.height) * (extent / side);
    return QRectF(cell.topLeft() + QPointF((cell.width() - size.width()) / 2.0, (cell.height() - size.height()) / 2.0), size);
}

QRectF MapsPainter::pictureRect(int layer, int channel) const
{
    const QRectF picture = pictureIn(m_layout.cellOf(layer, channel), flow().layers[std::size_t(layer)], m_painter.deviceTransform().m11());
    return picture.isEmpty() ? picture : QRectF(pictures::aligned(m_painter, picture.topLeft()), picture.size());
}

void MapsPainter::drawMaps(const MapsColumn &column, const QRectF &exposed)
{
    const QColor line = theme::gridLine(m_look.palette);
    for (int c = column.first; c < column.first + column.shown; ++c) {
        const QRectF target = pictureRect(column.layer, c);
        if (target.intersects(exposed)) {
            pictures::draw(m_painter, target.topLeft(), target.width(), m_pictures.map(column.layer, c), line);
        }
    }
}

void MapsPainter::drawCells(const MapsColumn &column)
{
    const std::vector<float> &values = flow().pass.layers[std::size_t(column.layer)].values;
    for (int c = column.first; c < column.first + column.shown; ++c) {
        m_painter.fillRect(column.cellOf(c), m_pictures.color(column.layer, c, double(values[std::size_t(c)])));
    }
}

void MapsPainter::drawBars(const MapsColumn &column)
{
    const LayerOutput &output = flow().pass.layers[std::size_t(column.layer)];
    const bool isSigned = flow().isSigned[std::size_t(column.layer)];
    const double limit = m_pictures.limit(column.layer, 0);
    const double gap = column.cell.height() >= 4.0 ? 1.0 : 0.0;
    for (int i = 0; i < column.across; ++i) {
        const int first = column.first + i * column.rows;
        const int count = std::min(column.rows, column.first + column.shown - first);
        const QRectF top = column.cellOf(first);
        const double zero = isSigned ? top.center().x() : top.left();
        m_painter.fillRect(QRectF(top.topLeft(), QSizeF(top.width(), count * column.pitch.height())), theme::plotBackground(m_look.palette));
        for (int c = first; c < first + count; ++c) {
            const double value = double(output.values[std::size_t(c)]);
            const double share = std::clamp(value / limit, -1.0, 1.0);
            const double length = (std::isnan(share) ? 1.0 : share) * top.width() * (isSigned ? 0.5 : 1.0);
            const QRectF cell = column.cellOf(c);
            m_painter.fillRect(QRectF(zero, cell.top(), length, cell.height() - gap).normalized(), m_pictures.color(column.layer, c, value));
        }
        m_painter.fillRect(QRectF(zero, top.top(), 1.0, count * column.pitch.height()), theme::gridLine(m_look.palette));
    }
}

void MapsPainter::drawOutputs(const MapsColumn &column)
{
    const QFontMetricsF metrics(m_look.font);
    const std::vector<float> &probabilities = flow().pass.probabilities;
    const QLocale locale;
    const double percentWidth = metrics.horizontalAdvance(locale.toString(100.0, 'f', 1) + QStringLiteral(" %"));
    const int answer = flow().answer();
    for (int c = column.first; c < column.first + column.shown; ++c) {
        const QRectF cell = column.cellOf(c);
        const double p = double(probabilities[std::size_t(c)]);
        const bool isTrue = c == flow().probe.label;
        const QColor color = c != answer || flow().probe.label < 0 ? theme::train(m_look.palette) : isTrue ? theme::right() : theme::wrong();
        const double barHeight = std::min(6.0, cell.height() / 3.0);
        const QRectF track(cell.left(), cell.bottom() - barHeight - 2.0, cell.width(), barHeight);
        m_painter.fillRect(track, theme::plotBackground(m_look.palette));
        m_painter.fillRect(QRectF(track.topLeft(), QSizeF(track.width() * (std::isfinite(p) ? p : 0.0), barHeight)), color);
        const QRectF text(cell.topLeft(), QPointF(cell.right(), track.top()));
        m_painter.setFont(c == answer ? boldOf(m_look.font) : m_look.font);
        m_painter.setPen(m_look.palette.color(QPalette::WindowText));
        const QString name = (c < m_look.classNames.size() ? m_look.classNames.at(c) : locale.toString(c)) + (isTrue ? QStringLiteral(" ✓") : QString());
        m_painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter, QFontMetricsF(m_painter.font()).elidedText(name, Qt::ElideRight, text.width() - percentWidth - captionGap));
        m_painter.drawText(text, Qt::AlignRight | Qt::AlignVCenter, locale.toString(p * 100.0, 'f', 1) + QStringLiteral(" %"));
    }
    m_painter.setFont(m_look.font);
}

} // namespace convscope
