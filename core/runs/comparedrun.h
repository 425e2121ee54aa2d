// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/runrecord.h"

#include <QJsonValue>
#include <QStringList>

#include <map>
#include <memory>

namespace convscope {

/// A run as it is compared with others: what it was made with, what came out, and what it cost.
struct ComparedRun
{
    QString id; ///< empty where it isn't recorded
    QString name;
    QStringList tags;
    RecordState state = RecordState::Running;
    /// The id of the run that it branched off; empty for one that began with weights of its own.
    QString parent;
    Experiment experiment;
    QString dataChecksum;
    /// settingsByPath() of the experiment.
    std::map<QString, QJsonValue> settings;
    /// Complete ones, rising; without probabilities where it was read from a laboratory.
    std::vector<EpochReport> epochs;
    qint64 parameters = 0;
    /// Of a forward pass of one picture.
    qint64 multiplications = 0;

    /// The last complete epoch, and the one of the lowest test loss; nullptr before the first.
    const EpochReport *last() const;
    const EpochReport *best() const;
    /// The epoch whose weights the run ends with, by which it is judged: best() where its settings keep that one, else last().
    const EpochReport *kept() const;
    bool keepsBest() const { return experiment.training.finalWeights == FinalWeights::Best; }
    /// Test accuracy of best(); NaN before the first.
    double bestAccuracy() const;
    /// Spent on training and testing.
    double seconds() const;
};
using ComparedRunPtr = std::shared_ptr<const ComparedRun>;

/// All of a laboratory, newest first; a sentence for each whose curves are damaged.
struct ComparedList
{
    std::vector<ComparedRunPtr> runs;
    QStringList problems;
};

/// `side` and `classes` of the pictures decide the number of multiplications.
ComparedRun comparedRun(const RunStarted &start, std::vector<EpochReport> epochs, int side, int classes);
/// One of the laboratory.
ComparedRun comparedRun(const RunRecord &record, std::vector<EpochReport> epochs, int side, int classes);

/// The paths of the settings in which not all are equal, those of the training first. As differingSettings(), for thousands of runs.
QStringList differingSettings(const std::vector<ComparedRunPtr> &runs);

/// Whether two paths are a matter of how the run was computed and not of what is learned: threads and computation.
bool isOnlyComputation(const QString &path);

} // namespace convscope
