// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/whendone.h"

#include <QElapsedTimer>
#include <QFuture>
#include <QObject>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>

namespace convscope {

/// A question that is asked again and again while its subject changes: one at a time in the background, the newest after it, and with a
/// rest in between as long as the work took times a factor, so that training keeps the processor.
class PacedJob : public QObject
{
    Q_OBJECT

public:
    explicit PacedJob(int restFactor, QObject *parent = nullptr);
    ~PacedJob() override;

    /// due() follows, at once or when the one before and its rest are over.
    void request();
    /// What runs is given up and its answer dropped; what was requested is forgotten, and there is no rest.
    void reset();
    bool isBusy() const { return m_isBusy; }
    /// For the work: true when it was given up. May be asked from any thread for as long as it likes.
    std::function<bool()> isCancelled() const;

    /// Answers due(): `take` gets the answer in this thread, unless it was dropped.
    template<typename Answer, typename Take>
    void run(QFuture<Answer> future, Take take)
    {
        begin();
        whenDone(this, future, [this, take = std::move(take), generation = m_generation](const Answer &answer) {
            if (generation == m_generation) {
                end();
                take(answer);
            }
        });
    }

Q_SIGNALS:
    void due();

private:
    void begin();
    void end();
    void askIfFree();

    const int m_restFactor;
    std::shared_ptr<std::atomic<bool>> m_cancelled;
    QElapsedTimer m_clock;
    QTimer m_rest;
    int m_generation = 0;
    bool m_isBusy = false;
    bool m_isWanted = false;
};

} // namespace convscope
