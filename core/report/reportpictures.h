// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/filterlayer.h"
#include "core/report/reportdocument.h"

namespace convscope {

/// A kernel in signed colours: white at zero, both ends of the scale at -limit and limit.
QImage kernelImage(std::span<const float> values, int width, int height, double limit);

/// The first `most` filters of a layer in one scale, which stands below them; of several input channels only the first.
ReportPictures filterPictures(const FilterLayer &layer, int most);

/// One test picture.
QImage dataImage(const std::uint8_t *pixels, int side);

} // namespace convscope
