// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/parallelview.h"

#include "ui/charts/runlook.h"
#include "ui/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

constexpr double reach = 8.0; // pixels from a line in which the pointer means it

double distanceTo(const QPointF &at, const QPointF &from, const QPointF &to)
{
    const QPointF way = to - from;
    const double length = QPointF::dotProduct(way, way);
    const double share = length > 0.0 ? std::clamp(QPointF::dotProduct(at - from, way) / length, 0.0, 1.0) : 0.0;
    const QPointF off = at - (from + share * way);
    return std::sqrt(QPointF::dotProduct(off, off));
}

} // namespace

ParallelView::ParallelView(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

void ParallelView::setContent(std::vector<Axis> axes, std::vector<Line> lines)
{
    m_axes = std::move(axes);
    m_lines = std::move(lines);
    m_hovered = -1;
    m_ground = QPixmap();
    setAccessibleName(tr("Settings and accuracy as parallel coordinates"));
    QStringList names;
    for (const Axis &axis : m_axes) {
        names << axis.name;
    }
    setAccessibleDescription(names.join(QStringLiteral(", ")));
    update();
}

void ParallelView::setSelected(int number)
{
    m_selected = number;
    update();
}

QRectF ParallelView::plot() const
{
    const int line = fontMetrics().height();
    return QRectF(rect()).adjusted(70, 3 * line + 12, -70, -line);
}

double ParallelView::xOf(std::size_t axis) const
{
    const QRectF area = plot();
    return m_axes.size() < 2 ? area.center().x() : area.left() + area.width() * double(axis) / double(m_axes.size() - 1);
}

QPointF ParallelView::pixel(const Line &line, std::size_t axis) const
{
    const QRectF area = plot();
    return {xOf(axis), area.bottom() - area.height() * line.places[axis]};
}

QPointF ParallelView::crossing(int number, int axis) const
{
    const auto found = std::find_if(m_lines.begin(), m_lines.end(), [number](const Line &line) { return line.number == number; });
    return found == m_lines.end() ? QPointF() : pixel(*found, std::size_t(axis));
}

int ParallelView::nearest(const QPointF &at) const
{
    int best = -1;
    double least = reach;
    for (int i = 0; i < int(m_lines.size()); ++i) {
        const Line &line = m_lines[std::size_t(i)];
        for (std::size_t axis = 0; axis + 1 < m_axes.size(); ++axis) {
            const double distance = distanceTo(at, pixel(line, axis), pixel(line, axis + 1));
            if (distance < least) { // a NaN never is
                least = distance;
                best = i;
            }
        }
    }
    return best;
}

void ParallelView::paintLine(QPainter &painter, const Line &line, double width, double strength) const
{
    const bool isLit = strength >= 1.0;
    const double goodness = line.places.empty() || !std::isfinite(line.places.back()) ? 0.0 : line.places.back();
    QColor color = isLit ? runColor(line.number)(palette()) : theme::sequential(goodness);
    color.setAlphaF(float(strength));
    painter.setPen(QPen(color, width));
    for (std::size_t axis = 0; axis + 1 < m_axes.size(); ++axis) {
        if (std::isfinite(line.places[axis]) && std::isfinite(line.places[axis + 1])) {
            painter.drawLine(pixel(line, axis), pixel(line, axis + 1));
        }
    }
    if (strength < 1.0) {
        return;
    }
    painter.setPen(QPen(theme::plotBackground(palette()), 1.0));
    painter.setBrush(color);
    for (std::size_t axis = 0; axis < m_axes.size(); ++axis) {
        if (std::isfinite(line.places[axis])) {
            painter.drawPath(markerPath(runMarker(line.number), pixel(line, axis), 4.0));
        }
    }
}

void ParallelView::paintAxis(QPainter &painter, std::size_t axis) const
{
    const QRectF area = plot();
    const double x = std::floor(xOf(axis)) + 0.5;
    const double height = fontMetrics().height();
    const double room = m_axes.size() < 2 ? area.width() : area.width() / double(m_axes.size() - 1);
    painter.setPen(theme::mutedText(palette()));
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    QColor ground = theme::plotBackground(palette());
    ground.setAlpha(215);
    const QStringList &labels = m_axes[axis].labels;
    for (qsizetype i = 0; i < labels.size(); ++i) {
        const double y = labels.size() < 2 ? area.center().y() : area.bottom() - area.height() * double(i) / double(labels.size() - 1);
        const bool isLast = axis + 1 == m_axes.size() && axis > 0;
        const QRectF box = isLast ? QRectF(x + 6, y - height / 2, 62, height) : QRectF(x - 68, y - height / 2, 62, height);
        painter.drawLine(QPointF(x - 3, y), QPointF(x + 3, y));
        const QString label = fontMetrics().elidedText(labels[i], Qt::ElideRight, 62);
        const Qt::Alignment side = (isLast ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
        painter.fillRect(painter.boundingRect(box, int(side), label).adjusted(-2, 0, 2, 0), ground); // the lines don't cross it out
        painter.drawText(box, int(side), label);
    }
    painter.setPen(palette().color(QPalette::Text));
    const double width = std::min(room - 6, 150.0);
    const double left = std::clamp(x - width / 2, 2.0, std::max(2.0, this->width() - width - 2.0));
    painter.drawText(QRectF(left, 2, width, 3 * height + 2), Qt::AlignHCenter | Qt::AlignBottom | Qt::TextWordWrap, m_axes[axis].name);
}

void ParallelView::paintGround()
{
    m_ground = QPixmap(size() * devicePixelRatioF());
    m_ground.setDevicePixelRatio(devicePixelRatioF());
    m_ground.fill(theme::plotBackground(palette()));
    QPainter painter(&m_ground);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool anyTicked = std::any_of(m_lines.begin(), m_lines.end(), [](const Line &line) { return line.isTicked; });
    for (const Line &line : m_lines) {
        if (!line.isTicked) {
            paintLine(painter, line, 1.2, anyTicked ? 0.55 : 0.8);
        }
    }
}

void ParallelView::paintEvent(QPaintEvent *)
{
    if (m_ground.isNull()) {
        paintGround();
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawPixmap(0, 0, m_ground);
    for (const Line &line : m_lines) {
        if (line.isTicked) {
            paintLine(painter, line, 2.0, 1.0);
        }
    }
    for (int i = 0; i < int(m_lines.size()); ++i) {
        if (i == m_hovered || m_lines[std::size_t(i)].number == m_selected) {
            paintLine(painter, m_lines[std::size_t(i)], 3.2, 1.0);
        }
    }
    for (std::size_t axis = 0; axis < m_axes.size(); ++axis) {
        paintAxis(painter, axis);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(palette().color(QPalette::Highlight));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

bool ParallelView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int index = nearest(help->pos());
        index < 0 ? QToolTip::hideText() : QToolTip::showText(help->globalPos(), m_lines[std::size_t(index)].toolTip, this);
        return true;
    }
    return QWidget::event(event);
}

void ParallelView::mouseMoveEvent(QMouseEvent *event)
{
    const int index = nearest(event->position());
    if (index != m_hovered) {
        m_hovered = index;
        setCursor(index >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
        update();
    }
}

void ParallelView::mousePressEvent(QMouseEvent *event)
{
    const int index = nearest(event->position());
    if (event->button() == Qt::LeftButton && index >= 0) {
        Q_EMIT chosen(m_lines[std::size_t(index)].number);
    }
}

void ParallelView::leaveEvent(QEvent *)
{
    m_hovered = -1;
    update();
}

void ParallelView::resizeEvent(QResizeEvent *)
{
    m_ground = QPixmap();
}

void ParallelView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        m_ground = QPixmap();
    }
}

void ParallelView::keyPressEvent(QKeyEvent *event)
{
    const bool isUp = event->key() == Qt::Key_Up || event->key() == Qt::Key_Right;
    if ((!isUp && event->key() != Qt::Key_Down && event->key() != Qt::Key_Left) || m_lines.empty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    // Along the last axis, which is what came out.
    std::vector<const Line *> order;
    for (const Line &line : m_lines) {
        if (!line.places.empty() && std::isfinite(line.places.back())) {
            order.push_back(&line);
        }
    }
    if (order.empty()) {
        return;
    }
    std::stable_sort(order.begin(), order.end(), [](const Line *a, const Line *b) { return a->places.back() < b->places.back(); });
    const auto found = std::find_if(order.begin(), order.end(), [this](const Line *line) { return line->number == m_selected; });
    const auto at = found == order.end() ? (isUp ? -1 : std::ptrdiff_t(order.size())) : found - order.begin();
    const auto next = std::clamp<std::ptrdiff_t>(at + (isUp ? 1 : -1), 0, std::ptrdiff_t(order.size()) - 1);
    Q_EMIT chosen(order[std::size_t(next)]->number);
}

} // namespace convscope
