// SPDX-License-Identifier: GPL-3.0-or-later
// What the inspection reads from the laboratory.
#include "ui/models/inspection.h"

#include "ui/models/whendone.h"

#include <algorithm>
#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace convscope {

namespace {

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
            stayOnTheLine();
            Q_EMIT extentChanged();
            update();
        } // A run that began just now is not there yet.
        awaitRecorder();
    });
}

/// What was asked for before it was known what is kept.
void Inspection::stayOnTheLine()
{
    if (!isLive() && m_position < firstStep()) {
        m_position = firstStep();
        Q_EMIT positionChanged();
    }
}

/// The recorder writes a little later than the run ends or pauses. Only that of this program is waited for: what another run hasn't
/// kept never comes.
void Inspection::awaitRecorder()
{
    if (!m_run || isTraining() || m_run->record() || m_run->state() == RunState::Idle) {
        return;
    }
    const bool isBehind = isFinal(m_run->state()) ? !m_moments.isEnded : m_moments.weights.empty() || m_moments.weights.back() < lastStep();
    if (!isBehind) {
        m_waits = 0;
    } else if (m_waits < mostWaits) {
        ++m_waits;
        QTimer::singleShot(recorderInterval, this, &Inspection::readMoments);
    }
}

void Inspection::showRecorded()
{
    if (!takeKernelsFromFilms()) {
        readFilm(m_position);
    }
    if (const std::optional<qint64> kept = keptNear(m_position)) {
        readWeights(*kept);
    } else if (!m_laboratory || m_id.isEmpty()) {
        set(m_problem, m_position, tr("This run is not kept in a laboratory, so only its present moment can be shown."));
    }
}

std::optional<qint64> Inspection::keptNear(qint64 steps) const
{
    const std::vector<qint64> &kept = m_moments.weights;
    const auto after = std::upper_bound(kept.begin(), kept.end(), steps);
    if (after == kept.begin()) {
        return kept.empty() ? std::nullopt : std::optional(kept.front());
    }
    const qint64 before = *std::prev(after);
    return after != kept.end() && *after - steps < steps - before ? *after : before;
}

void Inspection::readWeights(qint64 steps)
{
    if (m_weights && m_weights->steps == steps) {
        set(m_problem, -1, {});
        return;
    }
    const auto recent = std::find_if(m_recent.begin(), m_recent.end(), [steps](const WeightsPtr &weights) { return weights->steps == steps; });
    if (recent != m_recent.end()) {
        setWeights(*recent);
        takeKernelsFromFilms();
        return;
    }
    if (m_readingWeights || hasFailed(m_problem, steps)) {
        return; // what it brings is compared with what is wanted then
    }
    m_readingWeights = true;
    whenDone(this, m_laboratory->weights(m_id, steps),
             [this, steps, generation = m_generation](const Result<WeightsPtr> &weights) {
        if (generation != m_generation) {
            return;
        }
        m_readingWeights = false;
        const bool isWanted = wantedStep() == steps;
        if (!weights && isWanted) {
            set(m_problem, steps, weights.error());
            return;
        }
        if (weights) {
            keepNewest(m_recent, weights.value(), recentWeights);
        }
        if (weights && (isWanted || !isLive())) {
            setWeights(weights.value());
            if (!takeKernelsFromFilms()) {
                takeKernelsFromWeights();
            }
        }
        update(); // the slider may have gone on
    });
}

std::optional<qint64> Inspection::wantedStep() const
{
    return isLive() ? liveStep() : keptNear(m_position);
}

void Inspection::readFilm(qint64 steps)
{
    if (m_readingFilm || m_moments.firstFilters < 0 || steps < m_moments.firstFilters || hasFailed(m_filmProblem, steps)) {
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
            Problem &problem = std::exchange(m_wantsFilm, false) ? m_beforeProblem : m_filmProblem;
            if (&problem == &m_filmProblem && m_position != steps) {
                update(); // the slider has gone on
            } else {
                set(problem, steps, film.error());
            }
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
        set(m_filmProblem, -1, {});
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
    if (kernels) {
        set(m_filmProblem, -1, {});
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
    const bool isKept = m_kernels && m_moments.firstFilters >= 0 && m_kernels->steps > m_moments.firstFilters && m_kernels->steps <= m_moments.lastFilters;
    if (!isKept || (isLive() && isTraining())) {
        return std::nullopt;
    }
    const qint64 wanted = m_kernels->steps - m_moments.filterStride;
    std::optional<FirstKernels> kernels = kernelsFromFilms(wanted);
    if (!kernels && !m_readingFilm && !hasFailed(m_beforeProblem, wanted)) {
        m_wantsFilm = true;
        readFilm(wanted);
        m_wantsFilm = m_readingFilm;
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

WeightsPtr Inspection::weightsBefore()
{
    const std::vector<qint64> &kept = m_moments.weights;
    const auto now = m_weights ? std::lower_bound(kept.begin(), kept.end(), m_weights->steps) : kept.begin();
    if (now == kept.begin() || (isLive() && isTraining()) || !m_laboratory) {
        return nullptr;
    }
    const qint64 wanted = *std::prev(now);
    if (m_before && m_before->steps == wanted) {
        return m_before;
    }
    if (!m_readingBefore && !hasFailed(m_beforeProblem, wanted)) {
        m_readingBefore = true;
        whenDone(this, m_laboratory->weights(m_id, wanted),
                 [this, wanted, generation = m_generation](const Result<WeightsPtr> &weights) {
            if (generation != m_generation) {
                return;
            }
            m_readingBefore = false;
            if (!weights) {
                set(m_beforeProblem, wanted, weights.error());
            } else {
                m_before = weights.value();
                Q_EMIT weightsBeforeChanged(); // asks again where the time line has gone on
            }
        });
    }
    return nullptr;
}

void Inspection::takeKernelsFromWeights()
{
    const NamedArray *kernels = m_weights ? m_weights->find("conv1.weight") : nullptr;
    if (kernels && kernels->shape.size() == 4) {
        setKernels({m_weights->steps, int(kernels->shape[0]), int(kernels->shape[2]), kernels->values});
    }
}

} // namespace convscope
