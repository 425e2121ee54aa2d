// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/inspection/answers.h"
#include "core/inspection/confusion.h"
#include "core/runs/runrows.h"

#include <memory>

namespace convscope {

/// The answers after one epoch. Immutable, shared between threads.
struct EpochAnswers
{
    int epoch = 0;
    std::shared_ptr<const TestProbabilities> probabilities;
    std::vector<std::uint8_t> predicted; ///< one for each test picture
};
using EpochAnswersPtr = std::shared_ptr<const EpochAnswers>;

/// What is compared with: nothing, an epoch of the same run, or the last epoch of another run.
struct PredictionsComparison
{
    int epoch = 0; ///< 0: no epoch of the same run
    QString run; ///< id of another run
    QString runName;

    /// A run that is renamed stays the same.
    bool operator==(const PredictionsComparison &other) const { return epoch == other.epoch && run == other.run; }
};

/// Everything that the page shows, worked out for one moment.
struct PredictionsState
{
    DatasetPtr data;
    QString runName;
    int runNumber = 0; ///< TrainingRun::number()
    int epoch = 0; ///< 0: asked in the middle of the first epoch
    qint64 steps = 0; ///< of such a question
    EpochAnswersPtr shown;
    std::vector<Answer> answers; ///< one for each test picture
    Confusion confusion;
    std::vector<EpochAnswersPtr> epochs; ///< all that are at hand, rising
    PredictionsComparison comparison;
    EpochAnswersPtr other; ///< nullptr without comparison
    std::vector<Answer> otherAnswers;
    Confusion otherConfusion;
};
using PredictionsStatePtr = std::shared_ptr<const PredictionsState>;

/// A run of the laboratory that was tested with the same pictures.
struct ComparableRun
{
    QString id;
    QString name;
    int epoch = 0; ///< its last complete one
};

EpochAnswersPtr epochAnswers(int epoch, std::shared_ptr<const TestProbabilities> probabilities);

/// For the background. Each epoch that can be read, and the sentence of the last that can't.
std::pair<std::vector<EpochAnswersPtr>, QString> readEpochs(const QString &file, const QString &id, const std::vector<int> &epochs);

/// For the background: what follows from data, shown, other and epochs, whose predictions may still be missing. nullptr where the answers
/// don't belong to the pictures.
PredictionsStatePtr workedOut(PredictionsState state);

/// The runs that were tested with the pictures of that checksum, but for `except`; namesakes are told apart by their dates. Newest first.
std::vector<ComparableRun> runsTestedWith(const RunList &list, const QString &checksum, const QString &except);

} // namespace convscope
