// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

/// The colours that mean one thing everywhere (Okabe and Ito's set, safe for colour-blind people), and what follows from
/// the palette being light or dark.
namespace convscope::theme {

/// True where text is lighter than the window behind it. (Qt 6.4 has no colour scheme to ask for.)
bool isDark(const QPalette &palette);

QColor train(const QPalette &palette); ///< blue #0072B2, lighter on dark
QColor test(const QPalette &palette); ///< vermilion #D55E00
QColor right(); ///< bluish green #009E73
QColor wrong(); ///< reddish purple #CC79A7
QColor attention(); ///< orange #E69F00: marks for pauses and changes of settings

/// Background of charts and pictures, and lines on it that step back.
QColor plotBackground(const QPalette &palette);
QColor gridLine(const QPalette &palette);
/// Secondary text: between text and background, still readable.
QColor mutedText(const QPalette &palette);
/// The tint behind the shaded overfitting gap.
QColor overfittingShade(const QPalette &palette);

/// Signed values: blue below zero, red above, the background at zero. `value` in [-1, 1], what lies outside is cut off; NaN is
/// attention().
QColor diverging(double value, const QPalette &palette);
/// Activations and counts: cividis (Nuñez, Anderton and Renslow 2018), dark blue to yellow. `value` in [0, 1], cut off; NaN is
/// attention().
QColor sequential(double value);

} // namespace convscope::theme
