// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/answers.h"
#include "core/inspection/confusion.h"
#include "core/runs/runrows.h"
#include "ui/models/inspection.h"

#include <map>
#include <set>

namespace convscope {

/// The answers after one epoch. Immutable, shared between threads.
struct EpochAnswers
{
    int epoch = 0;
    std::shared_ptr<const TestProbabilities> probabilities;
    std::vector<std::uint8_t> predicted; ///< one for each test picture
};
using EpochAnswersPtr = std::shared_ptr<const EpochAnswers>;

/// What is compared with: nothing, an epoch of the same run, or the last epoch of another run.
struct PredictionsComparison
{
    int epoch = 0; ///< 0: no epoch of the same run
    QString run; ///< id of another run
    QString runName;

    bool operator==(const PredictionsComparison &) const = default;
};

/// Everything that the page shows, worked out for one moment.
struct PredictionsState
{
    DatasetPtr data;
    int epoch = 0; ///< 0: asked in the middle of the first epoch
    qint64 steps = 0; ///< of such a question
    EpochAnswersPtr shown;
    std::vector<Answer> answers; ///< one for each test picture
    Confusion confusion;
    std::vector<EpochAnswersPtr> epochs; ///< all that are at hand, rising
    PredictionsComparison comparison;
    EpochAnswersPtr other; ///< nullptr without comparison
    std::vector<Answer> otherAnswers;
    Confusion otherConfusion;
};
using PredictionsStatePtr = std::shared_ptr<const PredictionsState>;

/// A run of the laboratory that was tested with the same pictures.
struct ComparableRun
{
    QString id;
    QString name;
    int epoch = 0; ///< its last complete one
};

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
