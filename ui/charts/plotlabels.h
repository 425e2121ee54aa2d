// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;

namespace convscope {

struct PlotScene;

/// Names and last values at the ends of the lines, moved apart where they would cover each other.
void paintEndLabels(QPainter &painter, const PlotScene &scene);
/// The line under the pointer with its numbers.
void paintReadout(QPainter &painter, const PlotScene &scene);

} // namespace convscope
