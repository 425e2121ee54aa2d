// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/sqlconnection.h"

/// One run as a file: the laboratory's schema with one run in it. Both throw StoreFailure.
namespace convscope {

/// Whole or not at all; an existing file is replaced. What is damaged stays out, and fails the export.
void exportRun(SqlConnection &laboratory, const QString &id, const QString &path);

/// Gives the id. The file is somebody else's: nothing in it is executed, sizes are checked before memory is taken, and every part is
/// read once before the run is there.
QString importRun(SqlConnection &laboratory, const QString &path);

} // namespace convscope
