// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/overfitting.h"
#include "ui/models/comparedanswers.h"
#include "ui/pages/compareview.h"
#include "ui/views/viewexport.h"

#include <optional>

class QLabel;
class QPushButton;
class QTableWidget;

namespace convscope {

class PictureGrid;

/// Overfitting of the selected run, named: from which epoch, how large the gap is, which class pays, which pictures are lost. One click
/// provokes it; one click each tries a cure as a duel against the run.
class CompareOverfitting : public CompareView
{
    Q_OBJECT

public:
    enum class Cure { Dropout, WeightDecay, Augmentation, StopAtBest };

    CompareOverfitting(ComparedRuns &runs, Inspection &inspection);

    QString problem() const override { return QString(); }
    void refresh() override;
    void retranslateUi() override;
    ViewExport *viewExport() override { return m_export; }

    /// 500 pictures, a fifth of them with wrong labels, many epochs, and nothing that helps against it.
    static Experiment provoked(Experiment experiment);
    static Experiment cured(Experiment experiment, Cure cure);

private:
    void setupUi();
    ComparedRow base() const;
    void show();
    void showCost();
    void take(const ComparedRow &row, const DatasetPtr &data, const Result<ComparedAnswers> &answers);
    ViewTable table() const;

    ComparedRuns &m_runs;
    Inspection &m_inspection;
    QWidget *m_body;
    QLabel *m_text;
    QLabel *m_cureText;
    QPushButton *m_provoke;
    std::vector<QPushButton *> m_cures;
    QTableWidget *m_classes;
    QLabel *m_lostTitle;
    PictureGrid *m_lost;
    ViewExport *m_export;
    ComparedRow m_row;
    DatasetPtr m_data;
    std::optional<Overfitting> m_found;
    std::optional<OverfittingCost> m_cost;
    QString m_failure; ///< why the cost can't be told
    int m_job = 0; ///< number of the newest
};

} // namespace convscope
