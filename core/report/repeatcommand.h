// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/runrecord.h"

namespace convscope {

/// How a run is trained once more from the command line.
struct RepeatCommand
{
    /// To be typed into a POSIX shell as it stands.
    QString line;
    /// What must stand in `settingsFile` before; empty where a ready experiment and options say it all.
    QByteArray settings;
    QString settingsFile; ///< a name without a folder
};

/// With the threads that were used; the data are read from where they were then (below the home folder: from ~). A folder that isn't
/// known is the word FOLDER. Changes of settings while it trained, and what came before a branch, are not in it.
RepeatCommand repeatCommand(const RunRecord &run);

/// One word of a POSIX shell: in quotes where it needs any.
QString shellWord(const QString &text);

/// A command with its words as a shell takes them; the user's own folder as ~, since his name shall not travel with a report.
QString shellCommand(const QStringList &words);

} // namespace convscope
