// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/queuetrainer.h"

#include "ui/models/whendone.h"
#include "ui/window/queuehelper.h"
#include "ui/window/session.h"

#include <QThread>

namespace convscope {

QueueTrainer::QueueTrainer(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_helper(new QueueHelper(this))
{
    connect(m_helper, &QueueHelper::ended, this, &QueueTrainer::queueChanged);
    connect(m_helper, &QueueHelper::failed, this, &QueueTrainer::failed);
    // The helper's runs appear as those of other programs do.
    connect(&session, &Session::runListed, this, [this] {
        if (m_helper->isRunning()) {
            Q_EMIT queueChanged();
        }
    });
    connect(&session, &Session::startProblemChanged, this, &QueueTrainer::tryNext);
    connect(&session, &Session::continueFailed, this, [this] {
        if (m_number > 0 && !m_session.activeRun()) {
            letGo();
        }
    });
    connect(&session, &Session::runCreated, this, [this](TrainingRun *run) {
        connect(run, &TrainingRun::ended, this, [this, id = run->id()](const RunEnd &end) {
            if (id == m_run && m_number > 0) {
                finish(end);
            } else {
                QMetaObject::invokeMethod(this, &QueueTrainer::tryNext, Qt::QueuedConnection);
            }
        });
    });
}

void QueueTrainer::setOn(bool on)
{
    if (!on) {
        m_helper->stop();
        switchOff();
        return;
    }
    if (!m_on) {
        m_on = true;
        Q_EMIT onChanged(true);
    }
    startHelper();
    tryNext();
}

/// Takes no more. A helper that trains ends by itself.
void QueueTrainer::switchOff()
{
    if (m_on) {
        m_on = false;
        Q_EMIT onChanged(false);
    }
}

bool QueueTrainer::canBeTwo()
{
    return QThread::idealThreadCount() > 1;
}

void QueueTrainer::setTwo(bool two)
{
    m_two = two && canBeTwo();
    if (!m_two) {
        m_helper->stop();
    } else if (m_on) {
        startHelper();
    }
}

void QueueTrainer::startHelper()
{
    if (m_two && m_session.laboratory() && m_session.data()) {
        m_helper->start(m_session.laboratory()->file(), m_session.data()->folder, QThread::idealThreadCount() / 2);
    }
}

void QueueTrainer::tryNext()
{
    if (!m_on || m_taking || m_number > 0 || !m_session.laboratory() || m_session.activeRun() || !m_session.startProblem().isEmpty()) {
        return;
    }
    m_taking = true;
    whenDone(this, m_session.laboratory()->takeFromQueue(), [this](const Result<std::optional<QueueEntry>> &entry) {
        m_taking = false;
        if (entry) {
            take(entry.value());
        } else {
            switchOff();
            Q_EMIT failed(entry.error());
        }
    });
}

void QueueTrainer::take(const std::optional<QueueEntry> &entry)
{
    if (!entry) {
        switchOff(); // nothing waits any more
        return;
    }
    m_number = entry->number;
    const std::vector<Problem> problems = validate(entry->experiment, m_session.limits());
    if (m_session.activeRun() || !m_session.startProblem().isEmpty() || !problems.empty()) { // somebody was quicker
        if (!problems.empty()) {
            Q_EMIT failed(tr("“%1” waits in the queue and can't be trained: %2").arg(entry->experiment.name, problems.front().message));
            switchOff();
        }
        letGo();
        return;
    }
    start(*entry);
    Q_EMIT queueChanged();
}

void QueueTrainer::start(const QueueEntry &entry)
{
    if (const TrainingRun *before = m_session.runWithId(entry.run); before && (before->state() == RunState::Interrupted || before->state() == RunState::Stopped)) {
        m_run = entry.run;
        m_session.continueRun(before->number(), before->experiment().training.epochs, entry.sweep);
        return;
    }
    Experiment experiment = entry.experiment;
    if (m_two && experiment.training.threads == 0) {
        experiment.training.threads = QThread::idealThreadCount() / 2;
    }
    if (const TrainingRun *run = m_session.startRun(experiment, RunControl::Begin::Running, {nullptr, {}, entry.sweep})) {
        m_run = run->id();
        m_naming = m_session.laboratory()->setRunOfQueued(entry.number, m_run);
        whenDone(this, m_naming, [this](const QString &sentence) {
            if (!sentence.isEmpty()) {
                Q_EMIT failed(sentence);
            }
        });
    } else {
        letGo();
    }
}

/// The entry waits again.
void QueueTrainer::letGo()
{
    RunEnd end;
    end.kind = RunEnd::Kind::Stopped;
    finish(end);
}

void QueueTrainer::finish(const RunEnd &end)
{
    const bool isDone = end.kind != RunEnd::Kind::Stopped || wasGivenUp(end);
    if (!isDone) {
        setOn(false);
    }
    if (m_naming.isRunning()) {
        whenDone(this, m_naming, [this, isDone](const QString &) { putBack(isDone); }); // whoever takes it next must know its run
    } else {
        putBack(isDone);
    }
}

void QueueTrainer::putBack(bool isDone)
{
    whenDone(this, m_session.laboratory()->finishQueued(m_number, isDone), [this](const QString &sentence) {
        m_number = 0;
        if (!sentence.isEmpty()) {
            Q_EMIT failed(sentence);
        }
        Q_EMIT queueChanged();
        tryNext();
    });
}

} // namespace convscope
