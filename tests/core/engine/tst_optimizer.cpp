// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/optimizer.h"

#include <QtTest>

using namespace convscope;

/// The fused optimisers against LibTorch's own.
namespace {

FusedOptimizer::Parameters named(const std::vector<torch::Tensor> &tensors)
{
    FusedOptimizer::Parameters parameters;
    for (std::size_t i = 0; i < tensors.size(); ++i) {
        parameters.insert(std::to_string(i), tensors[i]);
    }
    return parameters;
}

} // namespace

class TestOptimizer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneAdamStepByHand();
    void followsTorch_data();
    void followsTorch();
    void skipsParametersWithoutGradient();
    void passesNanOn();
};

void TestOptimizer::oneAdamStepByHand()
{
    torch::Tensor weight = torch::tensor({1.0f, -2.0f}).requires_grad_();
    FusedOptimizer optimizer(Optimizer::Adam, named({weight}), 0.9);
    weight.mutable_grad() = torch::tensor({0.5f, -0.25f});
    optimizer.step(0.1, 0.0);
    // The first step of Adam moves each weight by lr * g / (|g| + eps): 0.1 against the sign of its gradient.
    QVERIFY(std::abs(weight[0].item<double>() - 0.9) < 1e-6);
    QVERIFY(std::abs(weight[1].item<double>() + 1.9) < 1e-6);
}

void TestOptimizer::followsTorch_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<double>("learningRate");
    QTest::addColumn<double>("momentum");
    QTest::addColumn<double>("weightDecay");
    QTest::newRow("Adam") << int(Optimizer::Adam) << 1e-3 << 0.9 << 0.0;
    QTest::newRow("Adam with weight decay") << int(Optimizer::Adam) << 1e-2 << 0.9 << 1e-2;
    QTest::newRow("SGD") << int(Optimizer::Sgd) << 1e-2 << 0.0 << 0.0;
    QTest::newRow("SGD with momentum and weight decay") << int(Optimizer::Sgd) << 1e-2 << 0.9 << 1e-3;
}

void TestOptimizer::followsTorch()
{
    QFETCH(int, kind);
    QFETCH(double, learningRate);
    QFETCH(double, momentum);
    QFETCH(double, weightDecay);
    torch::manual_seed(3);
    // Sizes that are no multiple of a vector, one of them large enough to be split over threads.
    std::vector<torch::Tensor> ours{torch::randn({13, 7}), torch::randn({1}), torch::randn({70001})};
    std::vector<torch::Tensor> theirs;
    for (torch::Tensor &tensor : ours) {
        theirs.push_back(tensor.clone().requires_grad_());
        tensor.requires_grad_();
    }
    FusedOptimizer fused(Optimizer(kind), named(ours), momentum);
    std::unique_ptr<torch::optim::Optimizer> plain;
    if (Optimizer(kind) == Optimizer::Adam) {
        plain = std::make_unique<torch::optim::Adam>(theirs, torch::optim::AdamOptions(learningRate).weight_decay(weightDecay));
    } else {
        plain = std::make_unique<torch::optim::SGD>(
            theirs, torch::optim::SGDOptions(learningRate).momentum(momentum).weight_decay(weightDecay));
    }
    for (int step = 0; step < 50; ++step) {
        for (std::size_t i = 0; i < ours.size(); ++i) {
            const torch::Tensor gradient = torch::randn_like(ours[i]);
            ours[i].mutable_grad() = gradient.clone();
            theirs[i].mutable_grad() = gradient.clone();
        }
        fused.step(learningRate, weightDecay);
        plain->step();
    }
    for (std::size_t i = 0; i < ours.size(); ++i) {
        const double difference = (ours[i] - theirs[i]).norm().item<double>() / theirs[i].norm().item<double>();
        QVERIFY2(difference < 1e-5, qPrintable(QString::number(difference)));
    }
}

void TestOptimizer::skipsParametersWithoutGradient()
{
    torch::Tensor weight = torch::ones({3}).requires_grad_();
    FusedOptimizer optimizer(Optimizer::Adam, named({weight}), 0.9);
    optimizer.step(0.1, 0.5);
    QVERIFY(torch::equal(weight.detach(), torch::ones({3})));
}

void TestOptimizer::passesNanOn()
{
    torch::Tensor weight = torch::ones({40}).requires_grad_();
    FusedOptimizer optimizer(Optimizer::Adam, named({weight}), 0.9);
    torch::Tensor gradient = torch::ones({40});
    gradient[17] = std::numeric_limits<float>::quiet_NaN();
    weight.mutable_grad() = gradient;
    optimizer.step(0.1, 0.0);
    QVERIFY(weight[17].isnan().item<bool>());
    QVERIFY(!weight[16].isnan().item<bool>());
}

QTEST_GUILESS_MAIN(TestOptimizer)
#include "tst_optimizer.moc"
