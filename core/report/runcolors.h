// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRgb>

#include <array>

namespace convscope {

struct RunColor
{
    QRgb onLight;
    QRgb onDark;
};

/// The colours of runs that are held against each other: those that mean nothing else in the program. Orange, sky blue and yellow are Okabe
/// and Ito's, the yellow darker on a light ground; the others are Tol's indigo and brown, and the text's own colour between them.
inline constexpr std::array<RunColor, 6> runColors{RunColor{0xC98500, 0xE69F00}, RunColor{0x2A9DD6, 0x86CDF2}, RunColor{0x5B3FBF, 0xA996FF},
                                                   RunColor{0x8C7A00, 0xF0E442}, RunColor{0x303030, 0xE6E6E6}, RunColor{0x8A4B1F, 0xC98F5E}};

} // namespace convscope
