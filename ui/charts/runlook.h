// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/plottypes.h"

#include <QPainterPath>

class QIcon;
class QPainter;

/// One colour and one marker a run, everywhere the same: both follow from its number. Thirty runs in a row have thirty different pairs.
/// The colours are those that mean nothing else in the program.
namespace convscope {

ThemeColor runColor(int number);
PlotMarker runMarker(int number);

/// Around a centre; `radius` in pixels.
QPainterPath markerPath(PlotMarker marker, const QPointF &center, double radius);
void paintRunMark(QPainter &painter, const QRectF &box, int number, const QPalette &palette);
/// Follows the palette that is given, no other.
QIcon runIcon(int number, const QPalette &palette);

} // namespace convscope
