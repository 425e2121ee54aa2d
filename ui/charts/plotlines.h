// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/decimation.h"

#include <QPen>
#include <QRectF>

#include <memory>

class QPainter;

namespace convscope {

/// Draws the lines of a plot with Qt Charts. The only class that includes it: whoever wants to draw with something else
/// changes this one. Lines are given in pixels, so that zooming and moving don't make the chart work through its old
/// points first.
class PlotLines
{
public:
    PlotLines();
    ~PlotLines();
    Q_DISABLE_COPY_MOVE(PlotLines)

    /// Size of the picture, and the part of it that the lines are cut to.
    void setGeometry(const QSizeF &size, const QRectF &plot);
    /// Segments of one line in pixels of the picture; what goes beyond the plot is cut. `index` decides the order of
    /// painting.
    void setLine(std::size_t index, const std::vector<LineSegment> &segments, const QPen &pen);
    void render(QPainter &painter);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace convscope
