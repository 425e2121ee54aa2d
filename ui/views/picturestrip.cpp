// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/picturestrip.h"

#include "ui/theme.h"
#include "ui/views/pictureview.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace convscope {

namespace {

constexpr int gap = 20;
constexpr int padding = 3;

} // namespace

PictureStrip::PictureStrip(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void PictureStrip::setItems(const QList<Item> &items)
{
    const bool isAnotherCount = items.size() != m_items.size();
    m_items = items;
    QStringList words;
    for (const Item &item : m_items) {
        words << (item.note.isEmpty() ? item.title : QStringLiteral("%1 (%2)").arg(item.title, item.note));
    }
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    if (isAnotherCount) {
        updateGeometry();
    }
    update();
}

void PictureStrip::setEdge(int edge)
{
    m_edge = edge;
    updateGeometry();
    update();
}

void PictureStrip::setChained(bool chained)
{
    m_isChained = chained;
    update();
}

QSize PictureStrip::cell() const
{
    return {m_edge + gap, m_edge + 2 * fontMetrics().height() + 3 * padding + 6};
}

int PictureStrip::columns(int width) const
{
    return std::max(1, (width + gap) / cell().width());
}

int PictureStrip::heightForWidth(int width) const
{
    const int count = std::max(1, int(m_items.size()));
    const int rows = (count + columns(width) - 1) / columns(width);
    return rows * cell().height();
}

QSize PictureStrip::sizeHint() const
{
    const int count = std::max(1, int(m_items.size()));
    return {std::min(count, 5) * cell().width(), heightForWidth(std::min(count, 5) * cell().width())};
}

QSize PictureStrip::minimumSizeHint() const
{
    return cell();
}

int PictureStrip::indexAt(const QPoint &position) const
{
    const int column = position.x() / cell().width();
    const int index = position.y() / cell().height() * columns(width()) + column;
    return column < columns(width()) && index < m_items.size() ? index : -1;
}

bool PictureStrip::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int index = indexAt(help->pos());
        QToolTip::showText(help->globalPos(), index < 0 ? QString() : QString(m_items[index].title + QLatin1Char('\n') + m_items[index].note).trimmed(), this);
        return true;
    }
    if (event->type() == QEvent::FontChange) {
        updateGeometry();
    }
    return QWidget::event(event);
}

void PictureStrip::mousePressEvent(QMouseEvent *event)
{
    if (const int index = indexAt(event->position().toPoint()); index >= 0) {
        Q_EMIT clicked(index);
    }
}

void PictureStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int perRow = columns(width());
    for (int i = 0; i < m_items.size(); ++i) {
        const QPoint topLeft(i % perRow * cell().width(), i / perRow * cell().height());
        paintItem(painter, topLeft, m_items[i]);
        if (m_isChained && i + 1 < m_items.size()) {
            painter.setPen(theme::mutedText(palette()));
            const QRect arrow(topLeft.x() + m_edge, topLeft.y() + fontMetrics().height() + padding, gap, m_edge);
            painter.drawText(arrow, Qt::AlignCenter, QStringLiteral("›"));
        }
    }
}

void PictureStrip::paintItem(QPainter &painter, const QPoint &topLeft, const Item &item)
{
    const int line = fontMetrics().height();
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRect(topLeft, QSize(m_edge + gap - 4, line)), Qt::AlignLeft, fontMetrics().elidedText(item.title, Qt::ElideRight, m_edge + gap - 4));
    const QRectF box(topLeft.x(), topLeft.y() + line + padding, m_edge, m_edge);
    if (!item.image.isNull()) {
        const double ratio = devicePixelRatioF();
        const int longest = std::max(item.image.width(), item.image.height());
        const double extent = pictures::extent(longest, m_edge, ratio) * item.image.width() / longest;
        pictures::draw(painter, box.topLeft() + QPointF(1, 1), extent, item.image, theme::gridLine(palette()));
    }
    painter.setPen(theme::mutedText(palette()));
    painter.drawText(QRectF(box.left(), box.bottom() + padding, m_edge + gap - 4, line), Qt::AlignLeft, fontMetrics().elidedText(item.note, Qt::ElideRight, m_edge + gap - 4));
}

} // namespace convscope
