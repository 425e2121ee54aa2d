// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/common/result.h"
#include "core/training/presets.h"
#include "core/runs/runreader.h"
#include "core/training/trainingrun.h"

#include <QObject>
#include <QTimer>

#include <vector>

namespace convscope {

class CurvesPage;
class LiveControls;
class RunActions;
class RunsPanel;
class Session;
class StatusPanel;
struct RunRow;

/// Connects the session's runs with what shows them: the list, the curves, the status bar, and the settings that act while a run
/// trains. One run is shown at a time; the one shown before a new run stays as a ghost behind its curves.
class RunsController : public QObject
{
    Q_OBJECT

public:
    struct Views
    {
        CurvesPage *curves = nullptr;
        LiveControls *liveControls = nullptr;
        RunsPanel *list = nullptr;
        StatusPanel *status = nullptr;
    };

    /// Session and views must outlive the controller.
    RunsController(Session &session, const Views &views, QObject *parent);

    /// nullptr before the first run.
    TrainingRun *shownRun() const;
    /// State of the active run; Idle without one.
    RunState activeState() const;
    void showRun(int number);
    /// Pause, resume and stop act on the active run from now on.
    void connectActions(const RunActions &actions);
    /// Takes a run that has ended off the list, and puts it back.
    void removeRun(int number);
    void restoreRun(int number);
    /// After it was renamed.
    void updateRow(const TrainingRun &run);
    /// Trains the active run one batch or one epoch further; false when there is none.
    bool stepActiveRun(RunControl::Begin step);
    /// The reasons of ended runs, in the language that was chosen.
    void retranslate();

Q_SIGNALS:
    /// A run began, was paused, resumed or ended.
    void activeStateChanged();
    /// See shownRun(); also when the one that is shown was read, or goes on as another object.
    void shownRunChanged();
    /// What is known of the run that is shown has become more.
    void shownRunUpdated();
    void runEnded(const convscope::TrainingRun *run, const convscope::RunEnd &end);
    void useSettingsRequested(const convscope::Experiment &experiment);
    void curvesRequested();
    /// A stored run can't be read, or not all of it.
    void readingFailed(const QString &sentence);

private:
    void connectViews();
    void addRun(TrainingRun *run);
    void takeOffViews(int number);
    void takeChange(TrainingRun *run);
    void showHistory(const TrainingRun &run);
    void readHistory(const TrainingRun &run);
    void takeHistory(int number, const Result<LoadedRun> &loaded);
    RunRow rowOf(const TrainingRun &run) const;
    void updateActiveRow();
    void updateActiveViews();

    Session &m_session;
    const Views m_views;
    const std::vector<Preset> m_presets;
    int m_shown = 0;
    QTimer m_rowTimer;
};

} // namespace convscope
