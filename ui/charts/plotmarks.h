// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>

class QPainter;

namespace convscope {

struct PlotMark;
struct PlotScene;

/// The shaded area; goes behind the lines.
void paintShade(QPainter &painter, const PlotScene &scene);
/// The marks' vertical lines; go behind the lines, too.
void paintMarkLines(QPainter &painter, const PlotScene &scene);
/// Points of the series, rings, flags and the texts of shade and marks; go above the lines.
void paintMarks(QPainter &painter, const PlotScene &scene);

/// The mark near a pixel, or null.
const PlotMark *markAt(const PlotScene &scene, const QPointF &pixel);

} // namespace convscope
