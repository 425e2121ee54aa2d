// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/inspection/weights.h"
#include "core/runs/runstore.h"

#include <QHash>

namespace convscope {

/// The pictures that runs were trained with, each set read once: what is loaded already, else from the folder where the run found them,
/// else from `otherFolder`. One thread at a time; blocks while it reads.
class ReportData
{
public:
    explicit ReportData(DatasetPtr loaded = nullptr, const QString &otherFolder = QString());

    /// A failure where no folder holds exactly those pictures: a sentence.
    Result<DatasetPtr> dataOf(const RunRecord &run);

private:
    Result<DatasetPtr> read(const QString &folder);

    const QString m_otherFolder;
    QHash<QString, DatasetPtr> m_byChecksum;
    QHash<QString, QString> m_failures; ///< by folder
};

/// All that a report says of one run.
struct ReportedRun
{
    RunRecord record;
    std::vector<EpochReport> epochs; ///< complete ones, rising, without probabilities
    std::vector<RunEvent> events;
    QString parentName; ///< of the run that it branched off; empty where that is gone
    /// Those that count at its end (TrainingSettings::finalWeights); nullptr without a checkpoint.
    WeightsPtr weights;
    /// The answers to the test pictures after `answeredEpoch`: the epoch whose weights count, else the last before it whose answers are
    /// kept. 0: none are.
    TestProbabilities probabilities;
    int answeredEpoch = 0;
    DatasetPtr data; ///< nullptr where `dataProblem` says why
    QString dataProblem;
    /// A sentence for each part that is damaged.
    QStringList problems;

    /// The epoch of the lowest test loss; nullptr before the first.
    const EpochReport *best() const;
    /// That whose weights it keeps: best() where its settings say so, else the last.
    const EpochReport *kept() const;
    double seconds() const; ///< of training and testing
    int side() const; ///< of a picture
    int classes() const;
    bool hasAnswers() const { return answeredEpoch > 0 && data; }
};

/// With more runs, their filters, confusions and errors are left out.
inline constexpr qsizetype mostRunsInFull = 6;

/// A failure only where the run itself can't be read; what else is missing stays empty. Not in full, its batches, events, weights and
/// answers are not read: all runs of a large comparison are in memory together.
Result<ReportedRun> readReportedRun(RunStore &store, const QString &id, ReportData &data, bool isInFull = true);

} // namespace convscope
