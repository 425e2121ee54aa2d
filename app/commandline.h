// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"

#include <QStringList>

#include <variant>

/// The command line ended before there was anything to do: --help was asked for, or it is wrong.
struct CommandLineEnd
{
    int exitCode = 0;
    /// Help for standard output (exit code 0), or a sentence for standard error.
    QString text;
};

/// Reads the arguments (without the program's name). Texts are in the language that is installed.
std::variant<Options, CommandLineEnd> parseCommandLine(const QStringList &arguments);

/// The value of --language, found before anything is translated; empty where there is none.
QString languageArgument(const QStringList &arguments);

/// True when nothing in the arguments needs a window: a command, --help or --version.
bool isHeadless(const QStringList &arguments);

/// True when the arguments ask for something that needs fonts, but no window.
bool drawsText(const QStringList &arguments);
