// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/learntepochs.h"
#include "ui/models/predictions.h"

#include <QThreadPool>

#include <atomic>
#include <map>

namespace convscope {

/// What one run of the laboratory answered to the test pictures, epoch by epoch. Of the probabilities only that of the true class is
/// held, which makes three bytes a picture and epoch. Immutable, shared between threads.
struct RunAnswers
{
    QString id;
    QString name;
    std::vector<int> epochs; ///< rising
    std::vector<std::vector<std::uint8_t>> predicted; ///< [epoch][picture]
    std::vector<std::vector<std::uint16_t>> trueProbability; ///< [epoch][picture], as round(p * 65535)
    std::vector<std::uint16_t> lastConfidence; ///< [picture], of the answer after the last epoch
};
using RunAnswersPtr = std::shared_ptr<const RunAnswers>;

/// What other runs answer to the same pictures. Read once, in the background on a thread of its own; for a run that has trained on since,
/// only the new epochs. Main thread.
class OtherAnswers : public QObject
{
    Q_OBJECT

public:
    /// More would not be looked through.
    static constexpr std::size_t mostRuns = 8;

    explicit OtherAnswers(QObject *parent = nullptr);
    ~OtherAnswers() override;

    /// The first of the list, as many as fit. changed() follows where something is new.
    void setRuns(const QString &file, const DatasetPtr &data, const std::vector<ComparableRun> &runs);
    /// Nobody looks: what is being read is given up, what was read stays.
    void pause();
    /// Those that are read, in the order of setRuns().
    const std::vector<RunAnswersPtr> &runs() const { return m_runs; }
    bool isBusy() const { return m_isReading; }

Q_SIGNALS:
    void changed();

private:
    struct Known
    {
        int epoch = 0; ///< read up to this one
        RunAnswersPtr answers; ///< nullptr where nothing can be read
    };
    void readNext();
    void gather();

    QString m_file;
    DatasetPtr m_data;
    std::vector<ComparableRun> m_wanted;
    std::map<QString, Known> m_known; ///< by id
    std::vector<RunAnswersPtr> m_runs;
    std::shared_ptr<std::atomic<bool>> m_cancelled;
    bool m_isReading = false;
    QThreadPool m_pool;
};

/// When one picture of class `label` was learnt.
LearntEpochs storyOf(const RunAnswers &run, int picture, int label);

} // namespace convscope
