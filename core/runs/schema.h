// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/sqlconnection.h"

#include <QStringList>

namespace convscope {

/// "CnvS", at its fixed place in the file's header: the file is a laboratory, and not another program's database.
inline constexpr qint64 laboratoryApplicationId = 0x436e7653;

/// The version of the schema that this program writes: what schemaStep() leads to.
int schemaVersion();

/// Brings an SQLite file from whatever older version it has (0 = empty) to this program's, in one transaction.
void upgradeSchema(SqlConnection &connection);

/// What the tables and indexes of a file of this version must look like, exactly: a file of somebody else's may hold no
/// triggers, views or anything else that SQLite would run.
QStringList expectedSchema(qint64 version = schemaVersion());
QStringList schemaOf(SqlConnection &connection);

/// Looks at the beginning of the file as if nobody could change it, and so changes nothing. Throws StoreFailure: a folder, a pipe,
/// an empty file, garbage, another program's database, a newer schema. What can't be judged without the file's log passes, and is for
/// checkIdentity().
void checkHeader(const QString &file);
/// Throws StoreFailure where the file is another program's.
void checkIdentity(SqlConnection &connection);

} // namespace convscope
