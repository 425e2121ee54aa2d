// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPixmap>
#include <QStringList>
#include <QWidget>

#include <vector>

namespace convscope {

/// Parallel coordinates: an upright axis for each quantity, a line through all of them for each run. The line under the pointer is lit; a
/// click or the arrow keys choose a run. Painted by this one widget, light or dark.
class ParallelView : public QWidget
{
    Q_OBJECT

public:
    struct Axis
    {
        QString name;
        QStringList labels; ///< from the lower end to the upper one, evenly spaced
    };
    struct Line
    {
        int number = 0;
        std::vector<double> places; ///< one for each axis in [0, 1]; NaN: the run has no such value, and the line is broken there
        bool isTicked = false;
        QString toolTip;
    };

    explicit ParallelView(QWidget *parent = nullptr);

    void setContent(std::vector<Axis> axes, std::vector<Line> lines);
    void setSelected(int number);
    /// For tests: where a run's line crosses an axis.
    QPointF crossing(int number, int axis) const;

    QSize sizeHint() const override { return {480, 280}; }
    QSize minimumSizeHint() const override { return {240, 140}; }

Q_SIGNALS:
    void chosen(int number);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRectF plot() const;
    double xOf(std::size_t axis) const;
    QPointF pixel(const Line &line, std::size_t axis) const;
    int nearest(const QPointF &pixel) const;
    void paintLine(QPainter &painter, const Line &line, double width, double strength) const;
    void paintGround();
    void paintAxis(QPainter &painter, std::size_t axis) const;

    std::vector<Axis> m_axes;
    std::vector<Line> m_lines;
    /// The lines that are not ticked: thousands of them are painted once, not at every move of the pointer.
    QPixmap m_ground;
    int m_selected = 0;
    int m_hovered = -1; ///< an index
};

} // namespace convscope
