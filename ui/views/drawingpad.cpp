// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/drawingpad.h"

#include "ui/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTabletEvent>

#include <algorithm>

namespace convscope {

DrawingPad::DrawingPad(QWidget *parent)
    : QWidget(parent)
    , m_drawing(new Drawing(this))
{
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAttribute(Qt::WA_OpaquePaintEvent, false);
    setTool(Tool::Brush);
    connect(m_drawing, &Drawing::changed, this, &DrawingPad::updateWhere);
}

void DrawingPad::setTool(Tool tool)
{
    m_tool = tool;
    setCursor(tool == Tool::Move ? Qt::SizeAllCursor : Qt::CrossCursor);
}

void DrawingPad::setTemplate(const QImage &image)
{
    m_template = image;
    update();
}

void DrawingPad::setHint(const QString &text)
{
    m_hint = text;
    update();
}

QRectF DrawingPad::area() const
{
    const double side = std::min(width(), height());
    return {(width() - side) / 2.0, (height() - side) / 2.0, side, side};
}

QPointF DrawingPad::toDrawing(const QPointF &position) const
{
    const QRectF rect = area();
    return (position - rect.topLeft()) * (Drawing::side / rect.width());
}

/// A movement of the pen changes little, and scaling the whole picture takes a millisecond.
void DrawingPad::updateWhere(const QRect &where)
{
    const QRectF rect = area();
    const double scale = rect.width() / Drawing::side;
    const QRectF changed(rect.topLeft() + QPointF(where.topLeft()) * scale, QSizeF(where.size()) * scale);
    update(changed.adjusted(-2.0, -2.0, 2.0, 2.0).toAlignedRect()); // smoothing spreads it over the next pixel
}

bool DrawingPad::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (isUndo(*key) || isRedo(*key)) {
            event->accept(); // before the form's undo
            return true;
        }
    }
    return QWidget::event(event);
}

void DrawingPad::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QRectF rect = area();
    painter.drawImage(rect, m_drawing->image());
    if (!m_template.isNull()) {
        painter.setOpacity(0.3);
        painter.setCompositionMode(QPainter::CompositionMode_Plus);
        painter.drawImage(rect, m_template);
        painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
        painter.setOpacity(1.0);
    }
    if (!m_hint.isEmpty() && m_drawing->isBlank() && !m_isPressed) {
        painter.setPen(QColor(150, 150, 150));
        painter.drawText(rect.adjusted(16, 16, -16, -16), int(Qt::AlignHCenter) | int(Qt::AlignBottom) | int(Qt::TextWordWrap), m_hint);
    }
    if (m_keyboardPenIsShown && hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_keyboardPenIsDown ? theme::attention() : QColor(150, 150, 150), 2.0));
        const QPointF at = rect.topLeft() + m_keyboardPen * (rect.width() / Drawing::side);
        const double radius = std::max(4.0, m_width / 2.0 * rect.width() / 28.0);
        painter.drawEllipse(at, radius, radius);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(hasFocus() ? QPen(palette().color(QPalette::Highlight), 2.0) : QPen(theme::gridLine(palette())));
    painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5));
}

void DrawingPad::press(const QPointF &at, bool erases, double pressure)
{
    m_isPressed = true;
    m_erases = erases;
    m_keyboardPenIsShown = false;
    m_start = m_last = at;
    update(); // the hint goes
    m_drawing->begin();
    if (m_tool == Tool::Fill) {
        m_drawing->fill(at.toPoint(), erases ? 0 : m_level);
        Q_EMIT drawn();
    } else {
        drag(at, pressure);
    }
}

void DrawingPad::drag(const QPointF &to, double pressure)
{
    if (!m_isPressed || m_tool == Tool::Fill) {
        return;
    }
    if (m_tool == Tool::Move) {
        m_drawing->moveFromBegin((to - m_start).toPoint());
    } else {
        const bool erases = m_erases || m_tool == Tool::Eraser;
        m_drawing->line(m_last, to, std::max(1.0, pixelWidth() * pressure), erases ? 0 : m_level);
    }
    m_last = to;
    Q_EMIT drawn();
}

void DrawingPad::release()
{
    m_isPressed = false;
    update();
}

void DrawingPad::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton || event->button() == Qt::RightButton) {
        press(toDrawing(event->position()), event->button() == Qt::RightButton);
    }
}

void DrawingPad::mouseMoveEvent(QMouseEvent *event)
{
    drag(toDrawing(event->position()), 1.0);
}

void DrawingPad::mouseReleaseEvent(QMouseEvent *)
{
    release();
}

void DrawingPad::tabletEvent(QTabletEvent *event)
{
    const QPointF at = toDrawing(event->position());
    const bool erases = event->pointerType() == QPointingDevice::PointerType::Eraser;
    // A full press is the width that was chosen twice over, a usual one the width itself.
    const double pressure = 2.0 * event->pressure();
    if (event->type() == QEvent::TabletPress) {
        press(at, erases, pressure);
    } else if (event->type() == QEvent::TabletMove && m_isPressed) {
        drag(at, pressure);
    } else if (event->type() == QEvent::TabletRelease) {
        release();
    }
    event->accept();
}

bool DrawingPad::isUndo(const QKeyEvent &event) const
{
    return event.matches(QKeySequence::Undo);
}

bool DrawingPad::isRedo(const QKeyEvent &event) const
{
    return event.matches(QKeySequence::Redo) || event.keyCombination() == (Qt::CTRL | Qt::Key_Y);
}

void DrawingPad::keyPressEvent(QKeyEvent *event)
{
    const double step = Drawing::side / 28.0;
    if (isUndo(*event)) {
        m_drawing->undo();
        Q_EMIT drawn();
    } else if (isRedo(*event)) {
        m_drawing->redo();
        Q_EMIT drawn();
    } else if (event->key() == Qt::Key_Left) {
        moveKeyboardPen({-step, 0});
    } else if (event->key() == Qt::Key_Right) {
        moveKeyboardPen({step, 0});
    } else if (event->key() == Qt::Key_Up) {
        moveKeyboardPen({0, -step});
    } else if (event->key() == Qt::Key_Down) {
        moveKeyboardPen({0, step});
    } else if (event->key() == Qt::Key_Space) {
        m_keyboardPenIsShown = true;
        m_keyboardPenIsDown = !m_keyboardPenIsDown && m_tool != Tool::Fill;
        if (m_keyboardPenIsDown || m_tool == Tool::Fill) {
            press(m_keyboardPen, false);
            release();
            m_keyboardPenIsShown = true;
        }
    } else if (event->key() == Qt::Key_Delete) {
        m_drawing->clear();
        Q_EMIT drawn();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void DrawingPad::moveKeyboardPen(const QPointF &by)
{
    m_keyboardPenIsShown = true;
    const QPointF to(std::clamp(m_keyboardPen.x() + by.x(), 0.0, double(Drawing::side)), std::clamp(m_keyboardPen.y() + by.y(), 0.0, double(Drawing::side)));
    m_keyboardPen = to;
    if (m_keyboardPenIsDown) {
        m_isPressed = true;
        drag(to, 1.0);
        m_isPressed = false;
    }
    update();
}

} // namespace convscope
