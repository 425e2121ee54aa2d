// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/curveswatch.h"

#include <QPainter>

namespace convscope {

QIcon swatchIcon(const QColor &color, Swatch swatch, double ratio)
{
    QPixmap pixmap(QSize(int(26 * ratio), int(16 * ratio)));
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    if (swatch == Swatch::Faint) {
        QColor faint = color;
        faint.setAlphaF(0.45f);
        painter.setPen(QPen(faint, 1.2));
        painter.drawPolyline(QPolygonF{{1, 9}, {5, 5}, {8, 12}, {12, 4}, {16, 11}, {20, 6}, {25, 9}});
        return QIcon(pixmap);
    }
    painter.setPen(QPen(color, 2.2, swatch == Swatch::Square ? Qt::DashLine : Qt::SolidLine));
    painter.drawLine(QPointF(0, 8), QPointF(26, 8));
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    if (swatch == Swatch::Square) {
        painter.drawRect(QRectF(9, 4, 8, 8));
    } else {
        painter.drawEllipse(QPointF(13, 8), 4.2, 4.2);
    }
    return QIcon(pixmap);
}

} // namespace convscope
