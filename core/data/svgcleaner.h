// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace convscope {

/// Whether the bytes are an SVG drawing, plain or packed with gzip.
bool isSvg(const QByteArray &bytes);

/// The drawing without anything that leads out of it: Qt's SVG reader would open local files that an image element names. Pictures that
/// are part of the drawing stay (PNG, JPEG, GIF, BMP), references to its own elements too; texts go. Empty where it is no valid XML, unpacks
/// to more than 16 MB, holds pictures of more than 64 MB, or repeats itself so often that drawing it would not end.
QByteArray cleanedSvg(const QByteArray &bytes);

} // namespace convscope
