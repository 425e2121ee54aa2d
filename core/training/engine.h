// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/inspection/inspector.h"
#include "core/training/ratesearch.h"
#include "core/training/runcontrol.h"
#include "core/training/trainingsink.h"

#include <QByteArray>
#include <QString>

namespace convscope {

/// What the engine is made of.
struct EngineInfo
{
    QString libTorchVersion;
    /// "OpenBLAS 0.3.21 (OpenMP)", "reference BLAS", …
    QString blas;
    /// False where matrix products crawl (reference BLAS) or stay on one thread.
    bool blasIsFast = true;
    /// The threads that TrainingSettings::threads = 0 stands for.
    int defaultThreads = 1;
};

/// The part of core that uses LibTorch, behind plain values. It lives in a library of its own that is loaded after the
/// window is on screen: LibTorch pulls in some 280 shared libraries.
class Engine
{
public:
    virtual ~Engine() = default;

    virtual EngineInfo info() const = 0;
    /// Lives as long as the engine.
    virtual const Inspector &inspector() const = 0;

    /// The network in evaluation mode as an ONNX file (opset 13): "pictures" [N, 1, side, side] float32 in [0, 1] to "logits"
    /// [N, classes]. A failure where this program was built without ONNX. Any thread; blocks for a moment.
    virtual Result<QByteArray> onnx(const WeightsPtr &weights) const = 0;

    /// Trains one network. Blocks until the run has ended; call it on a worker thread. Throws nothing: whatever happens
    /// inside becomes RunEnd::Kind::Failed with a sentence. The experiment must have passed validate().
    /// With a checkpoint the run goes on from there, with the numbers it would have had without the interruption (same
    /// settings, data and number of threads); the experiment may ask for more epochs than it did then. started() is
    /// reported again.
    virtual RunEnd train(const Experiment &experiment, const Dataset &data, TrainingSink &sink, RunControl &control,
                         const CheckpointPtr &from = {}) noexcept = 0;

    /// The learning-rate finder: trains a throw-away network of the experiment, with its batches, optimiser and seed, while the rate rises as
    /// planned in place of the experiment's own rate and schedule. Blocks until it has ended, or until a stop is asked for; call it on a
    /// worker thread. Throws nothing. The experiment must have passed validate(), the plan problemOf(). Same settings, data and number of
    /// threads: same numbers.
    virtual RateSearchEnd searchRate(const Experiment &experiment, const Dataset &data, const RateSearchPlan &plan, const RateReport &report,
                                     RunControl &control) noexcept = 0;
};

} // namespace convscope

/// What the engine library exports; returns nullptr when the interface version differs.
inline constexpr int convscopeEngineInterfaceVersion = 6;
extern "C" using ConvScopeEngineFactory = convscope::Engine *(*)(int interfaceVersion);
