// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/runactions.h"

#include "ui/views/icons.h"

#include <QAction>
#include <QKeySequence>
#include <QMenu>
#include <QToolBar>

#include <algorithm>

namespace convscope {

RunActions::RunActions(QObject *parent)
    : QObject(parent)
    , m_start(create("startAction", QKeySequence(Qt::Key_F5)))
    , m_pause(create("pauseAction", QKeySequence(Qt::Key_F6)))
    , m_batch(create("batchAction", QKeySequence(Qt::Key_F7)))
    , m_epoch(create("epochAction", QKeySequence(Qt::Key_F8)))
    , m_stop(create("stopAction", QKeySequence(Qt::SHIFT | Qt::Key_F5)))
{
    connect(m_start, &QAction::triggered, this, &RunActions::startRequested);
    connect(m_pause, &QAction::triggered, this, [this] {
        if (m_state == RunState::Paused) {
            Q_EMIT resumeRequested();
        } else {
            Q_EMIT pauseRequested();
        }
    });
    connect(m_batch, &QAction::triggered, this, &RunActions::batchRequested);
    connect(m_epoch, &QAction::triggered, this, &RunActions::epochRequested);
    connect(m_stop, &QAction::triggered, this, &RunActions::stopRequested);
    updateIcons();
    retranslate();
    setState(RunState::Idle, {});
}

QAction *RunActions::create(const char *objectName, const QKeySequence &shortcut)
{
    auto *action = new QAction(this);
    action->setObjectName(QLatin1String(objectName));
    action->setShortcut(shortcut);
    return action;
}

void RunActions::addTo(QMenu &menu)
{
    menu.addActions({m_start, m_pause, m_batch, m_epoch, m_stop});
}

void RunActions::addTo(QToolBar &toolBar)
{
    toolBar.addActions({m_start, m_pause, m_batch, m_epoch, m_stop});
}

void RunActions::setState(RunState state, const QString &problem)
{
    m_state = state;
    m_problem = problem;
    const bool active = isActive(state);
    const bool canStep = active || problem.isEmpty();
    m_start->setEnabled(!active && problem.isEmpty());
    m_pause->setEnabled(active);
    m_batch->setEnabled(canStep);
    m_epoch->setEnabled(canStep);
    m_stop->setEnabled(active);
    retranslate();
}

void RunActions::setToolTip(QAction *action, const QString &text, const QString &problem)
{
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    QString tip = QStringLiteral("<p>%1 <b>%2</b></p>").arg(text.toHtmlEscaped(), keys.toHtmlEscaped());
    if (!problem.isEmpty()) {
        tip += QStringLiteral("<p>%1</p>").arg(problem.toHtmlEscaped());
    }
    action->setToolTip(tip);
    action->setStatusTip(problem.isEmpty() ? text : problem);
    action->setWhatsThis(tip);
}

void RunActions::retranslatePause()
{
    const bool paused = m_state == RunState::Paused;
    m_pause->setText(paused ? tr("&Resume") : tr("&Pause"));
    m_pause->setIcon(themedIcon(paused ? "start" : "pause"));
    setToolTip(m_pause, paused ? tr("Goes on exactly where the run was paused.")
                               : tr("Waits after the batch under way; nothing is lost."));
}

void RunActions::retranslate()
{
    m_start->setText(tr("&Start"));
    m_batch->setText(tr("1 &batch"));
    m_epoch->setText(tr("1 &epoch"));
    m_stop->setText(tr("S&top"));
    const bool active = isActive(m_state);
    const QString problem = active ? QString() : m_problem;
    setToolTip(m_start, tr("Trains a new network with the settings on the left."), problem);
    setToolTip(m_batch, tr("Trains one batch: one look at a few pictures, one small change of all weights. Then waits."), problem);
    setToolTip(m_epoch, tr("Trains to the end of the epoch: every training picture once, then the test. Then waits."), problem);
    setToolTip(m_stop, tr("Ends the run. Its curves stay."));
    retranslatePause();
}

void RunActions::reservePauseWidth(QToolBar &toolBar)
{
    QWidget *button = toolBar.widgetForAction(m_pause);
    int width = 0;
    for (const QString &text : {tr("&Pause"), tr("&Resume")}) {
        m_pause->setText(text);
        width = std::max(width, button->sizeHint().width());
    }
    button->setMinimumWidth(width);
    retranslatePause();
}

void RunActions::updateIcons()
{
    m_start->setIcon(themedIcon("start"));
    m_batch->setIcon(themedIcon("step-batch"));
    m_epoch->setIcon(themedIcon("step-epoch"));
    m_stop->setIcon(themedIcon("stop"));
    retranslatePause();
}

} // namespace convscope
