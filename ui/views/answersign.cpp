// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/answersign.h"

#include "ui/theme.h"

#include <QPainter>
#include <QPolygonF>

namespace convscope {

void drawAnswerSign(QPainter &painter, const QRectF &box, bool isRight)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(isRight ? theme::right() : theme::wrong(), 2.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QRectF in = box.adjusted(1, 1, -1, -1);
    if (isRight) {
        painter.drawPolyline(QPolygonF{{in.left(), in.center().y()}, {in.left() + in.width() * 0.36, in.bottom()}, in.topRight()});
    } else {
        painter.drawLine(in.topLeft(), in.bottomRight());
        painter.drawLine(in.topRight(), in.bottomLeft());
    }
    painter.restore();
}

} // namespace convscope
