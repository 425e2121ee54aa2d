// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/mapscanvas.h"

#include "core/inspection/receptivefield.h"
#include "ui/pages/mapstexts.h"
#include "ui/theme.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

constexpr double laneGap = 12.0;

} // namespace

MapsCanvas::MapsCanvas(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // so that the height doesn't jump
    viewport()->setMouseTracking(true);
    for (Lane &lane : m_lanes) {
        lane.pictures.setPalette(palette());
    }
    retranslate();
}

MapsCanvas::~MapsCanvas() = default;

void MapsCanvas::setFlow(int index, const FlowPtr &flow, const QString &title)
{
    Lane &lane = m_lanes[std::size_t(index)];
    const FlowPtr before = lane.pictures.flow();
    const bool isSameShape = bool(before) == bool(flow) && (!flow || before->weights->architecture == flow->weights->architecture) && lane.title.isEmpty() == title.isEmpty();
    lane.pictures.setFlow(flow);
    m_lanes[std::size_t(1 - index)].pictures.setPartner(flow);
    lane.title = title;
    if (!isSameShape) {
        layOut();
    }
    updateFocus();
    viewport()->update();
}

void MapsCanvas::setScale(MapScale scale)
{
    for (Lane &lane : m_lanes) {
        lane.pictures.setScale(scale);
    }
    viewport()->update();
}

void MapsCanvas::setExplains(bool explains)
{
    m_explains = explains;
    layOut();
}

void MapsCanvas::setClassNames(const QStringList &names)
{
    m_classNames = names;
    layOut();
}

void MapsCanvas::setFactor(int factor)
{
    factor = std::clamp(factor, 1, largestFactor);
    if (factor == m_factor) {
        return;
    }
    m_factor = factor;
    layOut();
    if (m_selected) {
        show(*m_selected);
    }
    Q_EMIT factorChanged(factor);
}

int MapsCanvas::laneCount() const
{
    return m_lanes[1].pictures.flow() ? 2 : m_lanes[0].pictures.flow() ? 1 : 0;
}

double MapsCanvas::titleHeight() const
{
    return m_lanes[0].title.isEmpty() && m_lanes[1].title.isEmpty() ? 0.0 : fontMetrics().height() + 4.0;
}

double MapsCanvas::columnWidth() const
{
    return std::max(112.0, fontMetrics().horizontalAdvance(QLatin1Char('0')) * 16.0);
}

double MapsCanvas::headerHeight() const
{
    double explanation = 0.0;
    const FlowPtr flow = this->flow(0);
    for (int i = 0; flow && isExplaining() && i < int(flow->layers.size()); ++i) {
        const QRectF room(0.0, 0.0, columnWidth(), 1000.0);
        explanation = std::max(explanation, QFontMetricsF(font()).boundingRect(room, Qt::TextWordWrap, mapstexts::layerExplanation(*flow->weights, flow->layers, i)).height());
    }
    return std::ceil(fontMetrics().height() * 3 + explanation) + 4.0;
}

void MapsCanvas::layOut()
{
    const int lanes = std::max(1, laneCount());
    MapsRequest request;
    request.height = (viewport()->height() - 2 * viewportMargin - (lanes - 1) * laneGap) / lanes - titleHeight();
    request.headerHeight = headerHeight();
    request.columnWidth = columnWidth();
    request.outputWidth = fontMetrics().horizontalAdvance(QLatin1Char('0')) * 26.0;
    request.ratio = devicePixelRatioF();
    request.factor = m_factor;
    request.pages = m_pages;
    for (int i = 0; i < mostLanes; ++i) {
        Lane &lane = m_lanes[std::size_t(i)];
        lane.top = viewportMargin + i * (request.height + titleHeight() + laneGap);
        lane.layout = lane.pictures.flow() ? layOutMaps(lane.pictures.flow()->layers, request) : MapsLayout();
    }
    updateScrollBar();
    viewport()->update();
}

void MapsCanvas::updateScrollBar()
{
    horizontalScrollBar()->setRange(0, std::max(0, contentSize().width() - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(32);
}

QSize MapsCanvas::contentSize() const
{
    const double width = std::max(m_lanes[0].layout.size.width(), m_lanes[1].layout.size.width());
    return QSize(int(width) + 2 * viewportMargin, viewport()->height());
}

MapsPainter::Look MapsCanvas::look(int lane) const
{
    return {palette(), font(), isExplaining(), m_classNames, hasFocus() && lane == m_lane};
}

void MapsCanvas::drawLane(QPainter &painter, int index, const QRectF &exposed)
{
    Lane &lane = m_lanes[std::size_t(index)];
    if (!lane.pictures.flow()) {
        return;
    }
    painter.save();
    const QPointF origin(0.0, lane.top + titleHeight());
    painter.translate(origin);
    MapsPainter(painter, lane.layout, lane.pictures, look(index)).draw(exposed.translated(-origin), m_focus[std::size_t(index)] ? &*m_focus[std::size_t(index)] : nullptr);
    painter.restore();
}

void MapsCanvas::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const QPointF origin(viewportMargin - horizontalScrollBar()->value(), 0.0);
    painter.translate(origin);
    for (int i = 0; i < laneCount(); ++i) {
        drawLane(painter, i, QRectF(event->rect()).translated(-origin));
    }
    painter.translate(-origin);
    drawTitles(painter, viewport()->width() - 2 * viewportMargin); // these stay while the rest scrolls
}

void MapsCanvas::drawTitles(QPainter &painter, double width)
{
    painter.setFont(font());
    painter.setPen(palette().color(QPalette::WindowText));
    for (int i = 0; i < laneCount(); ++i) {
        const Lane &lane = m_lanes[std::size_t(i)];
        painter.drawText(QRectF(viewportMargin, lane.top, width, titleHeight()), Qt::AlignLeft, fontMetrics().elidedText(lane.title, Qt::ElideRight, int(width)));
    }
}

void MapsCanvas::drawAll(QPainter &painter)
{
    drawTitles(painter, contentSize().width());
    painter.translate(viewportMargin, 0.0);
    for (int i = 0; i < laneCount(); ++i) {
        drawLane(painter, i, QRectF(QPointF(-viewportMargin, 0.0), QSizeF(contentSize())));
    }
}

void MapsCanvas::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void MapsCanvas::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        for (Lane &lane : m_lanes) {
            lane.pictures.setPalette(palette());
        }
        viewport()->update();
    } else if (event->type() == QEvent::FontChange) {
        layOut();
    }
}

void MapsCanvas::retranslate()
{
    setAccessibleName(tr("Feature maps"));
    layOut();
}

std::optional<UnitAddress> MapsCanvas::unitAt(const QPointF &viewportPoint, int *laneIndex) const
{
    for (int i = 0; i < laneCount(); ++i) {
        const Lane &lane = m_lanes[std::size_t(i)];
        const QPointF point = viewportPoint + QPointF(horizontalScrollBar()->value() - viewportMargin, -lane.top - titleHeight());
        const MapsColumn *column = lane.layout.columnAt(point.x());
        const std::optional<int> channel = column ? column->channelAt(point) : std::nullopt;
        if (!channel) {
            continue;
        }
        const QRectF picture = rectOf(i, column->layer, *channel);
        const LayerSummary &layer = lane.pictures.flow()->layers[std::size_t(column->layer)];
        const QPointF inside = viewportPoint - picture.topLeft();
        if (laneIndex) {
            *laneIndex = i;
        }
        return UnitAddress{column->layer, *channel, std::clamp(int(inside.y() / picture.height() * layer.height), 0, layer.height - 1),
                           std::clamp(int(inside.x() / picture.width() * layer.width), 0, layer.width - 1)};
    }
    return std::nullopt;
}

QRectF MapsCanvas::rectOf(int index, int layer, int channel) const
{
    const Lane &lane = m_lanes[std::size_t(index)];
    const QRectF cell = lane.layout.cellOf(layer, channel);
    if (cell.isEmpty()) {
        return {};
    }
    const QPointF origin(viewportMargin - horizontalScrollBar()->value(), lane.top + titleHeight());
    return MapsPainter::pictureIn(cell, lane.pictures.flow()->layers[std::size_t(layer)], devicePixelRatioF()).translated(origin);
}

const MapsFocus *MapsCanvas::focusOf(int lane) const
{
    const std::optional<MapsFocus> &focus = m_focus[std::size_t(lane)];
    return focus ? &*focus : nullptr;
}

void MapsCanvas::updateFocus()
{
    for (int i = 0; i < mostLanes; ++i) {
        std::optional<MapsFocus> &focus = m_focus[std::size_t(i)];
        focus.reset();
        const FlowPtr flow = this->flow(i);
        const std::optional<UnitAddress> unit = current();
        if (flow && unit && isUnit(flow->layers, *unit)) {
            focus = MapsFocus{*unit, sourcesOf(*flow->weights, flow->pass, *unit), targetsOf(*flow->weights, flow->pass, *unit),
                              receptiveField(flow->weights->architecture, flow->layers, *unit)};
        }
    }
    viewport()->update();
    Q_EMIT focusChanged();
}

} // namespace convscope
