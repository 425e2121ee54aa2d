// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainingsettings.h"

#include <QObject>

#include <set>
#include <vector>

namespace convscope {

class ComparePage;
class RunNotebook;
class RunsController;
class Session;
class TrainingRun;
class WindowMessages;

/// Tells the page where runs are compared which ones there are, and the other pages which one is selected there. Trains what that page
/// asks for.
class CompareController : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it; the parent owns it.
    CompareController(Session &session, RunsController &runs, ComparePage &page, RunNotebook &notebook, WindowMessages &messages, QObject *parent);

    /// The run that begins just now was asked for by the page, or comes from the queue: what the user looks at stays.
    bool isStarting() const;

private:
    /// What the page has asked for and what has not begun yet.
    struct Expected
    {
        Experiment experiment;
        int base = 0; ///< the run whose opponent it is; 0: a repeat, which only stands for its side
        std::set<int> ticks; ///< as they were then: whoever has changed them since keeps his own
    };
    void watch(TrainingRun *run);
    void listRuns();
    /// Into the queue, which is switched on; where runs are not kept, here one after the other.
    void train(const std::vector<Experiment> &experiments);
    void trainMissing(const std::vector<Experiment> &experiments, int base, const std::set<int> &ticks);
    /// It is not expected any more.
    void forget(const Experiment &experiment);
    bool isUnderWay(const Experiment &experiment) const;
    /// The number of a run that has ended with these settings; 0 = none.
    int trained(const Experiment &experiment) const;
    void tickPair(int base, int opponent);
    void reportWaiting(const std::vector<Experiment> &experiments);
    void enqueue();
    void switchOn();
    void trainUnkept();
    void dropWaiting();

    Session &m_session;
    RunsController &m_runs;
    ComparePage &m_page;
    RunNotebook &m_notebook;
    WindowMessages &m_messages;
    std::vector<Experiment> m_waiting; ///< to be put into the queue, one after the other so that their order stays; or to be trained here
    std::vector<Expected> m_expected;
    bool m_isStarting = false;
};

} // namespace convscope
