// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/timelineslider.h"

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

constexpr double margin = 10.0;
constexpr double catchDistance = 5.0;
/// Ends of epochs closer than this would run into each other.
constexpr double leastEpochDistance = 5.0;

} // namespace

TimelineSlider::TimelineSlider(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
}

void TimelineSlider::setRange(qint64 first, qint64 last)
{
    if (first != m_first || last != m_last) {
        m_first = first;
        m_last = last;
        update();
    }
}

void TimelineSlider::setPosition(qint64 steps)
{
    if (steps != m_position) {
        m_position = steps;
        update();
    }
}

void TimelineSlider::setMarks(std::vector<TimelineMark> marks)
{
    m_marks = std::move(marks);
    update();
}

QRectF TimelineSlider::line() const
{
    return {margin, height() / 2.0 - 2.0, std::max(1.0, width() - 2.0 * margin), 4.0};
}

double TimelineSlider::xOf(qint64 steps) const
{
    const QRectF line = this->line();
    if (steps == live || m_last <= m_first) {
        return line.right();
    }
    return line.left() + line.width() * double(std::clamp(steps, m_first, m_last) - m_first) / double(m_last - m_first);
}

qint64 TimelineSlider::stepsAt(double x) const
{
    const QRectF line = this->line();
    if (x >= line.right() - 1.0) {
        return live;
    }
    return m_first + qint64(std::llround(std::clamp((x - line.left()) / line.width(), 0.0, 1.0) * double(m_last - m_first)));
}

const TimelineMark *TimelineSlider::markAt(double x) const
{
    const TimelineMark *nearest = nullptr;
    double distance = catchDistance;
    for (const TimelineMark &mark : m_marks) {
        // Of several at one place the last says most.
        if (const double away = std::abs(xOf(mark.steps) - x); mark.steps >= m_first && away <= distance) {
            distance = away;
            nearest = &mark;
        }
    }
    return nearest;
}

void TimelineSlider::paintMark(QPainter &painter, const TimelineMark &mark, double &lastEpochX) const
{
    const double x = std::floor(xOf(mark.steps)) + 0.5;
    const double top = line().top();
    const double bottom = line().bottom();
    painter.setPen(Qt::NoPen);
    switch (mark.kind) {
    case TimelineMark::Kind::Epoch:
        if (x - lastEpochX >= leastEpochDistance) {
            lastEpochX = x;
            painter.setPen(QPen(theme::mutedText(palette()), 1.0));
            painter.drawLine(QPointF(x, bottom + 1.0), QPointF(x, bottom + 6.0));
        }
        break;
    case TimelineMark::Kind::LowestLoss:
        painter.setBrush(theme::test(palette()));
        painter.drawPolygon(QPolygonF{{x, top - 9.0}, {x + 4.5, top - 4.5}, {x, top}, {x - 4.5, top - 4.5}});
        break;
    case TimelineMark::Kind::Pause:
        painter.setBrush(theme::attention());
        painter.drawRect(QRectF(x - 3.5, top - 9.0, 2.5, 8.0));
        painter.drawRect(QRectF(x + 1.0, top - 9.0, 2.5, 8.0));
        break;
    case TimelineMark::Kind::Change:
        painter.setBrush(theme::attention());
        painter.drawPolygon(QPolygonF{{x - 4.5, top - 9.0}, {x + 4.5, top - 9.0}, {x, top}});
        break;
    }
}

void TimelineSlider::paintHandle(QPainter &painter) const
{
    const QPointF center(xOf(m_position), line().center().y());
    const QColor color = palette().color(QPalette::Highlight);
    painter.setPen(QPen(palette().color(QPalette::Window), 1.5));
    painter.setBrush(isEnabled() ? color : theme::gridLine(palette()));
    painter.drawEllipse(center, 7.0, 7.0);
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::WindowText), 1.0));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(center, 9.0, 9.0);
    }
}

void TimelineSlider::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF line = this->line();
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme::gridLine(palette()));
    painter.drawRoundedRect(line, 2.0, 2.0);
    if (isEnabled()) {
        QColor done = palette().color(QPalette::Highlight);
        done.setAlpha(150);
        painter.setBrush(done);
        painter.drawRoundedRect(QRectF(line.topLeft(), QPointF(xOf(m_position), line.bottom())), 2.0, 2.0);
    }
    double lastEpochX = -margin;
    for (const TimelineMark &mark : m_marks) {
        if (mark.steps >= m_first) {
            paintMark(painter, mark, lastEpochX);
        }
    }
    paintHandle(painter);
}

bool TimelineSlider::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (const TimelineMark *mark = markAt(help->x())) {
            QToolTip::showText(help->globalPos(), mark->toolTip, this);
            return true;
        }
    }
    return QWidget::event(event);
}

void TimelineSlider::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton) {
        const double x = event->position().x();
        const TimelineMark *mark = markAt(x);
        Q_EMIT positionRequested(mark && stepsAt(x) != live ? mark->steps : stepsAt(x));
    }
}

void TimelineSlider::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton) {
        Q_EMIT positionRequested(stepsAt(event->position().x()));
    }
}

void TimelineSlider::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Down:
        Q_EMIT batchesRequested(-1);
        break;
    case Qt::Key_Right:
    case Qt::Key_Up:
        Q_EMIT batchesRequested(1);
        break;
    case Qt::Key_PageUp:
        Q_EMIT epochsRequested(1);
        break;
    case Qt::Key_PageDown:
        Q_EMIT epochsRequested(-1);
        break;
    case Qt::Key_Home:
        Q_EMIT positionRequested(0);
        break;
    case Qt::Key_End:
        Q_EMIT positionRequested(live);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void TimelineSlider::wheelEvent(QWheelEvent *event)
{
    const int turned = event->angleDelta().y();
    if (turned == 0) {
        event->ignore(); // sideways
        return;
    }
    Q_EMIT batchesRequested(turned > 0 ? 1 : -1);
    event->accept();
}

} // namespace convscope
