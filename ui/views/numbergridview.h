// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/sandbox.h"
#include "ui/views/numberpainting.h"

#include <QRect>
#include <QWidget>

class QLineEdit;

namespace convscope {

/// A small table of numbers as coloured cells. Arrows move the cell that is chosen; where it may be edited, typing a number changes
/// it, and where it is a picture, a click or the pencil of a held button turns cells between 0 and 1.
class NumberGridView : public QWidget
{
    Q_OBJECT

public:
    enum class Use { Show, Choose, Edit, Paint };

    explicit NumberGridView(Use use, QWidget *parent = nullptr);

    void setGrid(const sandbox::Grid &grid);
    const sandbox::Grid &grid() const { return m_grid; }
    void setColorScale(const numbers::ColorScale &scale);
    void setDecimals(int decimals);
    /// Hatched cells around the table, where zeros are put.
    void setPadding(int cells);
    /// Cells that a window lies on, counted from the table's corner; an empty one: none.
    void setWindow(const QRect &cells);
    /// Cells that stand for places beyond the edge.
    void setBeyond(const std::vector<bool> &beyond);
    /// From here on pale; -1: none.
    void setShown(int count);
    void setChosen(int index);
    int chosen() const { return m_chosen; }
    /// Where a cell is drawn.
    QRectF cell(int index) const;

    QSize sizeHint() const override { return {240, 220}; }
    QSize minimumSizeHint() const override { return {120, 110}; }

Q_SIGNALS:
    void cellChanged(int index, double value);
    void cellChosen(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// The table with its padding.
    QRectF outer() const;
    QRectF inner() const;
    int indexAt(const QPointF &point) const;
    void choose(int index);
    bool moveChosen(int key);
    void paintCell(int index);
    void openEditor(const QString &text);
    void takeEditor();
    void describe();

    const Use m_use;
    sandbox::Grid m_grid;
    numbers::GridStyle m_style;
    int m_padding = 0;
    QRect m_window;
    int m_shown = -1;
    int m_chosen = 0;
    double m_pencil = 1.0;
    QLineEdit *m_editor;
};

} // namespace convscope
