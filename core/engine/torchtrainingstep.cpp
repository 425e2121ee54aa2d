// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/torchtrainingstep.h"

#include "core/engine/batchloader.h"
#include "core/engine/optimizer.h"
#include "core/engine/snapshot.h"
#include "core/training/schedule.h"

#include <stdexcept>

namespace convscope {

namespace {

/// A network and its optimiser at a checkpoint, apart from those that train.
class StepOnCopy
{
public:
    explicit StepOnCopy(const StepQuestion &question)
        : m_question(question)
        , m_training(question.experiment.training)
        , m_loader(*question.data, m_training)
        , m_network(question.experiment.architecture, question.data->side, question.data->classes, m_training.seed, m_training.engine == Computation::Fast,
                    m_training.precision)
        , m_optimizer(m_training.optimizer, m_network->named_parameters(), m_training.momentum)
        , m_live(question.changed.value_or(question.checkpoint->live))
    {
        const Checkpoint &from = *question.checkpoint;
        m_optimizer.freeze(m_training.frozenFilters);
        restoreWeights(from.weights, m_network);
        m_optimizer.restore(from.optimizer, from.optimizerSteps);
        if (from.dropoutWasChanged || m_live.dropout != from.live.dropout) {
            m_network->setDropout(m_live.dropout);
        }
        m_network->train();
    }

    TrainingStep take();

private:
    void describe(TrainingStep &step);
    torch::Tensor loss(const Batch &batch) { return torch::cross_entropy_loss(m_network->forward(batch.images, {m_training.seed, m_question.checkpoint->steps}), batch.labels); }
    void readMoments(NamedArray &first, NamedArray &second) const;
    std::vector<qint64> frozenChannels() const;

    const StepQuestion &m_question;
    const TrainingSettings &m_training;
    BatchLoader m_loader;
    Network m_network;
    FusedOptimizer m_optimizer;
    const LiveSettings m_live;
};

void StepOnCopy::describe(TrainingStep &step)
{
    const Checkpoint &from = *m_question.checkpoint;
    const bool beginsEpoch = from.epochIsComplete || from.batch >= m_loader.batchesPerEpoch();
    step.optimizer = m_training.optimizer;
    step.steps = from.steps;
    step.epoch = beginsEpoch ? from.epoch + 1 : from.epoch;
    step.batch = (beginsEpoch ? 0 : from.batch) + 1;
    step.learningRate = m_live.learningRate * learningRateFactor(m_training.schedule, from.steps, m_loader.batchesPerEpoch(), m_training.epochs);
    step.weightDecay = m_live.weightDecay;
    step.momentum = m_training.momentum;
}

void StepOnCopy::readMoments(NamedArray &first, NamedArray &second) const
{
    const std::vector<NamedArray> moments = m_optimizer.moments();
    if (moments.empty()) { // before the first step
        const NamedArray value = arrayOf(m_question.parameter, m_network->named_parameters()[m_question.parameter].detach());
        first = {m_question.parameter + ".first_moment", value.shape, std::vector<float>(value.values.size())};
        second = m_training.optimizer == Optimizer::Adam ? NamedArray{m_question.parameter + ".second_moment", first.shape, first.values} : NamedArray();
        return;
    }
    first = arrayNamed(moments, m_question.parameter + ".first_moment");
    if (m_training.optimizer == Optimizer::Adam) {
        second = arrayNamed(moments, m_question.parameter + ".second_moment");
    }
}

/// As the optimiser freezes: a filter's kernels and bias, and its numbers in the normalisation behind it.
std::vector<qint64> StepOnCopy::frozenChannels() const
{
    std::vector<qint64> channels;
    for (const FrozenFilter &frozen : m_training.frozenFilters) {
        const std::string number = std::to_string(frozen.block + 1) + '.';
        if (m_question.parameter.starts_with("conv" + number) || m_question.parameter.starts_with("norm" + number)) {
            channels.push_back(frozen.filter);
        }
    }
    return channels;
}

TrainingStep StepOnCopy::take()
{
    const FusedOptimizer::Parameters parameters = m_network->named_parameters();
    const torch::Tensor *parameter = parameters.find(m_question.parameter);
    if (!parameter) {
        throw std::invalid_argument("the network has no " + m_question.parameter);
    }
    TrainingStep step;
    describe(step);
    m_loader.beginEpoch(step.epoch);
    const Batch batch = m_loader.trainBatch(step.batch - 1);
    step.images = batch.labels.size(0);
    step.before = arrayOf(m_question.parameter, parameter->detach());
    step.frozenChannels = frozenChannels();
    readMoments(step.firstBefore, step.secondBefore);
    m_optimizer.zeroGradients();
    const torch::Tensor before = loss(batch);
    step.lossBefore = before.item<double>();
    before.backward();
    step.gradient = arrayOf(m_question.parameter, parameter->grad());
    m_optimizer.step(step.learningRate, step.weightDecay);
    step.optimizerSteps = m_optimizer.steps();
    step.after = arrayOf(m_question.parameter, parameter->detach());
    readMoments(step.firstAfter, step.secondAfter);
    const torch::NoGradGuard noGradients;
    step.lossAfter = loss(batch).item<double>();
    return step;
}

} // namespace

TrainingStep nextTrainingStep(const StepQuestion &question)
{
    if (!question.data || !question.checkpoint) {
        throw std::invalid_argument("there is no checkpoint, or no data");
    }
    return StepOnCopy(question).take();
}

} // namespace convscope
