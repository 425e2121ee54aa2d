// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/curvepyramid.h"
#include "ui/charts/plotaxis.h"

#include <QPointF>
#include <QRectF>

#include <vector>

namespace convscope {

/// An unbroken part of a line, in axis coordinates. A single point stands alone.
using LineSegment = std::vector<QPointF>;

/// What of a line has to be drawn on `columns` columns of pixels: the points themselves while there are few; else the
/// lowest and the highest of every column in the order in which they came, so that no spike is lost. One point beyond
/// each edge is kept so that the line leaves the plot where it should. Values that are not finite (or not above 0 on a
/// logarithmic axis) break the line. `points` are values with ascending x.
std::vector<LineSegment> decimate(const std::vector<QPointF> &points, const PlotAxis &x, const PlotAxis &y,
                                  int columns);

/// The parts of a line inside of a rectangle; for painters that can't cut (SVG).
std::vector<LineSegment> clipped(const LineSegment &line, const QRectF &rect);

/// Where the samples of a curve are: sample i at firstX + i * stepX.
struct SampleGrid
{
    double firstX = 1.0;
    double stepX = 1.0;

    double xOf(std::size_t index) const { return firstX + double(index) * stepX; }
    /// The first index whose x is at or right of `x`, cut to [0, size].
    std::size_t indexAt(double x, std::size_t size) const;
};

/// The same for evenly spaced samples, at a cost that depends on the columns and not on the samples.
std::vector<LineSegment> decimate(const CurvePyramid &curve, const SampleGrid &grid, const PlotAxis &x,
                                  const PlotAxis &y, int columns);

} // namespace convscope
