// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/picturebox.h"

#include "ui/theme.h"
#include "ui/views/pictureview.h"

#include <QPainter>

#include <algorithm>

namespace convscope {

PictureBox::PictureBox(int extent, QWidget *parent)
    : QAbstractButton(parent)
    , m_extent(extent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void PictureBox::setImage(const QImage &image)
{
    m_image = image;
    update();
}

void PictureBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_image.isNull()) {
        painter.setPen(theme::gridLine(palette()));
        painter.drawRect(QRect(2, 2, m_extent - 1, m_extent - 1));
        return;
    }
    const double width = pictures::extent(std::max(m_image.width(), m_image.height()), m_extent, devicePixelRatioF()) * m_image.width()
        / std::max(m_image.width(), m_image.height());
    const QRectF drawn = pictures::draw(painter, QPointF(2, 2), width, m_image, theme::mutedText(palette()));
    if (hasFocus() || (underMouse() && focusPolicy() != Qt::NoFocus)) {
        pictures::drawFrame(painter, drawn, palette().color(QPalette::Highlight), 2, 0);
    }
}

} // namespace convscope
