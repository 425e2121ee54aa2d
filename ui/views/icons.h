// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QPalette>
#include <QStringList>

/// The program's own icons: SVG drawings in one colour, rendered in the text colour at the size that is asked for.
/// The first call registers the resource file.
namespace convscope {

/// Follows the application's palette: the same QIcon turns light when the program turns dark. `name` is a file's name
/// in resources/icons without ".svg"; an unknown name gives a null icon.
QIcon themedIcon(const char *name);

/// The same in the text colour of one palette.
QIcon themedIcon(const char *name, const QPalette &palette);

/// The same in one colour, for states.
QIcon themedIcon(const char *name, const QColor &color);

/// The program's mark in its own colours.
QIcon applicationIcon();

/// All names that themedIcon() knows, sorted.
QStringList themedIconNames();

} // namespace convscope
