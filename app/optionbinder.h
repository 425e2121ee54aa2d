// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"

#include <CLI/CLI.hpp>

#include <string>

/// A text of the command line in the language of the program, as the library takes it.
std::string help(const char *source);

/// A command of its own below the program's, with its help.
CLI::App *addCommand(CLI::App &app, const char *name, const char *description, Options &options, Options::Command command);

/// The library's own words, in the language of the program.
void translateLabels(CLI::App &app);

/// Binds the options of one command to the fields of one Options value. Both must outlive the parsing.
class OptionBinder
{
public:
    OptionBinder(CLI::App &app, Options &options);

    void value(const char *name, std::optional<QString> Options::*field, const char *description);
    /// Without a name before it; must be there.
    void positional(const char *name, std::optional<QString> Options::*field, const char *description);
    /// A word that may be left out.
    void optionalPositional(const char *name, std::optional<QString> Options::*field, const char *description);
    /// As many as there are, at least `least`.
    void positionals(const char *name, QStringList Options::*field, const char *description, int least = 1);
    /// --preset and --settings
    void source();
    /// The settings that take the place of those of the source.
    void overrides();
    void data();
    void language();
    void laboratory();
    void json(const char *description);

private:
    CLI::App &m_app;
    Options &m_options;
};
