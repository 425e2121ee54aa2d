// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/duel.h"
#include "ui/pages/compareview.h"
#include "ui/views/viewexport.h"

class QComboBox;
class QLabel;
class QPushButton;

namespace convscope {

class PlotView;

/// Two ticked runs: what differs, whether the comparison is fair, and what came out; over several seeds with a paired test. Makes the
/// second run, and the repeats.
class CompareDuel : public CompareView
{
    Q_OBJECT

public:
    CompareDuel(ComparedRuns &runs, Inspection &inspection);

    QString problem() const override { return QString(); }
    void refresh() override;
    void retranslateUi() override;
    ViewExport *viewExport() override { return m_export; }

private:
    struct Curve
    {
        ComparedRow like; ///< gives colour and marker
        std::vector<QPointF> points;
        QString name;
        bool isMean = false;
    };
    void setupUi();
    void openDialog();
    void repeat();
    /// The run that "Duel…" changes: the selected one, else the first that is ticked.
    ComparedRow base() const;
    void nameBase();
    void showPair(const ComparedRow &a, const ComparedRow &b);
    void showCurves(const std::vector<Curve> &curves);
    std::vector<ComparedRunPtr> allRuns() const;
    ViewTable table() const;

    ComparedRuns &m_runs;
    Inspection &m_inspection;
    QLabel *m_text;
    QPushButton *m_start;
    QPushButton *m_repeat;
    QComboBox *m_count;
    QPushButton *m_both;
    PlotView *m_plot;
    ViewExport *m_export;
    std::size_t m_seriesCount = 0;
    SeedDuel m_seeds;
    std::set<int> m_shown; ///< ticks
    bool m_isMoved = false; ///< somebody has zoomed into those curves
};

} // namespace convscope
