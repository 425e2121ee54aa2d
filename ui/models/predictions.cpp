// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/predictions.h"

#include "ui/models/whendone.h"

#include <QtConcurrent>

namespace convscope {

Predictions::Predictions(Inspection &inspection, QObject *parent)
    : QObject(parent)
    , m_inspection(inspection)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(0); // several changes at once cost one refresh
    connect(&m_timer, &QTimer::timeout, this, &Predictions::refresh);
    connect(&inspection, &Inspection::runChanged, this, &Predictions::takeRun);
    connect(&inspection, &Inspection::extentChanged, this, &Predictions::schedule);
    connect(&inspection, &Inspection::positionChanged, this, &Predictions::schedule);
    connect(&inspection, &Inspection::dataChanged, this, &Predictions::takeData);
    connect(&inspection, &Inspection::weightsChanged, this, [this] {
        if (!m_state && !m_isAsking) {
            Q_EMIT changed(); // it can be asked now
        }
    });
}

void Predictions::setActive(bool isActive)
{
    m_isActive = isActive;
    if (m_isActive) {
        listRuns();
        if (m_isDirty) {
            refresh();
        }
    }
}

void Predictions::takeRun()
{
    TrainingRun *run = m_inspection.run();
    const QString id = run ? run->id() : QString();
    if (run != m_run || id != m_id) {
        ++m_generation;
        m_run = run;
        m_id = id;
        m_epochs.clear();
        m_unreadable.clear();
        m_asked.reset();
        m_isReading = m_isAsking = false;
        if (m_comparison.epoch > 0 || m_comparison.run == id) {
            m_comparison = {};
            m_other.reset();
        }
        m_state.reset();
        setProblem(QString());
        ++m_build;
        m_isBuilding = false;
        Q_EMIT changed();
        if (m_isActive) {
            listRuns();
        }
    }
    schedule();
}

/// What another run answered to other pictures is no comparison; whether it knows these too, the list says.
void Predictions::takeData()
{
    m_other.reset();
    m_comparable.clear();
    if (m_isActive) {
        listRuns();
    }
    schedule();
}

void Predictions::schedule()
{
    m_isDirty = true;
    if (m_isActive && !m_timer.isActive()) {
        m_timer.start();
    }
}

void Predictions::setComparison(const PredictionsComparison &comparison)
{
    if (comparison != m_comparison) {
        m_comparison = comparison;
        m_other.reset();
        schedule();
    }
}

QString Predictions::dataProblem() const
{
    const std::optional<RunStarted> start = m_inspection.run()->history()->started();
    if (start && m_inspection.data() && !start->dataChecksum.isEmpty() && start->dataChecksum != m_inspection.data()->checksum) {
        return tr("This run was tested with other pictures (%1). Choose their folder in the File menu to see its answers.").arg(start->dataName);
    }
    return QString();
}

void Predictions::refresh()
{
    if (!m_isActive) {
        return;
    }
    m_isDirty = false;
    if (!m_inspection.run() || !m_inspection.data()) {
        if (m_state) {
            m_state.reset();
            Q_EMIT changed();
        }
        return;
    }
    if (const QString problem = dataProblem(); !problem.isEmpty()) {
        m_state.reset();
        setProblem(problem);
        Q_EMIT changed();
        return;
    }
    gather();
    readMissing();
    readOther();
    build();
}

void Predictions::gather()
{
    for (const EpochReport &report : m_inspection.run()->history()->epochs()) {
        EpochAnswersPtr &kept = m_epochs[report.epoch];
        if (report.probabilities && (!kept || kept->probabilities != report.probabilities)) {
            kept = std::make_shared<EpochAnswers>(EpochAnswers{report.epoch, report.probabilities, {}}); // predicted: by build()
        }
        if (!kept) {
            m_epochs.erase(report.epoch);
        }
    }
}

EpochAnswersPtr Predictions::shownAnswers() const
{
    const int epoch = m_inspection.shownEpoch();
    if (epoch == 0) {
        return m_inspection.isLive() ? m_asked : nullptr;
    }
    const auto found = m_epochs.find(epoch);
    return found == m_epochs.end() ? nullptr : found->second;
}

void Predictions::build()
{
    PredictionsState state;
    state.shown = shownAnswers();
    if (!state.shown) {
        // While the epoch is read, what was shown before stays.
        if (m_state && !m_isReading) {
            m_state.reset();
        }
        Q_EMIT changed();
        return;
    }
    state.data = m_inspection.data();
    state.runName = m_inspection.run()->name();
    state.runNumber = m_inspection.run()->number();
    state.epoch = m_inspection.shownEpoch();
    state.steps = m_askedSteps;
    for (const auto &[epoch, answers] : m_epochs) {
        state.epochs.push_back(answers);
    }
    if (m_comparison.epoch > 0) {
        const auto found = m_epochs.find(m_comparison.epoch);
        state.other = found == m_epochs.end() ? nullptr : found->second;
    } else {
        state.other = m_other;
    }
    state.comparison = m_comparison;
    m_isBuilding = true;
    whenDone(this, QtConcurrent::run([state = std::move(state)]() mutable { return workedOut(std::move(state)); }), [this, number = ++m_build](const PredictionsStatePtr &built) {
        if (number != m_build) {
            return;
        }
        m_isBuilding = false;
        if (built) {
            for (const EpochAnswersPtr &epoch : built->epochs) {
                m_epochs[epoch->epoch] = epoch;
            }
            setProblem(QString());
        } else {
            setProblem(tr("The answers that are kept of this run don't belong to the pictures that are open."));
        }
        m_state = built;
        Q_EMIT changed();
    });
}

bool Predictions::canAsk() const
{
    return m_inspection.run() && m_inspection.inspector() && m_inspection.weights() && m_inspection.data() && m_inspection.shownEpoch() == 0
        && m_inspection.isLive() && !m_isAsking;
}

void Predictions::ask()
{
    if (!canAsk()) {
        return;
    }
    m_isAsking = true;
    const auto question = [inspector = m_inspection.inspector(), weights = m_inspection.weights(), data = m_inspection.data()] {
        return inspector->test(weights, *data);
    };
    whenDone(this, QtConcurrent::run(question),
             [this, steps = m_inspection.weights()->steps, generation = m_generation](const Result<TestAnswers> &answers) {
        if (generation != m_generation) {
            return;
        }
        m_isAsking = false;
        if (answers) {
            m_askedSteps = steps;
            m_asked = std::make_shared<EpochAnswers>(
                EpochAnswers{0, std::make_shared<TestProbabilities>(answers.value().probabilities), {}});
        } else {
            setProblem(answers.error());
        }
        schedule();
    });
    Q_EMIT changed();
}

void Predictions::setProblem(const QString &sentence)
{
    if (sentence != m_problem) {
        m_problem = sentence;
        Q_EMIT changed();
    }
}

} // namespace convscope
