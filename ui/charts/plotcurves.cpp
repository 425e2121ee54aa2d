// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plotcurves.h"

#include "ui/charts/plotscene.h"

#include <QPainter>

#include <algorithm>

namespace convscope {

namespace {

constexpr double kFaint = 0.5;

PlotCurves::Layer layerOf(const PlotSeries &series)
{
    return series.style.strength < kFaint ? PlotCurves::Layer::Faint : PlotCurves::Layer::Strong;
}

std::vector<LineSegment> visibleSegments(const PlotScene &scene, const PlotSeries &series)
{
    if (!series.visible) {
        return {};
    }
    // Thick lines hide what is within their width, and cost more to paint.
    const double column = series.style.width < 2.0 ? series.style.width : 2.0 * series.style.width;
    const int columns = std::max(1, int(scene.plot.width() / std::max(1.0, column)));
    return series.curve ? decimate(*series.curve, series.grid, scene.x, scene.y, columns)
                        : decimate(series.points, scene.x, scene.y, columns);
}

bool isDense(const PlotScene &scene, const PlotSeries &series)
{
    std::size_t points = 0;
    for (const LineSegment &segment : series.segments) {
        points += segment.size();
    }
    return double(points) > scene.plot.width();
}

std::vector<LineSegment> inPixels(const PlotScene &scene, std::vector<LineSegment> segments)
{
    for (LineSegment &segment : segments) {
        for (QPointF &point : segment) {
            point = {scene.pixelX(point.x()), scene.pixelY(point.y())};
        }
    }
    return segments;
}

QPen penOf(const PlotScene &scene, const PlotSeries &series)
{
    return QPen(scene.lineColor(series), series.style.width, series.style.line, Qt::FlatCap, Qt::BevelJoin);
}

} // namespace

void PlotCurves::setGeometry(const PlotScene &scene)
{
    m_faint.setGeometry(scene.size, scene.plot);
    m_strong.setGeometry(scene.size, scene.plot);
}

void PlotCurves::update(PlotScene &scene)
{
    m_faintIsDense = false;
    for (std::size_t i = 0; i < scene.series.size(); ++i) {
        PlotSeries &series = scene.series[i];
        series.segments = visibleSegments(scene, series);
        m_faintIsDense = m_faintIsDense || (layerOf(series) == Layer::Faint && isDense(scene, series));
        PlotLines &lines = layerOf(series) == Layer::Faint ? m_faint : m_strong;
        lines.setLine(i, inPixels(scene, series.segments), penOf(scene, series));
    }
}

void PlotCurves::render(QPainter &painter, Layer layer)
{
    painter.save();
    // A zigzag of a column a pixel has no slopes to smooth, and is painted several times faster without.
    painter.setRenderHint(QPainter::Antialiasing, layer == Layer::Strong || !m_faintIsDense);
    (layer == Layer::Faint ? m_faint : m_strong).render(painter);
    painter.restore();
}

void PlotCurves::renderClipped(QPainter &painter, const PlotScene &scene, Layer layer)
{
    painter.save();
    painter.setBrush(Qt::NoBrush);
    for (const PlotSeries &series : scene.series) {
        if (layerOf(series) != layer) {
            continue;
        }
        painter.setPen(penOf(scene, series));
        for (const LineSegment &segment : inPixels(scene, series.segments)) {
            for (const LineSegment &part : clipped(segment, scene.plot)) {
                painter.drawPolyline(part.data(), int(part.size()));
            }
        }
    }
    painter.restore();
}

} // namespace convscope
