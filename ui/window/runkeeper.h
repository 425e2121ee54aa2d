// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

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
    /// All must outlive it; `window` is the parent of its questions.
    RunKeeper(Session &session, RunsController &runs, RunsPanel &panel, WindowMessages &messages, QWidget *window);

private:
    void connectSession();
    void connectPanel();
    /// Offers to go on with the newest run where that was interrupted.
    void offerContinuation();
    void continueRun(int number);
    /// 0: the question was taken back.
    int askForEpochs(const TrainingRun &run);
    void renameRun(int number);
    void deleteRun(int number);
    void takeOffList(int number);
    void restoreRun(int number, const QString &id);

    Session &m_session;
    RunsController &m_runs;
    RunsPanel &m_panel;
    WindowMessages &m_messages;
    QWidget *m_window;
};

} // namespace convscope
