// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace convscope {

/// How a line of the curves looks: a noisy faint one, or with the marker of its points.
enum class Swatch { Faint, Circle, Square };

/// The line as the chart draws it, for the button that switches it on and off: the row of buttons is the legend.
/// `ratio` is the device pixel ratio.
QIcon swatchIcon(const QColor &color, Swatch swatch, double ratio);

} // namespace convscope
