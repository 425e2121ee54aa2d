// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QVariantList>

namespace convscope {

/// The SHA-256 that stands beside every row: over the table's name and all other columns, each with its type and length, so that
/// a flipped bit in a number or in the key is found like one in a blob. Integers, texts and blobs only; a null text counts as
/// an empty one.
QByteArray sealOf(const char *table, const QVariantList &columns);

} // namespace convscope
