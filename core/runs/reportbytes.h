// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/filterfilm.h"
#include "core/training/reports.h"

#include <QByteArray>

#include <optional>
#include <vector>

/// The reports of a run as bytes, for the columns of a laboratory. Reading gives nothing where the bytes are not exactly one such
/// value.
namespace convscope {

QByteArray bytesOf(const std::vector<BatchPoint> &points);
std::optional<std::vector<BatchPoint>> batchPointsFrom(const QByteArray &bytes);

/// Without the probabilities.
QByteArray bytesOf(const EpochReport &report);
std::optional<EpochReport> epochReportFrom(const QByteArray &bytes);

/// [images, classes] as 16-bit values.
QByteArray bytesOf(const TestProbabilities &probabilities);
std::optional<TestProbabilities> probabilitiesFrom(const QByteArray &bytes, qint64 images, qint64 classes);

/// The kernels of a film: float32 as they are.
QByteArray bytesOf(const FilterFilm &film);
std::optional<FilterFilm> filmFrom(const QByteArray &kernels, qint64 first, qint64 stride, qint64 frames, qint64 filters, qint64 kernelSize);

QByteArray bytesOf(const RunEvent &event);
std::optional<RunEvent> runEventFrom(const QByteArray &bytes);

QByteArray bytesOf(const RunEnd &end);
std::optional<RunEnd> runEndFrom(const QByteArray &bytes);

} // namespace convscope
