// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/pairedtest.h"
#include "core/runs/runrecord.h"

#include <QJsonValue>

#include <map>

namespace convscope {

/// Every setting of an experiment by its path in the JSON form ("training.learning_rate", "architecture.conv_blocks[0].filters"), without
/// the name. Lists count with their length, too ("architecture.conv_blocks").
std::map<QString, QJsonValue> settingsByPath(const Experiment &experiment);

/// The paths in which not all are equal, those of the training first; where one has no such layer, that differs, too.
QStringList differingSettings(const std::vector<Experiment> &experiments);

/// Two settings that were both tried with the same seeds: all that differs beside the seed.
struct SeedPairs
{
    QStringList differing;
    std::vector<qint64> seeds; ///< rising
    /// Of the last test accuracies, as shares; first minus second.
    PairedTest accuracy;
    /// The first run of each side; the order is that of the list.
    QString first;
    QString second;
};

/// The two sides of a list of finished runs on the same data: nothing where there are not exactly two, or fewer than two seeds that both
/// have. Of runs with the same settings and seed the first counts.
std::optional<SeedPairs> seedPairs(const std::vector<RunRecord> &runs);

} // namespace convscope
