// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/predictions.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace convscope {

class PlotView;
class PredictionsOthers;
class ProbabilityBars;

/// What is known of one test picture: all probabilities, how they moved from epoch to epoch, when it was learnt or forgotten, and the
/// same of what is compared with and of other runs.
class PredictionsDetail : public QWidget
{
    Q_OBJECT

public:
    explicit PredictionsDetail(QWidget *parent = nullptr);

    PredictionsOthers *others() const { return m_others; }
    void setPicture(const PredictionsStatePtr &state, int index);
    void retranslateUi();

protected:
    void changeEvent(QEvent *event) override;

private:
    void setupUi();
    void showAll();
    void updateChart();
    void copyNumbers() const;
    std::vector<float> probabilities(const EpochAnswers &epoch) const;

    PredictionsStatePtr m_state;
    int m_index = -1;
    QLabel *m_picture = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_text = nullptr;
    ProbabilityBars *m_bars = nullptr;
    QLabel *m_story = nullptr;
    PlotView *m_chart = nullptr;
    QLabel *m_otherText = nullptr;
    QToolButton *m_copy = nullptr;
    PredictionsOthers *m_others = nullptr;
};

} // namespace convscope
