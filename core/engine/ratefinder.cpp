// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/ratefinder.h"

#include "core/engine/threadcount.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace convscope {

RateFinder::RateFinder(const Experiment &experiment, const Dataset &data, const RateSearchPlan &plan, int threads, RunControl &control)
    : m_experiment(experiment)
    , m_plan(plan)
    , m_control(control)
    , m_loader(data, experiment.training)
    , m_network(experiment.architecture, data.side, data.classes, experiment.training.seed, experiment.training.engine == Computation::Fast,
                experiment.training.precision)
    , m_optimizer(experiment.training.optimizer, m_network->named_parameters(), experiment.training.momentum)
    , m_governor(threads, /*mayChange=*/m_network->isIndependentOfThreads())
{
    m_optimizer.freeze(experiment.training.frozenFilters);
}

RateSearchEnd RateFinder::run(const RateReport &report)
{
    m_network->train();
    m_clock.start();
    LossSmoother smoother;
    double lowest = std::numeric_limits<double>::infinity();
    for (int number = 0; number < m_plan.steps; ++number) {
        if (m_control.beforeBatch([](bool, bool) {}) == RunControl::Directive::Stop) {
            return {RateSearchEnd::Kind::Cancelled, {}};
        }
        RatePoint point;
        point.rate = m_plan.rateAt(number);
        point.loss = timedStep(number, point.rate);
        point.smoothed = smoother.add(point.loss);
        report(point);
        lowest = std::min(lowest, point.smoothed);
        if (!std::isfinite(point.smoothed) || point.smoothed > breakDownFactor * lowest) {
            return {RateSearchEnd::Kind::BrokeDown, {}};
        }
    }
    return {RateSearchEnd::Kind::Finished, {}};
}

double RateFinder::timedStep(int number, double rate)
{
    const qint64 before = m_clock.nsecsElapsed();
    const double loss = step(number, rate);
    const qint64 after = m_clock.nsecsElapsed();
    const int threads = m_governor.threads();
    m_governor.stepTook(double(after - before) * 1e-9, after / 1'000'000);
    if (m_governor.threads() != threads) {
        setThreadsOfThisThread(m_governor.threads());
    }
    return loss;
}

double RateFinder::step(int number, double rate)
{
    const qint64 inEpoch = number % m_loader.batchesPerEpoch();
    if (inEpoch == 0) {
        m_loader.beginEpoch(int(number / m_loader.batchesPerEpoch()) + 1);
    }
    const Batch batch = m_loader.trainBatch(inEpoch);
    const torch::Tensor logits = m_network->forward(batch.images, {m_experiment.training.seed, number});
    const torch::Tensor loss = torch::cross_entropy_loss(logits, batch.labels);
    const double value = loss.item<double>();
    if (std::isfinite(value)) {
        m_optimizer.zeroGradients();
        loss.backward();
        m_optimizer.step(rate, m_experiment.training.weightDecay);
    }
    return value;
}

} // namespace convscope
