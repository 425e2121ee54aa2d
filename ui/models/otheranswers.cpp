// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/otheranswers.h"

#include "ui/models/whendone.h"

#include <QtConcurrent>

#include <algorithm>

namespace convscope {

namespace {

/// False where the answers don't belong to the pictures.
bool addEpoch(RunAnswers &run, int epoch, const TestProbabilities &probabilities, const std::vector<std::uint8_t> &labels)
{
    if (probabilities.images != int(labels.size()) || probabilities.values.size() != labels.size() * std::size_t(probabilities.classes)) {
        return false;
    }
    const auto classes = std::size_t(probabilities.classes);
    std::vector<std::uint8_t> predicted = predictedClasses(probabilities);
    std::vector<std::uint16_t> truth(labels.size(), 0);
    run.lastConfidence.resize(labels.size());
    for (std::size_t i = 0; i < labels.size(); ++i) {
        truth[i] = labels[i] < classes ? probabilities.values[i * classes + labels[i]] : std::uint16_t(0);
        run.lastConfidence[i] = probabilities.values[i * classes + predicted[i]];
    }
    run.epochs.push_back(epoch);
    run.predicted.push_back(std::move(predicted));
    run.trueProbability.push_back(std::move(truth));
    return true;
}

/// In the background. nullptr where nothing can be read; damaged epochs are left out: the run says so where it is shown itself.
RunAnswersPtr readRun(const QString &file, const ComparableRun &run, const RunAnswersPtr &before, const std::vector<std::uint8_t> &labels,
                      const std::atomic<bool> &isCancelled)
{
    const Result<std::unique_ptr<RunStore>> store = RunStore::open(file);
    const Result<RunMoments> moments = store ? store.value()->moments(run.id) : Result<RunMoments>::failure(store.error());
    if (!moments) {
        return before;
    }
    auto answers = before ? std::make_shared<RunAnswers>(*before) : std::make_shared<RunAnswers>();
    answers->id = run.id;
    answers->name = run.name;
    const int known = answers->epochs.empty() ? 0 : answers->epochs.back();
    for (const int epoch : moments.value().probabilities) {
        if (isCancelled) {
            return nullptr;
        }
        if (epoch > known) {
            const Result<TestProbabilities> probabilities = store.value()->probabilities(run.id, epoch);
            if (probabilities) {
                addEpoch(*answers, epoch, probabilities.value(), labels);
            }
        }
    }
    return answers->epochs.empty() ? nullptr : answers;
}

} // namespace

OtherAnswers::OtherAnswers(QObject *parent)
    : QObject(parent)
    , m_cancelled(std::make_shared<std::atomic<bool>>(false))
{
    m_pool.setMaxThreadCount(1);
}

OtherAnswers::~OtherAnswers()
{
    *m_cancelled = true;
    m_pool.waitForDone();
}

void OtherAnswers::setRuns(const QString &file, const DatasetPtr &data, const std::vector<ComparableRun> &runs)
{
    if (file != m_file || data != m_data) {
        pause();
        m_known.clear();
        m_file = file;
        m_data = data;
    }
    m_wanted.assign(runs.begin(), runs.begin() + std::ptrdiff_t(std::min(runs.size(), mostRuns)));
    std::erase_if(m_known, [this](const auto &one) {
        return std::none_of(m_wanted.begin(), m_wanted.end(), [&one](const ComparableRun &run) { return run.id == one.first; });
    });
    gather();
    readNext();
}

void OtherAnswers::pause()
{
    *m_cancelled = true;
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    m_isReading = false;
    m_wanted.clear(); // m_runs stays, for whoever comes back
}

/// One run after the other, so that the first shows soon.
void OtherAnswers::readNext()
{
    const auto isNew = [this](const ComparableRun &run) {
        const auto known = m_known.find(run.id);
        return known == m_known.end() || known->second.epoch < run.epoch;
    };
    const auto next = std::find_if(m_wanted.begin(), m_wanted.end(), isNew);
    if (m_isReading || !m_data || next == m_wanted.end()) {
        return;
    }
    m_isReading = true;
    const auto known = m_known.find(next->id);
    const RunAnswersPtr before = known == m_known.end() ? nullptr : known->second.answers;
    whenDone(this, QtConcurrent::run(&m_pool,
                                     [file = m_file, run = *next, before, data = m_data, cancelled = m_cancelled] {
                                         return readRun(file, run, before, data->test.labels, *cancelled);
                                     }),
             [this, run = *next, cancelled = m_cancelled](const RunAnswersPtr &answers) {
                 if (*cancelled) {
                     return;
                 }
                 m_isReading = false;
                 m_known[run.id] = {run.epoch, answers};
                 gather();
                 readNext();
             });
}

void OtherAnswers::gather()
{
    std::vector<RunAnswersPtr> runs;
    for (const ComparableRun &run : m_wanted) {
        const auto known = m_known.find(run.id);
        if (known != m_known.end() && known->second.answers) {
            runs.push_back(known->second.answers);
        }
    }
    if (runs != m_runs) {
        m_runs = std::move(runs);
        Q_EMIT changed();
    }
}

LearntEpochs storyOf(const RunAnswers &run, int picture, int label)
{
    std::vector<bool> isRight;
    for (const std::vector<std::uint8_t> &predicted : run.predicted) {
        isRight.push_back(predicted[std::size_t(picture)] == label);
    }
    return learntEpochs(run.epochs, isRight);
}

} // namespace convscope
