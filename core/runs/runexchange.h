// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/sqlconnection.h"

#include <QStringList>

/// Runs as files: the laboratory's schema with one run in it, or a whole laboratory. All functions throw StoreFailure.
namespace convscope {

struct ImportedRuns
{
    QStringList ids; ///< of those that were added, oldest first
    int known = 0; ///< were here already, in the list or in the trash
    /// A sentence for each that could not be added.
    QStringList problems;
};

/// Whole or not at all; an existing file is replaced. What is damaged stays out, and fails the export.
void exportRun(SqlConnection &laboratory, const QString &id, const QString &path);

/// Gives the id. The file is somebody else's: nothing in it is executed, sizes are checked before memory is taken, and every part is
/// read once before the run is there.
QString importRun(SqlConnection &laboratory, const QString &path);

/// As importRun() where the file holds one run. Of a laboratory every run that is not here yet is added, each whole or not at all; what
/// is in its trash or trains in it just now stays there.
ImportedRuns importRuns(SqlConnection &laboratory, const QString &path);

} // namespace convscope
