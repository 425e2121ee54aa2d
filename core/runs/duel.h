// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/common/result.h"
#include "core/runs/comparedrun.h"
#include "core/runs/pairedtest.h"

#include <QJsonObject>

#include <optional>

namespace convscope {

/// What two runs have in common, and in what they differ.
struct Duel
{
    /// Paths of the settings; seed, threads and computation left out.
    QStringList differing;
    bool seedDiffers = false;
    bool dataDiffers = false;
    /// One of them branched off a run: it did not begin as the other did, whatever the settings say.
    bool isBranch = false;
    /// Layers with weights of the first, and those of them that began with the same weights in the second: the same seed, name and shape.
    int layers = 0;
    int sharedLayers = 0;
    /// The settings that differ, counted by what they do: stopping early and keeping the best weights are one thing, so are the parts of a
    /// learning-rate schedule, and a layer that only one of the two has.
    int things = 0;
    /// The same pictures in the same batches in the same order.
    bool sharesBatches = false;

    /// What made the difference can be told: one thing at most, nothing else.
    bool isFair() const { return things <= 1 && !seedDiffers && !dataDiffers && !isBranch; }
};

Duel duelOf(const ComparedRun &a, const ComparedRun &b, int side, int classes);

/// Equal but for seed, threads, computation and name, and on the same pictures.
bool isSameButSeed(const ComparedRun &a, const ComparedRun &b);

/// It has trained all its epochs or ended early by its own settings, and the test accuracy of what it keeps is a number.
bool isWhole(const ComparedRun &run);

/// Whole, and no branch: it shows what comes of its settings and its seed.
bool standsForItsSettings(const ComparedRun &run);

/// Two settings over several seeds: for each seed that both were finished with, a run of each.
struct SeedDuel
{
    std::vector<qint64> seeds; ///< rising
    std::vector<ComparedRunPtr> first;
    std::vector<ComparedRunPtr> second;
    PairedTest accuracy; ///< of the test accuracies of what each keeps, first - second
};

/// Looks among all runs for those with the settings of `a` and of `b`; a run counts when it stands for its settings. Of several with the
/// same seed the first counts.
SeedDuel seedDuel(const std::vector<ComparedRunPtr> &runs, const ComparedRun &a, const ComparedRun &b);

/// The two sides of a list, in its order: nothing where the settings of its runs are not exactly two, or fewer than two seeds have both.
std::optional<SeedDuel> seedDuel(const std::vector<ComparedRunPtr> &runs);

/// The experiment with other settings, by path as in a sweep's file ("dropout" too): one for each combination of the lists.
Result<std::vector<Experiment>> variantsOf(const Experiment &base, const QJsonObject &settings);

} // namespace convscope
