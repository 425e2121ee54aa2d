// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace convscope {

/// Asks whether to close the window, where that stops a run (`training`) or loses the curves of ended runs. Returns true
/// for yes, at once where nothing is lost; Escape is no.
bool confirmClose(QWidget *window, bool training, int endedRuns);

} // namespace convscope
