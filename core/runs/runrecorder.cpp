// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/runrecorder.h"

#include "core/runs/laboratoryfile.h"
#include "core/runs/storefailure.h"

#include <QCoreApplication>

#include <algorithm>

#include <pthread.h>

using namespace std::chrono_literals;

namespace convscope {

namespace {

constexpr auto batchInterval = 1000ms;
/// Quick networks train several epochs a second.
constexpr auto shortestInterval = 200ms;
constexpr auto retryInterval = 1000ms;
/// Writing checkpoints takes at most one part in 11 of the recorder's time, so that an epoch of a second is kept like any other; those
/// that train several epochs a second would pay dearly otherwise …
constexpr int checkpointRest = 10;
/// … but one a minute is worth its price.
constexpr auto longestRest = 60s;
constexpr std::size_t keptProbabilities = 100;
constexpr std::size_t keptSnapshots = 16;
/// A row of a laboratory: short enough to be found and read at once.
constexpr qint64 framesPerFilm = 256;
constexpr std::size_t keptFilmValues = 4'000'000;

template<typename Value>
void append(std::vector<Value> &to, std::vector<Value> &from)
{
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
    from.clear();
}

void boundProbabilities(std::vector<EpochReport> &epochs)
{
    if (epochs.size() > keptProbabilities) {
        epochs[epochs.size() - 1 - keptProbabilities].probabilities.reset();
    }
}

std::size_t valuesOf(const std::vector<FilterFilm> &films)
{
    std::size_t values = 0;
    for (const FilterFilm &film : films) {
        values += film.values.size();
    }
    return values;
}

/// One that goes on with the last film, where the frame follows it, else a new one.
FilterFilm &filmFor(std::vector<FilterFilm> &films, qint64 steps, int filters, int kernelSize)
{
    if (!films.empty()) {
        FilterFilm &last = films.back();
        if (last.frames() == 1 && steps > last.firstStep) {
            last.stride = steps - last.firstStep;
        }
        if (last.frames() < framesPerFilm && steps == last.lastStep() + last.stride) {
            return last;
        }
    }
    films.push_back({filters, kernelSize, steps, 1, {}});
    return films.back();
}

void boundSnapshots(std::vector<WeightsPtr> &snapshots)
{
    if (snapshots.size() > keptSnapshots) {
        // The untrained network stays: every later moment is compared with it.
        const auto first = snapshots.begin() + (snapshots.front()->steps == 0 ? 1 : 0);
        snapshots.erase(first, first + std::ptrdiff_t(snapshots.size() - keptSnapshots));
    }
}

void moveReports(RunNews &queue, RunNews &news)
{
    if (queue.started) {
        news.started = std::exchange(queue.started, std::nullopt);
    }
    append(news.batches, queue.batches);
    for (EpochReport &report : queue.epochs) {
        news.epochs.push_back(std::move(report));
        boundProbabilities(news.epochs);
    }
    queue.epochs.clear();
    append(news.events, queue.events);
    append(news.snapshots, queue.snapshots);
    boundSnapshots(news.snapshots);
    if (valuesOf(news.films) < keptFilmValues) {
        append(news.films, queue.films);
    }
    queue.films.clear();
    if (queue.end) {
        news.end = std::exchange(queue.end, std::nullopt);
    }
}

void moveCheckpoints(RunNews &queue, RunNews &news)
{
    if (queue.best) {
        news.best = std::exchange(queue.best, nullptr);
    }
    if (queue.latest) {
        news.latest = std::exchange(queue.latest, nullptr);
    }
}

} // namespace

RunRecorder::RunRecorder(const QString &file, const RecordingTarget &target, TrainingSink &next, Report report)
    : m_file(file)
    , m_target(target)
    , m_next(next)
    , m_report(std::move(report))
    , m_best(target.best)
    , m_thread([this] { record(); })
{
}

RunRecorder::~RunRecorder()
{
    close(10s);
}

void RunRecorder::started(const RunStarted &start)
{
    {
        const std::lock_guard lock(m_mutex);
        m_queue.started = start;
        const std::vector<ConvBlock> &blocks = start.experiment.architecture.convBlocks;
        if (!blocks.empty()) {
            m_kernelShape = {blocks.front().filters, blocks.front().kernelSize};
        }
    }
    wake(true);
    m_next.started(start);
}

void RunRecorder::batchTrained(const BatchPoint &point)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_isLost) {
            m_queue.batches.push_back(point); // the thread looks for batches by itself
        }
    }
    m_next.batchTrained(point);
}

void RunRecorder::eventHappened(const RunEvent &event)
{
    {
        const std::lock_guard lock(m_mutex);
        m_queue.events.push_back(event);
        if (event.kind != RunEvent::Kind::SettingsChanged) {
            m_isPaused = event.kind == RunEvent::Kind::Paused;
        }
    }
    wake(true);
    m_next.eventHappened(event);
}

void RunRecorder::epochFinished(const EpochReport &report)
{
    {
        const std::lock_guard lock(m_mutex);
        m_queue.epochs.push_back(report);
        boundProbabilities(m_queue.epochs);
        if (hasLowerTestLoss(report, m_best ? &*m_best : nullptr)) {
            m_best = report;
            m_best->probabilities.reset();
        }
    }
    wake(true);
    m_next.epochFinished(report);
}

void RunRecorder::checkpointTaken(const CheckpointPtr &checkpoint)
{
    {
        const std::lock_guard lock(m_mutex);
        m_queue.latest = checkpoint;
        if (checkpoint->epochIsComplete && m_best && m_best->epoch == checkpoint->epoch) {
            m_queue.best = checkpoint;
        }
    }
    wake(true);
    m_next.checkpointTaken(checkpoint);
}

void RunRecorder::weightsKept(const WeightsPtr &weights)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_isLost) {
            m_queue.snapshots.push_back(weights); // the thread looks for it by itself
            boundSnapshots(m_queue.snapshots);
        }
    }
    m_next.weightsKept(weights);
}

void RunRecorder::filtersKept(qint64 steps, const std::vector<float> &kernels)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_isLost && m_kernelShape.size() == 2) {
            FilterFilm &film = filmFor(m_queue.films, steps, int(m_kernelShape[0]), int(m_kernelShape[1]));
            film.values.insert(film.values.end(), kernels.begin(), kernels.end());
        }
    }
    m_next.filtersKept(steps, kernels);
}

void RunRecorder::ended(const RunEnd &end)
{
    {
        const std::lock_guard lock(m_mutex);
        m_queue.end = end;
    }
    wake(true);
}

QString RunRecorder::close(std::chrono::milliseconds patience)
{
    if (m_thread.joinable()) {
        {
            const std::lock_guard lock(m_mutex);
            m_closeBefore = Clock::now() + patience;
        }
        m_wake.notify_one();
        m_thread.join();
    }
    return m_trouble;
}

void RunRecorder::wake(bool soon)
{
    {
        const std::lock_guard lock(m_mutex);
        m_isUrgent = m_isUrgent || soon;
        if (m_isLost) {
            m_queue = {};
        }
    }
    m_wake.notify_one();
}

/// Under the lock.
bool RunRecorder::mayWriteCheckpoint() const
{
    return m_closeBefore || m_isPaused || Clock::now() >= m_nextCheckpoint;
}

/// Under the lock. A run's row and its first checkpoint are written together: a run that can't go on is of no use.
bool RunRecorder::beginsWithoutCheckpoint() const
{
    const bool onlyBegan = m_queue.started && m_queue.batches.empty() && m_queue.events.empty() && m_queue.epochs.empty();
    return onlyBegan && !m_queue.latest && !m_queue.end && !m_closeBefore;
}

bool RunRecorder::takeNews(RunNews &news)
{
    std::unique_lock lock(m_mutex);
    const auto isDue = [this] { return m_closeBefore || (m_isUrgent && Clock::now() >= m_nextWrite); };
    const auto latest = m_nextWrite + batchInterval;
    while (!isDue() && Clock::now() < latest) {
        m_wake.wait_until(lock, m_isUrgent ? m_nextWrite : latest);
    }
    m_isUrgent = false;
    if (beginsWithoutCheckpoint()) {
        return true;
    }
    moveReports(m_queue, news);
    // The end takes its checkpoint along: after it the run belongs to nobody, and nothing could be added any more.
    if (news.end || mayWriteCheckpoint()) {
        moveCheckpoints(m_queue, news);
    }
    return !news.isEmpty() || !m_closeBefore;
}

void RunRecorder::record()
{
    ::pthread_setname_np(::pthread_self(), "recorder"); // for those who look where the time goes
    std::unique_ptr<SqlConnection> connection;
    RunNews news;
    while (takeNews(news)) {
        m_nextWrite = Clock::now() + shortestInterval;
        if (news.isEmpty()) {
            continue;
        }
        if (writeNews(connection, news)) {
            news = {};
        } else if (!waitForRetry()) {
            return;
        }
    }
}

bool RunRecorder::writeNews(std::unique_ptr<SqlConnection> &connection, const RunNews &news)
{
    const auto begin = Clock::now();
    bool isOurs = true;
    const QString sentence = sentenceOf([&] {
        if (!connection) {
            connection = openLaboratory(m_file);
        }
        isOurs = RunWriter(*connection, m_target).write(news);
    });
    if (!sentence.isEmpty()) {
        connection.reset(); // its state after an error of the disk can't be relied on
        tell(sentence);
        return false;
    }
    if (news.latest || news.best) {
        const auto end = Clock::now();
        m_nextCheckpoint = end + std::min<Clock::duration>(longestRest, checkpointRest * (end - begin));
    }
    if (!isOurs) {
        lose();
    } else if (!m_trouble.isEmpty()) {
        tell(QString());
    }
    return true;
}

bool RunRecorder::waitForRetry()
{
    std::unique_lock lock(m_mutex);
    if (m_closeBefore && Clock::now() >= *m_closeBefore) {
        return false;
    }
    const bool isClosing = m_closeBefore.has_value();
    m_wake.wait_for(lock, retryInterval, [this, isClosing] { return !isClosing && m_closeBefore; });
    return true;
}

void RunRecorder::lose()
{
    tell(QCoreApplication::translate("convscope::RunStore",
                                     "The run is no longer recorded: it was deleted, or another program goes on with it."));
    const std::lock_guard lock(m_mutex);
    m_isLost = true;
    m_queue = {};
}

void RunRecorder::tell(const QString &sentence)
{
    const bool isNew = m_trouble.isEmpty() != sentence.isEmpty();
    m_trouble = sentence;
    if (isNew && m_report) {
        m_report(sentence);
    }
}

} // namespace convscope
