// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/trainingplanner.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace convscope {

class PlanList;

/// The experiments of the paper: which of them are in the laboratory, what the others take, and the report of all. Deletes itself when it
/// is closed.
class PaperBox : public QDialog
{
    Q_OBJECT

public:
    PaperBox(const TrainingPlanner &planner, QWidget *parent);

Q_SIGNALS:
    /// Train what is missing of it.
    void chosen(const convscope::TrainingPlan &plan);
    /// The report could not be written, and the box was closed meanwhile.
    void failed(const QString &sentence);

private:
    void setupUi();
    QWidget *createChoices();
    QWidget *createButtons();
    PaperChoice choice() const;
    QString command() const;
    void plan();
    void take(const TrainingPlan &plan);
    void tryOut();
    void showReport();
    void saveReport();
    void write(const QString &folder);

    TrainingPlanner m_planner;
    TrainingPlan m_plan;
    int m_job = 0; ///< number of the newest planning
    bool m_hasTried = false;
    QLabel *m_text;
    QCheckBox *m_batchNorm;
    QSpinBox *m_seeds;
    PlanList *m_list;
    QPushButton *m_train;
    QPushButton *m_show;
    QPushButton *m_save;
};

} // namespace convscope
