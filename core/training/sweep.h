// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/common/result.h"
#include "core/training/medianrule.h"
#include "core/training/trainingsettings.h"

#include <QByteArray>
#include <QJsonValue>

#include <optional>
#include <vector>

namespace convscope {

struct Sweep
{
    /// What its runs are tagged with; empty where the file doesn't say.
    QString name;
    /// What the variants are made of.
    Experiment base;
    /// In the order in which they are trained.
    std::vector<Experiment> experiments;
    /// When a run is given up; nothing for never.
    std::optional<MedianRule> stop;
};

/// Variants of one experiment. The JSON form, version 1:
///   {"convscope_sweep": 1, "name": "rates", "preset": "cnn-1",
///    "search": "grid",
///    "settings": {"training.learning_rate": {"from": 0.0001, "to": 0.01, "steps": 5, "scale": "log"}, "dropout": [0, 0.25, 0.5]},
///    "seeds": 3,
///    "stop": {"rule": "median", "after_epochs": 2}}
/// "experiment" with an experiment's JSON form may stand in the place of "preset". Settings are named by their path in that form; "dropout"
/// stands for all layers that have any. "search" is "grid" (every combination; the last setting changes fastest, in the order of
/// their names) or "random": "count" draws with "seed" (1), uniform in a list, a range, or a range's logarithm; "steps" is not used
/// then. Whole numbers are rounded. "seeds": so many times all variants, with the experiment's seed and those that follow it. "stop": see
/// medianrule.h. The same file gives the same variants everywhere; two that are equal stay in once.
/// Names say what differs between the variants. All variants are checked as validate() does, but for the number of pictures and memory.
/// A failure names the place and what to do. At most 10,000 variants; `source` names the file in messages.
Result<Sweep> sweepFromJson(const QByteArray &bytes, const QString &source);

/// "cnn-1 learning_rate=0.001, batch_size=32": shortened where it would be longer than an experiment's name may be.
QString variantName(const QString &base, const std::vector<std::pair<QString, QJsonValue>> &choices);

/// With an end; cut in the middle where it would be longer than an experiment's name may be, as the ends of variants' names differ.
QString shortenedName(const QString &name, const QString &end = QString());

/// The share of the list for one of several machines: every `of`-th from `index` (0-based) on.
std::vector<Experiment> partOf(const std::vector<Experiment> &experiments, int index, int of);

/// A setting that takes whole numbers only, by its path.
bool isWholeSetting(const QString &path);

} // namespace convscope
