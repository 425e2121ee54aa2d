// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/paper/paperplan.h"
#include "core/runs/trainingplan.h"
#include "core/training/sweep.h"
#include "core/training/validator.h"

#include <QFuture>

namespace convscope {

class Engine;

/// A sweep as it would be trained now.
struct PlannedSweep
{
    Sweep sweep;
    TrainingPlan plan;
    /// Runs that it doesn't plan, or entries of the queue, belong to a sweep of that name.
    bool isNameUsed = false;
};

/// Plans for the window: everything is worked on in the background. `laboratory`: its file.
class TrainingPlanner
{
public:
    /// `engine`: nullptr where there is none. It must outlive the planner and what it works on.
    TrainingPlanner(const QString &laboratory, const DatasetPtr &data, const ExperimentLimits &limits, Engine *engine);

    /// How fast the machine is, see speedtrial.h; for setTrial(). Nothing without an engine.
    QFuture<std::optional<RunRecord>> tryOut(const Experiment &experiment) const;
    /// Counts where the laboratory has no run that tells.
    void setTrial(const RunRecord &trial) { m_trial = trial; }
    bool hasTrial() const { return m_trial.has_value(); }
    bool canTry() const { return m_engine != nullptr; }
    /// A sweep in its JSON form. A failure also where a variant can't be trained, with the reason.
    QFuture<Result<PlannedSweep>> planSweep(const QByteArray &json) const;
    QFuture<Result<TrainingPlan>> plan(const std::vector<Experiment> &experiments) const;
    /// Writes the report of the paper's experiments, as far as they are there, into a folder; gives the page in it.
    QFuture<Result<QString>> writePaperReport(const PaperChoice &choice, const QString &command, const QString &folder) const;
    /// Puts what is wanted of it into the queue. Empty, or a sentence.
    QFuture<QString> enqueue(const TrainingPlan &plan, const SweepMembership &sweep) const;
    /// Bytes that are free where the laboratory is; -1 where that can't be told.
    qint64 freeBytes() const;

private:
    const QString m_laboratory;
    const DatasetPtr m_data;
    const ExperimentLimits m_limits;
    Engine *const m_engine;
    std::optional<RunRecord> m_trial;
};

} // namespace convscope
