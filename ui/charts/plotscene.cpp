// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plotscene.h"

#include "ui/theme.h"

#include <QFontMetricsF>

#include <algorithm>

namespace convscope {

void PlotScene::layOut()
{
    const QFontMetricsF metrics(font);
    const double line = metrics.height();
    const double left = metrics.horizontalAdvance(QStringLiteral("0.0000")) + 18.0;
    // Wide enough for the last value of a line where the plot can spare it; narrow plots write it inside.
    QFont bold = font;
    bold.setBold(true);
    double labels = 0.0;
    for (const PlotSeries &one : series) {
        const double name = one.style.endLabel ? QFontMetricsF(bold).horizontalAdvance(one.name) : 0.0;
        labels = std::max(labels, name + QFontMetricsF(bold).horizontalAdvance(QStringLiteral(" 0.00000")) + 14.0);
    }
    const double right = size.width() > 6.0 * labels ? labels : 16.0;
    const double top = line + 14.0;
    const double bottom = xTitle.isEmpty() ? 10.0 : 2.0 * line + 14.0;
    plot = QRectF(left, top, std::max(10.0, size.width() - left - right), std::max(10.0, size.height() - top - bottom));
}

double PlotScene::pixelX(double position) const
{
    return plot.left() + (position - x.range().min) / x.range().span() * plot.width();
}

double PlotScene::pixelY(double position) const
{
    return plot.bottom() - (position - y.range().min) / y.range().span() * plot.height();
}

QPointF PlotScene::pixel(const QPointF &values) const
{
    return {pixelX(x.toAxis(values.x())), pixelY(y.toAxis(values.y()))};
}

QPointF PlotScene::axisAt(const QPointF &pixel) const
{
    return {x.range().min + (pixel.x() - plot.left()) / plot.width() * x.range().span(),
            y.range().min + (plot.bottom() - pixel.y()) / plot.height() * y.range().span()};
}

QColor PlotScene::background() const
{
    return theme::plotBackground(palette);
}

QColor PlotScene::colorOf(ThemeColor color) const
{
    return color ? color(palette) : palette.color(QPalette::Text);
}

QColor PlotScene::lineColor(const PlotSeries &one) const
{
    std::size_t points = 0;
    for (const LineSegment &segment : one.segments) {
        points += segment.size();
    }
    const bool sparse = double(points) * 3.0 <= plot.width();
    const double strength = sparse ? std::max(one.style.strength, one.style.sparseStrength) : one.style.strength;
    // Mixed with the ground instead of transparent: a transparent zigzag of thousands of points takes the
    // painter many times as long.
    const QColor ground = background();
    const QColor full = colorOf(one.style.color);
    const auto mix = [strength](int a, int b) { return int(a + (b - a) * strength + 0.5); };
    return QColor(mix(ground.red(), full.red()), mix(ground.green(), full.green()), mix(ground.blue(), full.blue()));
}

double PlotScene::titleEnd() const
{
    QFont bold = font;
    bold.setBold(true);
    return plot.left() + QFontMetricsF(bold).horizontalAdvance(title) + 10.0
        + QFontMetricsF(font).horizontalAdvance(unit);
}

} // namespace convscope
