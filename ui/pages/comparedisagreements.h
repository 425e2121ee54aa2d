// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/disagreements.h"
#include "ui/models/comparedanswers.h"
#include "ui/pages/compareview.h"
#include "ui/views/viewexport.h"

#include <array>
#include <optional>

class QCheckBox;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace convscope {

class ConfusionMatrix;
class PictureGrid;
class ProbabilityBars;

/// The test pictures on which two ticked runs are not of one mind, after their last epochs; with the probabilities of both, and the
/// difference of their confusion matrices. A click makes a picture that of all pages.
class CompareDisagreements : public CompareView
{
    Q_OBJECT

public:
    CompareDisagreements(ComparedRuns &runs, Inspection &inspection);

    QString problem() const override;
    void refresh() override;
    void retranslateUi() override;
    ViewExport *viewExport() override { return m_export; }

private:
    struct Shown
    {
        std::array<ComparedRow, 2> rows;
        ComparedAnswers answers;
        DatasetPtr data;
        std::array<std::vector<Answer>, 2> said;
        Disagreements parted;
    };
    void setupUi();
    void take(const std::array<ComparedRow, 2> &rows, const DatasetPtr &data, const Result<ComparedAnswers> &answers);
    void show();
    void showBars();
    void choose(int picture);
    ViewTable table() const;

    ComparedRuns &m_runs;
    Inspection &m_inspection;
    QWidget *m_body;
    std::array<QLabel *, 2> m_titles;
    std::array<PictureGrid *, 2> m_grids;
    ProbabilityBars *m_bars;
    ConfusionMatrix *m_matrix;
    QLabel *m_text;
    QCheckBox *m_showsMatrix;
    QPushButton *m_both;
    QStackedWidget *m_stack;
    ViewExport *m_export;
    /// What was asked for last: under way, shown, or failed.
    struct Asked
    {
        std::array<ComparedRunPtr, 2> runs;
        DatasetPtr data;
        bool operator==(const Asked &) const = default;
    };
    std::optional<Asked> m_asked;
    std::optional<Shown> m_shown;
    int m_picture = -1; ///< whose probabilities are shown; -1: none
    QString m_failure;
    int m_job = 0; ///< number of the newest
};

} // namespace convscope
