// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/picture.h"

namespace convscope {

/// A change to a picture that leaves what is on it the same for us.
struct Disturbance
{
    enum class Kind {
        Shift, ///< to the right, in pixels; negative = left
        ShiftDown, ///< in pixels
        Turn, ///< degrees, clockwise
        Scale, ///< factor; 1 = as it is
        Noise, ///< standard deviation of normal noise, as a share of white
        Blur, ///< standard deviation of a Gaussian in pixels
        Contrast, ///< factor; 1 = as it is
        Occlusion, ///< side of a black square in the middle, in pixels
    };
    Kind kind = Kind::Shift;
    double amount = 0.0;
};

struct DisturbanceRange
{
    double from;
    double to;
    double step;
    double neutral; ///< the amount that changes nothing
};

DisturbanceRange rangeOf(Disturbance::Kind kind);
constexpr int disturbanceKinds = 8;

/// Bilinear, black outside; noise depends on `seed` alone. Values stay in [0, 1]. The neutral amount gives the same picture.
Picture disturbed(const Picture &picture, const Disturbance &disturbance, quint64 seed = 1);

} // namespace convscope
