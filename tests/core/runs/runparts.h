// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/runstore.h"

#include <QByteArray>
#include <QList>

/// What a stored sample run gives out, for comparisons.
namespace convscope::test {

/// Curves, checkpoints and probabilities as comparable bytes; parts that are damaged are left out.
QList<QByteArray> partsOf(RunStore &store, const QString &id);

/// partsOf(), and what the time line reads.
QList<QByteArray> seenOf(RunStore &store, const QString &id);

} // namespace convscope::test
