// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/inspection.h"

#include "ui/models/whendone.h"

#include <QEvent>
#include <QWidget>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace convscope {

namespace {

constexpr auto liveInterval = 100ms;
/// What is kept is asked for once a second while a run trains.
constexpr int ticksPerReading = 10;

} // namespace

Inspection::Inspection(QObject *parent)
    : QObject(parent)
{
    m_timer.setInterval(liveInterval);
    connect(&m_timer, &QTimer::timeout, this, &Inspection::update);
}

Inspection::~Inspection() = default;

void Inspection::setInspector(const Inspector *inspector)
{
    m_inspector = inspector;
    Q_EMIT inspectorChanged();
}

void Inspection::setData(const DatasetPtr &data)
{
    m_data = data;
    if (m_data && m_data->test.count > 0 && (m_probe.picture.values.empty() || m_probe.picture.side != m_data->side || m_probe.testIndex >= 0)) {
        setProbeIndex(std::clamp(m_probe.testIndex, 0, m_data->test.count - 1));
    }
    Q_EMIT dataChanged();
}

void Inspection::setLaboratory(const Laboratory *laboratory)
{
    m_laboratory = laboratory;
    readMoments();
}

void Inspection::setRun(TrainingRun *run)
{
    const QString id = run ? run->id() : QString();
    const bool isSame = run && run == m_run && id == m_id;
    if (m_run && m_run != run) {
        disconnect(m_run, nullptr, this, nullptr);
    }
    const bool goesOn = run && !id.isEmpty() && id == m_id;
    m_run = run;
    m_id = id;
    m_mailbox = run ? run->mailbox() : nullptr;
    if (run && !isSame) {
        connect(run, &TrainingRun::stateChanged, this, [this] {
            m_waits = 0;
            update();
            readMoments(); // the end, or a pause, is kept
        });
        connect(run, &TrainingRun::epochFinished, this, &Inspection::updateExtent);
    }
    if (!isSame) {
        forget();
        if (!goesOn) {
            m_position = live;
        }
    }
    readMoments();
    Q_EMIT runChanged();
    Q_EMIT positionChanged();
    update();
}

void Inspection::forget()
{
    ++m_generation;
    m_extent = -1;
    m_moments = {};
    m_readingMoments = m_readingWeights = m_readingFilm = false;
    m_waits = 0;
    m_readingStart = m_readingBefore = m_wantsFilm = false;
    m_start = m_before = nullptr;
    m_startReadings = 0;
    m_recent.clear();
    m_films.clear();
    m_kernels.reset();
    forgetProblems();
    if (m_weights) {
        setWeights(nullptr);
    }
}

qint64 Inspection::lastStep() const
{
    if (!m_run) {
        return 0;
    }
    if (const std::optional<RunRecord> &record = m_run->unread()) {
        return record->batches;
    }
    return qint64(m_run->history()->batchCount());
}

qint64 Inspection::firstStep() const
{
    if (!m_moments.weights.empty()) {
        return std::min(m_moments.weights.front(), lastStep());
    }
    return m_run && !m_run->parentRun().isEmpty() ? std::min(m_run->parentSteps(), lastStep()) : 0;
}

int Inspection::shownEpoch() const
{
    int epoch = 0;
    if (m_run) {
        for (const EpochReport &report : m_run->history()->epochs()) {
            if (isLive() || report.steps <= m_position) {
                epoch = report.epoch;
            }
        }
    }
    return epoch;
}

void Inspection::setPosition(qint64 steps)
{
    const qint64 position = steps == live ? live : std::clamp(steps, firstStep(), lastStep());
    if (position == m_position) {
        return;
    }
    m_position = position;
    forgetProblems();
    // The recorder is behind the training: more may have been kept since.
    if (!isLive() && (m_moments.weights.empty() || position > m_moments.weights.back() || position > m_moments.lastFilters)) {
        readMoments();
    }
    Q_EMIT positionChanged();
    update();
}

void Inspection::setProbe(const Probe &probe)
{
    m_probe = probe;
    Q_EMIT probeChanged();
}

void Inspection::setProbeIndex(int testIndex)
{
    if (!m_data || testIndex < 0 || testIndex >= m_data->test.count) {
        return;
    }
    setProbe({testPicture(*m_data, testIndex), tr("Test picture %1").arg(testIndex), testIndex, m_data->test.labels[std::size_t(testIndex)]});
}

void Inspection::addViewer(QWidget *viewer)
{
    m_viewers.append(viewer);
    viewer->installEventFilter(this);
    update();
}

bool Inspection::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show || event->type() == QEvent::Hide) {
        QMetaObject::invokeMethod(this, &Inspection::update, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

bool Inspection::isWatched() const
{
    return std::any_of(m_viewers.begin(), m_viewers.end(), [](const QPointer<QWidget> &viewer) { return viewer && viewer->isVisible(); });
}

bool Inspection::isTraining() const
{
    return m_run && m_run->state() == RunState::Training;
}

/// By timer while a run trains and somebody looks, and after every change.
void Inspection::update()
{
    const bool isWatched = this->isWatched();
    if (isWatched && isTraining()) {
        if (!m_timer.isActive()) {
            m_timer.start();
        }
    } else {
        m_timer.stop();
    }
    updateExtent();
    if (!isWatched || !m_run) {
        return;
    }
    if (isLive()) {
        showLive();
    } else {
        showRecorded();
    }
}

void Inspection::updateExtent()
{
    const qint64 extent = lastStep();
    if (extent == m_extent) {
        return;
    }
    m_extent = extent;
    if (!isTraining() || m_ticks++ % ticksPerReading == 0) {
        readMoments();
    }
    Q_EMIT extentChanged();
}

void Inspection::showLive()
{
    if (m_weights && m_kernels && m_kernels->steps != m_weights->steps) {
        takeKernelsFromWeights(); // the time line has come back from a moment whose film was faster than its weights
    }
    if (m_mailbox && isTraining()) {
        m_mailbox->request();
    }
    const WeightsPtr latest = m_mailbox ? m_mailbox->latest() : nullptr;
    const std::optional<qint64> wanted = liveStep();
    if (!wanted) {
        return;
    }
    if (!latest || latest->steps != *wanted) {
        readWeights(*wanted);
    } else if (latest != m_weights) {
        setWeights(latest);
        takeKernelsFromWeights();
    } else {
        set(m_problem, -1, {});
    }
}

std::optional<qint64> Inspection::liveStep() const
{
    // While it is still being written, an earlier reading would name an earlier best epoch.
    const bool isOver = m_run && isFinal(m_run->state()) && m_run->state() != RunState::Elsewhere && (m_moments.isEnded || m_run->record());
    const WeightsPtr latest = m_mailbox ? m_mailbox->latest() : nullptr;
    if (isOver && m_moments.finalStep >= 0) {
        return m_moments.finalStep;
    }
    return latest ? std::optional(latest->steps) : keptNear(lastStep());
}

void Inspection::setWeights(const WeightsPtr &weights)
{
    m_weights = weights;
    set(m_problem, -1, {});
    Q_EMIT weightsChanged();
}

void Inspection::setKernels(const FirstKernels &kernels)
{
    m_kernels = kernels;
    Q_EMIT firstKernelsChanged();
}

void Inspection::set(Problem &problem, qint64 steps, const QString &sentence)
{
    const bool isNew = sentence != problem.sentence;
    problem = {steps, sentence};
    if (isNew) {
        Q_EMIT problemChanged();
    }
}

void Inspection::forgetProblems()
{
    for (Problem *problem : {&m_problem, &m_filmProblem, &m_beforeProblem}) {
        set(*problem, -1, {});
    }
}

} // namespace convscope
