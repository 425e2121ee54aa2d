// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/runhistory.h"

#include <QByteArray>
#include <QDateTime>

#include <cstdint>

/// A run's curves as TensorBoard reads them: an event file, that is TFRecords (length, masked CRC-32C of it, bytes, masked CRC-32C of
/// them) of Event messages (tensorflow/core/util/event.proto).
namespace convscope {

/// Scalars "batch/loss", "batch/accuracy", "batch/learning_rate" at every batch and "loss/train", "loss/test", "accuracy/train",
/// "accuracy/test" at every epoch; the step is the number of batches trained. `begun`: the times are counted from there by the
/// seconds that the epochs took.
QByteArray tensorBoardEvents(const RunHistory &history, const QDateTime &begun);

/// CRC-32C (Castagnoli), reflected, as in RFC 3720.
std::uint32_t crc32c(const QByteArray &bytes);

} // namespace convscope
