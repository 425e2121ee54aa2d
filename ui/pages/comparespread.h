// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/compareview.h"

class QComboBox;
class QLabel;

namespace convscope {

class ParallelView;
class ScatterView;

/// All runs as points: test accuracy against what it cost.
class CompareScatter : public CompareView
{
    Q_OBJECT

public:
    explicit CompareScatter(ComparedRuns &runs);

    QString problem() const override;
    void refresh() override;
    void retranslateUi() override;
    ViewExport *viewExport() override { return m_export; }

private:
    ComparedRuns &m_runs;
    QComboBox *m_cost;
    QLabel *m_costLabel;
    ScatterView *m_view;
    ViewExport *m_export;
};

/// All runs as lines through the settings in which they differ, and the accuracy.
class CompareCoordinates : public CompareView
{
    Q_OBJECT

public:
    explicit CompareCoordinates(ComparedRuns &runs);

    QString problem() const override;
    void refresh() override;
    void retranslateUi() override;
    ViewExport *viewExport() override { return m_export; }

private:
    ComparedRuns &m_runs;
    QLabel *m_text;
    ParallelView *m_view;
    ViewExport *m_export;
};

} // namespace convscope
