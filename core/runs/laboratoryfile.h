// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/sqlconnection.h"

#include <functional>
#include <memory>

/// Files with runs in them: the laboratory, and the same schema with one run (.convscope). All of them throw StoreFailure.
namespace convscope {

/// The laboratory, made where it is missing (whole or not at all) and brought up to this program's schema.
std::unique_ptr<SqlConnection> openLaboratory(const QString &file);

/// The same for questions only. Where the file can't be written it is read as it is, in the schema that it has.
std::unique_ptr<SqlConnection> openLaboratoryForReading(const QString &file);

/// An empty file with the schema, for one run. The file must not exist.
std::unique_ptr<SqlConnection> createRunFile(const QString &file);

/// A file of somebody else's: read only, and with nothing in it but our tables.
std::unique_ptr<SqlConnection> openRunFile(const QString &file);

/// The same for a laboratory of somebody else's, which another program may have open.
std::unique_ptr<SqlConnection> openForeignLaboratory(const QString &file);

/// Puts a finished file in the place of `to`, replacing what is there, and makes sure that the name is on the disk.
void moveIntoPlace(const QString &from, const QString &to);

/// Lets `make` write a file under a name beside `file` that nobody uses. Nothing of that name is left behind, and a
/// failure's sentence names `file`.
void makeBeside(const QString &file, const std::function<void(const QString &made)> &make);

} // namespace convscope
