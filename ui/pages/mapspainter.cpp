// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/mapspainter.h"

#include "ui/pages/mapstexts.h"
#include "ui/theme.h"
#include "ui/views/pictureview.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

constexpr double captionGap = 6.0;
/// Lines are drawn to the strongest of what feeds a unit.
constexpr std::size_t mostLines = 12;

QFont boldOf(QFont font)
{
    font.setBold(true);
    return font;
}

QString pageText(const MapsColumn &column)
{
    const QLocale locale;
    return QStringLiteral("%1–%2 / %3").arg(locale.toString(column.first + 1), locale.toString(column.first + column.shown), locale.toString(column.total));
}

double strongest(const std::vector<Feed> &feeds)
{
    double most = 0.0;
    for (const Feed &feed : feeds) {
        most = std::max(most, std::abs(feed.contribution));
    }
    return most > 0.0 ? most : 1.0;
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
    const double height = QFontMetricsF(font).height();
    const double top = column.header.top() + 2 * height;
    return QRectF(on ? column.header.right() - height : column.header.left(), top, height, height);
}

void MapsPainter::drawHeader(const MapsColumn &column)
{
    const QFontMetricsF metrics(m_look.font);
    const double line = metrics.height();
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
    row.translate(0.0, line);
    if (column.isPaged()) {
        m_painter.setPen(m_look.palette.color(QPalette::WindowText));
        m_painter.drawText(row, Qt::AlignCenter, pageText(column));
        m_painter.setPen(m_look.palette.color(QPalette::Link));
        m_painter.drawText(pageButton(column, m_look.font, false), Qt::AlignCenter, column.first > 0 ? QStringLiteral("◂") : QString());
        m_painter.drawText(pageButton(column, m_look.font, true), Qt::AlignCenter,
                           column.first + column.shown < column.total ? QStringLiteral("▸") : QString());
    }
    if (m_look.explains) {
        const QRectF text(column.header.left(), row.bottom(), column.header.width(), line * explanationLines);
        m_painter.setPen(theme::mutedText(m_look.palette));
        m_painter.drawText(text, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, mapstexts::layerExplanation(*flow().weights, flow().layers, column.layer));
    }
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
    const double limit = flow().limit(column.layer, 0, m_pictures.scale());
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

void MapsPainter::frame(int layer, int channel, const QColor &color, int devicePixels, int gap)
{
    const QRectF target = pictureRect(layer, channel);
    if (!target.isEmpty()) {
        pictures::drawFrame(m_painter, target, color, devicePixels, gap);
    }
}

void MapsPainter::drawWindow(int layer, int channel, const QRect &positions, const QColor &color, int devicePixels)
{
    const QRectF target = pictureRect(layer, channel);
    const LayerSummary &summary = flow().layers[std::size_t(layer)];
    const QRect inside = positions & QRect(0, 0, summary.width, summary.height);
    if (target.isEmpty() || inside.isEmpty() || flow().isFlat(layer)) {
        return;
    }
    const double pixel = target.width() / summary.width;
    const QRectF window(target.topLeft() + QPointF(inside.topLeft()) * pixel, QSizeF(inside.size()) * pixel);
    pictures::drawFrame(m_painter, window, color, devicePixels, 0);
}

void MapsPainter::drawLine(const QRectF &from, const QRectF &to, double share)
{
    if (from.isEmpty() || to.isEmpty()) {
        return;
    }
    const QPointF a(from.right() + 2.0, from.center().y());
    const QPointF b(to.left() - 2.0, to.center().y());
    const double reach = std::max(12.0, (b.x() - a.x()) / 2.0);
    QPainterPath path(a);
    path.cubicTo(a + QPointF(reach, 0.0), b - QPointF(reach, 0.0), b);
    const double strength = std::clamp(std::abs(share), 0.0, 1.0);
    QColor color = theme::diverging(share < 0.0 ? -0.55 : 0.55, m_look.palette);
    color.setAlphaF(float(0.25 + 0.75 * strength));
    m_painter.setPen(QPen(color, 1.0 + 2.0 * strength));
    m_painter.drawPath(path);
}

void MapsPainter::drawLines(const MapsFocus &focus)
{
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setBrush(Qt::NoBrush);
    const double most = strongest(focus.sources.feeds);
    std::vector<Feed> feeds = focus.sources.feeds;
    std::sort(feeds.begin(), feeds.end(), [](const Feed &a, const Feed &b) { return std::abs(a.contribution) > std::abs(b.contribution); });
    feeds.resize(std::min(feeds.size(), mostLines));
    const QRectF here = pictureRect(focus.unit.layer, focus.unit.channel);
    for (const Feed &feed : feeds) {
        drawLine(pictureRect(feed.layer, feed.channel), here, feed.contribution / most);
    }
    std::vector<Target> targets = focus.targets;
    std::sort(targets.begin(), targets.end(), [](const Target &a, const Target &b) { return a.strength > b.strength; });
    const double strongestTarget = targets.empty() || targets.front().strength <= 0.0 ? 1.0 : targets.front().strength;
    targets.resize(std::min(targets.size(), mostLines));
    for (const Target &target : targets) {
        double sum = 0.0;
        for (float weight : target.weights) {
            sum += double(weight);
        }
        drawLine(here, pictureRect(focus.unit.layer + 1, target.channel), std::copysign(target.strength / strongestTarget, sum));
    }
    m_painter.restore();
}

void MapsPainter::drawFocus(const MapsFocus &focus)
{
    const QColor highlight = m_look.palette.color(QPalette::Highlight);
    const double most = strongest(focus.sources.feeds);
    for (const Feed &feed : focus.sources.feeds) {
        QColor color = theme::diverging(feed.contribution < 0.0 ? -0.55 : 0.55, m_look.palette);
        color.setAlphaF(float(std::clamp(0.15 + 0.85 * std::abs(feed.contribution) / most, 0.0, 1.0)));
        frame(feed.layer, feed.channel, color, 2);
        drawWindow(feed.layer, feed.channel, feed.window, highlight, 1);
    }
    for (const Target &target : focus.targets) {
        drawWindow(focus.unit.layer + 1, target.channel, target.window, highlight, 1);
    }
    drawWindow(0, 0, focus.receptiveField, theme::attention(), 2);
    frame(focus.unit.layer, focus.unit.channel, highlight, m_look.hasFocus ? 3 : 2);
    drawWindow(focus.unit.layer, focus.unit.channel, QRect(focus.unit.x, focus.unit.y, 1, 1), highlight, 2);
}

} // namespace convscope
