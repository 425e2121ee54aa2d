// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointF>

class QKeyEvent;
class QMouseEvent;
class QWheelEvent;

namespace convscope {

class PlotView;

/// Mouse and keyboard of a plot.
/// Wheel: zoom at the pointer (over the numbers of an axis, with Ctrl or with Shift only along one axis). Drag: zoom
/// into the rectangle. Middle button, Shift + drag or Space + drag: move. Double click or Home: reset. Keys: + and -
/// zoom (Ctrl: only x), arrows move, Ctrl + left and right move the readout. Escape ends a drag.
class PlotNavigator : public QObject
{
    Q_OBJECT

public:
    explicit PlotNavigator(PlotView *view);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Drag { None, Zoom, Pan };

    void press(const QMouseEvent &event);
    void move(const QMouseEvent &event);
    void release();
    void wheel(const QWheelEvent &event);
    bool key(const QKeyEvent &event);
    void endDrag();
    void updateCursor();

    PlotView *m_view;
    Drag m_drag = Drag::None;
    QPointF m_start;
    QPointF m_last;
    bool m_space = false;
};

} // namespace convscope
