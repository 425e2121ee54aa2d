// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/common/result.h"

#include <cstdint>
#include <vector>

namespace convscope {

/// Pictures of an IDX3 file: [count, rows, columns] bytes, 0 = black.
struct IdxImages
{
    int count = 0;
    int rows = 0;
    int columns = 0;
    std::vector<std::uint8_t> pixels;
};

/// Reads an IDX file of unsigned bytes with three dimensions (magic 0x00000803), plain or gzip-compressed (told by its
/// content, not its name). The header is checked against the real (decompressed) size before memory is taken for it.
/// Failure names the file, what was expected and what was found. Any thread; blocks.
Result<IdxImages> readIdxImages(const QString &path);

/// The same for labels (magic 0x00000801): one byte each.
Result<std::vector<std::uint8_t>> readIdxLabels(const QString &path);

} // namespace convscope
