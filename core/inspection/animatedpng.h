// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>

#include <vector>

namespace convscope {

/// An animated PNG (PNG specification, third edition: chunks acTL, fcTL and fdAT) that plays for ever; programs that know no animation
/// show the first frame. All frames have one size. Empty without frames, or where the sizes differ.
QByteArray animatedPng(const std::vector<QImage> &frames, int millisecondsPerFrame);

/// The checksum of a PNG's chunk: ISO 3309, over its type and its data.
quint32 pngChecksum(const QByteArray &bytes);

} // namespace convscope
