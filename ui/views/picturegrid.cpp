// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/picturegrid.h"

#include "ui/theme.h"
#include "ui/views/answersign.h"
#include "ui/views/pictureview.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace convscope {

namespace {

constexpr int margin = 8;
constexpr int padding = 6;
constexpr int signSide = 9;
/// Pictures of 28 are drawn at twice their size; larger ones not beyond it, smaller ones up to it.
constexpr double wantedExtent = 56.0;

} // namespace

PictureGrid::PictureGrid(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    viewport()->setBackgroundRole(QPalette::Base);
}

void PictureGrid::setItems(std::vector<int> items, int side, const CellOf &cellOf)
{
    const int current = currentItem();
    m_items = std::move(items);
    m_side = side;
    m_cellOf = cellOf;
    const auto found = std::find(m_items.begin(), m_items.end(), current);
    m_current = found == m_items.end() ? -1 : int(found - m_items.begin());
    updateScrollBar();
    updateDescription();
    viewport()->update();
}

int PictureGrid::currentItem() const
{
    return m_current < 0 ? -1 : m_items[std::size_t(m_current)];
}

void PictureGrid::scrollToTop()
{
    verticalScrollBar()->setValue(0);
}

void PictureGrid::setCurrentItem(int item, bool scrolls)
{
    const auto found = std::find(m_items.begin(), m_items.end(), item);
    const int position = found == m_items.end() ? -1 : int(found - m_items.begin());
    if (position != m_current) {
        m_current = position;
        if (position >= 0 && scrolls) {
            makeVisible(position);
        }
        updateDescription();
        viewport()->update();
    }
}

double PictureGrid::pictureExtent() const
{
    return pictures::extent(m_side, wantedExtent, devicePixelRatioF());
}

QSize PictureGrid::cellSize() const
{
    return QSize(int(wantedExtent) + 3 * padding + 4, int(wantedExtent) + fontMetrics().height() + 2 * padding + 2);
}

int PictureGrid::columns() const
{
    return std::max(1, (viewport()->width() - 2 * margin) / cellSize().width());
}

QRect PictureGrid::rectOf(int position) const
{
    const QSize cell = cellSize();
    const int left = margin + position % columns() * cell.width();
    const int top = margin + position / columns() * cell.height() - verticalScrollBar()->value();
    return QRect(QPoint(left, top), cell);
}

int PictureGrid::positionAt(const QPoint &point) const
{
    const QSize cell = cellSize();
    const int x = point.x() - margin;
    const int y = point.y() - margin + verticalScrollBar()->value();
    if (x < 0 || y < 0 || x / cell.width() >= columns()) {
        return -1;
    }
    const int position = y / cell.height() * columns() + x / cell.width();
    return position < int(m_items.size()) ? position : -1;
}

void PictureGrid::updateScrollBar()
{
    const int rows = (int(m_items.size()) + columns() - 1) / columns();
    const int height = rows * cellSize().height() + 2 * margin;
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(cellSize().height() / 2);
    verticalScrollBar()->setRange(0, std::max(0, height - viewport()->height()));
}

void PictureGrid::makeVisible(int position)
{
    const QRect rect = rectOf(position);
    QScrollBar *bar = verticalScrollBar();
    if (rect.top() < 0) {
        bar->setValue(bar->value() + rect.top() - margin);
    } else if (rect.bottom() > viewport()->height()) {
        bar->setValue(bar->value() + rect.bottom() - viewport()->height() + margin);
    }
}

void PictureGrid::choose(int position)
{
    if (m_items.empty()) {
        return;
    }
    m_current = std::clamp(position, 0, int(m_items.size()) - 1);
    makeVisible(m_current);
    updateDescription();
    viewport()->update();
    Q_EMIT itemChosen(currentItem());
}

void PictureGrid::updateDescription()
{
    setAccessibleDescription(m_current < 0 || !m_cellOf ? QString() : m_cellOf(currentItem()).toolTip);
}

void PictureGrid::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), palette().color(QPalette::Base));
    const int height = cellSize().height();
    const int firstRow = std::max(0, (event->rect().top() + verticalScrollBar()->value() - margin) / height);
    const int lastRow = (event->rect().bottom() + verticalScrollBar()->value() - margin) / height;
    const int end = std::min(int(m_items.size()), (lastRow + 1) * columns());
    for (int position = firstRow * columns(); position < end; ++position) {
        paintCell(painter, position);
    }
}

void PictureGrid::paintCell(QPainter &painter, int position) const
{
    const Cell cell = m_cellOf(m_items[std::size_t(position)]);
    const QRect rect = rectOf(position);
    if (position == m_current) {
        QColor tint = palette().color(QPalette::Highlight);
        tint.setAlpha(hasFocus() ? 110 : 60);
        painter.fillRect(rect.adjusted(1, 1, -1, -1), tint);
    }
    const double extent = pictureExtent();
    const QPointF corner(rect.left() + (rect.width() - extent) / 2.0, rect.top() + padding);
    const QRectF drawn = pictures::draw(painter, corner, extent, pictures::greyImage(cell.pixels, m_side, m_side), theme::gridLine(palette()));
    QRect text(rect.left() + 3, rect.bottom() - fontMetrics().height() - 2, rect.width() - 6, fontMetrics().height());
    if (cell.sign != Sign::None) {
        const bool isRight = cell.sign == Sign::Right;
        pictures::drawFrame(painter, drawn, isRight ? theme::right() : theme::wrong(), 2, 0);
        drawAnswerSign(painter, QRectF(text.left(), text.center().y() - signSide / 2.0, signSide, signSide), isRight);
        text.setLeft(text.left() + signSide + 3);
    }
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft, fontMetrics().elidedText(cell.caption, Qt::ElideRight, text.width()));
}

void PictureGrid::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateScrollBar();
}

void PictureGrid::mousePressEvent(QMouseEvent *event)
{
    if (const int position = positionAt(event->pos()); event->button() == Qt::LeftButton && position >= 0) {
        choose(position);
    }
}

void PictureGrid::keyPressEvent(QKeyEvent *event)
{
    const int page = std::max(1, viewport()->height() / cellSize().height()) * columns();
    const int current = std::max(0, m_current);
    switch (event->key()) {
    case Qt::Key_Left: return choose(current - 1);
    case Qt::Key_Right: return choose(m_current < 0 ? 0 : current + 1);
    case Qt::Key_Up: return choose(current - columns() < 0 ? current : current - columns());
    case Qt::Key_Down: return choose(current + columns() >= int(m_items.size()) ? current : current + columns());
    case Qt::Key_PageUp: return choose(current - page);
    case Qt::Key_PageDown: return choose(current + page);
    case Qt::Key_Home: return choose(0);
    case Qt::Key_End: return choose(int(m_items.size()) - 1);
    case Qt::Key_Space:
    case Qt::Key_Return: return choose(current);
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}

bool PictureGrid::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int position = positionAt(help->pos());
        QToolTip::showText(help->globalPos(), position < 0 ? QString() : m_cellOf(m_items[std::size_t(position)]).toolTip, viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void PictureGrid::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void PictureGrid::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void PictureGrid::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        updateScrollBar();
    }
}

} // namespace convscope
