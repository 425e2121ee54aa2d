// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QMainWindow;

namespace convscope {

/// Opens a list of all keys: those of the window's menus, as they are now, and those that work inside a chart, the list of
/// runs and a number field. It doesn't block the window, and deletes itself when it is closed.
void showShortcutsBox(QMainWindow *window);

/// What the list says, as rich text.
QString shortcutsText(const QMainWindow &window);

} // namespace convscope
