// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/opinionhistory.h"

#include "core/runs/runstore.h"

#include <QElapsedTimer>
#include <QtConcurrent>

#include <algorithm>

namespace convscope {

namespace {

constexpr std::size_t mostPictures = 24;
constexpr std::size_t mostBytes = std::size_t(192) << 20;
/// What was computed meanwhile is shown after so many milliseconds.
constexpr qint64 showInterval = 60;

bool isSame(const OpinionHistory::Question &a, const OpinionHistory::Question &b)
{
    return a.run == b.run && a.file == b.file && a.inspector == b.inspector && a.picture == b.picture;
}

} // namespace

/// Weights of one run that were read, as many as fit.
class OpinionHistory::WeightsHeld
{
public:
    Result<WeightsPtr> read(RunStore &store, const QString &run, qint64 steps)
    {
        if (run != m_run) {
            clear();
            m_run = run;
        }
        if (const auto found = m_weights.find(steps); found != m_weights.end()) {
            return found->second;
        }
        const Result<WeightsPtr> weights = store.weights(run, steps);
        if (weights) {
            std::size_t bytes = 0;
            for (const NamedArray &array : weights.value()->arrays) {
                bytes += array.values.size() * sizeof(float);
            }
            if (m_bytes + bytes <= mostBytes) {
                m_bytes += bytes;
                m_weights.emplace(steps, weights.value());
            }
        }
        return weights;
    }

    void clear()
    {
        m_weights.clear();
        m_bytes = 0;
    }

    /// Any thread.
    std::size_t bytes() const { return m_bytes; }

private:
    QString m_run;
    std::map<qint64, WeightsPtr> m_weights;
    std::atomic<std::size_t> m_bytes = 0;
};

std::vector<qint64> coarseToFine(const std::vector<qint64> &moments)
{
    std::vector<qint64> ordered;
    if (moments.empty()) {
        return ordered;
    }
    ordered.push_back(moments.front());
    if (moments.size() > 1) {
        ordered.push_back(moments.back());
    }
    // Breadth first over the open intervals between what is in already.
    std::deque<std::pair<std::size_t, std::size_t>> intervals{{0, moments.size() - 1}};
    while (!intervals.empty()) {
        const auto [first, last] = intervals.front();
        intervals.pop_front();
        if (last > first + 1) {
            const std::size_t middle = first + (last - first) / 2;
            ordered.push_back(moments[middle]);
            intervals.emplace_back(first, middle);
            intervals.emplace_back(middle, last);
        }
    }
    return ordered;
}

OpinionHistory::OpinionHistory(QObject *parent)
    : QObject(parent)
    , m_held(std::make_unique<WeightsHeld>())
    , m_cancelled(std::make_shared<std::atomic<bool>>(false))
{
    m_pool.setMaxThreadCount(1);
}

OpinionHistory::~OpinionHistory()
{
    *m_cancelled = true;
    m_pool.waitForDone();
}

qint64 OpinionHistory::heldBytes() const
{
    return qint64(m_held->bytes());
}

const Opinions &OpinionHistory::opinions() const
{
    static const Opinions none;
    return m_known.empty() ? none : m_known.front().opinions;
}

void OpinionHistory::ask(const Question &question, const std::vector<qint64> &moments)
{
    const bool isAnother = m_known.empty() || !isSame(m_known.front().question, question);
    if (!isAnother && m_isBusy) {
        m_moments = moments; // what is missing then is asked when it is ready
        return;
    }
    if (isAnother) {
        cancel();
        const auto found = std::find_if(m_known.begin(), m_known.end(), [&question](const Known &known) { return isSame(known.question, question); });
        Known known = found == m_known.end() ? Known{question, {}, {}} : *found;
        if (found != m_known.end()) {
            m_known.erase(found);
        }
        m_known.push_front(std::move(known));
        if (m_known.size() > mostPictures) {
            m_known.pop_back();
        }
    }
    m_moments = moments;
    std::vector<qint64> missing;
    std::copy_if(moments.begin(), moments.end(), std::back_inserter(missing), [this](qint64 steps) {
        return !m_known.front().opinions.contains(steps) && !m_known.front().unreadable.contains(steps);
    });
    if (!missing.empty()) {
        start(coarseToFine(missing));
    }
    if (isAnother) {
        Q_EMIT grown();
    }
}

void OpinionHistory::cancel()
{
    *m_cancelled = true;
    m_isBusy = false;
    ++m_job;
}

void OpinionHistory::release()
{
    cancel();
    m_pool.start([this] { m_held->clear(); }); // in its thread, after what is being given up
}

void OpinionHistory::start(std::vector<qint64> missing)
{
    m_isBusy = true;
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    m_pool.start([this, question = m_known.front().question, missing = std::move(missing), job = ++m_job, cancelled = m_cancelled] {
        work(question, missing, job, cancelled);
    });
}

/// In the thread of the pool, which the destructor waits for.
void OpinionHistory::work(const Question &question, const std::vector<qint64> &moments, int job, const std::shared_ptr<std::atomic<bool>> &cancelled)
{
    Opinions found;
    std::vector<qint64> unreadable;
    QString problem;
    const auto deliver = [&] {
        QMetaObject::invokeMethod(this, [this, job, found, unreadable, problem] { take(job, found, unreadable, problem); });
        found.clear();
        unreadable.clear();
        problem.clear();
    };
    QElapsedTimer clock;
    clock.start();
    const Result<std::unique_ptr<RunStore>> store = RunStore::open(question.file);
    problem = store.error();
    for (const qint64 steps : moments) {
        if (!store || cancelled->load()) {
            break;
        }
        const Result<WeightsPtr> weights = m_held->read(*store.value(), question.run, steps);
        const Result<std::vector<float>> opinion =
            weights ? question.inspector->probabilities(weights.value(), {question.picture}) : Result<std::vector<float>>::failure(weights.error());
        if (opinion) {
            found[steps] = opinion.value();
        } else {
            unreadable.push_back(steps);
            problem = opinion.error();
        }
        if (clock.elapsed() >= showInterval) {
            deliver();
            clock.restart();
        }
    }
    deliver();
    QMetaObject::invokeMethod(this, [this, job, isOpen = store.ok()] { end(job, isOpen); });
}

void OpinionHistory::take(int job, const Opinions &opinions, const std::vector<qint64> &unreadable, const QString &problem)
{
    if (job != m_job) {
        return;
    }
    m_known.front().opinions.insert(opinions.begin(), opinions.end());
    m_known.front().unreadable.insert(unreadable.begin(), unreadable.end());
    if (!opinions.empty()) {
        Q_EMIT grown();
    }
    if (!problem.isEmpty()) {
        Q_EMIT failed(problem);
    }
}

void OpinionHistory::end(int job, bool wasOpen)
{
    if (job == m_job) {
        m_isBusy = false;
        Q_EMIT grown();
        // Of a laboratory that can't be opened, whoever asks next tries again.
        if (wasOpen && !m_isBusy && m_moments.size() > m_known.front().opinions.size() + m_known.front().unreadable.size()) {
            ask(Question(m_known.front().question), std::vector<qint64>(m_moments)); // more was kept meanwhile
        }
    }
}

} // namespace convscope
