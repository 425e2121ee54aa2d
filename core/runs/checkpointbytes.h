// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/checkpoint.h"

#include <QByteArray>

#include <optional>

namespace convscope {

/// A checkpoint as bytes, version 2, little endian:
///   "CvSC", u32 version, i64 steps, epoch, batch, u8 epoch is complete, f64 lossSum, i64 correct, images, f64 seconds, f64 bestLoss, i64 bestEpoch (these two not in version 1), f64 learning
///   rate, weight decay, dropout, u8 dropout was changed, i64 optimizerSteps, then twice (weights, optimizer): u32 count and for each
///   array u32 length and name, u32 rank, i64 sizes, float32 values.
QByteArray bytesOf(const Checkpoint &checkpoint);

/// nullptr where the bytes are not exactly one checkpoint of a known version. Every size is checked before memory is taken for it.
CheckpointPtr checkpointFrom(const QByteArray &bytes);

/// Arrays alone, as in a checkpoint: u32 count and the arrays.
QByteArray bytesOf(const std::vector<NamedArray> &arrays);
/// Nothing where the bytes are not exactly that.
std::optional<std::vector<NamedArray>> arraysFrom(const QByteArray &bytes);

/// The product of the sizes; -1 where one is negative or the product doesn't fit.
qint64 elementCount(const std::vector<qint64> &shape);

} // namespace convscope
