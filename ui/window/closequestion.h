// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace convscope {

class Session;

/// Asks whether to close the window, where that stops a run or loses something. Returns true for yes, at once where it doesn't;
/// Escape is no.
bool confirmClose(QWidget *window, const Session &session);

} // namespace convscope
