// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/common/result.h"
#include "core/training/reports.h"

#include <QJsonObject>

#include <optional>
#include <vector>

namespace convscope {

/// When a run of a sweep is given up before its last epoch: the median stopping rule of Golovin et al., "Google Vizier: A Service for
/// Black-Box Optimization" (KDD 2017), section 3.2.2. After each epoch s, a run is given up when the best that it has reached up to s is
/// worse than the median of what the others had on average over their epochs 1 to s. Every other run that has come as far counts,
/// whether it trains, has finished or was given up, so that the median doesn't depend on who is still there.
struct MedianRule
{
    enum class Measure { TestAccuracy, TestLoss };

    Measure measure = Measure::TestAccuracy;
    /// The first epoch after which it is asked.
    int afterEpochs = 1;
    /// With fewer others that have come as far, nothing is given up.
    int leastOthers = 3;

    bool operator==(const MedianRule &) const = default;
};

/// Why a run was given up.
struct MedianVerdict
{
    MedianRule::Measure measure = MedianRule::Measure::TestAccuracy;
    int epoch = 0;
    double best = 0.0; ///< its own up to there; NaN where it never had one
    double median = 0.0; ///< of the others' averages
    int others = 0;

    bool operator==(const MedianVerdict &) const = default;
};

/// The measure after each epoch from the first on, for a run and for the others. NaN counts as the worst there is. Nothing where the run
/// may go on. Pure.
std::optional<MedianVerdict> judgeByMedian(const MedianRule &rule, const std::vector<double> &run, const std::vector<std::vector<double>> &others);

/// The measure of those epochs, which are rising from the first on.
std::vector<double> measuresOf(MedianRule::Measure measure, const std::vector<EpochReport> &epochs);

/// {"rule": "median", "measure": "test_accuracy", "after_epochs": 1, "least_others": 3}; only "rule" is required, and "test_loss" is the
/// other measure. A failure names what is wrong.
QJsonObject toJson(const MedianRule &rule);
Result<MedianRule> medianRuleFrom(const QJsonValue &value);

/// The verdict as RunEnd::reason of a run that was stopped, and back; nothing for every other text. reasonText() makes a sentence of it.
QString reasonOf(const MedianVerdict &verdict);
std::optional<MedianVerdict> verdictFrom(const QString &reason);
QString sentenceOf(const MedianVerdict &verdict);

/// It was stopped by the rule and not by a person.
bool wasGivenUp(const RunEnd &end);

} // namespace convscope
