// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainingrun.h"

#include <QObject>
#include <QString>

class QAction;
class QMenu;
class QToolBar;

namespace convscope {

/// The five commands that steer a run, with icons, shortcuts and tooltips; it knows which of them make sense in which state.
class RunActions : public QObject
{
    Q_OBJECT

public:
    explicit RunActions(QObject *parent);

    void addTo(QMenu &menu);
    void addTo(QToolBar &toolBar);
    /// `state` of the active run, or Idle; `problem` says why nothing can be started (empty: it can).
    void setState(RunState state, const QString &problem);
    void retranslate();
    void updateIcons();

    /// Room for the longer of Pause and Resume, so that the buttons behind don't move.
    void reservePauseWidth(QToolBar &toolBar);

Q_SIGNALS:
    void startRequested();
    void pauseRequested();
    void resumeRequested();
    /// Starts a run when none is active.
    void batchRequested();
    void epochRequested();
    void stopRequested();

private:
    QAction *create(const char *objectName, const QKeySequence &shortcut);
    void retranslatePause();
    void setToolTip(QAction *action, const QString &text, const QString &problem = {});

    QAction *m_start;
    QAction *m_pause;
    QAction *m_batch;
    QAction *m_epoch;
    QAction *m_stop;
    RunState m_state = RunState::Idle;
    QString m_problem;
};

} // namespace convscope
