// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace convscope {

/// Asks whether to stop the run that is under way and close the window. Returns true for yes; Escape is no.
bool confirmStopAndClose(QWidget *window);

} // namespace convscope
