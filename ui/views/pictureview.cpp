// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/pictureview.h"

#include <QColor>
#include <QPainter>

#include <cmath>
#include <cstring>

namespace convscope::pictures {

namespace {

/// The image at the size in device pixels that it is drawn at.
QImage scaledForDevice(const QImage &image, const QSize &deviceSize)
{
    if (image.size() == deviceSize)
        return image;
    const bool shrinks = deviceSize.width() < image.width() || deviceSize.height() < image.height();
    return image.scaled(deviceSize, Qt::IgnoreAspectRatio, shrinks ? Qt::SmoothTransformation : Qt::FastTransformation);
}

} // namespace

QImage greyImage(const std::uint8_t *bytes, int width, int height)
{
    QImage image(width, height, QImage::Format_Grayscale8);
    for (int y = 0; y < height; ++y)
        std::memcpy(image.scanLine(y), bytes + std::size_t(y) * width, std::size_t(width));
    return image;
}

double extent(int side, double available, double ratio)
{
    const double devicePixels = std::floor(available * ratio + 1e-6);
    const int factor = int(devicePixels / side);
    return factor >= 1 ? extentAtFactor(side, factor, ratio) : std::max(1.0, devicePixels) / ratio;
}

double extentAtFactor(int side, int factor, double ratio)
{
    return side * factor / ratio;
}

QPointF aligned(const QPainter &painter, const QPointF &point)
{
    const QTransform toDevice = painter.deviceTransform();
    const QPointF device = toDevice.map(point);
    return toDevice.inverted().map(QPointF(std::round(device.x()), std::round(device.y())));
}

QRectF draw(QPainter &painter, const QPointF &topLeft, double width, const QImage &image, const QColor &frame)
{
    const double ratio = painter.deviceTransform().m11();
    const int deviceWidth = std::max(1, int(std::lround(width * ratio)));
    const int deviceHeight = std::max(1, int(std::lround(width * ratio * image.height() / image.width())));
    const QRectF target(aligned(painter, topLeft), QSizeF(deviceWidth, deviceHeight) / ratio);
    // Scaled before it is drawn: the painter then copies pixel by pixel, whatever the ratio.
    painter.drawImage(target, scaledForDevice(image, QSize(deviceWidth, deviceHeight)));
    drawFrame(painter, target, frame, 1);
    return target;
}

void drawFrame(QPainter &painter, const QRectF &picture, const QColor &color, int devicePixels, int gap)
{
    const double pixel = 1.0 / painter.deviceTransform().m11();
    const double inner = gap * pixel;
    const double outer = (gap + devicePixels) * pixel;
    const QRectF in = picture.adjusted(-inner, -inner, inner, inner);
    const QRectF out = picture.adjusted(-outer, -outer, outer, outer);
    painter.fillRect(QRectF(out.topLeft(), QPointF(out.right(), in.top())), color);
    painter.fillRect(QRectF(QPointF(out.left(), in.bottom()), out.bottomRight()), color);
    painter.fillRect(QRectF(QPointF(out.left(), in.top()), in.bottomLeft()), color);
    painter.fillRect(QRectF(in.topRight(), QPointF(out.right(), in.bottom())), color);
}

} // namespace convscope::pictures
