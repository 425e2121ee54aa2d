// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/network.h"
#include "core/model/layersummary.h"

#include <QtTest>

using namespace convscope;

namespace {

Architecture smallCnn()
{
    Architecture architecture;
    architecture.convBlocks = {{4, 3, 1, false, Activation::Relu, true}, {6, 3, 0, true, Activation::Tanh, false}};
    architecture.hiddenLayers = {{20, Activation::LeakyRelu, 0.5}, {7, Activation::Sigmoid, 0.0}};
    return architecture;
}

torch::Tensor parameterOf(Network &network, const std::string &name)
{
    return network->named_parameters()[name];
}

} // namespace

class TestNetwork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shapesAndParameterCountsMatchTheSummary();
    void initialWeightsLieWithinTheDefaultBound();
    void sameSeedSameWeightsWhateverTorchsGeneratorDoes();
    void changedNetworksShareWeightsWhereShapesAgree();
    void dropoutDependsOnSeedAndStepOnly();
    void dropoutMaskKeepsTheMean();
    void dropoutActsInTrainingOnly();
    void dropoutMovedToZeroAndBackReachesAllItsLayers();
    void gradientReachesEveryParameter();
    void nanIsPassedOn();
    void oddShapes_data();
    void oddShapes();
};

void TestNetwork::shapesAndParameterCountsMatchTheSummary()
{
    Network network(smallCnn(), 28, 10, 1);
    const ArchitectureSummary summary = summarize(smallCnn(), 28, 10);
    qint64 parameters = 0;
    for (const torch::Tensor &parameter : network->parameters()) {
        parameters += parameter.numel();
    }
    QCOMPARE(parameters, summary.parameters);
    QCOMPARE(parameterOf(network, "conv2.weight").sizes(), torch::IntArrayRef({6, 4, 3, 3}));
    QCOMPARE(parameterOf(network, "hidden1.weight").sizes(), torch::IntArrayRef({20, 6 * 12 * 12}));
    QCOMPARE(network->forward(torch::rand({3, 1, 28, 28}), {}).sizes(), torch::IntArrayRef({3, 10}));
}

void TestNetwork::initialWeightsLieWithinTheDefaultBound()
{
    Network network(smallCnn(), 28, 10, 1);
    const torch::Tensor weight = parameterOf(network, "hidden1.weight");
    const double bound = 1.0 / std::sqrt(864.0);
    QVERIFY(weight.abs().max().item<double>() <= bound);
    QVERIFY(weight.abs().max().item<double>() > 0.99 * bound);
    QVERIFY(std::abs(weight.mean().item<double>()) < 0.02 * bound);
    // A uniform distribution's variance is bound^2 / 3.
    QVERIFY(std::abs(weight.var().item<double>() / (bound * bound / 3.0) - 1.0) < 0.05);
    QVERIFY(parameterOf(network, "conv1.bias").abs().max().item<double>() <= 1.0 / 3.0);
}

void TestNetwork::sameSeedSameWeightsWhateverTorchsGeneratorDoes()
{
    torch::manual_seed(7);
    Network first(smallCnn(), 28, 10, 5);
    const torch::Tensor before = torch::rand({4});
    torch::manual_seed(7);
    const torch::Tensor undisturbed = torch::rand({4});
    QVERIFY2(torch::equal(before, undisturbed), "building a network must not draw from torch's generator");
    Network second(smallCnn(), 28, 10, 5);
    Network other(smallCnn(), 28, 10, 6);
    for (const auto &named : first->named_parameters()) {
        QVERIFY(torch::equal(named.value(), parameterOf(second, named.key())));
    }
    QVERIFY(!torch::equal(parameterOf(first, "conv1.weight"), parameterOf(other, "conv1.weight")));
}

void TestNetwork::changedNetworksShareWeightsWhereShapesAgree()
{
    Network base(smallCnn(), 28, 10, 1);
    Architecture changed = smallCnn();
    changed.hiddenLayers[1].width = 9; // output [10, 9] differs, all before agrees
    changed.hiddenLayers[0].dropout = 0.1;
    Network network(changed, 28, 10, 1);
    for (const char *name : {"conv1.weight", "conv1.bias", "conv2.weight", "hidden1.weight", "hidden1.bias"}) {
        QVERIFY2(torch::equal(parameterOf(base, name), parameterOf(network, name)), name);
    }
    // A layer of another shape is another draw, not the same numbers with a tail.
    QVERIFY(!torch::equal(parameterOf(base, "hidden2.bias"), parameterOf(network, "hidden2.bias").slice(0, 0, 7)));
    changed = smallCnn();
    changed.hiddenLayers.erase(changed.hiddenLayers.begin());
    changed.hiddenLayers[0].width = 7;
    Network shorter(changed, 28, 10, 1);
    QVERIFY(torch::equal(parameterOf(base, "output.weight"), parameterOf(shorter, "output.weight")));
}

void TestNetwork::dropoutDependsOnSeedAndStepOnly()
{
    const torch::Tensor mask = dropoutMask(8, 33, 0.25, {1, 100}, 0);
    QVERIFY(torch::equal(mask, dropoutMask(8, 33, 0.25, {1, 100}, 0)));
    QVERIFY(!torch::equal(mask, dropoutMask(8, 33, 0.25, {1, 101}, 0)));
    QVERIFY(!torch::equal(mask, dropoutMask(8, 33, 0.25, {2, 100}, 0)));
    QVERIFY(!torch::equal(mask, dropoutMask(8, 33, 0.25, {1, 100}, 1)));
    // A shorter last batch gets the head of the same mask.
    QVERIFY(torch::equal(mask.slice(0, 0, 4), dropoutMask(4, 33, 0.25, {1, 100}, 0)));
}

void TestNetwork::dropoutMaskKeepsTheMean()
{
    const torch::Tensor mask = dropoutMask(1000, 1000, 0.25, {1, 1}, 0);
    QVERIFY(std::abs(mask.mean().item<double>() - 1.0) < 0.003);
    QVERIFY(std::abs(mask.eq(0).to(torch::kFloat64).mean().item<double>() - 0.25) < 0.002);
    QCOMPARE(mask.max().item<float>(), float(1.0 / 0.75));
}

void TestNetwork::dropoutActsInTrainingOnly()
{
    Network network(smallCnn(), 28, 10, 1);
    const torch::NoGradGuard noGradients;
    const torch::Tensor images = torch::rand({2, 1, 28, 28});
    network->eval();
    const torch::Tensor quiet = network->forward(images, {1, 0});
    QVERIFY(torch::equal(quiet, network->forward(images, {1, 1})));
    network->train();
    QVERIFY(!torch::equal(network->forward(images, {1, 0}), network->forward(images, {1, 1})));
}

void TestNetwork::dropoutMovedToZeroAndBackReachesAllItsLayers()
{
    Architecture architecture = smallCnn();
    architecture.hiddenLayers[1].dropout = 0.3;
    Network network(architecture, 28, 10, 1);
    network->setDropout(0.0);
    QCOMPARE(network->architecture().hiddenLayers[0].dropout, 0.0);
    network->setDropout(0.2);
    QCOMPARE(network->architecture().hiddenLayers[0].dropout, 0.2);
    QCOMPARE(network->architecture().hiddenLayers[1].dropout, 0.2);
}

void TestNetwork::gradientReachesEveryParameter()
{
    Network network(smallCnn(), 28, 10, 1);
    network->forward(torch::rand({5, 1, 28, 28}), {1, 0}).square().sum().backward();
    for (const auto &named : network->named_parameters()) {
        QVERIFY2(named.value().grad().defined(), named.key().c_str());
        QCOMPARE(named.value().grad().numel(), named.value().numel());
        QVERIFY2(named.value().grad().abs().max().item<double>() > 0.0 || named.key() == "conv2.bias",
                 named.key().c_str()); // a bias before batch normalisation has no effect
    }
}

void TestNetwork::nanIsPassedOn()
{
    Network network(smallCnn(), 28, 10, 1);
    network->eval();
    torch::Tensor images = torch::rand({1, 1, 28, 28});
    images[0][0][14][14] = std::numeric_limits<float>::quiet_NaN();
    QVERIFY(network->forward(images, {}).isnan().any().item<bool>());
}

void TestNetwork::oddShapes_data()
{
    QTest::addColumn<int>("side");
    QTest::addColumn<int>("kernel");
    QTest::addColumn<int>("filters");
    QTest::addColumn<bool>("pool");
    QTest::addColumn<int>("batch");
    QTest::newRow("one filter, batch of one") << 28 << 3 << 1 << true << 1;
    QTest::newRow("7x7 kernels without pooling") << 28 << 7 << 3 << false << 2;
    QTest::newRow("odd side") << 27 << 3 << 2 << true << 3;
    QTest::newRow("1x1 kernel on small pictures") << 5 << 1 << 2 << true << 4;
}

void TestNetwork::oddShapes()
{
    QFETCH(int, side);
    QFETCH(int, kernel);
    QFETCH(int, filters);
    QFETCH(bool, pool);
    QFETCH(int, batch);
    Architecture architecture;
    architecture.convBlocks = {{filters, kernel, 0, false, Activation::Relu, pool}};
    Network network(architecture, side, 4, 1);
    const torch::Tensor logits = network->forward(torch::rand({batch, 1, side, side}), {1, 0});
    QCOMPARE(logits.sizes(), torch::IntArrayRef({batch, 4}));
    logits.sum().backward();
    QVERIFY(parameterOf(network, "conv1.weight").grad().abs().sum().item<double>() > 0.0);
}

QTEST_GUILESS_MAIN(TestNetwork)
#include "tst_network.moc"
