// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/drawnclothes.h"

#include <QPainter>

#include <algorithm>

namespace convscope::test {

namespace {

QPainterPath shirt()
{
    QPainterPath path(QPointF(36, 10));
    for (const QPointF &point : {QPointF(12, 20), QPointF(4, 44), QPointF(18, 50), QPointF(26, 40), QPointF(26, 92), QPointF(74, 92), QPointF(74, 40),
                                 QPointF(82, 50), QPointF(96, 44), QPointF(88, 20), QPointF(64, 10)}) {
        path.lineTo(point);
    }
    path.quadTo(QPointF(50, 22), QPointF(36, 10));
    return path;
}

QPainterPath trouser()
{
    QPainterPath path(QPointF(34, 6));
    for (const QPointF &point : {QPointF(66, 6), QPointF(72, 94), QPointF(56, 94), QPointF(50, 34), QPointF(44, 94), QPointF(28, 94)}) {
        path.lineTo(point);
    }
    path.closeSubpath();
    return path;
}

QPainterPath boot()
{
    QPainterPath path(QPointF(48, 14));
    for (const QPointF &point : {QPointF(88, 12), QPointF(86, 40), QPointF(90, 62), QPointF(90, 84), QPointF(70, 84), QPointF(68, 78), QPointF(8, 84)}) {
        path.lineTo(point);
    }
    path.quadTo(QPointF(2, 66), QPointF(24, 62));
    path.quadTo(QPointF(46, 54), QPointF(48, 14));
    return path;
}

QPainterPath bag()
{
    QPainterPath path;
    path.addRoundedRect(QRectF(8, 40, 84, 50), 6, 6);
    QPainterPath handle;
    handle.addEllipse(QRectF(28, 14, 44, 52));
    QPainterPath hole;
    hole.addEllipse(QRectF(35, 21, 30, 40));
    return path.united(handle.subtracted(hole)).united(path);
}

} // namespace

QPainterPath garmentPath(Garment garment)
{
    switch (garment) {
    case Garment::Shirt:
        return shirt();
    case Garment::Trouser:
        return trouser();
    case Garment::Boot:
        return boot();
    case Garment::Bag:
        break;
    }
    return bag();
}

QImage garmentImage(Garment garment, Look look, const QSize &size)
{
    QImage image(size, QImage::Format_ARGB32);
    QColor color = Qt::black;
    switch (look) {
    case Look::WhiteOnBlack:
        image.fill(Qt::black);
        color = Qt::white;
        break;
    case Look::BlackOnWhite:
    case Look::OutlineOnWhite:
        image.fill(Qt::white);
        break;
    case Look::DarkOnLight:
        for (int x = 0; x < size.width(); ++x) {
            const int grey = 235 - 70 * x / size.width();
            for (int y = 0; y < size.height(); ++y) {
                image.setPixel(x, y, qRgb(grey, grey, grey - 5));
            }
        }
        color = QColor(30, 40, 90);
        break;
    case Look::ColorOnColor:
        image.fill(QColor(60, 160, 80));
        color = QColor(200, 40, 40);
        break;
    case Look::ColorOnTransparent:
    case Look::LightOnTransparent:
        image.fill(Qt::transparent);
        color = look == Look::ColorOnTransparent ? QColor(70, 60, 200) : QColor(240, 235, 220);
        break;
    }
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const double scale = 0.8 * std::min(size.width(), size.height()) / 100.0;
    painter.translate(size.width() / 2.0 - 50 * scale, size.height() / 2.0 - 50 * scale);
    painter.scale(scale, scale);
    if (look == Look::OutlineOnWhite) {
        painter.strokePath(garmentPath(garment), QPen(color, 4.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    } else {
        painter.fillPath(garmentPath(garment), color);
    }
    return image;
}

} // namespace convscope::test
