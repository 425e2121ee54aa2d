// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/batchloader.h"
#include "core/engine/network.h"
#include "core/engine/optimizer.h"
#include "core/engine/threadgovernor.h"
#include "core/inspection/snapshotplan.h"
#include "core/training/checkpoint.h"
#include "core/training/runcontrol.h"
#include "core/training/trainingsink.h"

#include <QElapsedTimer>

#include <limits>
#include <optional>

namespace convscope {

/// The training loop: settings, data and a sink go in, a control token is asked at every batch. No QObject, no event loop.
/// Per epoch all batches, then the whole test set. One object trains once, on the thread that calls run().
class Trainer
{
public:
    /// The arguments must outlive the trainer. `threads` is the resolved number of threads.
    Trainer(const Experiment &experiment, const Dataset &data, int threads, TrainingSink &sink, RunControl &control);

    /// Before run(): goes on from there. Throws std::invalid_argument when the checkpoint belongs to another network.
    void restore(const Checkpoint &checkpoint);

    /// Blocks until the run has ended. Lets exceptions of LibTorch pass; Engine::train() turns them into a sentence.
    RunEnd run(const QString &engineName);

    /// Where the run is now, for the report of a failure.
    RunEnd position(RunEnd::Kind kind, const QString &reason = {}) const;

private:
    /// What an epoch has summed up so far.
    struct EpochSums
    {
        double loss = 0.0;
        qint64 correct = 0;
        qint64 images = 0;
        double seconds = 0.0; ///< before the clock was last started
    };
    struct TestResult
    {
        double loss = 0.0;
        double accuracy = 0.0;
        double seconds = 0.0;
        std::shared_ptr<TestProbabilities> probabilities;
    };

    void reportStart(const QString &engineName);
    std::optional<RunEnd> runEpoch();
    std::optional<RunEnd> trainBatches();
    /// trainBatch(), watched by the governor of threads.
    bool timedBatch(qint64 index);
    /// False when the loss is not finite; the weights are then left as they were before the batch.
    bool trainBatch(qint64 index);
    /// Empty when a stop was asked for.
    std::optional<TestResult> test();
    void reportEpoch(const TestResult &result);
    /// How many epochs ago the test loss was best, where that is as long as the patience; else 0.
    int epochsWithoutGain(double testLoss);
    /// Of the phase being timed, pauses left out.
    double clockSeconds() const;
    void takeCheckpoint(qint64 batchesDone, bool epochIsComplete);
    SnapshotPlan snapshotPlan() const;
    /// What the time line keeps, and what a view has asked for.
    void showWeights();
    void applyChangedSettings();
    void reportPause(bool paused, bool byStep);
    RunEnd diverged(bool inTest) const;

    const Experiment &m_experiment;
    const Dataset &m_data;
    TrainingSink &m_sink;
    RunControl &m_control;
    const int m_threads;
    BatchLoader m_loader;
    Network m_network;
    FusedOptimizer m_optimizer;
    ThreadGovernor m_governor;
    const torch::Tensor m_firstKernels; ///< undefined without a convolution
    const SnapshotPlan m_snapshotPlan;
    LiveSettings m_live;
    double m_bestLoss = std::numeric_limits<double>::infinity(); ///< as early stopping counts
    int m_bestEpoch = 0;
    bool m_dropoutWasChanged = false;
    const RunControl::PauseReport m_pauseReport;
    QElapsedTimer m_clock; ///< since the phase being timed began, pauses included
    qint64 m_pausedNanoseconds = 0;
    QElapsedTimer m_pauseClock;
    QElapsedTimer m_sinceStart, m_sinceCheckpoint;
    EpochSums m_sums;
    qint64 m_steps = 0;
    int m_epoch = 1; ///< 1-based
    qint64 m_batch = 0; ///< 1-based within the epoch
    qint64 m_batchesDone = 0; ///< of the epoch
};

} // namespace convscope
