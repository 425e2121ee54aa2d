// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// A sentence of the command line, marked by QT_TRANSLATE_NOOP("CommandLine", …), in the language of the program.
QString text(const char *source);
