// SPDX-License-Identifier: GPL-3.0-or-later
// Mouse and keyboard of the canvas, and what they choose.
#include "ui/pages/mapscanvas.h"

#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>

namespace convscope {

void MapsCanvas::select(const UnitAddress &unit)
{
    m_selected = unit;
    m_pointed.reset();
    show(unit);
    updateFocus();
}

void MapsCanvas::show(const UnitAddress &unit)
{
    const MapsLayout &layout = m_lanes[std::size_t(m_lane)].layout;
    if (unit.layer >= int(layout.columns.size())) {
        return;
    }
    const MapsColumn &column = layout.columns[std::size_t(unit.layer)];
    if (!column.shows(unit.channel)) {
        m_pages[column.group] = unit.channel;
        layOut();
    }
    const QRectF cell = layout.cellOf(unit.layer, unit.channel);
    const double left = std::min(cell.left(), column.header.left());
    const int value = horizontalScrollBar()->value();
    if (left < value) {
        horizontalScrollBar()->setValue(int(left));
    } else if (cell.right() + 2 * viewportMargin > value + viewport()->width()) {
        horizontalScrollBar()->setValue(int(cell.right()) + 2 * viewportMargin - viewport()->width());
    }
}

void MapsCanvas::turnPage(const MapsColumn &column, bool on)
{
    const int capacity = column.rows * column.across;
    m_pages[column.group] = std::clamp(column.first + (on ? capacity : -capacity), 0, column.total - 1);
    layOut();
}

bool MapsCanvas::turnPageAt(const QPointF &viewportPoint)
{
    for (int i = 0; i < laneCount(); ++i) {
        const Lane &lane = m_lanes[std::size_t(i)];
        const QPointF point = viewportPoint + QPointF(horizontalScrollBar()->value() - viewportMargin, -lane.top - titleHeight());
        const MapsColumn *column = lane.layout.columnAt(point.x());
        if (!column || !column->isPaged()) {
            continue;
        }
        for (const bool on : {false, true}) {
            if (MapsPainter::pageButton(*column, font(), on).contains(point)) {
                turnPage(*column, on);
                return true;
            }
        }
    }
    return false;
}

void MapsCanvas::wheelEvent(QWheelEvent *event)
{
    const QPoint turned = event->angleDelta();
    if (event->modifiers() & Qt::ControlModifier) {
        setFactor(m_factor + (turned.y() > 0 ? 1 : turned.y() < 0 ? -1 : 0));
    } else {
        // There is nothing to scroll up or down: both axes of a wheel go along the network.
        const int way = std::abs(turned.x()) > std::abs(turned.y()) ? turned.x() : turned.y();
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - way);
    }
    event->accept();
}

void MapsCanvas::mouseMoveEvent(QMouseEvent *event)
{
    int lane = m_lane;
    const std::optional<UnitAddress> unit = unitAt(event->position(), &lane);
    if (unit != m_pointed || (unit && lane != m_lane)) {
        m_pointed = unit;
        m_lane = lane;
        updateFocus();
    }
}

void MapsCanvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || turnPageAt(event->position())) {
        return;
    }
    if (const std::optional<UnitAddress> unit = unitAt(event->position(), &m_lane)) {
        m_selected = unit;
        m_pointed = unit;
        updateFocus();
        Q_EMIT unitChosen(*unit);
    }
}

bool MapsCanvas::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave && m_pointed) {
        m_pointed.reset();
        updateFocus();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void MapsCanvas::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (!m_selected && laneCount() > 0 && event->reason() != Qt::MouseFocusReason) {
        select({0, 0, 0, 0});
    }
    viewport()->update();
}

void MapsCanvas::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void MapsCanvas::keyPressEvent(QKeyEvent *event)
{
    if (laneCount() == 0 || !moveByKey(*event)) {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

bool MapsCanvas::moveByKey(const QKeyEvent &event)
{
    const bool inside = event.modifiers() & (Qt::ShiftModifier | Qt::ControlModifier);
    const MapsLayout &layout = m_lanes[std::size_t(m_lane)].layout;
    const UnitAddress unit = m_selected.value_or(UnitAddress());
    const MapsColumn &column = layout.columns[std::size_t(std::min(unit.layer, int(layout.columns.size()) - 1))];
    switch (event.key()) {
    case Qt::Key_Left:
        inside ? moveInMap(0, -1) : moveMap(-1, 0);
        return true;
    case Qt::Key_Right:
        inside ? moveInMap(0, 1) : moveMap(1, 0);
        return true;
    case Qt::Key_Up:
        inside ? moveInMap(-1, 0) : moveMap(0, -1);
        return true;
    case Qt::Key_Down:
        inside ? moveInMap(1, 0) : moveMap(0, 1);
        return true;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        moveMap(0, (event.key() == Qt::Key_PageUp ? -1 : 1) * column.rows * column.across);
        return true;
    case Qt::Key_Home:
        select({0, 0, 0, 0});
        return true;
    case Qt::Key_End:
        select({int(layout.columns.size()) - 1, 0, 0, 0});
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        setFactor(m_factor + 1);
        return true;
    case Qt::Key_Minus:
        setFactor(m_factor - 1);
        return true;
    case Qt::Key_0:
        setFactor(1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_selected) {
            Q_EMIT unitChosen(*m_selected);
        }
        return m_selected.has_value();
    default:
        return false;
    }
}

void MapsCanvas::moveMap(int layers, int maps)
{
    const std::vector<LayerSummary> &all = flow(m_lane)->layers;
    UnitAddress unit = m_selected.value_or(UnitAddress());
    const LayerSummary before = all[std::size_t(std::clamp(unit.layer, 0, int(all.size()) - 1))];
    unit.layer = std::clamp(unit.layer + layers, 0, int(all.size()) - 1);
    const LayerSummary &layer = all[std::size_t(unit.layer)];
    unit.channel = std::clamp(unit.channel + maps, 0, layer.channels - 1);
    // The same place of the picture.
    unit.y = std::min(unit.y * layer.height / std::max(1, before.height), layer.height - 1);
    unit.x = std::min(unit.x * layer.width / std::max(1, before.width), layer.width - 1);
    select(unit);
}

void MapsCanvas::moveInMap(int dy, int dx)
{
    UnitAddress unit = m_selected.value_or(UnitAddress());
    const LayerSummary &layer = flow(m_lane)->layers[std::size_t(unit.layer)];
    unit.y = std::clamp(unit.y + dy, 0, layer.height - 1);
    unit.x = std::clamp(unit.x + dx, 0, layer.width - 1);
    select(unit);
}

} // namespace convscope
