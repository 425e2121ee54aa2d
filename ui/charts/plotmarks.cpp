// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plotmarks.h"

#include "ui/charts/plotscene.h"
#include "ui/charts/runlook.h"
#include "ui/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

// Points closer than this run into each other; then the line alone is clearer.
constexpr double kMarkerRoom = 9.0;

double widthOf(const PlotScene &scene, const QString &text)
{
    return QFontMetricsF(scene.font).horizontalAdvance(text);
}

double markPixel(const PlotScene &scene, const PlotMark &mark)
{
    return scene.pixelX(scene.x.toAxis(mark.x));
}

bool isInside(const PlotScene &scene, double x)
{
    return x >= scene.plot.left() - 0.5 && x <= scene.plot.right() + 0.5;
}

void paintSeriesMarkers(QPainter &painter, const PlotScene &scene, const PlotSeries &series)
{
    std::size_t count = 0;
    for (const LineSegment &segment : series.segments) {
        count += segment.size();
    }
    const bool room = double(count) * kMarkerRoom <= scene.plot.width();
    const QColor color = scene.lineColor(series);
    const double radius = series.style.marker == PlotMarker::None || !room ? series.style.width * 0.8 : 3.6;
    painter.setPen(QPen(scene.background(), 1.2));
    painter.setBrush(color);
    const QRectF reach = scene.plot.adjusted(-1.0, -1.0, 1.0, 1.0);
    for (const LineSegment &segment : series.segments) {
        // A point alone has no line; it is shown in any case.
        if (segment.size() > 1 && (series.style.marker == PlotMarker::None || !room)) {
            continue;
        }
        for (const QPointF &point : segment) {
            const QPointF at(scene.pixelX(point.x()), scene.pixelY(point.y()));
            if (!reach.contains(at)) {
                continue;
            }
            const QRectF box(at.x() - radius, at.y() - radius, 2.0 * radius, 2.0 * radius);
            if (series.style.marker > PlotMarker::Square) {
                painter.drawPath(markerPath(series.style.marker, at, radius));
            } else if (series.style.marker == PlotMarker::Square) {
                painter.drawRect(box);
            } else {
                painter.drawEllipse(box.adjusted(-0.4, -0.4, 0.4, 0.4));
            }
        }
    }
}

QPolygonF shadePolygon(const PlotScene &scene, const PlotShade &shade)
{
    QPolygonF polygon;
    const auto add = [&](const QPointF &values) {
        const QPointF point = scene.pixel(values);
        if (std::isfinite(point.x()) && std::isfinite(point.y())) {
            polygon << point;
        }
    };
    std::for_each(shade.upper.begin(), shade.upper.end(), add);
    std::for_each(shade.lower.rbegin(), shade.lower.rend(), add);
    return polygon;
}

void paintShadeLabel(QPainter &painter, const PlotScene &scene)
{
    const QRectF seen = shadePolygon(scene, *scene.shade).intersected(QPolygonF(scene.plot)).boundingRect();
    const QFontMetricsF metrics(scene.font);
    const double width = widthOf(scene, scene.shade->label);
    if (seen.width() < 8.0) {
        return;
    }
    // Where the gap is widest, at its right; as a line of text over it where it is too low to hold one.
    const double left
        = std::clamp(seen.right() - width - 10.0, scene.plot.left() + 4.0, scene.plot.right() - width - 4.0);
    const QPointF probe = scene.axisAt({left + width / 2.0, 0.0});
    const auto heightAt = [&](const std::vector<QPointF> &line) {
        const double x = scene.x.fromAxis(probe.x());
        for (std::size_t i = 1; i < line.size(); ++i) {
            if (x <= line[i].x()) {
                const double share = (x - line[i - 1].x()) / std::max(1e-12, line[i].x() - line[i - 1].x());
                return scene.pixel({x, line[i - 1].y() + share * (line[i].y() - line[i - 1].y())}).y();
            }
        }
        return scene.pixel(line.back()).y();
    };
    const double middle = (heightAt(scene.shade->upper) + heightAt(scene.shade->lower)) / 2.0;
    const double base = std::clamp(middle, scene.plot.top() + metrics.height(), scene.plot.bottom() - metrics.height())
        + metrics.ascent() / 2.0 - 1.0;
    QFont italic = scene.font;
    italic.setItalic(true);
    painter.setFont(italic);
    painter.setPen(scene.palette.color(QPalette::Text));
    painter.drawText(QPointF(left, base), scene.shade->label);
    painter.setFont(scene.font);
}

void paintFlag(QPainter &painter, const PlotScene &scene, const PlotMark &mark, double x)
{
    const QColor color = scene.colorOf(mark.color);
    const double top = scene.plot.top();
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    switch (mark.kind) {
    case PlotMark::Kind::LowestLoss:
        painter.drawPolygon(QPolygonF{{x, top - 5.0}, {x + 5.0, top}, {x, top + 5.0}, {x - 5.0, top}});
        break;
    case PlotMark::Kind::Pause:
        painter.drawRect(QRectF(x - 4.0, top - 5.0, 3.0, 10.0));
        painter.drawRect(QRectF(x + 1.0, top - 5.0, 3.0, 10.0));
        break;
    case PlotMark::Kind::Change:
        painter.drawPolygon(QPolygonF{{x - 5.0, top - 5.0}, {x + 5.0, top - 5.0}, {x, top + 4.0}});
        break;
    case PlotMark::Kind::Position:
        painter.drawEllipse(QPointF(x, top), 4.5, 4.5);
        break;
    case PlotMark::Kind::Diverged:
        painter.setPen(QPen(color, 2.5));
        painter.drawLine(QPointF(x - 4.0, top - 4.0), QPointF(x + 4.0, top + 4.0));
        painter.drawLine(QPointF(x - 4.0, top + 4.0), QPointF(x + 4.0, top - 4.0));
        break;
    }
}

/// Places for texts in the row above the plot, right of its title; a place is taken once.
class LabelRow
{
public:
    explicit LabelRow(const PlotScene &scene)
        : m_right(scene.plot.right())
        , m_left(scene.titleEnd() + 14.0)
    {
    }

    /// The left end of a text beside x, or nothing. The first choice is right of x; `must` moves it to where there is
    /// room.
    std::optional<double> place(double x, double width, bool must)
    {
        for (const double left : {x + 9.0, x - 9.0 - width}) {
            if (isFree(left, width)) {
                return take(left, width);
            }
        }
        const double moved = std::max(m_left, std::min(x - width / 2.0, m_right - width));
        return must && isFree(moved, width) ? take(moved, width) : std::nullopt;
    }

private:
    bool isFree(double left, double width) const
    {
        const auto apart
            = [&](const auto &other) { return left > other.second + 10.0 || left + width + 10.0 < other.first; };
        return left >= m_left && left + width <= m_right && std::all_of(m_taken.begin(), m_taken.end(), apart);
    }

    std::optional<double> take(double left, double width)
    {
        m_taken.emplace_back(left, left + width);
        return left;
    }

    double m_right;
    double m_left;
    std::vector<std::pair<double, double>> m_taken;
};

int rankOf(const PlotMark *mark)
{
    return mark->kind == PlotMark::Kind::LowestLoss ? 0 : mark->kind == PlotMark::Kind::Diverged ? 1 : 2;
}

// The most important first; a text that would cover another is left to the tooltip.
void paintMarkLabels(QPainter &painter, const PlotScene &scene)
{
    const QFontMetricsF metrics(scene.font);
    std::vector<const PlotMark *> order;
    for (const PlotMark &mark : scene.marks) {
        order.push_back(&mark);
    }
    std::stable_sort(order.begin(), order.end(), [](auto a, auto b) { return rankOf(a) < rankOf(b); });
    LabelRow row(scene);
    for (const PlotMark *mark : order) {
        const double x = markPixel(scene, *mark);
        if (!isInside(scene, x) || mark->label.isEmpty()) {
            continue;
        }
        const bool must = rankOf(mark) < 2;
        if (const auto left = row.place(x, widthOf(scene, mark->label), must)) {
            painter.setPen(must ? scene.palette.color(QPalette::Text) : theme::mutedText(scene.palette));
            painter.drawText(QPointF(*left, scene.plot.top() - 8.0 - metrics.descent()), mark->label);
        }
    }
}

} // namespace

void paintShade(QPainter &painter, const PlotScene &scene)
{
    constexpr double bandStrength = 0.22; // what lies over each other stays to be seen
    painter.save();
    painter.setPen(Qt::NoPen);
    // Cut by hand: a painter of SVG ignores clipping.
    const QPolygonF plot(scene.plot);
    for (const PlotShade &band : scene.bands) {
        QColor color = scene.colorOf(band.color);
        color.setAlphaF(float(bandStrength));
        painter.setBrush(color);
        painter.drawPolygon(shadePolygon(scene, band).intersected(plot));
    }
    if (scene.shade && scene.shade->upper.size() > 1) {
        painter.setBrush(scene.colorOf(scene.shade->color));
        painter.drawPolygon(shadePolygon(scene, *scene.shade).intersected(plot));
    }
    painter.restore();
}

void paintMarkLines(QPainter &painter, const PlotScene &scene)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const PlotMark &mark : scene.marks) {
        const double x = markPixel(scene, mark);
        if (isInside(scene, x)) {
            QPen pen(scene.colorOf(mark.color), mark.kind == PlotMark::Kind::Position ? 2.0 : 1.0, mark.kind == PlotMark::Kind::LowestLoss || mark.kind == PlotMark::Kind::Position ? Qt::SolidLine : Qt::DashLine);
            painter.setPen(pen);
            painter.drawLine(QPointF(std::floor(x) + 0.5, scene.plot.top()),
                             QPointF(std::floor(x) + 0.5, scene.plot.bottom()));
        }
    }
    painter.restore();
}

void paintMarks(QPainter &painter, const PlotScene &scene)
{
    painter.save();
    painter.setFont(scene.font);
    if (scene.shade && scene.shade->upper.size() > 1) {
        paintShadeLabel(painter, scene);
    }
    for (const PlotSeries &series : scene.series) {
        if (series.visible) {
            paintSeriesMarkers(painter, scene, series);
        }
    }
    for (const PlotMark &mark : scene.marks) {
        const double x = markPixel(scene, mark);
        if (!isInside(scene, x)) {
            continue;
        }
        paintFlag(painter, scene, mark, x);
        const double y = mark.y ? scene.pixelY(scene.y.toAxis(*mark.y)) : -1.0;
        if (std::isfinite(y) && y >= scene.plot.top() && y <= scene.plot.bottom()) {
            painter.setPen(QPen(scene.palette.color(QPalette::Text), 1.6));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(QPointF(x, y), 7.5, 7.5);
        }
    }
    paintMarkLabels(painter, scene);
    painter.restore();
}

const PlotMark *markAt(const PlotScene &scene, const QPointF &pixel)
{
    const PlotMark *nearest = nullptr;
    double distance = 7.0;
    for (const PlotMark &mark : scene.marks) {
        const double x = markPixel(scene, mark);
        if (isInside(scene, x) && std::abs(pixel.x() - x) < distance) {
            distance = std::abs(pixel.x() - x);
            nearest = &mark;
        }
    }
    return nearest;
}

} // namespace convscope
