// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/whyjob.h"

#include "ui/models/whendone.h"

#include <QtConcurrent>

namespace convscope {

WhyJob::WhyJob(QObject *parent)
    : QObject(parent)
    , m_cancelled(std::make_shared<std::atomic<bool>>(false))
{
    m_pool.setMaxThreadCount(1);
}

WhyJob::~WhyJob()
{
    *m_cancelled = true;
    m_pool.waitForDone();
}

void WhyJob::ask(const Inspector *inspector, const WeightsPtr &weights, const Picture &picture, const ExplanationQuestion &question, quint64 shuffleSeed)
{
    m_next = Question{inspector, weights, picture, question, shuffleSeed};
    if (m_isBusy) {
        *m_cancelled = true;
    } else {
        start();
    }
}

void WhyJob::start()
{
    m_isBusy = true;
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    whenDone(this, QtConcurrent::run(&m_pool, [question = *m_next, cancelled = m_cancelled] { return answer(question, *cancelled); }),
             [this, cancelled = m_cancelled](const Result<WhyAnswer> &result) {
            m_isBusy = false;
            if (result) {
                Q_EMIT answered(result.value());
            } else if (!*cancelled) {
                Q_EMIT failed(result.error());
            }
            if (m_next && !m_isBusy) {
                start();
            }
        });
    m_next.reset();
}

Result<WhyAnswer> WhyJob::answer(const Question &question, const std::atomic<bool> &isCancelled)
{
    const auto asksCancelled = [&isCancelled] { return isCancelled.load(); };
    const auto trained = question.inspector->explain(question.weights, question.picture, question.question, asksCancelled);
    if (!trained) {
        return Result<WhyAnswer>::failure(trained.error());
    }
    const auto shuffled = question.inspector->explain(shuffledWeights(*question.weights, question.shuffleSeed), question.picture, question.question, asksCancelled);
    if (!shuffled) {
        return Result<WhyAnswer>::failure(shuffled.error());
    }
    return WhyAnswer{question.picture, question.weights, trained.value(), shuffled.value()};
}

} // namespace convscope
