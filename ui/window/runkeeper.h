// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/common/result.h"
#include "core/inspection/weights.h"
#include "core/runs/runrecord.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <vector>

class QWidget;

namespace convscope {

class RunsController;
class RunsPanel;
class Session;
class TrainingRun;
class WindowMessages;

/// What a person does with the runs that are kept: continue, rename, delete, undo; and what the window says about keeping them.
class RunKeeper : public QObject
{
    Q_OBJECT

public:
    using ExperimentSource = std::function<Experiment()>;

    /// All must outlive it; `window` is the parent of its questions.
    RunKeeper(Session &session, RunsController &runs, RunsPanel &panel, WindowMessages &messages, QWidget *window);
    /// Where the settings of a branch come from: the form.
    void setExperimentSource(ExperimentSource source) { m_experiment = std::move(source); }

    /// A new run that goes on from weights of the shown run that were operated on, with these filters frozen.
    void trainOn(const WeightsPtr &operated, const std::vector<FrozenFilter> &frozen);

private:
    Experiment settingsAt(const TrainingRun &run, qint64 steps) const;
    void connectSession();
    void connectPanel();
    /// Offers to go on with the newest run where that was interrupted.
    void offerContinuation();
    void continueRun(int number);
    /// 0: the question was taken back.
    int askForEpochs(const TrainingRun &run);
    int askForEpochs(const TrainingRun &run, const QString &title, const QString &question);
    /// Asks for the moment, makes the branch and trains it.
    void branch(int number);
    void branchFrom(int number, const std::vector<CheckpointInfo> &checkpoints);
    void train(int parent, int epochs, const Result<RunRecord> &child);
    void renameRun(int number);
    void deleteRuns(const QList<int> &numbers);
    void takeOffList(int number);
    void restoreRuns(const QList<int> &numbers);

    Session &m_session;
    RunsController &m_runs;
    RunsPanel &m_panel;
    WindowMessages &m_messages;
    QWidget *m_window;
    ExperimentSource m_experiment;
    /// What the next undo puts back: numbers, and the ids that are in the trash (empty for runs that were not kept).
    QList<int> m_deleted;
    QHash<int, QString> m_deletedIds;
};

} // namespace convscope
