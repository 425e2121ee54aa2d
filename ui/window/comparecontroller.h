// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainingsettings.h"

#include <QObject>

#include <vector>

namespace convscope {

class ComparePage;
class RunNotebook;
class RunsController;
class Session;
class TrainingRun;

/// Tells the page where runs are compared which ones there are, and the other pages which one is selected there.
class CompareController : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it; the parent owns it.
    CompareController(Session &session, RunsController &runs, ComparePage &page, RunNotebook &notebook, QObject *parent);

private:
    void watch(TrainingRun *run);
    void listRuns();
    /// Into the queue, which is switched on; where runs are not kept, only the first, at once.
    void train(const std::vector<Experiment> &experiments);
    void enqueue();

    Session &m_session;
    RunsController &m_runs;
    ComparePage &m_page;
    RunNotebook &m_notebook;
    std::vector<Experiment> m_waiting; ///< to be put into the queue, one after the other so that their order stays
    std::vector<Experiment> m_expected; ///< their runs are ticked when they begin
};

} // namespace convscope
