// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspection/operation.h"
#include "core/inspection/sandbox.h"
#include "core/training/engineloader.h"
#include "tests/support/idxwriter.h"
#include "tests/support/keepingsink.h"

#include <QtTest>

#include <cmath>
#include <numeric>

using namespace convscope;

namespace {

Experiment experimentOf(const Architecture &architecture)
{
    Experiment experiment;
    experiment.architecture = architecture;
    experiment.training.batchSize = 32;
    experiment.training.epochs = 2;
    experiment.training.threads = 1;
    return experiment;
}

const Architecture plain{{{8, 3, 1, false, Activation::Relu, true}, {6, 3, 1, false, Activation::Relu, true}},
                         {{24, Activation::Relu, 0.25}, {12, Activation::Tanh, 0.0}}};
const Architecture threeBlocks{{{4, 5, 2, true, Activation::Relu, false}, {6, 7, 3, false, Activation::Tanh, true}, {5, 3, 0, true, Activation::LeakyRelu, true}},
                               {{12, Activation::Sigmoid, 0.5}}};
const Architecture noPooling{{{5, 7, 0, true, Activation::Sigmoid, false}, {3, 5, 4, true, Activation::LeakyRelu, false}}, {}};
const Architecture mlp{{}, {{20, Activation::Relu, 0.0}}};

double sumOf(const std::vector<double> &values)
{
    return std::accumulate(values.begin(), values.end(), 0.0);
}

/// What is shown adds up to what is shown as the result.
double addedUp(const OperationParts &parts)
{
    if (const auto *convolution = std::get_if<ConvolutionParts>(&parts)) {
        double sum = convolution->othersSum + convolution->bias;
        for (const ChannelPart &part : convolution->strongest) {
            sum += sumOf(part.products);
        }
        return sum;
    }
    if (const auto *neuron = std::get_if<NeuronParts>(&parts)) {
        double sum = neuron->othersSum + neuron->bias;
        for (const NeuronTerm &term : neuron->positive) {
            sum += term.value * term.weight;
        }
        for (const NeuronTerm &term : neuron->negative) {
            sum += term.value * term.weight;
        }
        return sum;
    }
    return std::nan("");
}

} // namespace

class TestOperation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyUnitIsTakenApart_data();
    void everyUnitIsTakenApart();
    void handComputedConvolution();
    void strongestChannelsComeFirst();
    void edgesLieOnPadding();
    void neuronsListBothSigns();
    void neuronMapsOfFlattenedChannels();
    void poolingNamesTheWinner();
    void dropoutMayHaveBeenChanged();
    void softmaxByHand();
    void wrongQuestions();

private:
    test::KeepingSink train(const Experiment &experiment)
    {
        test::KeepingSink sink;
        sink.asks = true;
        RunControl control;
        m_engine->train(experiment, *m_data, sink, control);
        return sink;
    }
    struct Look
    {
        WeightsPtr weights;
        ForwardPass pass;
    };
    Look look(const Architecture &architecture)
    {
        const WeightsPtr weights = train(experimentOf(architecture)).published.back();
        return {weights, m_engine->inspector().forward(weights, testPicture(*m_data, 3)).value()};
    }

    Engine *m_engine = nullptr;
    DatasetPtr m_data;
};

void TestOperation::initTestCase()
{
    const Result<Engine *> engine = loadEngine();
    QVERIFY2(engine, qPrintable(engine.error()));
    m_engine = engine.value();
    m_data = test::barsDataset(128, 30);
}

void TestOperation::everyUnitIsTakenApart_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("cnn") << 0;
    QTest::newRow("three blocks, 5x5 and 7x7, batch norm") << 1;
    QTest::newRow("no pooling, no hidden layer") << 2;
    QTest::newRow("mlp") << 3;
}

void TestOperation::everyUnitIsTakenApart()
{
    QFETCH(int, kind);
    const Architecture *architectures[] = {&plain, &threeBlocks, &noPooling, &mlp};
    const Look look = this->look(*architectures[kind]);
    for (int l = 0; l < int(look.pass.layers.size()); ++l) {
        const LayerSummary &layer = look.pass.layers[std::size_t(l)].layer;
        for (int channel = 0; channel < layer.channels; channel += 1 + layer.channels / 40) {
            for (int y = 0; y < layer.height; ++y) {
                for (int x = 0; x < layer.width; ++x) {
                    const Result<Anatomy> anatomy = anatomyOf(look.pass, *look.weights, {l, channel, y, x}, 3);
                    QVERIFY2(anatomy, qPrintable(anatomy.error()));
                    const double tolerance = 1e-5 * std::max(1.0, std::abs(anatomy.value().output));
                    QVERIFY2(std::abs(anatomy.value().result - anatomy.value().output) < tolerance,
                             qPrintable(QStringLiteral("layer %1, %2 %3 %4: %5 is not %6").arg(l).arg(channel).arg(y).arg(x)
                                            .arg(anatomy.value().result).arg(anatomy.value().output)));
                    if (const double sum = addedUp(anatomy.value().parts); !std::isnan(sum)) {
                        QVERIFY(std::abs(sum - anatomy.value().result) < 1e-9);
                    }
                }
            }
        }
    }
    const SoftmaxParts softmax = softmaxOf(look.pass.layers.back().values, 3);
    for (std::size_t k = 0; k < softmax.probabilities.size(); ++k) {
        QVERIFY(std::abs(softmax.probabilities[k] - double(look.pass.probabilities[k])) < 1e-5);
    }
    QVERIFY(std::abs(softmax.loss + std::log(double(look.pass.probabilities[3]))) < 1e-4);
}

void TestOperation::handComputedConvolution()
{
    // 3 x 3 pictures, one kernel of 3 x 3 without padding: one number.
    const Architecture architecture{{{1, 3, 0, false, Activation::Relu, false}}, {}};
    ForwardPass pass;
    const std::vector<LayerSummary> layers = summarize(architecture, 3, 2).layers;
    pass.layers.push_back({layers[0], {1, 0, 1, 0, 1, 0, 1, 0, 1}});
    pass.layers.push_back({layers[1], {4.5f}});
    Weights weights{architecture, 3, 2, 0, {{"conv1.weight", {1, 1, 3, 3}, {1, 2, 3, 4, 5, 6, -7, 8, 1}}, {"conv1.bias", {1}, {1.5f}}}};
    const Result<Anatomy> anatomy = anatomyOf(pass, weights, {1, 0, 0, 0}, 4);
    QVERIFY2(anatomy, qPrintable(anatomy.error()));
    const auto parts = std::get<ConvolutionParts>(anatomy.value().parts);
    QCOMPARE(parts.strongest.size(), std::size_t(1));
    QCOMPARE(parts.strongest[0].products, (std::vector<double>{1, 0, 3, 0, 5, 0, -7, 0, 1}));
    QCOMPARE(parts.strongest[0].sum, 3.0);
    QCOMPARE(parts.bias, 1.5);
    QCOMPARE(parts.sum, 4.5);
    QCOMPARE(parts.others, 0);
}

void TestOperation::strongestChannelsComeFirst()
{
    const Look look = this->look(plain);
    int second = 0;
    while (look.pass.layers[std::size_t(second)].layer.name != QLatin1String("conv2")) {
        ++second;
    }
    const auto parts = std::get<ConvolutionParts>(anatomyOf(look.pass, *look.weights, {second, 2, 7, 7}, 3).value().parts);
    QCOMPARE(parts.strongest.size(), std::size_t(3));
    QCOMPARE(parts.others, 5);
    QVERIFY(std::abs(parts.strongest[0].sum) >= std::abs(parts.strongest[1].sum));
    const auto all = std::get<ConvolutionParts>(anatomyOf(look.pass, *look.weights, {second, 2, 7, 7}, 100).value().parts);
    QCOMPARE(all.strongest.size(), std::size_t(8));
    QCOMPARE(all.others, 0);
    QVERIFY(std::abs(all.strongest[3].sum) <= std::abs(parts.strongest[2].sum));
    QVERIFY(std::abs(all.sum - parts.sum) < 1e-12);
}

void TestOperation::edgesLieOnPadding()
{
    const Look look = this->look(threeBlocks);
    const auto parts = std::get<ConvolutionParts>(anatomyOf(look.pass, *look.weights, {1, 0, 0, 27}, 3).value().parts);
    QCOMPARE(parts.top, -2);
    QCOMPARE(parts.left, 25);
    const std::vector<float> &window = parts.strongest[0].window;
    QCOMPARE(window.size(), std::size_t(25));
    for (int i = 0; i < 10; ++i) {
        QCOMPARE(window[std::size_t(i)], 0.0f); // two rows above the picture
    }
    QCOMPARE(window[12], look.pass.layers[0].values[27]);
    QCOMPARE(window[13], 0.0f); // right of it
}

void TestOperation::neuronsListBothSigns()
{
    const Look look = this->look(mlp);
    const auto parts = std::get<NeuronParts>(anatomyOf(look.pass, *look.weights, {2, 5, 0, 0}, 4).value().parts);
    QCOMPARE(parts.inputs, 784);
    QCOMPARE(parts.positive.size(), std::size_t(4));
    QCOMPARE(parts.negative.size(), std::size_t(4));
    QCOMPARE(parts.others, 776);
    for (int i = 1; i < 4; ++i) {
        QVERIFY(parts.positive[std::size_t(i - 1)].product >= parts.positive[std::size_t(i)].product);
        QVERIFY(parts.negative[std::size_t(i - 1)].product <= parts.negative[std::size_t(i)].product);
    }
    QVERIFY(parts.positive[3].product > 0.0 && parts.negative[3].product < 0.0);
}

void TestOperation::neuronMapsOfFlattenedChannels()
{
    const Look look = this->look(plain);
    int hidden = 0;
    while (look.pass.layers[std::size_t(hidden)].layer.name != QLatin1String("hidden1")) {
        ++hidden;
    }
    double sum = look.weights->find("hidden1.bias")->values[3];
    for (int rank = 0; rank < 6; ++rank) {
        const std::optional<NeuronMap> map = neuronMapOf(look.pass, *look.weights, {hidden, 3, 0, 0}, rank);
        QVERIFY(map);
        QCOMPARE(map->height, 7);
        QCOMPARE(map->products.size(), std::size_t(49));
        sum += map->sum;
    }
    QVERIFY(std::abs(sum - double(look.pass.layers[std::size_t(hidden)].values[3])) < 1e-5);
    QVERIFY(!neuronMapOf(look.pass, *look.weights, {int(look.pass.layers.size()) - 1, 0, 0, 0}, 0)); // after a hidden layer
}

void TestOperation::poolingNamesTheWinner()
{
    const Architecture architecture{{{1, 1, 0, false, Activation::Relu, true}}, {}};
    const std::vector<LayerSummary> layers = summarize(architecture, 5, 2).layers;
    ForwardPass pass;
    pass.layers.push_back({layers[0], std::vector<float>(25)});
    pass.layers.push_back({layers[1], std::vector<float>(25)});
    LayerOutput activation{layers[2], std::vector<float>(25)};
    activation.values[2 * 5 + 2] = 0.25f;
    activation.values[3 * 5 + 2] = 0.75f;
    pass.layers.push_back(activation);
    pass.layers.push_back({layers[3], {0, 0, 0, 0.75f}}); // 5 x 5 gives 2 x 2: the last row and column are left out
    const auto parts = std::get<MaxPoolParts>(anatomyOf(pass, Weights{architecture, 5, 2, 0, {}}, {3, 0, 1, 1}, 0).value().parts);
    QCOMPARE(parts.window, (std::array<float, 4>{0.25f, 0.0f, 0.75f, 0.0f}));
    QCOMPARE(parts.winner, 2);
    QCOMPARE(parts.result, 0.75);
}

/// While the network trained: all layers that have some share the new one.
void TestOperation::dropoutMayHaveBeenChanged()
{
    const Architecture architecture{{}, {{1, Activation::Relu, 0.25}, {1, Activation::Relu, 0.5}}};
    ForwardPass pass;
    std::vector<int> dropouts;
    for (const LayerSummary &layer : summarize(architecture, 2, 2).layers) {
        if (layer.kind == LayerKind::Dropout) {
            dropouts.push_back(int(pass.layers.size()));
        }
        pass.layers.push_back({layer, std::vector<float>(std::size_t(layer.channels) * std::size_t(layer.height) * std::size_t(layer.width))});
    }
    QCOMPARE(dropouts.size(), std::size_t(2));
    const auto probability = [&](int layer, std::optional<double> changed) {
        return std::get<DropoutParts>(anatomyOf(pass, Weights{architecture, 2, 2, 0, {}}, {layer, 0, 0, 0}, 0, changed).value().parts).probability;
    };
    QCOMPARE(probability(dropouts[0], {}), 0.25);
    QCOMPARE(probability(dropouts[1], {}), 0.5);
    QCOMPARE(probability(dropouts[0], 0.75), 0.75);
    QCOMPARE(probability(dropouts[1], 0.75), 0.75);
}

void TestOperation::softmaxByHand()
{
    const SoftmaxParts parts = softmaxOf({1.0f, 2.0f, 3.0f}, 2);
    QCOMPARE(parts.largest, 3.0);
    QVERIFY(std::abs(parts.sum - 1.5032147244) < 1e-9);
    QVERIFY(std::abs(parts.probabilities[2] - 0.6652409558) < 1e-9);
    QVERIFY(std::abs(parts.loss - 0.4076059644) < 1e-9);
    QVERIFY(std::isfinite(softmaxOf({0.0f, 2000.0f}, 0).loss));
    QCOMPARE(softmaxOf({0.0f, 1.0f}, -1).label, -1);
    QCOMPARE(softmaxOf({}, 0).probabilities.size(), std::size_t(0));
}

void TestOperation::wrongQuestions()
{
    const Look look = this->look(mlp);
    QVERIFY(!anatomyOf(look.pass, *look.weights, {99, 0, 0, 0}, 3).error().isEmpty());
    QVERIFY(!anatomyOf(look.pass, *look.weights, {2, 20, 0, 0}, 3).ok());
    QVERIFY(!anatomyOf(look.pass, *look.weights, {-1, 0, 0, 0}, 3).ok());
    QVERIFY(!anatomyOf({}, *look.weights, {0, 0, 0, 0}, 3).ok());
    Weights without = *look.weights;
    without.arrays.clear();
    QVERIFY(!anatomyOf(look.pass, without, {2, 0, 0, 0}, 3).ok());
    const std::vector<LayerSummary> layers = summarize(mlp, 28, 10).layers;
    QCOMPARE(clampedTo(layers, {0, 3, 40, -2}), (UnitAddress{0, 0, 27, 0}));
    QCOMPARE(clampedTo(layers, {77, 3, 4, 2}), (UnitAddress{int(layers.size()) - 1, 3, 0, 0}));
}

QTEST_GUILESS_MAIN(TestOperation)
#include "tst_operation.moc"
