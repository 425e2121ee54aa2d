// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/viewexport.h"

#include <QColor>
#include <QPointF>
#include <QWidget>

#include <vector>

namespace convscope {

/// A small chart of shares (0 to 100 %) over one number, a line for each name. Lines that matter are labelled at their highest point.
class LinesView : public QWidget
{
    Q_OBJECT

public:
    struct Line
    {
        QString name;
        std::vector<QPointF> points; ///< ascending x; y in [0, 1]
    };

    explicit LinesView(QWidget *parent = nullptr);

    void setTitles(const QString &xTitle, const QString &yTitle);
    void setRange(double from, double to);
    /// The axis shows log(1 + x): for what is dense near zero. x is then 0 or more.
    void setLogarithmic(bool logarithmic);
    void setLines(std::vector<Line> lines);
    const std::vector<Line> &lines() const { return m_lines; }
    /// A vertical line at what is chosen; NaN for none.
    void setMark(double x);
    /// Every x of every line, one row each.
    ViewTable table() const;

    QSize sizeHint() const override { return {480, 190}; }
    QSize minimumSizeHint() const override { return {240, 150}; }

Q_SIGNALS:
    void clickedAt(double x);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    QRectF plot() const;
    QPointF toPixel(const QPointF &value) const;
    double scaled(double x) const;
    double unscaled(double x) const;
    void paintTicks(QPainter &painter);
    QColor colorOf(std::size_t line) const;
    void paintAxes(QPainter &painter);

    QString m_xTitle;
    QString m_yTitle;
    double m_from = 0.0;
    double m_to = 1.0;
    bool m_isLogarithmic = false;
    double m_mark;
    std::vector<Line> m_lines;
};

} // namespace convscope
