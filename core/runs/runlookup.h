// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/sqlconnection.h"

#include <QHash>

/// What the laboratory says of a run without reading it. All functions throw StoreFailure.
namespace convscope {

/// See RunStore::findId().
QString findRunId(SqlConnection &connection, const QString &typed);
/// Bytes of all that is kept of a run; its own row left out.
qint64 diskUseOf(SqlConnection &connection, const QString &id);
/// The checksum of each run's row, by id: another one means that the run has changed.
QHash<QString, QByteArray> sealsOfRuns(SqlConnection &connection);

} // namespace convscope
