// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/augmentation.h"
#include "core/model/architecture.h"

#include <QString>
#include <QtGlobal>

#include <compare>
#include <vector>

namespace convscope {

enum class Optimizer { Adam, Sgd };
/// Which weights of a run count at its end: those of the last epoch, or of the one with the lowest test loss.
enum class FinalWeights { Last, Best };
enum class ScheduleKind { Constant, Step, Cosine, OneCycle };

/// Fast: whole networks through oneDNN where that covers them. Reference: LibTorch's own operators, layer by layer. Both
/// compute the same up to the last bits.
enum class Computation { Fast, Reference };

/// In what numbers products are computed. Weights, sums and the optimiser are float32 in both. Bfloat16: see
/// core/common/processor.h and validate().
enum class Precision { Float32, Bfloat16 };

/// How the learning rate moves over the run; see learningRateFactor().
struct Schedule
{
    ScheduleKind kind = ScheduleKind::Constant;
    /// Step: every that many epochs …
    int stepEpochs = 10;
    /// … the rate is multiplied by this.
    double stepFactor = 0.1;

    bool operator==(const Schedule &) const = default;
};

/// When a run ends before its last epoch, because the test loss no longer falls.
struct EarlyStopping
{
    /// So many epochs in a row without a better test loss; 0 = never.
    int patience = 0;
    /// Better means lower by more than that, in nats.
    double smallestChange = 0.0;

    bool operator==(const EarlyStopping &) const = default;
};

/// A convolution filter that training leaves as it is: its numbers, its bias, the scale and shift of the normalisation behind it, and what
/// the optimiser remembers of them. Gradients still pass through it, and running statistics still follow the batches.
struct FrozenFilter
{
    int block = 0; ///< from 0; from 1 wherever people read it
    int filter = 0; ///< likewise

    auto operator<=>(const FrozenFilter &) const = default;
};

/// Everything that decides how a network is trained, as a plain value. It is copied when a run starts and kept with it.
struct TrainingSettings
{
    Optimizer optimizer = Optimizer::Adam;
    double learningRate = 0.001;
    /// SGD only.
    double momentum = 0.9;
    /// L2 penalty added to the gradient, as torch.optim.Adam and SGD do.
    double weightDecay = 0.0;
    Schedule schedule;
    int batchSize = 64;
    int epochs = 5;
    EarlyStopping earlyStopping;
    /// What is exported and shown of a run that has ended. Nothing of the training depends on it.
    FinalWeights finalWeights = FinalWeights::Last;
    qint64 seed = 1;
    /// Threads of the training loop; 0 = let the program choose. What was used is recorded with the run.
    int threads = 0;
    Computation engine = Computation::Fast;
    /// How many training pictures to use (a seeded choice); 0 = all.
    int trainImages = 0;
    /// Share of the used training pictures whose label is replaced by a wrong one (seeded), 0 to 0.5.
    double labelNoise = 0.0;
    Augmentation augmentation;
    Precision precision = Precision::Float32;
    /// Each once, rising.
    std::vector<FrozenFilter> frozenFilters;

    bool operator==(const TrainingSettings &) const = default;
};

/// One experiment: what is chosen in the form, read from a settings file, and recorded with the run.
struct Experiment
{
    /// The preset's name, or what the user calls it.
    QString name;
    Architecture architecture;
    TrainingSettings training;

    bool operator==(const Experiment &) const = default;
};

/// The settings that may change while a run trains; they act at the next batch.
struct LiveSettings
{
    double learningRate = 0.001;
    double weightDecay = 0.0;
    double dropout = 0.0;

    bool operator==(const LiveSettings &) const = default;
};

LiveSettings liveSettingsOf(const Experiment &experiment);

} // namespace convscope
