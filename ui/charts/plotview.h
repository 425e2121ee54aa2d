// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/plotcurves.h"
#include "ui/charts/plotscene.h"

#include <QWidget>

#include <memory>

namespace convscope {

/// One chart: lines over a common x, with marks, a shaded area and a readout. It follows the palette, is zoomed and
/// moved by mouse and keyboard (see PlotNavigator), and draws only what the pixels can show of its lines.
///
/// A change is drawn at the next paint event, so many changes at once cost one repaint. Setting data never moves the
/// view; showHome() does.
class PlotView : public QWidget
{
    Q_OBJECT

public:
    explicit PlotView(AxisFormat yFormat, QWidget *parent = nullptr);
    ~PlotView() override;

    /// An empty xTitle leaves out the numbers below the plot, too.
    void setTitles(const QString &title, const QString &unit, const QString &xTitle);

    /// Returns the number of the new series; later ones are drawn above earlier ones.
    std::size_t addSeries(const PlotStyle &style);
    void setSeriesName(std::size_t series, const QString &name);
    /// Ascending x; values that are not finite break the line.
    void setPoints(std::size_t series, std::vector<QPointF> points);
    /// The curve may grow later; call refresh() then.
    void setCurve(std::size_t series, std::shared_ptr<const CurvePyramid> curve, const SampleGrid &grid);
    void setSeriesVisible(std::size_t series, bool visible);
    void setSeriesStyle(std::size_t series, const PlotStyle &style)
    {
        m_scene.series[series].style = style;
        refresh();
    }
    void refresh();

    void setMarks(std::vector<PlotMark> marks);
    void setShade(std::optional<PlotShade> shade);
    void setBands(std::vector<PlotShade> bands);
    void setReadout(std::optional<PlotReadout> readout);
    /// Read aloud by screen readers.
    void setSummary(const QString &summary) { setAccessibleDescription(summary); }

    void setXScale(AxisScale scale);
    void setYScale(AxisScale scale);
    /// See PlotAxis::setLimits(); leastStep is the distance between two samples.
    void setXLimits(const PlotRange &home, const PlotRange &full, double leastStep);
    void setYLimits(const PlotRange &home, const PlotRange &full);
    void showHome();
    void setXRange(const PlotRange &range);
    void setYRange(const PlotRange &range);

    const PlotScene &scene() const { return m_scene; }
    /// Number of points that the lines of a series are drawn with now.
    std::size_t drawnPoints(std::size_t series);
    /// The chart without pointer, focus and selection, for export; what is shown, on a picture of the widget's size.
    void render(QPainter &painter);
    using QWidget::render;

    // What mouse and keyboard do; each counts as a hand on the view.
    void zoomAt(const QPointF &pixel, double xFactor, double yFactor);
    void panBy(const QPointF &pixels);
    void zoomTo(const QRectF &pixels);
    void setRubberBand(const QRectF &pixels);
    void pointAt(const QPointF &pixel);

    QSize sizeHint() const override { return {640, 280}; }
    QSize minimumSizeHint() const override { return {240, 120}; }

Q_SIGNALS:
    /// Somebody zoomed or moved; not sent by the setters.
    void viewMovedByHand();
    void resetRequested();
    /// The pointer is at this x (a value).
    void pointedAt(double x);
    void pointerLeft();
    /// The readout shall go one point to the left (-1) or right (+1).
    void readoutStepRequested(int direction);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void updateLines();
    void paintAll(QPainter &painter);
    void paintCurves(QPainter &painter, PlotCurves::Layer layer);
    void layOut();

    PlotScene m_scene;
    std::unique_ptr<PlotCurves> m_curves;
    bool m_linesDirty = true;
    bool m_exporting = false;
};

} // namespace convscope
