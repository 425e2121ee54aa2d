// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class SignalWatcher;

/// Opens the window and runs until it is closed. `argc` and `argv` are main()'s, for Qt; `arguments` the same without the
/// program's name. Returns the exit code.
int runWindow(int &argc, char **argv, const QStringList &arguments, SignalWatcher &signalWatcher);
