// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/curvesdata.h"

#include "ui/charts/plotview.h"

#include <QWidget>

#include <array>

class QToolButton;

namespace convscope {

/// The two charts of a run, loss above accuracy, over one x axis. Both show the data that they were given; update()
/// after it has grown.
class CurvesCharts : public QWidget
{
    Q_OBJECT

public:
    /// The data must outlive the charts.
    CurvesCharts(const CurvesData &run, const CurvesData &ghost, QWidget *parent = nullptr);

    void setOptions(const CurvesOptions &options);
    const CurvesOptions &options() const { return m_options; }
    /// Shows what the data holds now; `anew` after another run was given.
    void updateData(bool anew = false);

    /// While following, the view shows the whole run as it grows. A hand on the view ends it; setFollowing(true) takes
    /// it up again.
    void setFollowing(bool following);
    void resetView();
    /// Where the time line stands, in steps; nothing at the present.
    void setPosition(std::optional<qint64> steps);

    PlotView *plot(Quantity quantity) const { return m_plots[quantity == Quantity::Loss ? 0 : 1]; }
    std::vector<PlotView *> plots() const { return {m_plots.begin(), m_plots.end()}; }

Q_SIGNALS:
    void followingChanged(bool following);
    void dismissGhostRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum Series : std::size_t { GhostTrain, GhostTest, Batches, Smoothed, Train, Test };

    void addSeries(PlotView *plot);
    void connectPlot(PlotView *plot, PlotView *other);
    void retranslateUi();
    void placeGhostButton();
    void updatePlot(Quantity quantity);
    void updateAnnotations(Quantity quantity);
    void updateLimits();
    void showReadout(double x);
    void hideReadout();
    void stepReadout(int direction);
    void stopFollowing();

    const CurvesData &m_run;
    const CurvesData &m_ghost;
    CurvesOptions m_options;
    std::array<PlotView *, 2> m_plots{};
    /// What the y axes show at home, kept while the data fits it well.
    std::array<PlotRange, 2> m_homeY;
    QToolButton *m_ghostButton = nullptr;
    std::optional<double> m_readoutX;
    std::optional<qint64> m_position;
    bool m_following = true;
};

} // namespace convscope
