// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

/// The colours that stand for numbers, on screen and on paper.
namespace convscope {

/// Signed values: blue below zero, red above, `neutral` at zero; the ends are light on a dark ground. `value` in [-1, 1], what lies outside
/// is cut off; NaN is orange.
QColor divergingColor(double value, const QColor &neutral, bool onDark);

/// Activations and counts: cividis (Nuñez, Anderton and Renslow 2018), dark blue to yellow. `value` in [0, 1], cut off; NaN is orange.
QColor cividis(double value);

/// Black or white, whichever is easier to read on that ground (WCAG's relative luminance).
QColor readableOn(const QColor &ground);

} // namespace convscope
