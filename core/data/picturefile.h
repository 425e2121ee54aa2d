// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/common/result.h"

#include <QImage>
#include <QStringList>

namespace convscope {

/// A picture from a file.
struct LoadedPicture
{
    /// Turned as its EXIF data say; no larger than largestLoadedEdge.
    QImage image;
    /// Sentences about what was done to it: shrunk, only the first frame taken. Usually none.
    QStringList notes;
};

/// Larger ones are shrunk while they are read where the format can, else after.
constexpr int largestLoadedEdge = 2048;

/// Any format that Qt reads, SVG too. Memory stays bounded: a size is asked for before anything is read; what would take more than
/// 256 MB is refused. Nothing in a file is executed, and nothing it refers to is opened. Failures name the file, what is wrong and
/// what to do. Any thread; blocks.
Result<LoadedPicture> loadPicture(const QString &path);

/// The same for what was dropped or pasted as a file's bytes; `name` stands in sentences.
Result<LoadedPicture> loadPicture(const QByteArray &bytes, const QString &name);

/// Endings of files, with wildcards ("*.png"), for a file dialog and for reading whole folders.
QStringList pictureFilePatterns();

} // namespace convscope
