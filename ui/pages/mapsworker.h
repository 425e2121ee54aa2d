// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/mapsflow.h"

#include <QObject>

#include <optional>

namespace convscope {

/// Computes flows in the background, one at a time: what is asked for meanwhile waits, and only the newest of it. An answer whose
/// subject (picture, run) is no longer the one that was asked about last is dropped. Lives in the main thread.
class FlowWorker : public QObject
{
    Q_OBJECT

public:
    explicit FlowWorker(QObject *parent = nullptr);

    /// The inspector must outlive the question. Another `subject` makes older answers worthless, the same one doesn't.
    void request(const Inspector *inspector, const WeightsPtr &weights, const Probe &probe, int subject);
    /// Answers under way are dropped.
    void cancel();

Q_SIGNALS:
    void ready(const convscope::FlowPtr &flow);
    /// A sentence.
    void failed(const QString &sentence);

private:
    struct Question
    {
        const Inspector *inspector;
        WeightsPtr weights;
        Probe probe;
        int subject;
    };
    void start(const Question &question);
    void take(const Result<FlowPtr> &flow, int subject);

    std::optional<Question> m_waiting;
    bool m_isBusy = false;
    int m_subject = -1;
};

} // namespace convscope
