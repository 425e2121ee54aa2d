// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plotview.h"

#include "ui/charts/plotgrid.h"
#include "ui/charts/plotlabels.h"
#include "ui/charts/plotmarks.h"
#include "ui/charts/plotnavigator.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace convscope {

PlotView::PlotView(AxisFormat yFormat, QWidget *parent)
    : QWidget(parent)
    , m_curves(std::make_unique<PlotCurves>())
{
    m_scene.y = PlotAxis(yFormat);
    m_scene.palette = palette();
    m_scene.font = font();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    new PlotNavigator(this);
}

PlotView::~PlotView() = default;

void PlotView::setTitles(const QString &title, const QString &unit, const QString &xTitle)
{
    m_scene.title = title;
    m_scene.unit = unit;
    m_scene.xTitle = xTitle;
    layOut();
}

std::size_t PlotView::addSeries(const PlotStyle &style)
{
    PlotSeries series;
    series.style = style;
    m_scene.series.push_back(std::move(series));
    refresh();
    return m_scene.series.size() - 1;
}

void PlotView::setSeriesName(std::size_t series, const QString &name)
{
    m_scene.series[series].name = name;
    layOut();
}

void PlotView::setPoints(std::size_t series, std::vector<QPointF> points)
{
    m_scene.series[series].points = std::move(points);
    refresh();
}

void PlotView::setCurve(std::size_t series, std::shared_ptr<const CurvePyramid> curve, const SampleGrid &grid)
{
    m_scene.series[series].curve = std::move(curve);
    m_scene.series[series].grid = grid;
    refresh();
}

void PlotView::setSeriesVisible(std::size_t series, bool visible)
{
    m_scene.series[series].visible = visible;
    refresh();
}

void PlotView::refresh()
{
    m_linesDirty = true;
    update();
}

void PlotView::setMarks(std::vector<PlotMark> marks)
{
    m_scene.marks = std::move(marks);
    update();
}

void PlotView::setShade(std::optional<PlotShade> shade)
{
    m_scene.shade = std::move(shade);
    update();
}

void PlotView::setBands(std::vector<PlotShade> bands)
{
    m_scene.bands = std::move(bands);
    update();
}

void PlotView::setReadout(std::optional<PlotReadout> readout)
{
    m_scene.readout = std::move(readout);
    update();
}

void PlotView::setXScale(AxisScale scale)
{
    m_scene.x.setScale(scale);
    refresh();
}

void PlotView::setYScale(AxisScale scale)
{
    m_scene.y.setScale(scale);
    refresh();
}

void PlotView::setXLimits(const PlotRange &home, const PlotRange &full, double leastStep)
{
    m_scene.x.setLeastStep(leastStep);
    m_scene.x.setLimits(home, full);
    refresh();
}

void PlotView::setYLimits(const PlotRange &home, const PlotRange &full)
{
    m_scene.y.setLimits(home, full);
    refresh();
}

void PlotView::showHome()
{
    m_scene.x.reset();
    m_scene.y.reset();
    refresh();
}

void PlotView::setXRange(const PlotRange &range)
{
    m_scene.x.setRange(range);
    refresh();
}

void PlotView::setYRange(const PlotRange &range)
{
    m_scene.y.setRange(range);
    refresh();
}

void PlotView::zoomAt(const QPointF &pixel, double xFactor, double yFactor)
{
    const QPointF at = m_scene.axisAt(pixel);
    m_scene.x.zoom(xFactor, at.x());
    m_scene.y.zoom(yFactor, at.y());
    refresh();
    Q_EMIT viewMovedByHand();
}

void PlotView::panBy(const QPointF &pixels)
{
    const QPointF origin = m_scene.axisAt({0.0, 0.0});
    const QPointF moved = m_scene.axisAt(pixels);
    m_scene.x.pan(origin.x() - moved.x());
    m_scene.y.pan(origin.y() - moved.y());
    refresh();
    Q_EMIT viewMovedByHand();
}

void PlotView::zoomTo(const QRectF &pixels)
{
    const QPointF corner = m_scene.axisAt(pixels.bottomLeft());
    const QPointF opposite = m_scene.axisAt(pixels.topRight());
    m_scene.x.setRange({corner.x(), opposite.x()});
    m_scene.y.setRange({corner.y(), opposite.y()});
    refresh();
    Q_EMIT viewMovedByHand();
}

void PlotView::setRubberBand(const QRectF &pixels)
{
    m_scene.rubberBand = pixels;
    update();
}

void PlotView::pointAt(const QPointF &pixel)
{
    if (m_scene.plot.adjusted(-2.0, -2.0, 2.0, 2.0).contains(pixel)) {
        Q_EMIT pointedAt(m_scene.x.fromAxis(m_scene.axisAt(pixel).x()));
    } else {
        Q_EMIT pointerLeft();
    }
}

std::size_t PlotView::drawnPoints(std::size_t series)
{
    updateLines();
    std::size_t count = 0;
    for (const LineSegment &segment : m_scene.series[series].segments) {
        count += segment.size();
    }
    return count;
}

void PlotView::updateLines()
{
    if (!m_linesDirty) {
        return;
    }
    m_linesDirty = false;
    m_curves->update(m_scene);
}

void PlotView::paintCurves(QPainter &painter, PlotCurves::Layer layer)
{
    if (m_exporting) {
        PlotCurves::renderClipped(painter, m_scene, layer);
    } else {
        m_curves->render(painter, layer);
    }
}

void PlotView::render(QPainter &painter)
{
    const auto readout = std::exchange(m_scene.readout, std::nullopt);
    const QRectF band = std::exchange(m_scene.rubberBand, QRectF());
    const bool focus = std::exchange(m_scene.hasFocus, false);
    m_exporting = true;
    paintAll(painter);
    m_exporting = false;
    m_scene.readout = readout;
    m_scene.rubberBand = band;
    m_scene.hasFocus = focus;
}

void PlotView::paintAll(QPainter &painter)
{
    updateLines();
    painter.setRenderHint(QPainter::Antialiasing);
    paintGrid(painter, m_scene);
    paintCurves(painter, PlotCurves::Layer::Faint);
    paintShade(painter, m_scene);
    paintMarkLines(painter, m_scene);
    paintCurves(painter, PlotCurves::Layer::Strong);
    paintMarks(painter, m_scene);
    paintEndLabels(painter, m_scene);
    paintReadout(painter, m_scene);
    const QColor highlight = m_scene.palette.color(QPalette::Highlight);
    if (m_scene.rubberBand.isValid()) {
        QColor fill = highlight;
        fill.setAlpha(50);
        painter.fillRect(m_scene.rubberBand, fill);
        painter.setPen(QPen(highlight, 1.0));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(m_scene.rubberBand);
    }
    if (m_scene.hasFocus) {
        painter.setPen(QPen(highlight, 1.0));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(QPointF(0.0, 0.0), m_scene.size).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

bool PlotView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const PlotMark *mark = markAt(m_scene, QPointF(help->pos()));
        if (mark && !mark->toolTip.isEmpty()) {
            QToolTip::showText(help->globalPos(), mark->toolTip, this);
            return true;
        }
    }
    return QWidget::event(event);
}

void PlotView::paintEvent(QPaintEvent *)
{
    m_scene.hasFocus = hasFocus();
    QPainter painter(this);
    paintAll(painter);
}

void PlotView::resizeEvent(QResizeEvent *)
{
    layOut();
}

void PlotView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        m_scene.palette = palette();
        m_scene.font = font();
        layOut();
    }
    QWidget::changeEvent(event);
}

void PlotView::layOut()
{
    m_scene.size = QSizeF(size());
    m_scene.layOut();
    m_curves->setGeometry(m_scene);
    refresh();
}

} // namespace convscope
