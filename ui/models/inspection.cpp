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
constexpr auto recorderInterval = 250ms;
constexpr int mostWaits = 120;
constexpr int mostStartReadings = 5;
constexpr std::size_t recentWeights = 6;
constexpr std::size_t recentFilms = 16;

template<typename Value>
void keepNewest(std::deque<Value> &values, Value value, std::size_t most)
{
    values.push_front(std::move(value));
    if (values.size() > most) {
        values.pop_back();
    }
}

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
    m_readingStart = m_wantsFilm = false;
    m_start = nullptr;
    m_startReadings = 0;
    m_recent.clear();
    m_films.clear();
    m_kernels.reset();
    setProblem(QString());
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
    const qint64 position = steps == live ? live : std::clamp<qint64>(steps, 0, lastStep());
    if (position == m_position) {
        return;
    }
    m_position = position;
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

void Inspection::rereadMoments()
{
    readMoments();
}

void Inspection::readMoments()
{
    if (!m_laboratory || m_id.isEmpty() || m_readingMoments) {
        return;
    }
    m_readingMoments = true;
    whenDone(this, m_laboratory->moments(m_id), [this, generation = m_generation](const Result<RunMoments> &moments) {
        if (generation != m_generation) {
            return;
        }
        m_readingMoments = false;
        if (moments) {
            m_moments = moments.value();
            Q_EMIT extentChanged();
            update();
        } // A run that began just now is not there yet.
        awaitRecorder();
    });
}

/// The recorder writes a little later than the run ends or pauses.
void Inspection::awaitRecorder()
{
    const bool isBehind = m_moments.weights.empty() || m_moments.weights.back() < lastStep();
    if (!isTraining() && isBehind && m_waits < mostWaits) {
        ++m_waits;
        QTimer::singleShot(recorderInterval, this, &Inspection::readMoments);
    } else if (!isBehind) {
        m_waits = 0;
    }
}

void Inspection::showLive()
{
    if (m_weights && m_kernels && m_kernels->steps != m_weights->steps) {
        takeKernelsFromWeights(); // the time line has come back from a moment whose film was faster than its weights
    }
    if (m_mailbox) {
        if (isTraining()) {
            m_mailbox->request();
        }
        if (const WeightsPtr latest = m_mailbox->latest(); latest && latest != m_weights) {
            setWeights(latest);
            takeKernelsFromWeights();
        }
        if (m_mailbox->latest()) {
            return;
        }
    }
    if (const std::optional<qint64> kept = keptBefore(lastStep())) {
        readWeights(*kept);
    }
}

void Inspection::showRecorded()
{
    if (!takeKernelsFromFilms()) {
        readFilm(m_position);
    }
    if (const std::optional<qint64> kept = keptBefore(m_position)) {
        readWeights(*kept);
    } else if (!m_laboratory || m_id.isEmpty()) {
        setProblem(tr("This run is not kept in a laboratory, so only its present moment can be shown."));
    }
}

std::optional<qint64> Inspection::keptBefore(qint64 steps) const
{
    const auto after = std::upper_bound(m_moments.weights.begin(), m_moments.weights.end(), steps);
    return after == m_moments.weights.begin() ? std::nullopt : std::optional(*std::prev(after));
}

void Inspection::readWeights(qint64 steps)
{
    if (m_weights && m_weights->steps == steps) {
        return;
    }
    const auto recent = std::find_if(m_recent.begin(), m_recent.end(), [steps](const WeightsPtr &weights) { return weights->steps == steps; });
    if (recent != m_recent.end()) {
        setWeights(*recent);
        takeKernelsFromFilms();
        return;
    }
    if (m_readingWeights) {
        return; // what it brings is compared with what is wanted then
    }
    m_readingWeights = true;
    whenDone(this, m_laboratory->weights(m_id, steps),
             [this, generation = m_generation](const Result<WeightsPtr> &weights) {
        if (generation != m_generation) {
            return;
        }
        m_readingWeights = false;
        if (!weights) {
            setProblem(weights.error());
            return;
        }
        setProblem(QString());
        keepNewest(m_recent, weights.value(), recentWeights);
        if (!isLive() || !m_mailbox || !m_mailbox->latest()) {
            setWeights(weights.value());
            if (!takeKernelsFromFilms()) {
                takeKernelsFromWeights();
            }
            update(); // the slider may have gone on
        }
    });
}

void Inspection::readFilm(qint64 steps)
{
    if (m_readingFilm || m_moments.firstFilters < 0 || steps < m_moments.firstFilters) {
        return;
    }
    m_readingFilm = true;
    whenDone(this, m_laboratory->film(m_id, std::min(steps, m_moments.lastFilters)),
             [this, steps, generation = m_generation](const Result<FilterFilm> &film) {
        if (generation != m_generation) {
            return;
        }
        m_readingFilm = false;
        if (!film) {
            setProblem(film.error());
        } else if (film.value().frames() > 0) {
            keepNewest(m_films, film.value(), recentFilms);
            takeFilm(film.value(), steps);
            if (std::exchange(m_wantsFilm, false)) {
                Q_EMIT firstKernelsChanged();
            }
        }
    });
}

void Inspection::takeFilm(const FilterFilm &film, qint64 askedFor)
{
    if (isLive() || takeKernelsFromFilms()) {
        return;
    }
    if (m_position != askedFor) {
        readFilm(m_position); // the slider has gone on
    } else {
        setKernels({film.lastStep(), film.filters, film.kernelSize, film.frameAt(film.lastStep())}); // a gap: the last before it
    }
}

bool Inspection::takeKernelsFromFilms()
{
    if (isLive()) {
        return false;
    }
    const qint64 wanted = m_moments.lastFilters >= 0 ? std::min(m_position, m_moments.lastFilters) : m_position;
    const std::optional<FirstKernels> kernels = kernelsFromFilms(wanted);
    if (kernels && (!m_kernels || m_kernels->steps != kernels->steps)) {
        setKernels(*kernels);
    }
    return kernels.has_value();
}

std::optional<FirstKernels> Inspection::kernelsFromFilms(qint64 steps) const
{
    for (const FilterFilm &film : m_films) {
        // The moments between two frames belong to the one before.
        if (film.frames() > 0 && steps >= film.firstStep && steps < film.lastStep() + film.stride) {
            const qint64 frame = std::min((steps - film.firstStep) / film.stride, film.frames() - 1);
            const qint64 at = film.firstStep + frame * film.stride;
            return FirstKernels{at, film.filters, film.kernelSize, film.frameAt(at)};
        }
    }
    return std::nullopt;
}

std::optional<FirstKernels> Inspection::kernelsBefore()
{
    if (isLive() || !m_kernels || m_moments.firstFilters < 0 || m_kernels->steps <= m_moments.firstFilters) {
        return std::nullopt;
    }
    const qint64 wanted = m_kernels->steps - m_moments.filterStride;
    std::optional<FirstKernels> kernels = kernelsFromFilms(wanted);
    if (!kernels && !m_readingFilm) {
        m_wantsFilm = true;
        readFilm(wanted);
    }
    return kernels;
}

WeightsPtr Inspection::startWeights()
{
    if (m_start || m_readingStart || m_startReadings == mostStartReadings || !m_laboratory || m_moments.weights.empty() || m_moments.weights.front() != 0) {
        return m_start;
    }
    m_readingStart = true;
    ++m_startReadings; // a damaged one isn't asked for again and again
    whenDone(this, m_laboratory->weights(m_id, 0),
             [this, generation = m_generation](const Result<WeightsPtr> &weights) {
        if (generation != m_generation) {
            return;
        }
        m_readingStart = false;
        if (weights) {
            m_start = weights.value();
        }
        if (weights || m_startReadings < mostStartReadings) {
            QTimer::singleShot(weights ? 0ms : recorderInterval, this, &Inspection::startWeightsChanged); // asks again where it failed
        }
    });
    return nullptr;
}

void Inspection::takeKernelsFromWeights()
{
    const NamedArray *kernels = m_weights ? m_weights->find("conv1.weight") : nullptr;
    if (kernels && kernels->shape.size() == 4) {
        setKernels({m_weights->steps, int(kernels->shape[0]), int(kernels->shape[2]), kernels->values});
    }
}

void Inspection::setWeights(const WeightsPtr &weights)
{
    m_weights = weights;
    Q_EMIT weightsChanged();
}

void Inspection::setKernels(const FirstKernels &kernels)
{
    m_kernels = kernels;
    Q_EMIT firstKernelsChanged();
}

void Inspection::setProblem(const QString &sentence)
{
    if (sentence != m_problem) {
        m_problem = sentence;
        Q_EMIT problemChanged();
    }
}

} // namespace convscope
