// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

#include <QByteArray>

#include <cstdint>
#include <vector>

/// Small IDX files and data sets for tests.
namespace convscope::test {

/// The bytes of an IDX3 file with `count` pictures of rows x columns; pixels must have that size.
QByteArray idxImageBytes(int count, int rows, int columns, const std::vector<std::uint8_t> &pixels);
QByteArray idxLabelBytes(const std::vector<std::uint8_t> &labels);
void writeFile(const QString &path, const QByteArray &bytes);

/// A data set that a network learns in seconds: class c is a bright bar at row 2c+4 with seeded noise around it. [count, 28, 28]
DatasetPtr barsDataset(int trainCount, int testCount, int classes = 10);
/// Writes it as the four IDX files that loadDataset() looks for (not compressed).
void writeDataset(const QString &folder, const Dataset &data);

} // namespace convscope::test
