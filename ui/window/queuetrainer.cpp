// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/queuetrainer.h"

#include "ui/window/session.h"

namespace convscope {

QueueTrainer::QueueTrainer(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
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
    if (on != m_on) {
        m_on = on;
        Q_EMIT onChanged(on);
    }
    tryNext();
}

void QueueTrainer::tryNext()
{
    if (!m_on || m_taking || m_number > 0 || !m_session.laboratory() || m_session.activeRun() || !m_session.startProblem().isEmpty()) {
        return;
    }
    m_taking = true;
    m_session.laboratory()->takeFromQueue().then(this, [this](const Result<std::optional<QueueEntry>> &entry) {
        m_taking = false;
        if (entry) {
            take(entry.value());
        } else {
            setOn(false);
            Q_EMIT failed(entry.error());
        }
    });
}

void QueueTrainer::take(const std::optional<QueueEntry> &entry)
{
    if (!entry) {
        setOn(false); // nothing waits any more
        return;
    }
    m_number = entry->number;
    const std::vector<Problem> problems = validate(entry->experiment, m_session.limits());
    if (m_session.activeRun() || !problems.empty()) {
        if (!problems.empty()) {
            Q_EMIT failed(tr("“%1” waits in the queue and can't be trained: %2").arg(entry->experiment.name, problems.front().message));
            setOn(false);
        }
        letGo();
        return;
    }
    start(*entry);
    Q_EMIT queueChanged();
}

void QueueTrainer::start(const QueueEntry &entry)
{
    if (const TrainingRun *before = m_session.runWithId(entry.run); before && before->state() == RunState::Interrupted) {
        m_run = entry.run;
        m_session.continueRun(before->number(), before->experiment().training.epochs);
        return;
    }
    if (const TrainingRun *run = m_session.startRun(entry.experiment, RunControl::Begin::Running)) {
        m_run = run->id();
        m_session.laboratory()->setRunOfQueued(entry.number, m_run).then(this, [this](const QString &sentence) {
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
    const bool isDone = end.kind != RunEnd::Kind::Stopped;
    if (!isDone) {
        setOn(false);
    }
    m_session.laboratory()->finishQueued(m_number, isDone).then(this, [this](const QString &sentence) {
        m_number = 0;
        if (!sentence.isEmpty()) {
            Q_EMIT failed(sentence);
        }
        Q_EMIT queueChanged();
        tryNext();
    });
}

} // namespace convscope
