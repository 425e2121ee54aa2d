// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/greymap.h"

#include <QColor>

namespace convscope {

/// How colours become grey.
enum class GreyRule {
    Luminance, ///< 0.299 R + 0.587 G + 0.114 B, as the eye weighs them
    Average,
    Lightest, ///< the largest of the three
};

/// What a picture's background is taken for.
enum class BackgroundRule {
    Automatic,
    Dark, ///< black already: grey stays as it is
    Light, ///< white, as in a shop's photograph: grey is negated
};

/// Grey, [height, width] in [0, 1]. What is transparent shows what lies behind it as it is stored.
GreyMap greyOf(const QImage &image, GreyRule rule);

/// A picture with its background made black.
struct FoundBackground
{
    enum class Kind { AlreadyBlack, Transparent, Plain, Uneven };

    /// How much each pixel stands out, in [0, 1]; 0 = background.
    GreyMap foreground;
    Kind kind = Kind::Plain;
    QColor color; ///< of Plain and Uneven: in the middle of the picture
};

/// Finds the background from the picture's edge. A surface of the second degree is laid through the edge's colours, so that light
/// which falls off to one side does no harm; what differs from it belongs to the thing. Light backgrounds are negated and dark ones
/// kept, as the thing shall be bright on black whichever it was. Pictures are best not larger than some 500 pixels.
FoundBackground findBackground(const QImage &image, GreyRule grey, BackgroundRule rule);

} // namespace convscope
