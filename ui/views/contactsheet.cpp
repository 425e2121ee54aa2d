// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/contactsheet.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPalette>

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

constexpr int pictureEdge = 56; // two pixels for each of the usual picture
constexpr int cellWidth = 96;
constexpr int margin = 12;
constexpr int gap = 8;

} // namespace

ContactSheet::ContactSheet(std::vector<Item> items, const QFont &font)
    : m_items(std::move(items))
    , m_font(font)
{
    m_font.setPointSizeF(std::max(6.0, font.pointSizeF() * 0.8));
}

QSize ContactSheet::cell() const
{
    return {cellWidth, pictureEdge + 2 * QFontMetrics(m_font).height() + 2 * gap};
}

int ContactSheet::columns() const
{
    const double each = double(cell().height()) / cell().width();
    return std::max(1, int(std::ceil(std::sqrt(double(m_items.size()) * each))));
}

QSize ContactSheet::size() const
{
    if (m_items.empty()) {
        return {};
    }
    const int across = std::min(columns(), int(m_items.size()));
    const int down = (int(m_items.size()) + columns() - 1) / columns();
    return {2 * margin + across * cell().width(), 2 * margin + down * cell().height()};
}

QRect ContactSheet::pictureRect(int item) const
{
    const int column = item % columns(), row = item / columns();
    return {margin + column * cell().width() + (cell().width() - pictureEdge) / 2, margin + row * cell().height(), pictureEdge, pictureEdge};
}

void ContactSheet::paint(QPainter &painter, const QPalette &palette) const
{
    const QFontMetrics metrics(m_font);
    painter.setFont(m_font);
    for (int i = 0; i < int(m_items.size()); ++i) {
        const Item &item = m_items[std::size_t(i)];
        const QRect place = pictureRect(i);
        if (!item.picture.isNull()) {
            const bool isSmall = std::max(item.picture.width(), item.picture.height()) <= pictureEdge;
            painter.drawImage(place.topLeft(), item.picture.scaled(place.size(), Qt::KeepAspectRatio, isSmall ? Qt::FastTransformation : Qt::SmoothTransformation));
        }
        painter.setPen(palette.color(QPalette::Mid));
        painter.drawRect(place.adjusted(-1, -1, 0, 0));
        painter.setPen(palette.color(QPalette::WindowText));
        const int width = cell().width() - gap;
        QRect line(place.center().x() - width / 2, place.bottom() + gap / 2, width, metrics.height());
        painter.drawText(line, int(Qt::AlignCenter), metrics.elidedText(item.name, Qt::ElideMiddle, width));
        line.translate(0, metrics.height());
        painter.drawText(line, int(Qt::AlignCenter), metrics.elidedText(item.answer, Qt::ElideRight, width));
    }
}

} // namespace convscope
