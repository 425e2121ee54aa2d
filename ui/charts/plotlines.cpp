// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plotlines.h"

#include <QChart>
#include <QGraphicsScene>
#include <QLegend>
#include <QLineSeries>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>

namespace convscope {

namespace {

// Coordinates far outside of the plot overflow in the painter; a line that leaves the plot by this much is as good as
// straight.
constexpr double kFarOutside = 20000.0;

} // namespace

struct PlotLines::Private
{
    QGraphicsScene scene;
    QChart *chart = new QChart;
    QValueAxis *x = new QValueAxis;
    QValueAxis *y = new QValueAxis;
    /// Qt Charts drops points that are not finite and draws on across the hole, so each segment is a series of its own.
    std::vector<std::vector<QLineSeries *>> lines;
    QSizeF size;

    QLineSeries *addSeries()
    {
        auto *series = new QLineSeries;
        chart->addSeries(series);
        series->attachAxis(x);
        series->attachAxis(y);
        return series;
    }
};

PlotLines::PlotLines()
    : d(std::make_unique<Private>())
{
    // The index and animations are for scenes that move; this one is painted as a whole.
    d->scene.setItemIndexMethod(QGraphicsScene::NoIndex);
    d->scene.addItem(d->chart);
    d->chart->setAnimationOptions(QChart::NoAnimation);
    d->chart->setBackgroundVisible(false);
    d->chart->setPlotAreaBackgroundVisible(false);
    d->chart->setMargins(QMargins());
    d->chart->legend()->hide();
    d->chart->addAxis(d->x, Qt::AlignBottom);
    d->chart->addAxis(d->y, Qt::AlignLeft);
    d->x->setVisible(false);
    d->y->setVisible(false);
}

PlotLines::~PlotLines() = default;

void PlotLines::setGeometry(const QSizeF &size, const QRectF &plot)
{
    d->size = size;
    d->scene.setSceneRect(QRectF(QPointF(0.0, 0.0), size));
    d->chart->resize(size);
    d->chart->setPlotArea(plot);
    d->x->setRange(plot.left(), plot.right());
    // The chart's y goes up, the picture's goes down.
    d->y->setRange(-plot.bottom(), -plot.top());
}

void PlotLines::setLine(std::size_t index, const std::vector<LineSegment> &segments, const QPen &pen)
{
    // Later series are painted above earlier ones, so each line gets its first one in the order of the lines.
    while (d->lines.size() <= index) {
        d->lines.push_back({d->addSeries()});
    }
    auto &line = d->lines[index];
    std::size_t used = 0;
    for (const LineSegment &segment : segments) {
        if (segment.size() < 2) {
            continue;
        }
        if (used == line.size()) {
            line.push_back(d->addSeries());
        }
        QList<QPointF> points;
        points.reserve(qsizetype(segment.size()));
        for (const QPointF &point : segment) {
            points.append(
                {std::clamp(point.x(), -kFarOutside, kFarOutside), -std::clamp(point.y(), -kFarOutside, kFarOutside)});
        }
        line[used]->setPen(pen);
        line[used]->replace(points);
        ++used;
    }
    for (; used < line.size(); ++used) {
        if (line[used]->count() > 0) {
            line[used]->replace(QList<QPointF>());
        }
    }
}

void PlotLines::render(QPainter &painter)
{
    const QRectF area(QPointF(0.0, 0.0), d->size);
    d->scene.render(&painter, area, area, Qt::IgnoreAspectRatio);
}

} // namespace convscope
