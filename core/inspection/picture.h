// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

#include <QImage>

#include <vector>

namespace convscope {

/// A picture as a network sees it: [side, side] float32 in [0, 1], 0 = black.
struct Picture
{
    int side = 28;
    std::vector<float> values;

    bool operator==(const Picture &) const = default;
};

Picture testPicture(const Dataset &data, int index);
Picture trainPicture(const Dataset &data, int index);
/// Left and right exchanged.
Picture mirrored(const Picture &picture);
/// Values outside [0, 1] are cut off. Format_Grayscale8.
QImage imageOf(const Picture &picture);

} // namespace convscope
