// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

/// False when there is no display to open a window on, or the local X server that DISPLAY names doesn't answer: Qt would abort
/// the process. Another platform that was asked for, Wayland and displays of other machines are believed.
bool hasDisplay(const QStringList &arguments);
