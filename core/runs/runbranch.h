// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/weights.h"
#include "core/runs/sqlconnection.h"
#include "core/training/trainingsettings.h"

namespace convscope {

/// Makes a new run that goes on from a checkpoint of another one, which it names as its parent; gives its id. It has the parent's network,
/// data, seed, order of batches and computation, and its history up to there; the learning rate, weight decay, momentum, schedule,
/// dropout, augmentation and number of epochs are those of `wanted`. Throws StoreFailure: where the networks differ, where the parent
/// has more epochs than are wanted, and where there is no such checkpoint.
QString branchRun(SqlConnection &laboratory, const QString &parent, qint64 steps, const Experiment &wanted);

/// The same with weights that were operated on, at any moment that the parent has trained (operated.steps; nothing needs to be kept there). What
/// the optimiser remembers of the parent is taken over where a checkpoint is kept, but for the numbers that were changed; elsewhere it
/// begins with nothing. Throws StoreFailure also where the arrays are not those of the parent's network.
QString branchRun(SqlConnection &laboratory, const QString &parent, const Weights &operated, const Experiment &wanted);

} // namespace convscope
