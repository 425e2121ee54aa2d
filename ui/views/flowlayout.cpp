// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/flowlayout.h"

#include <algorithm>

namespace convscope {

namespace {

constexpr int gap = 8;

} // namespace

FlowLayout::FlowLayout(QWidget *parent)
    : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(gap);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
}

int FlowLayout::count() const
{
    return int(m_items.size());
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return m_items.value(index);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

QSize FlowLayout::sizeHint() const
{
    return minimumSize();
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), Pass::Measure);
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, Pass::Place);
}

int FlowLayout::arrange(const QRect &rect, Pass pass) const
{
    const QMargins margins = contentsMargins();
    const QRect inner = rect.marginsRemoved(margins);
    const int space = spacing();
    int y = inner.y();
    qsizetype next = 0;
    while (next < m_items.size()) {
        const Line line = lineFrom(next, inner.width(), space);
        if (pass == Pass::Place)
            place(next, line, QPoint(inner.x(), y), inner.width(), space);
        next = line.end;
        y += line.height + (next < m_items.size() ? space : 0);
    }
    return y - rect.y() + margins.bottom();
}

FlowLayout::Line FlowLayout::lineFrom(qsizetype first, int width, int space) const
{
    Line line{first, 0};
    int used = 0;
    for (; line.end < m_items.size(); ++line.end) {
        const QLayoutItem *item = m_items[line.end];
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint();
        const int wanted = used == 0 ? size.width() : used + space + size.width();
        if (used > 0 && wanted > width)
            break;
        used = wanted;
        line.height = std::max(line.height, size.height());
    }
    return line;
}

void FlowLayout::place(qsizetype first, const Line &line, QPoint topLeft, int width, int space) const
{
    for (qsizetype i = first; i < line.end; ++i) {
        QLayoutItem *item = m_items[i];
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint().boundedTo(QSize(width, QLAYOUTSIZE_MAX));
        item->setGeometry(QRect(topLeft + QPoint(0, (line.height - size.height()) / 2), size));
        topLeft.rx() += size.width() + space;
    }
}

} // namespace convscope
