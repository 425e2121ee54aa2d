// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plotnavigator.h"

#include "ui/charts/plotview.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

// One notch of the wheel or one key.
constexpr double kZoomStep = 0.8;
constexpr double kPanStep = 0.1;
// A rectangle thinner than this is meant as a stretch along the other axis; smaller in both, as a click.
constexpr double kThin = 8.0;

QRectF rubberBand(const PlotScene &scene, const QPointF &from, const QPointF &to)
{
    QRectF band = QRectF(from, to).normalized();
    if (band.height() < kThin) {
        band.setTop(scene.plot.top());
        band.setBottom(scene.plot.bottom());
    } else if (band.width() < kThin) {
        band.setLeft(scene.plot.left());
        band.setRight(scene.plot.right());
    }
    return band & scene.plot;
}

bool isTooSmall(const QPointF &from, const QPointF &to)
{
    return std::abs(from.x() - to.x()) < kThin && std::abs(from.y() - to.y()) < kThin;
}

} // namespace

PlotNavigator::PlotNavigator(PlotView *view)
    : QObject(view)
    , m_view(view)
{
    view->installEventFilter(this);
}

bool PlotNavigator::eventFilter(QObject *, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        press(*static_cast<QMouseEvent *>(event));
        return true;
    case QEvent::MouseMove:
        move(*static_cast<QMouseEvent *>(event));
        return true;
    case QEvent::MouseButtonRelease:
        release();
        return true;
    case QEvent::MouseButtonDblClick:
        endDrag();
        Q_EMIT m_view->resetRequested();
        return true;
    case QEvent::Wheel:
        wheel(*static_cast<QWheelEvent *>(event));
        event->accept();
        return true;
    case QEvent::Leave:
    case QEvent::FocusOut:
        if (m_drag == Drag::None) {
            Q_EMIT m_view->pointerLeft();
        }
        m_space = false;
        updateCursor();
        return false;
    case QEvent::KeyPress:
        return key(*static_cast<QKeyEvent *>(event));
    case QEvent::KeyRelease:
        if (auto *release = static_cast<QKeyEvent *>(event);
            release->key() == Qt::Key_Space && !release->isAutoRepeat()) {
            m_space = false;
            updateCursor();
            return true;
        }
        return false;
    default:
        return false;
    }
}

void PlotNavigator::press(const QMouseEvent &event)
{
    m_start = m_last = event.position();
    const bool moves = m_space || event.modifiers().testFlag(Qt::ShiftModifier);
    if (event.button() == Qt::MiddleButton || (event.button() == Qt::LeftButton && moves)) {
        m_drag = Drag::Pan;
    } else if (event.button() == Qt::LeftButton) {
        m_drag = Drag::Zoom;
    }
    updateCursor();
}

void PlotNavigator::move(const QMouseEvent &event)
{
    const QPointF at = event.position();
    if (m_drag == Drag::Pan) {
        m_view->panBy(at - m_last);
    } else if (m_drag == Drag::Zoom) {
        m_view->setRubberBand(isTooSmall(m_start, at) ? QRectF() : rubberBand(m_view->scene(), m_start, at));
    }
    m_last = at;
    m_view->pointAt(at);
}

void PlotNavigator::release()
{
    const bool zooms = m_drag == Drag::Zoom && !isTooSmall(m_start, m_last);
    const QRectF band = rubberBand(m_view->scene(), m_start, m_last);
    endDrag();
    if (zooms && band.isValid()) {
        m_view->zoomTo(band);
    }
}

void PlotNavigator::endDrag()
{
    m_drag = Drag::None;
    m_view->setRubberBand(QRectF());
    updateCursor();
}

void PlotNavigator::wheel(const QWheelEvent &event)
{
    const QPointF at = event.position();
    // Some systems turn the wheel sideways while Shift or Alt is held.
    const int turn = event.angleDelta().y() != 0 ? event.angleDelta().y() : event.angleDelta().x();
    if (turn == 0) {
        return;
    }
    const double factor = std::pow(kZoomStep, turn / 120.0);
    const QRectF &plot = m_view->scene().plot;
    const bool onlyX = event.modifiers().testFlag(Qt::ControlModifier) || at.y() > plot.bottom();
    const bool onlyY = event.modifiers().testFlag(Qt::ShiftModifier) || at.x() < plot.left();
    const QPointF inside(std::clamp(at.x(), plot.left(), plot.right()), std::clamp(at.y(), plot.top(), plot.bottom()));
    m_view->zoomAt(inside, onlyY && !onlyX ? 1.0 : factor, onlyX ? 1.0 : factor);
}

bool PlotNavigator::key(const QKeyEvent &event)
{
    const QRectF &plot = m_view->scene().plot;
    const bool control = event.modifiers().testFlag(Qt::ControlModifier);
    const double yFactor = control ? 1.0 : kZoomStep;
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        m_view->zoomAt(plot.center(), kZoomStep, yFactor);
        return true;
    case Qt::Key_Minus:
        m_view->zoomAt(plot.center(), 1.0 / kZoomStep, 1.0 / yFactor);
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int direction = event.key() == Qt::Key_Left ? -1 : 1;
        if (control) {
            Q_EMIT m_view->readoutStepRequested(direction);
        } else {
            m_view->panBy({-direction * kPanStep * plot.width(), 0.0});
        }
        return true;
    }
    case Qt::Key_Up:
        m_view->panBy({0.0, kPanStep * plot.height()});
        return true;
    case Qt::Key_Down:
        m_view->panBy({0.0, -kPanStep * plot.height()});
        return true;
    case Qt::Key_Home:
        Q_EMIT m_view->resetRequested();
        return true;
    case Qt::Key_Escape:
        if (m_drag != Drag::None) {
            endDrag();
            return true;
        }
        return false;
    case Qt::Key_Space:
        m_space = true;
        updateCursor();
        return true;
    default:
        return false;
    }
}

void PlotNavigator::updateCursor()
{
    m_view->setCursor(m_drag == Drag::Pan ? Qt::ClosedHandCursor : m_space ? Qt::OpenHandCursor : Qt::CrossCursor);
}

} // namespace convscope
