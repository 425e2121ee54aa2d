// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plotgrid.h"

#include "ui/charts/plotscene.h"
#include "ui/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

// A hairline is sharp in the middle of a pixel.
double sharp(double pixel)
{
    return std::floor(pixel) + 0.5;
}

void paintXAxis(QPainter &painter, const PlotScene &scene)
{
    const QRectF &plot = scene.plot;
    const QFontMetricsF metrics(scene.font);
    const double room = metrics.horizontalAdvance(QStringLiteral("000,000")) + 12.0;
    const auto ticks = scene.x.ticks(std::max(2, int(plot.width() / room)));
    double free = 0.0;
    for (const PlotAxis::Tick &tick : ticks) {
        const double x = sharp(scene.pixelX(tick.position));
        painter.setPen(QPen(theme::gridLine(scene.palette), 1.0));
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        const double width = metrics.horizontalAdvance(tick.label);
        const double left = std::clamp(x - width / 2.0, 2.0, scene.size.width() - width - 2.0);
        if (!scene.xTitle.isEmpty() && left >= free) {
            painter.setPen(theme::mutedText(scene.palette));
            painter.drawText(QPointF(left, plot.bottom() + 5.0 + metrics.ascent()), tick.label);
            free = left + width + 8.0;
        }
    }
    if (!scene.xTitle.isEmpty()) {
        painter.setPen(theme::mutedText(scene.palette));
        const double width = metrics.horizontalAdvance(scene.xTitle);
        painter.drawText(QPointF(plot.center().x() - width / 2.0, scene.size.height() - 5.0 - metrics.descent()),
                         scene.xTitle);
    }
}

void paintYAxis(QPainter &painter, const PlotScene &scene)
{
    const QRectF &plot = scene.plot;
    const QFontMetricsF metrics(scene.font);
    const auto ticks = scene.y.ticks(std::max(2, int(plot.height() / (2.4 * metrics.height()))));
    for (const PlotAxis::Tick &tick : ticks) {
        const double y = sharp(scene.pixelY(tick.position));
        painter.setPen(QPen(theme::gridLine(scene.palette), 1.0));
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        painter.setPen(theme::mutedText(scene.palette));
        const double width = metrics.horizontalAdvance(tick.label);
        painter.drawText(QPointF(plot.left() - 8.0 - width, y + metrics.ascent() / 2.0 - 1.0), tick.label);
    }
}

void paintTitle(QPainter &painter, const PlotScene &scene)
{
    QFont bold = scene.font;
    bold.setBold(true);
    const QFontMetricsF metrics(bold);
    const double base = scene.plot.top() - 8.0 - metrics.descent();
    painter.setFont(bold);
    painter.setPen(scene.palette.color(QPalette::Text));
    painter.drawText(QPointF(scene.plot.left(), base), scene.title);
    painter.setFont(scene.font);
    painter.setPen(theme::mutedText(scene.palette));
    painter.drawText(QPointF(scene.plot.left() + metrics.horizontalAdvance(scene.title) + 10.0, base), scene.unit);
}

} // namespace

void paintGrid(QPainter &painter, const PlotScene &scene)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(QRectF(QPointF(0.0, 0.0), scene.size), scene.background());
    painter.setFont(scene.font);
    paintXAxis(painter, scene);
    paintYAxis(painter, scene);
    painter.setPen(QPen(theme::mutedText(scene.palette), 1.0));
    painter.drawLine(QPointF(scene.plot.left(), sharp(scene.plot.bottom())),
                     QPointF(scene.plot.right(), sharp(scene.plot.bottom())));
    paintTitle(painter, scene);
    painter.restore();
}

} // namespace convscope
