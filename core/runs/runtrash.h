// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/runrecord.h"
#include "core/runs/sqlconnection.h"

/// Runs on their way out of the laboratory. All functions throw StoreFailure.
namespace convscope {

/// A run that a program records at the moment can neither be thrown away nor be taken over.
void refuseActive(const RunRecord &run);
/// For ever; only a run that is in the trash.
void eraseRun(SqlConnection &connection, const QString &id);
void eraseTrash(SqlConnection &connection);
/// For ever, a run whose row is damaged: it can't be read, and so neither be moved to the trash. Refused for any other.
void eraseDamaged(SqlConnection &connection, const QString &id);
/// What was erased is free space inside the file. Making the file smaller needs room for a copy, so it may fail: then it stays as it is,
/// and the sentence says so.
QString shrinkFile(SqlConnection &connection);

} // namespace convscope
