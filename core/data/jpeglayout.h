// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace convscope {

/// What a JPEG file costs its reader, from its markers alone (ITU-T T.81, annex B). All zero where it is no JPEG.
struct JpegLayout
{
    /// Bytes of coefficients that are held of the whole picture while it is decoded: two for each coefficient of a picture that comes in
    /// several scans (progressive, or its components one after the other). 0 where it is decoded row by row.
    qint64 heldBytes = 0;
    /// Each goes over the whole picture.
    int scans = 0;
};

JpegLayout jpegLayout(const QByteArray &bytes);

/// Whether so many scans are an attack; cameras and editors write some ten.
constexpr int mostJpegScans = 100;

} // namespace convscope
