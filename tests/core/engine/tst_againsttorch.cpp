// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/dataset.h"
#include "core/engine/batchloader.h"
#include "core/engine/network.h"
#include "core/training/engine.h"
#include "core/training/presets.h"
#include "core/engine/torchengine.h"

#include <QtTest>

using namespace convscope;

namespace {

constexpr int steps = 100;

/// Keeps the losses and stops after the steps that are wanted.
class LossRecorder : public TrainingSink
{
public:
    explicit LossRecorder(RunControl &control)
        : m_control(control)
    {
    }
    void started(const RunStarted &) override { }
    void batchTrained(const BatchPoint &point) override
    {
        losses.push_back(point.loss);
        if (int(losses.size()) == steps) {
            m_control.requestStop();
        }
    }
    void eventHappened(const RunEvent &) override { }
    void epochFinished(const EpochReport &) override { }

    std::vector<double> losses;

private:
    RunControl &m_control;
};

/// The same network out of LibTorch's own modules.
torch::nn::Sequential torchTwin(const Architecture &architecture)
{
    torch::nn::Sequential net;
    int channels = 1;
    int side = 28;
    for (const ConvBlock &block : architecture.convBlocks) {
        net->push_back(torch::nn::Conv2d(
            torch::nn::Conv2dOptions(channels, block.filters, block.kernelSize).padding(block.padding)));
        net->push_back(torch::nn::ReLU());
        net->push_back(torch::nn::MaxPool2d(2));
        channels = block.filters;
        side = (side + 2 * block.padding - block.kernelSize + 1) / 2;
    }
    net->push_back(torch::nn::Flatten());
    qint64 features = qint64(channels) * side * side;
    for (const HiddenLayer &hidden : architecture.hiddenLayers) {
        net->push_back(torch::nn::Linear(features, hidden.width));
        net->push_back(torch::nn::ReLU());
        features = hidden.width;
    }
    net->push_back(torch::nn::Linear(features, 10));
    return net;
}

} // namespace

/// 100 steps of the presets, as the engine trains them, follow LibTorch's own modules, loss and optimiser, started from the
/// same weights on the same batches of Fashion-MNIST.
class TestAgainstTorch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void hundredSteps_data();
    void hundredSteps();

private:
    DatasetPtr m_data;
};

void TestAgainstTorch::initTestCase()
{
    const Result<DatasetPtr> data = loadDataset(systemFashionMnistFolder());
    QVERIFY2(data.ok(), qPrintable(data.error()));
    m_data = data.value();
}

void TestAgainstTorch::hundredSteps_data()
{
    QTest::addColumn<QString>("preset");
    QTest::newRow("cnn-1") << QStringLiteral("cnn-1");
    QTest::newRow("mlp-512") << QStringLiteral("mlp-512");
}

void TestAgainstTorch::hundredSteps()
{
    QFETCH(QString, preset);
    const Result<Preset> found = findPreset(preset, {});
    QVERIFY2(found.ok(), qPrintable(found.error()));
    Experiment experiment = found.value().experiment;
    // LibTorch draws its dropout masks elsewhere, so this compares without; the masks have their own tests.
    setDropout(experiment.architecture, 0.0);
    // The fast engine rounds in another order; tst_fastforward holds its gradients against the plain layers.
    experiment.training.engine = Computation::Reference;

    TorchEngine engine;
    RunControl control;
    LossRecorder recorder(control);
    const RunEnd end = engine.train(experiment, *m_data, recorder, control);
    QCOMPARE(int(end.kind), int(RunEnd::Kind::Stopped));
    QCOMPARE(int(recorder.losses.size()), steps);

    Network start(experiment.architecture, 28, 10, experiment.training.seed);
    torch::nn::Sequential twin = torchTwin(experiment.architecture);
    const std::vector<torch::Tensor> ours = start->parameters();
    const std::vector<torch::Tensor> theirs = twin->parameters();
    QCOMPARE(ours.size(), theirs.size());
    {
        const torch::NoGradGuard noGradients;
        for (std::size_t i = 0; i < ours.size(); ++i) {
            QCOMPARE(ours[i].sizes(), theirs[i].sizes());
            theirs[i].copy_(ours[i]);
        }
    }
    torch::optim::Adam adam(theirs, torch::optim::AdamOptions(experiment.training.learningRate));
    BatchLoader loader(*m_data, experiment.training);
    double worst = 0.0;
    for (int step = 0; step < steps; ++step) {
        const qint64 index = step % loader.batchesPerEpoch();
        if (index == 0) {
            loader.beginEpoch(1 + int(step / loader.batchesPerEpoch()));
        }
        const Batch batch = loader.trainBatch(index);
        adam.zero_grad();
        const torch::Tensor loss = torch::nn::functional::cross_entropy(twin->forward(batch.images), batch.labels);
        loss.backward();
        adam.step();
        const double expected = loss.item<double>();
        worst = std::max(worst, std::abs(recorder.losses[std::size_t(step)] - expected) / expected);
    }
    qInfo("%s: largest relative difference of the loss over %d steps: %.2e", qPrintable(preset), steps, worst);
    QVERIFY2(worst < 1e-4, qPrintable(QString::number(worst)));
}

QTEST_GUILESS_MAIN(TestAgainstTorch)
#include "tst_againsttorch.moc"
