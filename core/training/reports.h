// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainingsettings.h"

#include <QString>
#include <QtGlobal>

#include <cstdint>
#include <memory>
#include <vector>

/// The values that a run reports. A run has a grammar: started (missing only where building the network failed); then any number of batches, events and epochs; then exactly one
/// end. Accuracies are shares in [0, 1]; losses are mean cross-entropies in nats and may be NaN or infinite.
namespace convscope {

/// Sent once, before the first batch.
struct RunStarted
{
    Experiment experiment;
    QString dataName;
    QString dataChecksum;
    int trainImages = 0;
    int testImages = 0;
    qint64 batchesPerEpoch = 0;
    qint64 parameters = 0;
    /// What TrainingSettings::threads became.
    int threads = 0;
    /// "LibTorch 1.13.1, OpenBLAS 0.3.21 (OpenMP)"
    QString engine;
    /// Done before, when it goes on from a checkpoint.
    qint64 steps = 0;
};

/// One training step. Kept small: there are a million of them in a long run.
struct BatchPoint
{
    float loss = 0.0f;
    float accuracy = 0.0f;
    float learningRate = 0.0f;
};

/// The softmax outputs for every test picture after an epoch: [images, classes], as round(p * 65535).
struct TestProbabilities
{
    int images = 0;
    int classes = 0;
    std::vector<std::uint16_t> values;
};

/// Sent after the test pass of an epoch.
struct EpochReport
{
    /// 1-based.
    int epoch = 0;
    /// Training steps done since the run began.
    qint64 steps = 0;
    /// Mean over the epoch's batches as they were trained (dropout on, weights moving).
    double trainLoss = 0.0;
    double trainAccuracy = 0.0;
    /// The whole test set after the epoch's last step (dropout off).
    double testLoss = 0.0;
    double testAccuracy = 0.0;
    double trainSeconds = 0.0;
    double testSeconds = 0.0;
    double trainImagesPerSecond = 0.0;
    /// nullptr where the test loss is not finite; testAccuracy is NaN then.
    std::shared_ptr<const TestProbabilities> probabilities;
};

/// True where `report` takes over as the epoch of the lowest test loss from `lowest` (nullptr = none yet): a NaN never
/// does, nor an equal.
bool hasLowerTestLoss(const EpochReport &report, const EpochReport *lowest);

/// Something that happened between two batches and belongs to the run's history.
struct RunEvent
{
    enum class Kind { Paused, Resumed, SettingsChanged };
    Kind kind = Kind::Paused;
    /// Steps done when it happened: it acts from step number `steps` (0-based) on.
    qint64 steps = 0;
    /// The pause after a single batch or epoch that was asked for, and its end: no interruption worth a mark.
    bool byStep = false;
    /// SettingsChanged only.
    LiveSettings before;
    LiveSettings after;
};

/// Sent once, last.
struct RunEnd
{
    enum class Kind { Finished, Stopped, Diverged, Failed };
    Kind kind = Kind::Finished;
    qint64 steps = 0;
    /// Where it ended, 1-based; 0 before the first batch.
    int epoch = 0;
    qint64 batch = 0;
    /// Failed: a sentence that says what happened and what to try. See also reasonText().
    QString reason;
    /// Diverged: what the learning rate was, and whether it showed in the test pass.
    double learningRate = 0.0;
    bool inTest = false;
    /// Finished before its last epoch: for so many epochs the test loss had not got better; 0 for the others.
    int epochsWithoutGain = 0;
};

/// Why a run diverged, failed or finished early, and what to try, in the language of the program; empty for the others.
QString reasonText(const RunEnd &end);

} // namespace convscope
