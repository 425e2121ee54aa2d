// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/trainer.h"

#include "core/engine/snapshot.h"
#include "core/engine/threadcount.h"
#include "core/training/schedule.h"
#include "core/training/testbatchsize.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace convscope {

namespace {

/// How much of an epoch may be lost at most.
constexpr qint64 checkpointMilliseconds = 60'000;

qint64 countCorrect(const torch::Tensor &logits, const torch::Tensor &labels)
{
    return logits.argmax(1).eq(labels).sum().item<int64_t>();
}

void appendProbabilities(const torch::Tensor &logits, std::vector<std::uint16_t> &values)
{
    const torch::Tensor probabilities = torch::softmax(logits, 1).contiguous(); // [N, K]
    const float *p = probabilities.data_ptr<float>();
    for (int64_t i = 0; i < probabilities.numel(); ++i) {
        values.push_back(std::uint16_t(std::lround(std::isfinite(p[i]) ? p[i] * 65535.0f : 0.0f)));
    }
}

torch::Tensor firstKernels(const Network &network)
{
    const auto parameters = network->named_parameters();
    const torch::Tensor *weight = parameters.find("conv1.weight");
    return weight ? weight->detach() : torch::Tensor();
}

} // namespace

Trainer::Trainer(const Experiment &experiment, const Dataset &data, int threads, TrainingSink &sink,
                 RunControl &control)
    : m_experiment(experiment)
    , m_data(data)
    , m_sink(sink)
    , m_control(control)
    , m_threads(threads)
    , m_loader(data, experiment.training)
    , m_network(experiment.architecture, data.side, data.classes, experiment.training.seed,
                experiment.training.engine == Computation::Fast, experiment.training.precision)
    , m_optimizer(experiment.training.optimizer, m_network->named_parameters(), experiment.training.momentum)
    , m_governor(threads, /*mayChange=*/m_network->isIndependentOfThreads())
    , m_firstKernels(firstKernels(m_network))
    , m_snapshotPlan(snapshotPlan())
    , m_live(liveSettingsOf(experiment))
    , m_pauseReport([this](bool paused, bool byStep) { reportPause(paused, byStep); })
{
    m_optimizer.freeze(experiment.training.frozenFilters);
}

RunEnd Trainer::run(const QString &engineName)
{
    reportStart(engineName);
    m_sinceStart.start();
    takeCheckpoint(m_batchesDone, /*epochIsComplete=*/false); // so that a run that is killed at once can go on, too
    showWeights();
    for (; m_epoch <= m_experiment.training.epochs; ++m_epoch) {
        if (const std::optional<RunEnd> end = runEpoch()) {
            return *end;
        }
        m_batchesDone = 0;
        m_sums = {};
    }
    m_epoch = m_experiment.training.epochs;
    return position(RunEnd::Kind::Finished);
}

RunEnd Trainer::position(RunEnd::Kind kind, const QString &reason) const
{
    RunEnd end;
    end.kind = kind;
    end.steps = m_steps;
    end.epoch = m_epoch;
    end.batch = m_batch;
    end.reason = reason;
    return end;
}

void Trainer::reportStart(const QString &engineName)
{
    RunStarted start;
    start.experiment = m_experiment;
    start.dataName = m_data.name;
    start.dataChecksum = m_data.checksum;
    start.trainImages = int(m_loader.trainImages());
    start.testImages = m_data.test.count;
    start.batchesPerEpoch = m_loader.batchesPerEpoch();
    for (const torch::Tensor &parameter : m_network->parameters()) {
        start.parameters += parameter.numel();
    }
    start.threads = m_threads;
    start.engine = engineName;
    start.steps = m_steps;
    m_sink.started(start);
}

std::optional<RunEnd> Trainer::runEpoch()
{
    if (const std::optional<RunEnd> end = trainBatches()) {
        return end;
    }
    const std::optional<TestResult> result = test();
    if (!result) {
        applyChangedSettings();
        takeCheckpoint(m_batchesDone, /*epochIsComplete=*/false);
        return position(RunEnd::Kind::Stopped);
    }
    reportEpoch(*result);
    if (!std::isfinite(result->loss)) {
        return diverged(/*inTest=*/true);
    }
    const int withoutGain = epochsWithoutGain(result->loss);
    takeCheckpoint(m_batchesDone, /*epochIsComplete=*/true);
    m_control.epochEnded();
    if (withoutGain == 0 || m_epoch == m_experiment.training.epochs) {
        return std::nullopt;
    }
    RunEnd end = position(RunEnd::Kind::Finished);
    end.epochsWithoutGain = withoutGain;
    return end;
}

std::optional<RunEnd> Trainer::trainBatches()
{
    m_network->train();
    m_loader.beginEpoch(m_epoch);
    m_pausedNanoseconds = 0;
    m_clock.start();
    for (; m_batchesDone < m_loader.batchesPerEpoch(); ++m_batchesDone) {
        m_batch = m_batchesDone + 1;
        if (m_control.beforeBatch(m_pauseReport) == RunControl::Directive::Stop) {
            m_batch = m_batchesDone;
            applyChangedSettings(); // what was changed in the last pause holds when the run goes on
            takeCheckpoint(m_batchesDone, /*epochIsComplete=*/false);
            return position(RunEnd::Kind::Stopped);
        }
        if (m_sinceCheckpoint.hasExpired(checkpointMilliseconds)) {
            takeCheckpoint(m_batchesDone, /*epochIsComplete=*/false);
        }
        applyChangedSettings();
        if (!timedBatch(m_batchesDone)) {
            return diverged(/*inTest=*/false);
        }
    }
    m_batch = m_batchesDone;
    m_sums.seconds += clockSeconds();
    m_clock.invalidate();
    return std::nullopt;
}

bool Trainer::timedBatch(qint64 index)
{
    const qint64 before = m_sinceStart.nsecsElapsed();
    const bool finite = trainBatch(index);
    const qint64 after = m_sinceStart.nsecsElapsed();
    if (index + 1 < m_loader.batchesPerEpoch()) { // the last one may be shorter
        const int threads = m_governor.threads();
        m_governor.stepTook(double(after - before) * 1e-9, after / 1'000'000);
        if (m_governor.threads() != threads) {
            setThreadsOfThisThread(m_governor.threads());
        }
    }
    return finite;
}

bool Trainer::trainBatch(qint64 index)
{
    const Batch batch = m_loader.trainBatch(index);
    const double factor = learningRateFactor(m_experiment.training.schedule, m_steps, m_loader.batchesPerEpoch(),
                                             m_experiment.training.epochs);
    const double learningRate = m_live.learningRate * factor;
    const torch::Tensor logits = m_network->forward(batch.images, {m_experiment.training.seed, m_steps});
    const torch::Tensor loss = torch::cross_entropy_loss(logits, batch.labels);
    const double value = loss.item<double>();
    const qint64 images = batch.labels.size(0);
    const qint64 correct = countCorrect(logits, batch.labels);
    const bool finite = std::isfinite(value);
    if (finite) {
        m_optimizer.zeroGradients();
        loss.backward();
        m_optimizer.step(learningRate, m_live.weightDecay);
        m_sums.loss += value * double(images);
        m_sums.correct += correct;
        m_sums.images += images;
    }
    ++m_steps;
    // The largest of ten NaN is the first: an accuracy would be a made-up number.
    const double accuracy = finite ? double(correct) / double(images) : std::numeric_limits<double>::quiet_NaN();
    m_sink.batchTrained({float(value), float(accuracy), float(learningRate)});
    showWeights();
    return finite;
}

std::optional<Trainer::TestResult> Trainer::test()
{
    const torch::NoGradGuard noGradients;
    m_network->eval();
    m_pausedNanoseconds = 0;
    m_clock.start();
    TestResult result;
    result.probabilities = std::make_shared<TestProbabilities>();
    result.probabilities->images = m_data.test.count;
    result.probabilities->classes = m_data.classes;
    result.probabilities->values.reserve(std::size_t(m_data.test.count) * std::size_t(m_data.classes));
    double loss = 0.0;
    qint64 correct = 0;
    for (int first = 0; first < m_data.test.count; first += testBatchSize) {
        if (m_control.duringTest(m_pauseReport) == RunControl::Directive::Stop) {
            return std::nullopt;
        }
        const Batch batch = m_loader.testBatch(first, std::min(testBatchSize, m_data.test.count - first));
        const torch::Tensor logits = m_network->forward(batch.images, {});
        loss += torch::cross_entropy_loss(logits, batch.labels, {}, at::Reduction::Sum).item<double>();
        correct += countCorrect(logits, batch.labels);
        appendProbabilities(logits, result.probabilities->values);
    }
    result.loss = loss / m_data.test.count;
    result.accuracy = double(correct) / m_data.test.count;
    if (!std::isfinite(result.loss)) {
        result.accuracy = std::numeric_limits<double>::quiet_NaN(); // NaN has no largest class, and no whole numbers
        result.probabilities.reset();
    }
    result.seconds = clockSeconds();
    return result;
}

void Trainer::reportEpoch(const TestResult &result)
{
    EpochReport report;
    report.epoch = m_epoch;
    report.steps = m_steps;
    report.trainLoss = m_sums.loss / double(m_sums.images);
    report.trainAccuracy = double(m_sums.correct) / double(m_sums.images);
    report.testLoss = result.loss;
    report.testAccuracy = result.accuracy;
    report.trainSeconds = m_sums.seconds;
    report.testSeconds = result.seconds;
    report.trainImagesPerSecond = double(m_sums.images) / std::max(m_sums.seconds, 1e-9);
    report.probabilities = result.probabilities;
    m_sink.epochFinished(report);
}

int Trainer::epochsWithoutGain(double testLoss)
{
    const EarlyStopping &stopping = m_experiment.training.earlyStopping;
    if (m_bestEpoch == 0 || testLoss < m_bestLoss - stopping.smallestChange) {
        m_bestLoss = testLoss;
        m_bestEpoch = m_epoch;
    }
    const int without = m_epoch - m_bestEpoch;
    return stopping.patience > 0 && without >= stopping.patience ? without : 0;
}

double Trainer::clockSeconds() const
{
    return m_clock.isValid() ? double(m_clock.nsecsElapsed() - m_pausedNanoseconds) * 1e-9 : 0.0;
}

void Trainer::takeCheckpoint(qint64 batchesDone, bool epochIsComplete)
{
    m_sinceCheckpoint.start();
    auto checkpoint = std::make_shared<Checkpoint>();
    checkpoint->steps = m_steps;
    checkpoint->epoch = m_epoch;
    checkpoint->batch = batchesDone;
    checkpoint->epochIsComplete = epochIsComplete;
    checkpoint->lossSum = m_sums.loss;
    checkpoint->correct = m_sums.correct;
    checkpoint->images = m_sums.images;
    checkpoint->seconds = m_sums.seconds + (batchesDone < m_loader.batchesPerEpoch() ? clockSeconds() : 0.0);
    checkpoint->bestLoss = m_bestLoss;
    checkpoint->bestEpoch = m_bestEpoch;
    checkpoint->live = m_live;
    checkpoint->dropoutWasChanged = m_dropoutWasChanged;
    checkpoint->weights = weightsOf(m_network);
    checkpoint->optimizer = m_optimizer.moments();
    checkpoint->optimizerSteps = m_optimizer.steps();
    m_sink.checkpointTaken(std::move(checkpoint));
}

SnapshotPlan Trainer::snapshotPlan() const
{
    qint64 parameters = 0;
    for (const torch::Tensor &parameter : m_network->parameters()) {
        parameters += parameter.numel();
    }
    return {m_experiment.training.epochs, m_loader.batchesPerEpoch(), parameters, m_firstKernels.defined() ? m_firstKernels.numel() : 0};
}

void Trainer::showWeights()
{
    if (m_snapshotPlan.keepsFilters(m_steps)) {
        m_sink.filtersKept(m_steps, arrayOf({}, m_firstKernels).values);
    }
    const bool isKept = m_snapshotPlan.keepsWeights(m_steps);
    const bool isWanted = m_sink.wantsWeights();
    if (!isKept && !isWanted) {
        return;
    }
    const auto weights = std::make_shared<Weights>(Weights{m_experiment.architecture, m_data.side, m_data.classes, m_steps, weightsOf(m_network)});
    if (isKept) {
        m_sink.weightsKept(weights);
    }
    if (isWanted) {
        m_sink.weightsPublished(weights);
    }
}

void Trainer::restore(const Checkpoint &checkpoint)
{
    restoreWeights(checkpoint.weights, m_network);
    m_optimizer.restore(checkpoint.optimizer, checkpoint.optimizerSteps);
    m_steps = checkpoint.steps;
    m_batch = checkpoint.batch;
    if (checkpoint.epochIsComplete) {
        m_epoch = checkpoint.epoch + 1;
    } else {
        m_epoch = checkpoint.epoch;
        m_batchesDone = checkpoint.batch;
        m_sums = {checkpoint.lossSum, checkpoint.correct, checkpoint.images, checkpoint.seconds};
    }
    m_bestLoss = checkpoint.bestLoss;
    m_bestEpoch = checkpoint.bestEpoch;
    m_live = checkpoint.live;
    m_dropoutWasChanged = checkpoint.dropoutWasChanged;
    if (m_dropoutWasChanged) {
        m_network->setDropout(m_live.dropout);
    }
}

void Trainer::applyChangedSettings()
{
    const std::optional<LiveSettings> changed = m_control.takeChangedSettings();
    if (!changed || *changed == m_live) {
        return;
    }
    RunEvent event;
    event.kind = RunEvent::Kind::SettingsChanged;
    event.steps = m_steps;
    event.before = m_live;
    event.after = *changed;
    if (changed->dropout != m_live.dropout) {
        m_network->setDropout(changed->dropout);
        m_dropoutWasChanged = true;
    }
    m_live = *changed;
    m_sink.eventHappened(event);
}

void Trainer::reportPause(bool paused, bool byStep)
{
    if (paused) {
        takeCheckpoint(m_batchesDone, /*epochIsComplete=*/false);
        m_pauseClock.start();
    } else {
        m_pausedNanoseconds += m_pauseClock.nsecsElapsed();
    }
    RunEvent event;
    event.kind = paused ? RunEvent::Kind::Paused : RunEvent::Kind::Resumed;
    event.steps = m_steps;
    event.byStep = byStep;
    event.before = m_live;
    event.after = m_live;
    m_sink.eventHappened(event);
}

RunEnd Trainer::diverged(bool inTest) const
{
    RunEnd end = position(RunEnd::Kind::Diverged);
    end.learningRate = m_live.learningRate;
    end.inTest = inTest;
    return end;
}

} // namespace convscope
