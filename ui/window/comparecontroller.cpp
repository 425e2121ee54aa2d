// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/comparecontroller.h"

#include "core/runs/duel.h"
#include "ui/models/whendone.h"
#include "ui/pages/comparepage.h"
#include "ui/window/queuetrainer.h"
#include "ui/window/runnotebook.h"
#include "ui/window/runscontroller.h"
#include "ui/window/session.h"
#include "ui/window/windowmessages.h"

#include <algorithm>

namespace convscope {

namespace {

// As long as the pictures are still being read.
constexpr int usualSide = 28;
constexpr int usualClasses = 10;

/// The same result would come out.
bool isSameWork(Experiment a, Experiment b)
{
    a.name = b.name;
    a.training.threads = b.training.threads;
    return a == b;
}

} // namespace

CompareController::CompareController(Session &session, RunsController &runs, ComparePage &page, RunNotebook &notebook, WindowMessages &messages, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_runs(runs)
    , m_page(page)
    , m_notebook(notebook)
    , m_messages(messages)
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
        const TrainingRun *run = m_runs.shownRun();
        // One that begins by itself does not take the place of the one that is looked at.
        const bool isHeld = run && run->state() == RunState::Idle && isStarting() && m_page.isVisible() && m_page.runs().run(m_page.runs().selected());
        if (run && !isHeld) {
            m_page.runs().select(run->number());
        }
        m_page.markStale(); // also after runs were taken off the list
    });
}

bool CompareController::isStarting() const
{
    return m_isStarting || m_notebook.trainer().isTraining();
}

void CompareController::watch(TrainingRun *run)
{
    connect(run, &TrainingRun::epochFinished, &m_page, &ComparePage::markStale);
    connect(run, &TrainingRun::stateChanged, &m_page, &ComparePage::markStale);
    connect(run, &TrainingRun::ended, this, [this](const RunEnd &end) {
        if (m_session.laboratory() || m_waiting.empty()) {
            return;
        }
        if (end.kind == RunEnd::Kind::Stopped) {
            dropWaiting();
            m_messages.showNews(tr("The run was stopped, so those that waited after it are not trained."));
        } else {
            QMetaObject::invokeMethod(this, &CompareController::trainUnkept, Qt::QueuedConnection);
        }
    });
    const auto expected = std::find_if(m_expected.begin(), m_expected.end(), [run](const Expected &one) { return isSameWork(one.experiment, run->experiment()); });
    if (expected != m_expected.end()) {
        const Expected begun = *expected;
        m_expected.erase(expected);
        if (begun.base > 0 && m_page.runs().ticked() == begun.ticks) {
            tickPair(begun.base, run->number());
        }
    }
    m_page.markStale();
}

/// Opponents that are still to come see these ticks as those they were asked for with.
void CompareController::tickPair(int base, int opponent)
{
    const std::set<int> before = m_page.runs().ticked();
    m_page.runs().setTicked({base, opponent});
    for (Expected &one : m_expected) {
        if (one.ticks == before) {
            one.ticks = m_page.runs().ticked();
        }
    }
}

bool CompareController::isUnderWay(const Experiment &experiment) const
{
    const TrainingRun *active = m_session.activeRun();
    return (active && active->parentRun().isEmpty() && isSameWork(active->experiment(), experiment))
        || std::any_of(m_expected.begin(), m_expected.end(), [&experiment](const Expected &one) { return isSameWork(one.experiment, experiment); });
}

int CompareController::trained(const Experiment &experiment) const
{
    const QString pictures = m_session.data() ? m_session.data()->checksum : QString();
    for (const ComparedRow &row : m_page.runs().allRows()) {
        if (standsForItsSettings(*row.run) && row.run->dataChecksum == pictures && isSameWork(row.run->experiment, experiment)) {
            return row.number;
        }
    }
    return 0;
}

void CompareController::train(const std::vector<Experiment> &experiments)
{
    const int base = experiments.size() == 1 ? m_page.runs().selected() : 0;
    const std::set<int> ticks = m_page.runs().ticked();
    std::vector<Experiment> queued; // what should stand in the queue: somebody may have taken it out since
    for (const Expected &one : m_expected) {
        if (std::none_of(m_waiting.begin(), m_waiting.end(), [&one](const Experiment &waiting) { return isSameWork(waiting, one.experiment); })) {
            queued.push_back(one.experiment);
        }
    }
    if (!m_session.laboratory() || queued.empty()) {
        trainMissing(experiments, base, ticks);
        return;
    }
    whenDone(this, m_session.laboratory()->queue(), [this, experiments, base, ticks, queued](const Result<Queue> &queue) {
        for (const Experiment &experiment : queued) {
            const auto waits = [&experiment](const QueueEntry &entry) { return !entry.isSkipped && isSameWork(entry.experiment, experiment); };
            if (queue && std::none_of(queue.value().entries.begin(), queue.value().entries.end(), waits)) {
                forget(experiment);
            }
        }
        trainMissing(experiments, base, ticks);
    });
}

void CompareController::forget(const Experiment &experiment)
{
    std::erase_if(m_expected, [&experiment](const Expected &one) { return isSameWork(one.experiment, experiment); });
}

void CompareController::trainMissing(const std::vector<Experiment> &experiments, int base, const std::set<int> &ticks)
{
    std::vector<Experiment> wanted;
    for (const Experiment &experiment : experiments) {
        if (const std::vector<Problem> problems = validate(experiment, m_session.limits()); !problems.empty()) {
            Q_EMIT m_page.errorOccurred(tr("“%1” can't be trained: %2").arg(experiment.name, problems.front().message));
            return;
        }
        if (isUnderWay(experiment)) {
            m_messages.showNews(tr("“%1” is being trained or waits in the queue already.").arg(experiment.name));
        } else if (const int number = trained(experiment); number > 0) {
            m_messages.showNews(tr("Run %1 has been trained with these settings already.").arg(number));
            if (base > 0 && base != number) {
                tickPair(base, number);
            }
        } else {
            wanted.push_back(experiment);
        }
    }
    if (wanted.empty()) {
        return;
    }
    reportWaiting(wanted);
    for (const Experiment &experiment : wanted) {
        m_expected.push_back({experiment, base, ticks});
    }
    const bool isIdle = m_waiting.empty();
    m_waiting.insert(m_waiting.end(), wanted.begin(), wanted.end());
    if (!m_session.laboratory()) {
        trainUnkept();
    } else if (isIdle) {
        enqueue();
    }
}

void CompareController::reportWaiting(const std::vector<Experiment> &experiments)
{
    const bool isBusy = m_session.activeRun() || !m_expected.empty();
    if (experiments.size() > 1) {
        m_messages.showNews(tr("%Ln runs are trained one after the other.", nullptr, int(experiments.size())));
    } else if (isBusy) {
        m_messages.showNews(tr("“%1” waits in the queue. It is trained when what was begun before has ended.").arg(experiments.front().name));
    }
}

void CompareController::enqueue()
{
    whenDone(this, m_session.laboratory()->enqueue(m_waiting.front()), [this](const QString &sentence) {
        const Experiment experiment = m_waiting.front();
        m_waiting.erase(m_waiting.begin());
        if (!sentence.isEmpty()) {
            forget(experiment);
            Q_EMIT m_page.errorOccurred(sentence);
            dropWaiting();
        }
        if (!m_waiting.empty()) {
            enqueue();
        } else {
            switchOn();
        }
    });
}

/// A run that was stopped by hand waits in the queue, too: it is passed over, or it would go on unasked.
void CompareController::switchOn()
{
    QueueTrainer &trainer = m_notebook.trainer();
    if (trainer.isOn()) {
        trainer.setOn(true);
        return;
    }
    whenDone(this, m_session.laboratory()->queue(), [this](const Result<Queue> &queue) {
        const Laboratory *laboratory = m_session.laboratory();
        std::optional<QFuture<QString>> last;
        for (const QueueEntry &entry : queue ? queue.value().entries : std::vector<QueueEntry>()) {
            const TrainingRun *run = entry.run.isEmpty() ? nullptr : m_session.runWithId(entry.run);
            if (run && run->state() == RunState::Stopped && !entry.isSkipped && entry.owner.isEmpty()) {
                last = laboratory->skipInQueue(entry.number, true);
            }
        }
        if (last) {
            whenDone(this, *last, [this](const QString &) { m_notebook.trainer().setOn(true); });
        } else {
            m_notebook.trainer().setOn(true);
        }
    });
}

void CompareController::trainUnkept()
{
    if (m_waiting.empty() || m_session.activeRun()) {
        return;
    }
    const Experiment experiment = m_waiting.front();
    m_waiting.erase(m_waiting.begin());
    m_isStarting = true;
    const bool hasBegun = m_session.startRun(experiment, RunControl::Begin::Running) != nullptr;
    m_isStarting = false;
    if (!hasBegun) {
        forget(experiment);
        dropWaiting();
        Q_EMIT m_page.errorOccurred(m_session.startProblem());
    }
}

void CompareController::dropWaiting()
{
    for (const Experiment &experiment : m_waiting) {
        forget(experiment);
    }
    m_waiting.clear();
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
            compared->state = recordStateOf(run->state());
            compared->parent = run->parentRun();
            session.emplace(number, compared);
        }
    }
    m_page.runs().setListed(numbers, session);
}

} // namespace convscope
