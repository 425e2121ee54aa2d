// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/inspector.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <deque>
#include <map>
#include <memory>
#include <set>

namespace convscope {

/// The class probabilities of one picture, by the moment (batches trained) of the run.
using Opinions = std::map<qint64, std::vector<float>>;

/// How a run's opinion of a picture was at every moment whose weights the laboratory keeps. Read and computed on a thread of its own, the
/// ends and the middle first, so that the whole shows soon and gets finer. Kept for the pictures asked about last; weights that were read
/// are held for the next picture, up to a limit, until release(). Lives in the main thread.
class OpinionHistory : public QObject
{
    Q_OBJECT

public:
    explicit OpinionHistory(QObject *parent = nullptr);
    ~OpinionHistory() override;

    struct Question
    {
        const Inspector *inspector = nullptr;
        QString file; ///< of the laboratory
        QString run; ///< its id
        Picture picture;
    };
    /// Another picture or run gives up what is under way for the one before; of the same, only what is missing is asked.
    void ask(const Question &question, const std::vector<qint64> &moments);
    void cancel();
    /// Nobody looks: the weights that are held are let go; the opinions stay.
    void release();
    /// The one asked last; nullptr before the first.
    const Question *question() const { return m_known.empty() ? nullptr : &m_known.front().question; }
    /// Of that question; grows while isBusy().
    const Opinions &opinions() const;
    bool isBusy() const { return m_isBusy; }
    /// Of the weights that are held.
    qint64 heldBytes() const;

Q_SIGNALS:
    /// There are more opinions, or it is ready.
    void grown();
    /// A sentence; the moments that can't be read are left out.
    void failed(const QString &sentence);

private:
    struct Known
    {
        Question question;
        Opinions opinions;
        std::set<qint64> unreadable;
    };
    class WeightsHeld;
    void start(std::vector<qint64> missing);
    void work(const Question &question, const std::vector<qint64> &moments, int job, const std::shared_ptr<std::atomic<bool>> &cancelled);
    void take(int job, const Opinions &opinions, const std::vector<qint64> &unreadable, const QString &problem);
    void end(int job, bool wasOpen);

    std::deque<Known> m_known; ///< the one asked last in front
    std::unique_ptr<WeightsHeld> m_held; ///< only the thread of the pool uses it
    std::shared_ptr<std::atomic<bool>> m_cancelled;
    std::vector<qint64> m_moments;
    bool m_isBusy = false;
    int m_job = 0;
    QThreadPool m_pool;
};

/// The same numbers with the first and the last in front, then the middle, then the middles of what is left on both sides.
std::vector<qint64> coarseToFine(const std::vector<qint64> &moments);

} // namespace convscope
