// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/network.h"

#include <ATen/Parallel.h>

#include <QtTest>

#include <limits>

using namespace convscope;

namespace {

double relativeDifference(const torch::Tensor &a, const torch::Tensor &b)
{
    return (a - b).norm().item<double>() / std::max(b.norm().item<double>(), 1e-12);
}

torch::Tensor roundedTo(const torch::Tensor &values, double step)
{
    return (values / step).round() * step;
}

/// Where the largest two of a pooling window differ by a rounding, two correct programs may choose differently, and the gradient
/// goes elsewhere. With weights and pictures in such steps the sums of the first two convolutions are exact, equals are equal,
/// and the first of them is taken.
void roundConvolutions(Network &network)
{
    const torch::NoGradGuard noGradients;
    for (auto &named : network->named_parameters()) {
        if (named.key().starts_with("conv")) {
            named.value().copy_(roundedTo(named.value(), 1.0 / 64));
        }
    }
}

/// A network and its plain twin with the same weights.
struct Twins
{
    Twins(const Architecture &architecture, int side)
        : fast(architecture, side, 10, 1, true)
        , plain(architecture, side, 10, 1, false)
    {
        roundConvolutions(fast);
        roundConvolutions(plain);
    }
    Network fast;
    Network plain;
};

} // namespace

/// The fast path against the plain layers: logits and the gradient of every parameter.
class TestFastForward : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void equalsThePlainLayers_data();
    void equalsThePlainLayers();
    void plainLayersTakeWhatIsNotCovered_data();
    void plainLayersTakeWhatIsNotCovered();
    void nanIsPassedOn_data();
    void nanIsPassedOn();
    void changingBatchSizes();
    void bfloat16StaysNear_data();
    void bfloat16StaysNear();
    void sameBitsTwice_data();
    void sameBitsTwice();
    void bitsDontDependOnHowManyThreadsWork_data();
    void bitsDontDependOnHowManyThreadsWork();
    void olderBackwardPassIsRefused();
    void changedParametersAreNoticed();
    void picturesWithGradientTakeThePlainLayers();
};

void TestFastForward::initTestCase()
{
    if (!FastForward::covers(Architecture(), 28)) {
        QSKIP("built without oneDNN");
    }
}

void TestFastForward::equalsThePlainLayers_data()
{
    QTest::addColumn<Architecture>("architecture");
    QTest::addColumn<int>("side");
    QTest::addColumn<int>("pictures");
    const auto row = [](const char *name, std::vector<ConvBlock> blocks, std::vector<HiddenLayer> layers, int side, int pictures) {
        QTest::newRow(name) << Architecture{std::move(blocks), std::move(layers)} << side << pictures;
    };
    // Which shapes oneDNN has quick code for depends on the processor; those of the presets must be among them.
    const auto relu = Activation::Relu;
    const auto leaky = Activation::LeakyRelu;
    row("the paper's CNN", {{32, 3, 1, false, relu, true}, {64, 3, 1, false, relu, true}}, {{600, relu, 0.25}, {120, relu, 0}}, 28, 64);
    row("the paper's MLP", {}, {{512, relu, 0}}, 28, 100);
    row("no hidden layer at all", {}, {}, 28, 7);
    row("a convolution without a hidden layer", {{8, 3, 1, false, relu, true}}, {}, 28, 5);
    row("a batch of one", {{16, 3, 1, false, relu, true}}, {{20, relu, 0.5}}, 28, 1);
    row("one filter", {{1, 3, 1, false, relu, true}}, {{10, relu, 0}}, 28, 9);
    row("filters that are no multiple of 16", {{16, 3, 0, false, relu, true}, {19, 5, 2, false, relu, true}}, {{33, relu, 0.1}}, 28, 13);
    row("filters that oneDNN has no quick code for", {{5, 3, 0, false, relu, true}, {8, 5, 2, false, relu, true}}, {{33, relu, 0.1}}, 28, 13);
    row("7x7 kernels", {{16, 7, 3, false, relu, false}, {8, 7, 0, false, relu, true}}, {{10, relu, 0}}, 28, 6);
    row("no pooling", {{32, 3, 0, false, relu, false}, {7, 3, 0, false, leaky, false}}, {{10, leaky, 0.3}}, 12, 4);
    row("odd height", {{16, 3, 1, false, relu, true}, {16, 3, 1, false, leaky, true}}, {{10, leaky, 0}}, 27, 6);
    row("a large batch", {{5, 3, 1, false, relu, true}}, {{40, relu, 0.25}, {20, leaky, 0}}, 20, 1000);
    row("widths that fill no vector", {{1, 2, 0, false, leaky, true}}, {{1, relu, 0}, {3, leaky, 0.5}}, 6, 65);
    row("even kernels", {{17, 4, 1, false, relu, true}, {33, 6, 3, false, leaky, true}}, {{50, relu, 0}}, 27, 5);
    row("1x1 kernel", {{8, 1, 0, false, leaky, true}}, {{10, relu, 0}}, 9, 3);
    row("three blocks down to one pixel", {{16, 3, 1, false, relu, true}, {16, 3, 1, false, relu, true}, {16, 3, 1, false, relu, true}, {16, 3, 1, false, relu, true}}, {{16, relu, 0}}, 28, 8);
}

void TestFastForward::equalsThePlainLayers()
{
    QFETCH(Architecture, architecture);
    QFETCH(int, side);
    QFETCH(int, pictures);
    torch::manual_seed(5);
    Twins twins(architecture, side);
    const QByteArray name(QTest::currentDataTag());
    QVERIFY(twins.fast->isFast() || !name.startsWith("the paper's"));
    qInfo("%s: %s", name.constData(), twins.fast->isFast() ? "fast" : "plain");
    QVERIFY(!twins.plain->isFast());
    const torch::Tensor images = roundedTo(torch::rand({pictures, 1, side, side}), 1.0 / 16);
    const torch::Tensor labels = torch::randint(10, {pictures}, torch::kInt64);
    torch::Tensor logits[2];
    for (int i = 0; i < 2; ++i) {
        Network &network = i == 0 ? twins.fast : twins.plain;
        network->train();
        logits[i] = network->forward(images, {1, 3});
        torch::cross_entropy_loss(logits[i], labels).backward();
    }
    QVERIFY2(relativeDifference(logits[0], logits[1]) < 1e-5, qPrintable(QString::number(relativeDifference(logits[0], logits[1]))));
    for (const auto &named : twins.fast->named_parameters()) {
        const torch::Tensor expected = twins.plain->named_parameters()[named.key()].grad();
        const double difference = relativeDifference(named.value().grad(), expected);
        QVERIFY2(difference < 1e-5, qPrintable(QStringLiteral("%1: %2").arg(QString::fromStdString(named.key())).arg(difference)));
    }
    const torch::NoGradGuard noGradients;
    twins.fast->eval();
    twins.plain->eval();
    QVERIFY(relativeDifference(twins.fast->forward(images, {}), twins.plain->forward(images, {})) < 1e-5);
}

void TestFastForward::plainLayersTakeWhatIsNotCovered_data()
{
    QTest::addColumn<Architecture>("architecture");
    QTest::newRow("batch normalisation") << Architecture{{{8, 3, 1, true, Activation::Relu, true}}, {}};
    QTest::newRow("tanh") << Architecture{{{8, 3, 1, false, Activation::Tanh, true}}, {}};
    QTest::newRow("sigmoid in a hidden layer") << Architecture{{}, {{8, Activation::Sigmoid, 0}}};
}

void TestFastForward::plainLayersTakeWhatIsNotCovered()
{
    QFETCH(Architecture, architecture);
    Network network(architecture, 28, 10, 1, true);
    QVERIFY(!network->isFast());
    network->forward(torch::rand({4, 1, 28, 28}), {1, 0}).sum().backward();
    QVERIFY(network->named_parameters()["output.weight"].grad().defined());
}

void TestFastForward::nanIsPassedOn_data()
{
    QTest::addColumn<QString>("where");
    for (const char *where : {"image", "conv1.weight", "conv2.bias", "hidden1.weight", "output.bias"}) {
        QTest::newRow(where) << QString::fromLatin1(where);
    }
}

void TestFastForward::nanIsPassedOn()
{
    QFETCH(QString, where);
    const Architecture architecture{{{16, 3, 1, false, Activation::Relu, true}, {16, 3, 1, false, Activation::Relu, true}}, {{12, Activation::Relu, 0}}};
    Network network(architecture, 28, 10, 1, true);
    QVERIFY(network->isFast());
    torch::Tensor images = torch::rand({3, 1, 28, 28});
    const float nan = std::numeric_limits<float>::quiet_NaN();
    {
        const torch::NoGradGuard noGradients;
        if (where == QStringLiteral("image")) {
            images[1][0][10][10] = nan;
        } else {
            network->named_parameters()[where.toStdString()].flatten()[3] = nan;
        }
    }
    const torch::Tensor loss = torch::cross_entropy_loss(network->forward(images, {1, 0}), torch::zeros({3}, torch::kInt64));
    QVERIFY(loss.isnan().item<bool>());
}

void TestFastForward::changingBatchSizes()
{
    const Architecture architecture{{{8, 3, 1, false, Activation::Relu, true}}, {{12, Activation::Relu, 0}}};
    Twins twins(architecture, 28);
    for (const int pictures : {8, 3, 8, 1, 3}) {
        const torch::Tensor images = torch::rand({pictures, 1, 28, 28});
        torch::Tensor fast = twins.fast->forward(images, {1, 0});
        torch::Tensor plain = twins.plain->forward(images, {1, 0});
        QVERIFY(relativeDifference(fast, plain) < 1e-5);
        fast.sum().backward();
        plain.sum().backward();
    }
    // Gradients have been added up over the five passes.
    QVERIFY(relativeDifference(twins.fast->named_parameters()["conv1.weight"].grad(), twins.plain->named_parameters()["conv1.weight"].grad()) < 1e-5);
}

void TestFastForward::bfloat16StaysNear_data()
{
    QTest::addColumn<Architecture>("architecture");
    QTest::addColumn<int>("pictures");
    const auto relu = Activation::Relu;
    const auto leaky = Activation::LeakyRelu;
    QTest::newRow("the paper's CNN") << Architecture{{{32, 3, 1, false, relu, true}, {64, 3, 1, false, relu, true}}, {{600, relu, 0.25}, {120, relu, 0}}} << 64;
    QTest::newRow("odd widths") << Architecture{{{5, 4, 1, false, leaky, true}, {19, 5, 2, false, leaky, true}}, {{33, leaky, 0.1}}} << 13;
    QTest::newRow("no convolution, one picture") << Architecture{{}, {{21, relu, 0}}} << 1;
}

/// Each number that is multiplied is wrong by at most 1/512 of itself; sums of many add these up like chance does.
void TestFastForward::bfloat16StaysNear()
{
    QFETCH(Architecture, architecture);
    QFETCH(int, pictures);
    if (!FastForward::coversInBfloat16(architecture)) {
        QSKIP("this processor has no AVX512-BF16");
    }
    torch::manual_seed(5);
    Network rounded(architecture, 28, 10, 1, true, Precision::Bfloat16);
    Network plain(architecture, 28, 10, 1, false);
    const torch::Tensor images = torch::rand({pictures, 1, 28, 28});
    const torch::Tensor labels = torch::randint(10, {pictures}, torch::kInt64);
    const torch::Tensor logits = rounded->forward(images, {1, 3}), expected = plain->forward(images, {1, 3});
    torch::cross_entropy_loss(logits, labels).backward();
    torch::cross_entropy_loss(expected, labels).backward();
    QVERIFY2(relativeDifference(logits, expected) < 0.01, qPrintable(QString::number(relativeDifference(logits, expected))));
    QVERIFY(relativeDifference(logits, expected) > 1e-6); // it was not float32
    for (const auto &named : rounded->named_parameters()) {
        // Roundings choose other places of some pooling windows, whose gradients then go elsewhere.
        const double difference = relativeDifference(named.value().grad(), plain->named_parameters()[named.key()].grad());
        QVERIFY2(difference < 0.1, qPrintable(QStringLiteral("%1: %2").arg(QString::fromStdString(named.key())).arg(difference)));
    }
}

void TestFastForward::sameBitsTwice_data()
{
    QTest::addColumn<Precision>("precision");
    QTest::newRow("float32") << Precision::Float32;
    QTest::newRow("bfloat16") << Precision::Bfloat16;
}

void TestFastForward::bitsDontDependOnHowManyThreadsWork_data()
{
    sameBitsTwice_data();
}

void TestFastForward::sameBitsTwice()
{
    QFETCH(Precision, precision);
    if (precision == Precision::Bfloat16 && !FastForward::coversInBfloat16(Architecture())) {
        QSKIP("this processor has no AVX512-BF16");
    }
    const Architecture architecture{{{32, 3, 1, false, Activation::Relu, true}}, {{60, Activation::Relu, 0.25}}};
    const torch::Tensor images = torch::rand({32, 1, 28, 28});
    torch::Tensor gradients[2];
    for (torch::Tensor &gradient : gradients) {
        Network network(architecture, 28, 10, 1, true, precision);
        network->forward(images, {1, 5}).square().sum().backward();
        gradient = network->named_parameters()["conv1.weight"].grad();
    }
    QVERIFY(torch::equal(gradients[0], gradients[1]));
}

void TestFastForward::bitsDontDependOnHowManyThreadsWork()
{
    QFETCH(Precision, precision);
    if (precision == Precision::Bfloat16 && !FastForward::coversInBfloat16(Architecture())) {
        QSKIP("this processor has no AVX512-BF16");
    }
    const Architecture architecture{{{32, 3, 1, false, Activation::Relu, true}, {16, 3, 1, false, Activation::Relu, true}},
                                    {{300, Activation::Relu, 0.25}}};
    const torch::Tensor images = torch::rand({50, 1, 28, 28});
    const int before = at::get_num_threads();
    torch::Tensor gradients[3];
    for (int working = 1; working <= 3; ++working) {
        at::set_num_threads(3);
        Network network(architecture, 28, 10, 1, true, precision);
        QVERIFY(network->isIndependentOfThreads());
        at::set_num_threads(working);
        network->forward(images, {1, 5}).square().sum().backward();
        gradients[working - 1] = torch::cat({network->named_parameters()["conv1.weight"].grad().flatten(),
                                             network->named_parameters()["conv2.weight"].grad().flatten(),
                                             network->named_parameters()["hidden1.weight"].grad().flatten()});
    }
    at::set_num_threads(before);
    QVERIFY(torch::equal(gradients[0], gradients[1]));
    QVERIFY(torch::equal(gradients[0], gradients[2]));
}

void TestFastForward::olderBackwardPassIsRefused()
{
    Network network(Architecture{{}, {{5, Activation::Relu, 0}}}, 28, 10, 1, true);
    const torch::Tensor first = network->forward(torch::rand({2, 1, 28, 28}), {1, 0}).sum();
    network->forward(torch::rand({2, 1, 28, 28}), {1, 0});
    QVERIFY_EXCEPTION_THROWN(first.backward(), c10::Error);
}

void TestFastForward::changedParametersAreNoticed()
{
    Network network(Architecture{{}, {{5, Activation::Relu, 0}}}, 28, 10, 1, true);
    const torch::Tensor loss = network->forward(torch::rand({2, 1, 28, 28}), {1, 0}).sum();
    {
        const torch::NoGradGuard noGradients;
        network->named_parameters()["hidden1.weight"].add_(1.0);
    }
    QVERIFY_EXCEPTION_THROWN(loss.backward(), c10::Error);
}

void TestFastForward::picturesWithGradientTakeThePlainLayers()
{
    Network network(Architecture{{{4, 3, 1, false, Activation::Relu, true}}, {}}, 28, 10, 1, true);
    torch::Tensor images = torch::rand({2, 1, 28, 28}).requires_grad_();
    network->forward(images, {1, 0}).sum().backward();
    QVERIFY(images.grad().abs().sum().item<double>() > 0.0);
}

QTEST_GUILESS_MAIN(TestFastForward)
#include "tst_fastforward.moc"
