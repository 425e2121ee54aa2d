// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/timelinemarks.h"

#include <QWidget>

namespace convscope {

/// The line itself: from the first moment, which mostly is the untrained network, to the present at its right end, with marks to go to. Moved by
/// mouse (a press near a mark goes to that) and, with the focus, by arrows, page keys, Home and End.
class TimelineSlider : public QWidget
{
    Q_OBJECT

public:
    static constexpr qint64 live = -1;

    explicit TimelineSlider(QWidget *parent = nullptr);

    /// Steps of both ends.
    void setRange(qint64 first, qint64 last);
    void setPosition(qint64 steps);
    void setMarks(std::vector<TimelineMark> marks);
    const std::vector<TimelineMark> &marks() const { return m_marks; }
    /// Read aloud: what the position is.
    void setPositionText(const QString &text) { setAccessibleDescription(text); }

    /// Where a moment stands, and the moment of a place: live at and beyond the right end.
    double xOf(qint64 steps) const;
    qint64 stepsAt(double x) const;

    QSize sizeHint() const override { return {400, 32}; }
    QSize minimumSizeHint() const override { return {120, 32}; }

Q_SIGNALS:
    void positionRequested(qint64 steps);
    /// By this many batches, or epochs.
    void batchesRequested(int count);
    void epochsRequested(int count);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    QRectF line() const;
    const TimelineMark *markAt(double x) const;
    void paintMark(QPainter &painter, const TimelineMark &mark, double &lastEpochX) const;
    void paintHandle(QPainter &painter) const;

    qint64 m_first = 0;
    qint64 m_last = 0;
    qint64 m_position = live;
    std::vector<TimelineMark> m_marks;
};

} // namespace convscope
