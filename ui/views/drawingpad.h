// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/drawing.h"

#include <QWidget>

namespace convscope {

/// A square to draw on with mouse, pen or keyboard. The keyboard's pen is moved by the arrow keys and put down or lifted by the space
/// bar; Ctrl+Z and Ctrl+Y undo and redo while the pad has the focus.
class DrawingPad : public QWidget
{
    Q_OBJECT

public:
    enum class Tool { Brush, Eraser, Fill, Move };

    explicit DrawingPad(QWidget *parent = nullptr);

    Drawing *drawing() const { return m_drawing; }
    void setTool(Tool tool);
    Tool tool() const { return m_tool; }
    /// In pixels of a 28 x 28 picture.
    void setBrushWidth(double width) { m_width = width; }
    double brushWidth() const { return m_width; }
    /// 1 to 255.
    void setLevel(int level) { m_level = level; }
    /// Shown faintly behind the drawing; a null image for none.
    void setTemplate(const QImage &image);
    /// Shown while nothing is drawn.
    void setHint(const QString &text);

    QSize sizeHint() const override { return {308, 308}; }
    QSize minimumSizeHint() const override { return {196, 196}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return width; }

Q_SIGNALS:
    /// Something was drawn by hand (not by Drawing::setImage()).
    void drawn();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void tabletEvent(QTabletEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRectF area() const;
    void updateWhere(const QRect &where);
    QPointF toDrawing(const QPointF &position) const;
    void press(const QPointF &at, bool erases, double pressure = 1.0);
    void drag(const QPointF &to, double pressure);
    void release();
    void moveKeyboardPen(const QPointF &by);
    bool isUndo(const QKeyEvent &event) const;
    bool isRedo(const QKeyEvent &event) const;
    double pixelWidth() const { return m_width * Drawing::side / 28.0; }

    Drawing *m_drawing;
    Tool m_tool = Tool::Brush;
    double m_width = 1.5; // of an edge; what it encloses is filled
    int m_level = 255;
    QImage m_template;
    QString m_hint;
    bool m_isPressed = false;
    bool m_erases = false;
    QPointF m_start;
    QPointF m_last;
    bool m_keyboardPenIsShown = false;
    bool m_keyboardPenIsDown = false;
    QPointF m_keyboardPen{Drawing::side / 2.0, Drawing::side / 2.0};
};

} // namespace convscope
