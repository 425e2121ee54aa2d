// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/inspector.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <memory>
#include <optional>

namespace convscope {

/// An explanation, and the same of the network with shuffled weights.
struct WhyAnswer
{
    Picture picture;
    WeightsPtr weights;
    Explanation trained;
    Explanation shuffled;
};

/// Asks for explanations on a thread of its own; the newest question wins, and the one that is being worked on is given up for it.
/// Lives in the main thread.
class WhyJob : public QObject
{
    Q_OBJECT

public:
    explicit WhyJob(QObject *parent = nullptr);
    ~WhyJob() override;

    void ask(const Inspector *inspector, const WeightsPtr &weights, const Picture &picture, const ExplanationQuestion &question, quint64 shuffleSeed);
    bool isBusy() const { return m_isBusy; }

Q_SIGNALS:
    void answered(const convscope::WhyAnswer &answer);
    void failed(const QString &sentence);

private:
    struct Question
    {
        const Inspector *inspector;
        WeightsPtr weights;
        Picture picture;
        ExplanationQuestion question;
        quint64 shuffleSeed;
    };
    static Result<WhyAnswer> answer(const Question &question, const std::atomic<bool> &isCancelled);
    void start();

    std::optional<Question> m_next;
    bool m_isBusy = false;
    std::shared_ptr<std::atomic<bool>> m_cancelled;
    QThreadPool m_pool;
};

} // namespace convscope
