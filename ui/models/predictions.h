// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/inspection.h"
#include "ui/models/predictionsstate.h"

#include <map>
#include <set>

namespace convscope {

/// Follows the inspection: gathers the probabilities of the run's epochs, from memory where this session trained them, else from the
/// laboratory, and works out what the page shows. Reading and computing run in the background; only while active. Main thread.
class Predictions : public QObject
{
    Q_OBJECT

public:
    explicit Predictions(Inspection &inspection, QObject *parent = nullptr);

    /// Whether somebody looks.
    void setActive(bool isActive);
    /// nullptr while there is nothing to show.
    PredictionsStatePtr state() const { return m_state; }
    /// Why the shown epoch can't be shown; empty while all is well.
    QString problem() const { return m_problem; }
    bool isBusy() const { return m_isReading || m_isAsking || m_isBuilding; }

    const std::vector<ComparableRun> &comparableRuns() const { return m_comparable; }
    const PredictionsComparison &comparison() const { return m_comparison; }
    void setComparison(const PredictionsComparison &comparison);

    /// Before the first epoch is complete: asks the present weights.
    bool canAsk() const;
    void ask();

Q_SIGNALS:
    void changed();
    void comparableRunsChanged();

private:
    using Read = std::vector<EpochAnswersPtr>;
    void takeRun();
    void takeData();
    void schedule();
    void refresh();
    void gather();
    bool readMissing();
    void readOther();
    void listRuns();
    EpochAnswersPtr shownAnswers() const;
    void build();
    void setProblem(const QString &sentence);
    QString dataProblem() const;

    Inspection &m_inspection;
    QTimer m_timer;
    bool m_isActive = false;
    bool m_isDirty = true;
    int m_generation = 0; ///< of the run
    int m_build = 0; ///< number of the newest job
    const TrainingRun *m_run = nullptr; ///< to be compared only
    QString m_id;
    bool m_isReading = false;
    bool m_isReadingOther = false;
    bool m_isAsking = false;
    bool m_isBuilding = false;
    std::map<int, EpochAnswersPtr> m_epochs;
    std::set<int> m_unreadable;
    EpochAnswersPtr m_asked;
    qint64 m_askedSteps = 0;
    PredictionsComparison m_comparison;
    EpochAnswersPtr m_other;
    std::vector<ComparableRun> m_comparable;
    PredictionsStatePtr m_state;
    QString m_problem;
};

} // namespace convscope
