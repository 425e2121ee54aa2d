// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRectF>

#include <cstdint>

class QColor;
class QPainter;

/// How small pictures are drawn everywhere: hard pixels at a whole factor of the device's pixels, on whole device
/// pixels, with a hairline around. Lengths are logical unless they say otherwise; `ratio` is the device pixel ratio.
namespace convscope::pictures {

/// A copy of [height, width] grey bytes (0 = black).
QImage greyImage(const std::uint8_t *bytes, int width, int height);

/// The width of a picture `side` pixels wide that is drawn in `available` at the largest whole factor. Where not even
/// factor 1 fits, all of `available` in whole device pixels: the picture is then shrunk smoothly.
double extent(int side, double available, double ratio);

/// The extent at one factor of device pixels.
double extentAtFactor(int side, int factor, double ratio);

/// Moves a point to the nearest corner of a device pixel.
QPointF aligned(const QPainter &painter, const QPointF &point);

/// Draws an image of any shape, `width` wide, its top left corner near `topLeft`, and one device pixel of `frame`
/// around it. Returns where the image is, without the frame.
QRectF draw(QPainter &painter, const QPointF &topLeft, double width, const QImage &image, const QColor &frame);

/// A frame of `devicePixels` around a rectangle that draw() returned, `gap` device pixels away from it.
void drawFrame(QPainter &painter, const QRectF &picture, const QColor &color, int devicePixels, int gap = 0);

} // namespace convscope::pictures
