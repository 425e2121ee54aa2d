// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/otherruns.h"
#include "ui/models/robustnessjob.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace convscope {

class RobustnessChart;

/// The shift test: the accuracy of the chosen runs over all test pictures while these are moved, turned or made noisy. Shows why
/// convolutions help.
class TryShiftTest : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive it.
    TryShiftTest(Inspection &inspection, OtherRuns &runs, QWidget *parent = nullptr);

    bool isBusy() const { return m_job->isBusy(); }
    /// What is seen, in words.
    static QString sentence(const RobustnessJob::Answer &answer);
    void retranslateUi();

Q_SIGNALS:
    void failed(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void setupUi();
    void fill();
    void updateState();
    void start();
    void show(const RobustnessJob::Answer &answer);
    void showAnswer();

    Inspection &m_inspection;
    OtherRuns &m_runs;
    RobustnessJob *m_job;
    std::optional<RobustnessJob::Answer> m_answer;
    QLabel *m_text = nullptr;
    QListWidget *m_list = nullptr;
    QPushButton *m_start = nullptr;
    QPushButton *m_cancel = nullptr;
    QProgressBar *m_progress = nullptr;
    QToolButton *m_export = nullptr;
    RobustnessChart *m_chart = nullptr;
    QLabel *m_sentence = nullptr;
};

} // namespace convscope
