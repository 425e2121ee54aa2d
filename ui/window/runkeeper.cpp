// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/runkeeper.h"

#include "core/training/changedsettings.h"
#include "core/training/settingrange.h"
#include "ui/models/whendone.h"
#include "ui/window/runprogress.h"
#include "ui/window/runscontroller.h"
#include "ui/window/runspanel.h"
#include "ui/window/session.h"
#include "ui/window/windowmessages.h"

#include <QInputDialog>

#include <algorithm>

namespace convscope {

namespace {

constexpr int proposedEpochs = 5;

} // namespace

RunKeeper::RunKeeper(Session &session, RunsController &runs, RunsPanel &panel, WindowMessages &messages, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_runs(runs)
    , m_panel(panel)
    , m_messages(messages)
    , m_window(window)
{
    connectSession();
    connectPanel();
}

void RunKeeper::connectSession()
{
    connect(&m_session, &Session::laboratoryFailed, &m_messages, &WindowMessages::showLaboratoryError);
    connect(&m_session, &Session::recordingTroubleChanged, this, [this] { m_messages.showSaveTrouble(m_session.recordingTrouble()); });
    connect(&m_session, &Session::continueFailed, &m_messages, &WindowMessages::showError);
    connect(&m_session, &Session::runCreated, &m_messages, &WindowMessages::closeOffer);
    connect(&m_session, &Session::runsListed, this, [this](const QStringList &problems) {
        for (const QString &problem : problems) {
            m_messages.showError(problem);
        }
        offerContinuation();
    });
    connect(&m_runs, &RunsController::readingFailed, &m_messages, &WindowMessages::showError);
}

void RunKeeper::connectPanel()
{
    connect(&m_panel, &RunsPanel::continueRequested, this, &RunKeeper::continueRun);
    connect(&m_panel, &RunsPanel::branchRequested, this, &RunKeeper::branch);
    connect(&m_panel, &RunsPanel::renameRequested, this, &RunKeeper::renameRun);
    connect(&m_panel, &RunsPanel::removeRequested, this, &RunKeeper::deleteRuns);
    connect(&m_messages, &WindowMessages::continueRequested, this, &RunKeeper::continueRun);
    connect(&m_messages, &WindowMessages::undoDeleteRequested, this, &RunKeeper::restoreRuns);
}

void RunKeeper::offerContinuation()
{
    const TrainingRun *newest = m_session.run(m_session.lastNumber());
    if (newest && newest->state() == RunState::Interrupted) {
        const RunProgress progress = progressOf(*newest);
        m_messages.offerContinuation(newest->number(), newest->name(), progress.epoch, progress.epochs);
    }
}

void RunKeeper::continueRun(int number)
{
    const TrainingRun *run = m_session.run(number);
    if (!run) {
        return;
    }
    const int epochs = run->state() == RunState::Finished ? askForEpochs(*run) : run->experiment().training.epochs;
    if (epochs > 0) {
        m_messages.closeEnd();
        m_session.continueRun(number, epochs);
    }
}

int RunKeeper::askForEpochs(const TrainingRun &run)
{
    const int done = run.experiment().training.epochs;
    return askForEpochs(run, tr("Continue this run"), tr("“%1” has trained %Ln epoch(s). How many shall it have in all?", nullptr, done).arg(run.name()));
}

int RunKeeper::askForEpochs(const TrainingRun &run, const QString &title, const QString &question)
{
    const int done = run.experiment().training.epochs;
    const int most = int(settingRange(QStringLiteral("training.epochs")).maximum);
    bool ok = false;
    const int epochs = QInputDialog::getInt(m_window, title, question,
                                            std::min(done + proposedEpochs, most), std::min(done + 1, most), most, 1, &ok);
    return ok ? epochs : 0;
}

void RunKeeper::branch(int number)
{
    const TrainingRun *run = m_session.run(number);
    if (!run || !m_session.laboratory() || run->id().isEmpty()) {
        return;
    }
    m_session.finishRecording(number);
    whenDone(this, m_session.laboratory()->checkpoints(run->id()), [this, number](const Result<std::vector<CheckpointInfo>> &checkpoints) {
        if (checkpoints) {
            branchFrom(number, checkpoints.value());
        } else {
            m_messages.showError(checkpoints.error());
        }
    });
}

void RunKeeper::branchFrom(int number, const std::vector<CheckpointInfo> &checkpoints)
{
    const TrainingRun *run = m_session.run(number);
    if (!run || checkpoints.empty()) {
        m_messages.showError(tr("Nothing is kept of this run from which it could go on."));
        return;
    }
    QStringList moments;
    for (const CheckpointInfo &info : checkpoints) {
        moments << (info.epochIsComplete ? tr("After epoch %L1 (batch %L2)") : tr("In epoch %L1 (batch %L2)")).arg(info.epoch).arg(info.steps);
    }
    bool ok = false;
    const QString chosen = QInputDialog::getItem(m_window, tr("Branch from here"), tr("A new run goes on from a moment of “%1”, with the learning rate, schedule, dropout, weight decay and epochs in the form. From which moment?").arg(run->name()), moments, 0, false, &ok);
    run = m_session.run(number); // the question took its time
    if (!ok || !run) {
        return;
    }
    const Experiment wanted = m_experiment();
    const qint64 steps = checkpoints[std::size_t(moments.indexOf(chosen))].steps;
    whenDone(this, m_session.laboratory()->branch(run->id(), steps, wanted), [this, number, epochs = wanted.training.epochs](const Result<RunRecord> &child) { train(number, epochs, child); });
}

void RunKeeper::train(int parent, int epochs, const Result<RunRecord> &child)
{
    if (!child) {
        m_messages.showError(child.error());
        return;
    }
    m_runs.showRun(parent); // its curves stay behind those of the branch
    m_session.continueRun(m_session.addStored(child.value()), epochs);
}

/// As the network trained there: with what had been changed meanwhile, and before its branch with what its parent trained with.
Experiment RunKeeper::settingsAt(const TrainingRun &run, qint64 steps) const
{
    const TrainingRun *owner = &run;
    while (!owner->parentRun().isEmpty() && steps < owner->parentSteps()) {
        const TrainingRun *parent = m_session.runWithId(owner->parentRun());
        if (!parent) {
            break;
        }
        owner = parent;
    }
    Experiment experiment = owner->experiment();
    const bool isNow = !run.record() && steps >= qint64(run.history()->batchCount());
    const qint64 first = steps < owner->parentSteps() ? 0 : owner->parentSteps();
    const std::optional<LiveSettings> changed = isNow ? run.liveSettings() : lastChange(*run.history(), first, steps);
    if (changed) {
        setLiveSettings(experiment, *changed);
    }
    return experiment;
}

void RunKeeper::trainOn(const WeightsPtr &operated, const std::vector<FrozenFilter> &frozen)
{
    const TrainingRun *run = m_runs.shownRun();
    if (!run || !m_session.laboratory() || run->id().isEmpty()) {
        return;
    }
    if (m_session.activeRun()) {
        m_messages.showError(tr("Another run is training, and only one can at a time. Stop it, or wait for its end; then train on from here."));
        return;
    }
    const int number = run->number();
    Experiment wanted = settingsAt(*run, operated->steps);
    wanted.training.frozenFilters = frozen;
    const std::optional<RunStarted> start = run->history()->started();
    if (start && operated->steps >= start->batchesPerEpoch * wanted.training.epochs) {
        wanted.training.epochs = askForEpochs(*run, tr("Train on from here"),
                                              tr("A new run goes on from “%1” after its %Ln epoch(s), with what was operated on or frozen. “%1” stays as it is. How many epochs shall the new run have in all?",
                                                 nullptr, run->experiment().training.epochs).arg(run->name()));
        run = m_session.run(number); // the question took its time
    }
    if (wanted.training.epochs == 0 || !run) {
        return;
    }
    m_session.finishRecording(number);
    whenDone(this, m_session.laboratory()->branch(run->id(), operated, wanted), [this, number, epochs = wanted.training.epochs](const Result<RunRecord> &child) { train(number, epochs, child); });
}

void RunKeeper::renameRun(int number)
{
    TrainingRun *run = m_session.run(number);
    if (!run) {
        return;
    }
    bool ok = false;
    const QString name = QInputDialog::getText(m_window, tr("Rename run"), tr("Name of the run:"), QLineEdit::Normal, run->name(), &ok).trimmed();
    run = m_session.run(number); // the question took its time
    if (!ok || name.isEmpty() || !run) {
        return;
    }
    run->setName(name);
    m_runs.updateRow(*run);
    if (!run->id().isEmpty()) {
        m_session.finishRecording(number);
        whenDone(&m_messages, m_session.laboratory()->rename(run->id(), name), [this](const QString &sentence) {
            if (!sentence.isEmpty()) {
                m_messages.showError(sentence);
            }
        });
    }
}

void RunKeeper::deleteRuns(const QList<int> &numbers)
{
    m_deleted.clear();
    m_deletedIds.clear();
    for (const int number : numbers) {
        const TrainingRun *run = m_session.run(number);
        if (!run || run->id().isEmpty()) {
            takeOffList(number);
            continue;
        }
        m_session.finishRecording(number);
        whenDone(this, m_session.laboratory()->moveToTrash(run->id()), [this, number](const QString &sentence) {
            if (sentence.isEmpty()) {
                takeOffList(number);
            } else {
                m_messages.showError(sentence);
            }
        });
    }
}

void RunKeeper::takeOffList(int number)
{
    const TrainingRun *run = m_session.run(number);
    if (!run) {
        return;
    }
    const QString name = run->name();
    m_deleted << number;
    m_deletedIds.insert(number, run->id());
    m_runs.removeRun(number);
    m_messages.reportDeleted(m_deleted, name);
}

void RunKeeper::restoreRuns(const QList<int> &numbers)
{
    for (const int number : numbers) {
        const QString id = m_deletedIds.value(number);
        if (id.isEmpty()) {
            m_runs.restoreRun(number);
            continue;
        }
        whenDone(this, m_session.laboratory()->restoreFromTrash(id), [this, number](const QString &sentence) {
            if (sentence.isEmpty()) {
                m_runs.restoreRun(number);
            } else {
                m_messages.showError(sentence);
            }
        });
    }
}

} // namespace convscope
