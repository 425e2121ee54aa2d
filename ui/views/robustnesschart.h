// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/viewexport.h"

#include <QColor>
#include <QWidget>

#include <vector>

namespace convscope {

/// Accuracy of several runs against several disturbances: one panel for each disturbance, side by side over the same scale, one colour and
/// mark for each run, and their names above.
class RobustnessChart : public QWidget
{
    Q_OBJECT

public:
    struct Panel
    {
        QString title; ///< "Shift (pixels)"
        std::vector<double> amounts; ///< rising
        std::vector<std::vector<double>> accuracies; ///< [runs][amounts], in [0, 1]; NaN is left out
    };

    explicit RobustnessChart(QWidget *parent = nullptr);

    void setContent(const QStringList &runs, std::vector<Panel> panels);
    const std::vector<Panel> &panels() const { return m_panels; }
    bool isEmpty() const { return m_panels.empty(); }
    /// A row for each amount of each disturbance, a column for each run.
    ViewTable table() const;

    QSize sizeHint() const override { return {640, 260}; }
    QSize minimumSizeHint() const override { return {360, 220}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QColor colorOf(std::size_t run) const;
    int paintNames(QPainter &painter) const;
    void paintPanel(QPainter &painter, const QRectF &box, const Panel &panel, bool isFirst) const;
    void paintRun(QPainter &painter, const QRectF &box, const Panel &panel, std::size_t run) const;
    void describe();

    QStringList m_runs;
    std::vector<Panel> m_panels;
};

} // namespace convscope
