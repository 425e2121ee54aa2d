// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QPainterPath>

/// Clothes as somebody draws them, for tests.
namespace convscope::test {

enum class Garment { Shirt, Trouser, Boot, Bag };
enum class Look {
    WhiteOnBlack,
    BlackOnWhite,
    DarkOnLight, ///< dark blue on a light grey that falls off to one side
    ColorOnColor, ///< red on green
    ColorOnTransparent,
    LightOnTransparent,
    OutlineOnWhite,
};

/// In a square of 100 x 100. The boot points left.
QPainterPath garmentPath(Garment garment);
/// The square is fitted into the size.
QImage garmentImage(Garment garment, Look look, const QSize &size);

} // namespace convscope::test
