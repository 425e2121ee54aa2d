// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/plotview.h"
#include "ui/pages/compareview.h"
#include "ui/views/viewexport.h"

#include <array>

class QLabel;

namespace convscope {

/// The epochs' curves of the ticked runs over each other: loss and accuracy, train dashed and test solid, each run in its colour and with
/// its marker.
class CompareCurves : public CompareView
{
    Q_OBJECT

public:
    explicit CompareCurves(ComparedRuns &runs);

    QString problem() const override;
    void refresh() override;
    void retranslateUi() override;
    ViewExport *viewExport() override { return m_export; }
    PlotView *lossPlot() const { return m_plots[0]; }
    PlotView *accuracyPlot() const { return m_plots[1]; }
    ViewTable table() const;

private:
    void update(std::size_t plot);
    void addSeries(std::size_t plot, std::size_t &next, const ComparedRow &row, bool isTest);
    void updateLimits(std::size_t plot);
    void showReadout(double x);
    double longest() const;

    ComparedRuns &m_runs;
    ViewExport *m_export;
    QLabel *m_legend;
    std::array<PlotView *, 2> m_plots;
    std::array<std::size_t, 2> m_seriesCount{0, 0};
    std::vector<ComparedRow> m_rows;
    int m_readout = 0; ///< epoch; 0 = none
};

} // namespace convscope
