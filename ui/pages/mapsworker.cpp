// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/mapsworker.h"

#include "ui/models/whendone.h"

#include <QtConcurrent>

namespace convscope {

FlowWorker::FlowWorker(QObject *parent)
    : QObject(parent)
{
}

void FlowWorker::request(const Inspector *inspector, const WeightsPtr &weights, const Probe &probe, int subject)
{
    m_subject = subject;
    const Question question{inspector, weights, probe, subject};
    if (m_isBusy) {
        m_waiting = question;
    } else {
        start(question);
    }
}

void FlowWorker::cancel()
{
    m_subject = -1;
    m_waiting.reset();
}

void FlowWorker::start(const Question &question)
{
    m_isBusy = true;
    whenDone(this, QtConcurrent::run([question]() -> Result<FlowPtr> {
        Result<ForwardPass> pass = question.inspector->forward(question.weights, question.probe.picture);
        return pass ? Result<FlowPtr>(flowFrom(question.weights, question.probe, std::move(pass).value(), question.subject))
                    : Result<FlowPtr>::failure(pass.error());
    }), [this, subject = question.subject](const Result<FlowPtr> &flow) { take(flow, subject); });
}

void FlowWorker::take(const Result<FlowPtr> &flow, int subject)
{
    m_isBusy = false;
    if (m_waiting) {
        const Question next = *m_waiting;
        m_waiting.reset();
        start(next);
    }
    if (subject != m_subject) {
        return;
    }
    if (flow) {
        Q_EMIT ready(flow.value());
    } else {
        Q_EMIT failed(flow.error());
    }
}

} // namespace convscope
