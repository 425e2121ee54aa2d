// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <vector>

namespace convscope {

/// Runs as points: what came out over what it cost. Ticked ones strong, the others faint. A point is chosen by a click, or with the
/// arrow keys. Painted by this one widget, light or dark.
class ScatterView : public QWidget
{
    Q_OBJECT

public:
    struct Point
    {
        int number = 0;
        double x = 0.0;
        double y = 0.0; ///< a share in [0, 1]
        bool isTicked = false;
        QString toolTip;
    };
    enum class Scale { Linear, Logarithmic };

    explicit ScatterView(QWidget *parent = nullptr);

    /// Points that are not finite, or not above 0 on a logarithmic scale, are left out.
    void setPoints(const std::vector<Point> &points, Scale scale);
    void setTitles(const QString &xTitle, const QString &yTitle);
    void setSelected(int number);
    /// For tests: where a run's point is; null where there is none.
    QPointF pointOf(int number) const;

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
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRectF plot() const;
    QPointF pixel(const Point &point) const;
    int nearest(const QPointF &pixel) const;
    void paintAxes(QPainter &painter, const QRectF &plot) const;
    void point(int index);

    std::vector<Point> m_points; ///< from left to right
    Scale m_scale = Scale::Linear;
    QString m_xTitle;
    QString m_yTitle;
    double m_left = 0.0, m_right = 1.0, m_bottom = 0.0, m_top = 1.0; ///< on the scale
    int m_selected = 0;
    int m_hovered = -1; ///< an index
};

} // namespace convscope
