// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QObject>
#include <QRect>

#include <deque>
#include <functional>

class QPainter;

namespace convscope {

/// A drawing in grey on black, with everything that was done to it: what a pad shows and changes.
class Drawing : public QObject
{
    Q_OBJECT

public:
    /// Sixteen times the side of the usual picture.
    static constexpr int side = 448;
    static constexpr std::size_t mostSteps = 100;

    explicit Drawing(QObject *parent = nullptr);

    /// Format_Grayscale8, side x side.
    const QImage &image() const { return m_image; }
    bool isBlank() const;
    /// What is drawn changes a picture that was set; on an empty pad, or once that is undone, it is drawn from nothing.
    bool hasPicture() const { return m_hasPicture; }

    /// What follows until the next begin is undone together.
    void begin();
    /// A stroke with round ends; positions and width in pixels of the drawing, level from 0 (black, rubs out) to 255.
    void line(const QPointF &from, const QPointF &to, double width, int level);
    /// Everything of about the same grey that is connected with the place.
    void fill(const QPoint &at, int level);
    /// Moves what was there at begin(); what leaves the picture is gone.
    void moveFromBegin(const QPoint &offset);
    // Each a step of its own.
    void clear();
    /// Any size; stretched with hard pixels where it is smaller, smoothly where it is larger.
    void setImage(const QImage &image);

    bool canUndo() const { return !m_undo.empty(); }
    bool canRedo() const { return !m_redo.empty(); }
    void undo();
    void redo();

Q_SIGNALS:
    /// `where`: everything that may be different now, in pixels of the drawing.
    void changed(const QRect &where);
    void historyChanged();

private:
    void paint(const QRect &where, const std::function<void(QPainter &)> &how);

    struct Step
    {
        QImage image;
        bool hasPicture = false;
    };
    void goBack(std::deque<Step> &from, std::deque<Step> &to);

    QImage m_image;
    bool m_hasPicture = false;
    std::deque<Step> m_undo;
    std::deque<Step> m_redo;
};

} // namespace convscope
