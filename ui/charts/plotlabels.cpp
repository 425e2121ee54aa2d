// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plotlabels.h"

#include "ui/charts/plotscene.h"
#include "ui/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

struct EndLabel
{
    QString text;
    QColor color;
    QPointF anchor;
    double y = 0.0; ///< of its middle
    double left = 0.0;
    double width = 0.0;
};

std::vector<EndLabel> endLabels(const PlotScene &scene)
{
    std::vector<EndLabel> labels;
    for (const PlotSeries &series : scene.series) {
        if (!series.visible || !series.style.endLabel) {
            continue;
        }
        const auto isFinite = [](const QPointF &point) { return std::isfinite(point.y()); };
        const auto last = std::find_if(series.points.rbegin(), series.points.rend(), isFinite);
        if (last == series.points.rend()) {
            continue;
        }
        const QPointF at = scene.pixel(*last);
        if (!std::isfinite(at.y()) || at.x() < scene.plot.left() || at.x() > scene.plot.right() + 1.0
            || at.y() < scene.plot.top() - 1.0 || at.y() > scene.plot.bottom() + 1.0) {
            continue;
        }
        const QString value = scene.y.valueText(last->y());
        labels.push_back({QStringLiteral("%1 %2").arg(series.name, value), scene.lineColor(series), at, at.y(), 0.0, 0.0});
    }
    return labels;
}

// Two neighbours at a time, again until none touch: pushing two apart may push one of them onto the next.
void moveApart(std::vector<EndLabel> &labels, double height, double top, double bottom)
{
    constexpr double touching = 0.01;
    std::stable_sort(labels.begin(), labels.end(), [](const EndLabel &a, const EndLabel &b) { return a.y < b.y; });
    bool moved = true;
    for (int round = 0; moved && round < 100; ++round) {
        moved = false;
        for (std::size_t i = 1; i < labels.size(); ++i) {
            const double missing = height - (labels[i].y - labels[i - 1].y);
            if (missing > touching) {
                labels[i - 1].y -= missing / 2.0;
                labels[i].y += missing / 2.0;
                moved = true;
            }
        }
    }
    for (std::size_t i = 0; i < labels.size(); ++i) {
        labels[i].y = std::max(labels[i].y, top + double(i) * height);
    }
    for (std::size_t i = labels.size(); i-- > 0;) {
        labels[i].y = std::min(labels[i].y, bottom - double(labels.size() - 1 - i) * height);
    }
}

} // namespace

void paintEndLabels(QPainter &painter, const PlotScene &scene)
{
    std::vector<EndLabel> labels = endLabels(scene);
    if (labels.empty()) {
        return;
    }
    painter.save();
    QFont bold = scene.font;
    bold.setBold(true);
    painter.setFont(bold);
    const QFontMetricsF metrics(bold);
    for (EndLabel &label : labels) {
        label.width = metrics.horizontalAdvance(label.text);
        // At the right edge while the line is still on its way there, so that the label never covers what arrives next.
        label.left = std::max(label.anchor.x() + 10.0, scene.plot.right() - label.width - 4.0);
        if (label.left + label.width > scene.size.width() - 2.0) {
            // No room at the right: above the line's end.
            label.left = scene.size.width() - 2.0 - label.width;
            label.y -= metrics.height() * 0.8;
        }
    }
    moveApart(labels, metrics.height(), scene.plot.top() + metrics.height() / 2.0, scene.plot.bottom() - metrics.height() / 2.0);
    QColor ground = scene.background();
    ground.setAlpha(190);
    for (const EndLabel &label : labels) {
        const QRectF box(label.left - 2.0, label.y - metrics.height() / 2.0, label.width + 4.0, metrics.height());
        painter.fillRect(box, ground);
        painter.setPen(label.color);
        painter.drawText(QPointF(label.left, box.top() + metrics.ascent()), label.text);
    }
    painter.restore();
}

namespace {

void paintReadoutLine(QPainter &painter, const PlotScene &scene, double x)
{
    painter.setPen(QPen(scene.palette.color(QPalette::Text), 1.0, Qt::DotLine));
    painter.drawLine(QPointF(std::floor(x) + 0.5, scene.plot.top()), QPointF(std::floor(x) + 0.5, scene.plot.bottom()));
    for (const PlotReadout::Row &row : scene.readout->rows) {
        const QPointF at = scene.pixel(row.point);
        if (std::isfinite(at.x()) && std::isfinite(at.y()) && scene.plot.adjusted(-1.0, -1.0, 1.0, 1.0).contains(at)) {
            painter.setPen(QPen(scene.background(), 1.0));
            painter.setBrush(scene.colorOf(row.color));
            painter.drawEllipse(at, 4.5, 4.5);
        }
    }
}

} // namespace

void paintReadout(QPainter &painter, const PlotScene &scene)
{
    if (!scene.readout) {
        return;
    }
    const double x = scene.pixelX(scene.x.toAxis(scene.readout->x));
    if (!std::isfinite(x) || x < scene.plot.left() - 0.5 || x > scene.plot.right() + 0.5) {
        return;
    }
    painter.save();
    painter.setFont(scene.font);
    paintReadoutLine(painter, scene, x);

    const QFontMetricsF metrics(scene.font);
    double names = 0.0;
    double values = 0.0;
    for (const PlotReadout::Row &row : scene.readout->rows) {
        names = std::max(names, metrics.horizontalAdvance(row.name));
        values = std::max(values, metrics.horizontalAdvance(row.value));
    }
    const double width = std::max(metrics.horizontalAdvance(scene.readout->title), 16.0 + names + 16.0 + values) + 20.0;
    const double height = metrics.height() * double(scene.readout->rows.size() + 1) + 14.0;
    double left = x + 12.0;
    if (left + width > scene.size.width() - 4.0) {
        left = std::max(4.0, x - 12.0 - width);
    }
    // Where the lines are not.
    double middle = 0.0;
    for (const PlotReadout::Row &row : scene.readout->rows) {
        const double y = scene.pixel(row.point).y();
        middle += (std::isfinite(y) ? y : scene.plot.center().y()) / double(scene.readout->rows.size());
    }
    const double upper = scene.plot.top() + 8.0;
    const double top = middle < scene.plot.center().y() ? std::max(upper, scene.plot.bottom() - height - 8.0) : upper;
    const QRectF box(left, top, width, height);
    painter.setPen(QPen(theme::gridLine(scene.palette), 1.0));
    painter.setBrush(scene.palette.color(QPalette::Window));
    painter.drawRoundedRect(box, 4.0, 4.0);

    double base = box.top() + 7.0 + metrics.ascent();
    painter.setPen(scene.palette.color(QPalette::WindowText));
    painter.drawText(QPointF(box.left() + 10.0, base), scene.readout->title);
    for (const PlotReadout::Row &row : scene.readout->rows) {
        base += metrics.height();
        painter.setPen(Qt::NoPen);
        painter.setBrush(scene.colorOf(row.color));
        painter.drawEllipse(QPointF(box.left() + 15.0, base - metrics.ascent() * 0.35), 4.0, 4.0);
        painter.setPen(scene.palette.color(QPalette::WindowText));
        painter.drawText(QPointF(box.left() + 26.0, base), row.name);
        painter.drawText(QPointF(box.right() - 10.0 - metrics.horizontalAdvance(row.value), base), row.value);
    }
    painter.restore();
}

} // namespace convscope
