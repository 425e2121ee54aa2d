// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace convscope {

class Engine;

/// Versions of the program and of what it uses, and the licence. `engine` may be null.
void showAboutBox(QWidget *parent, const Engine *engine);

} // namespace convscope
