// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/runkeeper.h"

#include "core/training/settingrange.h"
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
    connect(&m_panel, &RunsPanel::renameRequested, this, &RunKeeper::renameRun);
    connect(&m_panel, &RunsPanel::removeRequested, this, &RunKeeper::deleteRun);
    connect(&m_messages, &WindowMessages::continueRequested, this, &RunKeeper::continueRun);
    connect(&m_messages, &WindowMessages::undoDeleteRequested, this, &RunKeeper::restoreRun);
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
    const int most = int(settingRange(QStringLiteral("training.epochs")).maximum);
    bool ok = false;
    const int epochs = QInputDialog::getInt(m_window, tr("Continue this run"),
                                            tr("“%1” has trained %Ln epoch(s). How many shall it have in all?", nullptr, done).arg(run.name()),
                                            std::min(done + proposedEpochs, most), std::min(done + 1, most), most, 1, &ok);
    return ok ? epochs : 0;
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
        m_session.laboratory()->rename(run->id(), name).then(&m_messages, [this](const QString &sentence) {
            if (!sentence.isEmpty()) {
                m_messages.showError(sentence);
            }
        });
    }
}

void RunKeeper::deleteRun(int number)
{
    const TrainingRun *run = m_session.run(number);
    if (!run || run->id().isEmpty()) {
        takeOffList(number);
        return;
    }
    m_session.finishRecording(number);
    m_session.laboratory()->moveToTrash(run->id()).then(this, [this, number](const QString &sentence) {
        if (sentence.isEmpty()) {
            takeOffList(number);
        } else {
            m_messages.showError(sentence);
        }
    });
}

void RunKeeper::takeOffList(int number)
{
    const TrainingRun *run = m_session.run(number);
    if (!run) {
        return;
    }
    const QString name = run->name();
    const QString id = run->id();
    m_runs.removeRun(number);
    m_messages.reportDeleted(number, id, name);
}

void RunKeeper::restoreRun(int number, const QString &id)
{
    if (id.isEmpty()) {
        m_runs.restoreRun(number);
        return;
    }
    m_session.laboratory()->restoreFromTrash(id).then(this, [this, number](const QString &sentence) {
        if (sentence.isEmpty()) {
            m_runs.restoreRun(number);
        } else {
            m_messages.showError(sentence);
        }
    });
}

} // namespace convscope
