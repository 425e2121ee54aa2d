// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/comparecontroller.h"

#include "ui/models/whendone.h"
#include "ui/pages/comparepage.h"
#include "ui/window/queuetrainer.h"
#include "ui/window/runnotebook.h"
#include "ui/window/runscontroller.h"
#include "ui/window/session.h"

#include <algorithm>

namespace convscope {

namespace {

// As long as the pictures are still being read.
constexpr int usualSide = 28;
constexpr int usualClasses = 10;

} // namespace

CompareController::CompareController(Session &session, RunsController &runs, ComparePage &page, RunNotebook &notebook, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_runs(runs)
    , m_page(page)
    , m_notebook(notebook)
{
    const auto stale = [this] { m_page.markStale(); };
    connect(&session, &Session::runCreated, this, &CompareController::watch);
    connect(&session, &Session::runListed, this, stale);
    connect(&session, &Session::runChanged, this, stale);
    connect(&session, &Session::runGone, this, stale);
    connect(&session, &Session::runsListed, this, stale);
    connect(&session, &Session::dataLoaded, this, stale);
    connect(&page, &ComparePage::trainRequested, this, &CompareController::train);
    connect(&page, &ComparePage::runsWanted, this, &CompareController::listRuns);
    connect(&page.runs(), &ComparedRuns::selectedChanged, &runs, &RunsController::showRun);
    connect(&runs, &RunsController::shownRunChanged, this, [this] {
        if (const TrainingRun *run = m_runs.shownRun()) {
            m_page.runs().select(run->number());
        }
        m_page.markStale(); // also after runs were taken off the list
    });
}

void CompareController::watch(TrainingRun *run)
{
    connect(run, &TrainingRun::epochFinished, &m_page, &ComparePage::markStale);
    connect(run, &TrainingRun::stateChanged, &m_page, &ComparePage::markStale);
    const auto expected = std::find(m_expected.begin(), m_expected.end(), run->experiment());
    if (expected != m_expected.end()) {
        m_expected.erase(expected);
        m_page.runs().setTicked(run->number(), true);
    }
    m_page.markStale();
}

void CompareController::train(const std::vector<Experiment> &experiments)
{
    for (const Experiment &experiment : experiments) {
        if (const std::vector<Problem> problems = validate(experiment, m_session.limits()); !problems.empty()) {
            Q_EMIT m_page.errorOccurred(tr("“%1” can't be trained: %2").arg(experiment.name, problems.front().message));
            return;
        }
    }
    if (const int shown = m_page.runs().selected(); experiments.size() == 1 && shown > 0) {
        m_page.runs().setTicked({shown}); // the two of a duel, when the other one begins
    }
    m_expected.insert(m_expected.end(), experiments.begin(), experiments.end());
    if (!m_session.laboratory()) {
        if (!m_session.startRun(experiments.front(), RunControl::Begin::Running)) {
            Q_EMIT m_page.errorOccurred(tr("Another run is training. Wait until it has ended, or stop it."));
        }
        return;
    }
    const bool isIdle = m_waiting.empty();
    m_waiting.insert(m_waiting.end(), experiments.begin(), experiments.end());
    if (isIdle) {
        enqueue();
    }
}

void CompareController::enqueue()
{
    whenDone(this, m_session.laboratory()->enqueue(m_waiting.front()), [this](const QString &sentence) {
        m_waiting.erase(m_waiting.begin());
        if (!sentence.isEmpty()) {
            Q_EMIT m_page.errorOccurred(sentence);
            m_waiting.clear();
        }
        if (!m_waiting.empty()) {
            enqueue();
        } else {
            m_notebook.trainer().setOn(true);
        }
    });
}

void CompareController::listRuns()
{
    QHash<QString, int> numbers;
    std::map<int, ComparedRunPtr> session;
    const DatasetPtr data = m_session.data();
    for (int number = 1; number <= m_session.lastNumber(); ++number) {
        const TrainingRun *run = m_session.run(number);
        if (!run) {
            continue;
        }
        if (run->record()) {
            numbers.insert(run->id(), number);
            continue;
        }
        if (const std::optional<RunStarted> start = run->history()->started()) {
            auto compared = std::make_shared<ComparedRun>(
                comparedRun(*start, run->history()->epochs(), data ? data->side : usualSide, data ? data->classes : usualClasses));
            compared->id = run->id();
            compared->name = run->name();
            compared->tags = run->labels().tags;
            session.emplace(number, compared);
        }
    }
    m_page.runs().setListed(numbers, session);
}

} // namespace convscope
