// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/trainingplanner.h"

#include <QDialog>
#include <QJsonObject>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QSpinBox;
class QTimer;
class QVBoxLayout;

namespace convscope {

class PlanList;
class SweepRow;

/// Plans a sweep: which settings of an experiment are varied, and how; and says what that means in runs, time and disk before it
/// begins. What it plans is the JSON form of a sweep, which it also reads and writes. Deletes itself when it is closed.
class SweepDialog : public QDialog
{
    Q_OBJECT

public:
    /// `name` is proposed for the sweep.
    SweepDialog(const TrainingPlanner &planner, const Experiment &base, const QString &name, QWidget *parent);

    /// The sweep's file as it stands; a failure says what can't be read.
    Result<QJsonObject> json() const;
    /// Empty, or why that is no sweep.
    QString load(const QString &path);
    QString save(const QString &path) const;
    /// Where the proposed name still stands.
    void replaceName(const QString &proposed, const QString &better);

Q_SIGNALS:
    void chosen(const convscope::PlannedSweep &sweep);

private:
    void setupUi();
    QWidget *createSearch();
    QWidget *createStop();
    QWidget *createButtons();
    void connectChanges();
    SweepRow *addRow();
    void removeRow(SweepRow *row);
    void updateRows();
    /// What was planned is not what stands here any more.
    void markChanged();
    void setBase(const Experiment &base);
    bool isShown(const Sweep &sweep) const;
    void setRule(const MedianRule &rule);
    void showSweep(const QJsonObject &object, const Sweep &sweep);
    void askForFile();
    void askAndSave();
    void plan();
    void take(const Result<PlannedSweep> &planned);
    void tryOut();

    TrainingPlanner m_planner;
    Experiment m_base;
    MedianRule m_medianRule; ///< what isn't asked for here is that of the file
    std::optional<PlannedSweep> m_planned;
    int m_job = 0; ///< number of the newest planning
    bool m_hasTried = false;
    QTimer *m_planTimer;
    std::vector<SweepRow *> m_rows;
    QLabel *m_text;
    QLabel *m_baseText;
    QLineEdit *m_name;
    QVBoxLayout *m_rowsLayout;
    QPushButton *m_add;
    QRadioButton *m_grid;
    QRadioButton *m_random;
    QSpinBox *m_count;
    QSpinBox *m_seed;
    QSpinBox *m_seeds;
    QCheckBox *m_stop;
    QSpinBox *m_afterEpochs;
    QLabel *m_rule;
    QLabel *m_plan;
    PlanList *m_list;
    QPushButton *m_start;
};

} // namespace convscope
