// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/runscontroller.h"

#include "ui/forms/livecontrols.h"
#include "ui/models/runlistmodel.h"
#include "ui/models/whendone.h"
#include "ui/pages/curvespage.h"
#include "ui/window/runactions.h"
#include "ui/window/runprogress.h"
#include "ui/window/runspanel.h"
#include "ui/window/session.h"
#include "ui/window/statuspanel.h"

#include <chrono>

namespace convscope {

namespace {

/// What diverged would diverge again, with the same numbers.
bool canContinue(const TrainingRun &run)
{
    return !run.id().isEmpty() && isFinal(run.state()) && run.state() != RunState::Diverged && run.state() != RunState::Elsewhere;
}

} // namespace

RunsController::RunsController(Session &session, const Views &views, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_views(views)
    , m_presets(builtInPresets())
{
    m_rowTimer.setInterval(std::chrono::milliseconds(500));
    connect(&m_rowTimer, &QTimer::timeout, this, &RunsController::updateActiveRow);
    connect(&session, &Session::runCreated, this, &RunsController::addRun);
    connect(&session, &Session::runListed, this, [this](const TrainingRun *run) { m_views.list->addRun(rowOf(*run)); });
    connect(&session, &Session::runGone, this, &RunsController::takeOffViews);
    connect(&session, &Session::runChanged, this, &RunsController::takeChange);
    connectViews();
    updateActiveViews();
}

void RunsController::connectViews()
{
    connect(m_views.list, &RunsPanel::runSelected, this, &RunsController::showRun);
    connect(m_views.list, &RunsPanel::showCurvesRequested, this, [this](int number) {
        showRun(number);
        Q_EMIT curvesRequested();
    });
    connect(m_views.list, &RunsPanel::useSettingsRequested, this, [this](int number) {
        if (const TrainingRun *run = m_session.run(number)) {
            Q_EMIT useSettingsRequested(run->experiment());
        }
    });
    connect(m_views.liveControls, &LiveControls::liveSettingsChanged, this, [this](const LiveSettings &settings) {
        if (TrainingRun *run = m_session.activeRun()) {
            run->changeLiveSettings(settings);
        }
    });
}

void RunsController::connectActions(const RunActions &actions)
{
    const auto onActiveRun = [this](void (TrainingRun::*function)()) {
        return [this, function] {
            if (TrainingRun *run = m_session.activeRun()) {
                (run->*function)();
            }
        };
    };
    connect(&actions, &RunActions::pauseRequested, this, onActiveRun(&TrainingRun::pause));
    connect(&actions, &RunActions::resumeRequested, this, onActiveRun(&TrainingRun::resume));
    connect(&actions, &RunActions::stopRequested, this, onActiveRun(&TrainingRun::stop));
}

bool RunsController::stepActiveRun(RunControl::Begin step)
{
    TrainingRun *run = m_session.activeRun();
    if (!run) {
        return false;
    }
    if (step == RunControl::Begin::OneBatch) {
        run->stepBatch();
    } else {
        run->stepEpoch();
    }
    return true;
}

TrainingRun *RunsController::shownRun() const
{
    return m_session.run(m_shown);
}

RunState RunsController::activeState() const
{
    const TrainingRun *run = m_session.activeRun();
    return run ? run->state() : RunState::Idle;
}

void RunsController::addRun(TrainingRun *run)
{
    connect(run, &TrainingRun::stateChanged, this, [this, run] {
        updateRow(*run);
        updateActiveViews();
        Q_EMIT activeStateChanged();
    });
    connect(run, &TrainingRun::epochFinished, this, [this, run] { updateRow(*run); });
    connect(run, &TrainingRun::started, this, &RunsController::shownRunUpdated);
    connect(run, &TrainingRun::ended, this, [this, run](const RunEnd &end) {
        updateRow(*run);
        m_views.curves->refresh();
        Q_EMIT runEnded(run, end);
    });
    m_views.list->addRun(rowOf(*run));
    const TrainingRun *before = shownRun();
    const bool goesOn = before == run; // it has taken the place of the one that is shown
    m_shown = 0;
    showRun(run->number());
    if (run->parentRun().isEmpty()) { // a branch has its parent behind it
        m_views.curves->setGhost(before && !goesOn && before->history()->epochCount() > 1 ? before->history() : nullptr);
    }
}

void RunsController::restoreRun(int number)
{
    m_session.restoreRun(number);
    if (const TrainingRun *run = m_session.run(number)) {
        m_views.list->addRun(rowOf(*run));
        showRun(number);
    }
}

void RunsController::removeRun(int number)
{
    m_session.removeRun(number);
    if (!m_session.run(number)) { // else it trains, or is about to
        takeOffViews(number);
    }
}

void RunsController::takeOffViews(int number)
{
    m_views.list->removeRun(number);
    if (number == m_shown) {
        m_views.curves->setHistory(nullptr);
        m_views.curves->setGhost(nullptr);
        m_views.status->setRun(nullptr);
        m_shown = 0;
        Q_EMIT shownRunChanged();
    }
    if (m_shown == 0 && m_views.list->selectedRun() != 0) {
        showRun(m_views.list->selectedRun());
    }
}

void RunsController::showRun(int number)
{
    TrainingRun *run = m_session.run(number);
    if (!run || number == m_shown) {
        return;
    }
    m_shown = number;
    m_views.list->selectRun(number);
    if (run->unread()) {
        readHistory(*run); // what is shown stays until it is there
    } else {
        showHistory(*run);
    }
    m_views.status->setRun(run);
    updateActiveViews();
    Q_EMIT shownRunChanged();
}

void RunsController::takeChange(TrainingRun *run)
{
    updateRow(*run);
    if (run->number() != m_shown) {
        return;
    }
    if (run->unread()) {
        readHistory(*run);
    }
    m_views.status->setRun(run);
    Q_EMIT shownRunUpdated();
}

void RunsController::showHistory(const TrainingRun &run)
{
    const TrainingRun *parent = m_session.runWithId(run.parentRun());
    m_views.curves->setGhost(parent && !parent->unread() ? parent->history() : nullptr);
    m_views.curves->setHistory(run.history());
    if (parent && parent->unread()) {
        readHistory(*parent); // comes as a ghost when it is there
    }
}

void RunsController::readHistory(const TrainingRun &run)
{
    whenDone(this, m_session.laboratory()->load(run.id()), [this, number = run.number()](const Result<LoadedRun> &loaded) { takeHistory(number, loaded); });
}

void RunsController::takeHistory(int number, const Result<LoadedRun> &loaded)
{
    TrainingRun *run = m_session.run(number);
    if (!run || !run->unread()) {
        return;
    }
    if (loaded) {
        run->setHistory(loaded.value().history);
        updateRow(*run);
    }
    const TrainingRun *shown = shownRun();
    if (loaded && shown && number != m_shown && run->id() == shown->parentRun()) {
        m_views.curves->setGhost(run->history());
    }
    if (number == m_shown) {
        showHistory(*run);
        m_views.status->setRun(run);
        Q_EMIT shownRunChanged();
    }
    for (const QString &sentence : loaded ? loaded.value().problems : QStringList(loaded.error())) {
        Q_EMIT readingFailed(sentence);
    }
}

RunRow RunsController::rowOf(const TrainingRun &run) const
{
    RunRow row;
    row.number = run.number();
    row.name = run.name();
    row.state = run.state();
    const RunProgress progress = progressOf(run);
    row.epoch = progress.epoch;
    row.epochs = progress.epochs;
    row.progress = progress.share;
    row.lastAccuracy = run.history()->lastTestAccuracy();
    row.bestAccuracy = run.history()->bestTestAccuracy();
    if (const std::optional<RunRecord> &record = run.unread(); record && record->last && record->best) {
        row.lastAccuracy = record->last->testAccuracy;
        row.bestAccuracy = record->best->testAccuracy;
    }
    row.canContinue = canContinue(run);
    row.isKept = !run.id().isEmpty() && isFinal(run.state()) && run.state() != RunState::Elsewhere;
    row.tags = run.labels().tags;
    row.note = run.labels().note;
    row.isFavourite = run.labels().favourite;
    if (const std::optional<RunEnd> end = run.history()->ended()) {
        row.reason = reasonText(*end);
    }
    row.experiment = run.experiment();
    for (const Preset &preset : m_presets) {
        if (preset.experiment.name == run.experiment().name) {
            row.preset = preset.experiment;
        }
    }
    return row;
}

void RunsController::retranslate()
{
    for (int number = 1; number <= m_session.lastNumber(); ++number) {
        if (const TrainingRun *run = m_session.run(number)) {
            updateRow(*run);
        }
    }
}

void RunsController::updateRow(const TrainingRun &run)
{
    m_views.list->updateRun(rowOf(run));
}

void RunsController::updateActiveRow()
{
    if (const TrainingRun *run = m_session.activeRun()) {
        updateRow(*run);
    }
}

void RunsController::updateActiveViews()
{
    const TrainingRun *run = m_session.activeRun();
    const bool training = run && run->state() == RunState::Training;
    if (training) {
        m_rowTimer.start();
    } else {
        m_rowTimer.stop();
    }
    m_views.liveControls->setEnabledFor(run != nullptr, run && !run->experiment().architecture.hiddenLayers.empty());
    if (run) {
        m_views.liveControls->setLiveSettings(run->liveSettings());
    }
    m_views.curves->setRunning(run != nullptr);
}

} // namespace convscope
