// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;

namespace convscope {

struct PlotScene;

/// Everything behind the lines: ground, grid, numbers at the axes, titles.
void paintGrid(QPainter &painter, const PlotScene &scene);

} // namespace convscope
