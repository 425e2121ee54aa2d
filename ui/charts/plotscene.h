// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/plotaxis.h"
#include "ui/charts/plottypes.h"

#include <QFont>
#include <QRectF>

namespace convscope {

/// Everything that a plot's painters need, in values and pixels.
struct PlotScene
{
    PlotAxis x;
    PlotAxis y;
    QString title;
    QString unit;
    /// Empty: neither a title nor numbers below the plot (the plot below has them).
    QString xTitle;
    std::vector<PlotSeries> series;
    std::vector<PlotMark> marks;
    std::optional<PlotShade> shade;
    /// Beneath everything, one over the other.
    std::vector<PlotShade> bands;
    std::optional<PlotReadout> readout;

    QPalette palette;
    QFont font;
    /// The whole picture and the part of it where the lines are, in pixels.
    QSizeF size;
    QRectF plot;
    QRectF rubberBand;
    bool hasFocus = false;

    /// Lays the plot out in `size`; the room for labels is fixed by the font, so plots of one size share their left and
    /// right edge.
    void layOut();
    /// Right end of title and unit above the plot.
    double titleEnd() const;
    double pixelX(double position) const;
    double pixelY(double position) const;
    /// Of a point of values; may lie outside of the plot or not be finite.
    QPointF pixel(const QPointF &values) const;
    QPointF axisAt(const QPointF &pixel) const;
    QColor background() const;
    QColor lineColor(const PlotSeries &one) const;
    QColor colorOf(ThemeColor color) const;
};

} // namespace convscope
