// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/rateverdict.h"
#include "ui/charts/plotview.h"
#include "ui/views/viewexport.h"

namespace convscope {

/// The curve of a learning-rate search: the loss of each step, and smoothed, over the rate on a logarithmic axis, with what was found marked.
class RateFinderPlot : public PlotView
{
    Q_OBJECT

public:
    explicit RateFinderPlot(QWidget *parent = nullptr);

    /// Shows the whole range of the plan.
    void setPlan(const RateSearchPlan &plan);
    /// All so far.
    void setSearchPoints(const std::vector<RatePoint> &points);
    void setVerdict(const RateVerdict &verdict);
    void retranslate();
    ViewTable table() const;

    // Of the marks, and of the words that explain them.
    static QColor steepestColor(const QPalette &palette);
    static QColor breakingColor(const QPalette &palette);
    static QColor suggestionColor(const QPalette &palette);

private:
    void updateMarks();
    void updateLimits();
    void showReadout(std::size_t index);
    void pointTo(double rate);

    RateSearchPlan m_plan;
    std::vector<RatePoint> m_points;
    RateVerdict m_verdict;
    std::size_t m_readout = 0;
};

} // namespace convscope
