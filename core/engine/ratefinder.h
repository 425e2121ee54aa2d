// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/batchloader.h"
#include "core/engine/network.h"
#include "core/engine/optimizer.h"
#include "core/engine/threadgovernor.h"
#include "core/training/ratesearch.h"
#include "core/training/runcontrol.h"

#include <QElapsedTimer>

namespace convscope {

/// Trains a throw-away network with a rising learning rate. It begins with the weights, the order of pictures and the dropout masks that the
/// experiment's run begins with; the schedule is left out. One object searches once, on the thread that calls run().
class RateFinder
{
public:
    /// The arguments must outlive it. `threads` is the resolved number of threads.
    RateFinder(const Experiment &experiment, const Dataset &data, const RateSearchPlan &plan, int threads, RunControl &control);

    /// Blocks until the search has ended. Lets exceptions of LibTorch pass.
    RateSearchEnd run(const RateReport &report);

private:
    /// step(), watched by the governor of threads: a run may be training at the same time.
    double timedStep(int number, double rate);
    /// Takes one step, and gives the loss before it.
    double step(int number, double rate);

    const Experiment &m_experiment;
    const RateSearchPlan &m_plan;
    RunControl &m_control;
    BatchLoader m_loader;
    Network m_network;
    FusedOptimizer m_optimizer;
    ThreadGovernor m_governor;
    QElapsedTimer m_clock;
};

} // namespace convscope
