// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/otheranswers.h"
#include "ui/views/viewexport.h"

#include <QWidget>

#include <functional>

class QLabel;
class QTableWidget;
class QToolButton;

namespace convscope {

class PlotView;

/// One test picture in several runs: what each answers at its end, how sure it is, and since when it is right; below, how the probability
/// of the true class moved in each. The shown run comes first. Each run has the colour and the marker that it has everywhere.
class PredictionsOthers : public QWidget
{
    Q_OBJECT

public:
    explicit PredictionsOthers(QWidget *parent = nullptr);

    /// Gives a run of the laboratory its number, which decides its colour and its marker; 0 where it has none.
    void setRunNumbers(const std::function<int(const QString &id)> &numberOf);
    void setRuns(const std::vector<RunAnswersPtr> &runs);
    /// index -1: none.
    void setPicture(const PredictionsStatePtr &state, int index);
    ViewExport *viewExport() const { return m_viewExport; }
    void retranslateUi();

Q_SIGNALS:
    /// A row was chosen: that run shall be compared with. The shown run's row has no id.
    void runChosen(const QString &id);

protected:
    void changeEvent(QEvent *event) override;

private:
    /// What is said of the picture by one run.
    struct Row
    {
        QString id;
        QString name;
        int number = 0;
        int answer = -1;
        double confidence = 0.0;
        LearntEpochs story;
        std::vector<int> epochs;
        std::vector<std::uint8_t> predicted; ///< one for each epoch
        std::vector<double> truth; ///< probability of the true class, one for each epoch
    };
    void setupUi();
    void showAll();
    void fillTable();
    void fillChart();
    Row ownRow() const;
    Row rowOf(const RunAnswers &run) const;
    int label() const;
    ViewTable table() const;

    std::function<int(const QString &)> m_numberOf;
    std::vector<RunAnswersPtr> m_runs;
    PredictionsStatePtr m_state;
    int m_index = -1;
    std::vector<Row> m_rows;
    QLabel *m_title = nullptr;
    QTableWidget *m_table = nullptr;
    PlotView *m_chart = nullptr;
    std::size_t m_series = 0; ///< that the chart has
    QToolButton *m_export = nullptr;
    ViewExport *m_viewExport = nullptr;
};

} // namespace convscope
