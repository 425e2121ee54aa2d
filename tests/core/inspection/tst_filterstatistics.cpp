// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspection/filterlayer.h"
#include "core/training/engineloader.h"
#include "tests/support/idxwriter.h"
#include "tests/support/keepingsink.h"

#include <QtTest>

#include <cmath>

using namespace convscope;

namespace {

/// 3x3 pictures with one bright pixel each.
DatasetPtr dots()
{
    auto data = std::make_shared<Dataset>();
    data->side = 3;
    data->classes = 2;
    const auto add = [](LabelledPictures &half, int place, std::uint8_t value, std::uint8_t label) {
        std::vector<std::uint8_t> pixels(9, 0);
        pixels[std::size_t(place)] = value;
        half.pixels.insert(half.pixels.end(), pixels.begin(), pixels.end());
        half.labels.push_back(label);
        ++half.count;
    };
    add(data->test, 4, 255, 0);
    add(data->test, 0, 51, 1);
    add(data->train, 4, 255, 0);
    add(data->train, 0, 51, 1);
    return data;
}

/// One 3x3 filter with padding 1 whose right neighbour counts twice, then 2 outputs of 9 places.
std::shared_ptr<Weights> shiftWeights()
{
    auto weights = std::make_shared<Weights>();
    weights->architecture.convBlocks = {{2, 3, 1, false, Activation::Relu, false}};
    weights->side = 3;
    weights->classes = 2;
    std::vector<float> kernels(18, 0.0f);
    kernels[5] = 2.0f; // (1, 2): the pixel to the right
    kernels[13] = -1.0f; // the second filter: minus the pixel itself
    weights->arrays = {{"conv1.weight", {2, 1, 3, 3}, kernels},
                       {"conv1.bias", {2}, {0.0f, 0.0f}},
                       {"output.weight", {2, 18}, std::vector<float>(36, 0.0f)},
                       {"output.bias", {2}, {0.0f, 0.0f}}};
    return weights;
}

} // namespace

class TestFilterStatistics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void byHand();
    void gradientByHand();
    void gradientMatchesDifferences_data();
    void gradientMatchesDifferences();
    void everyKindOfNetwork_data();
    void everyKindOfNetwork();
    void badQuestions();

private:
    WeightsPtr trained(const Architecture &architecture);

    Engine *m_engine = nullptr;
    DatasetPtr m_data;
};

namespace {

Architecture architectureOf(int kind)
{
    switch (kind) {
    case 0:
        return {{{4, 3, 1, false, Activation::Relu, true}, {6, 3, 1, false, Activation::Relu, true}}, {{16, Activation::Relu, 0.25}}};
    case 1:
        return {{{4, 5, 2, true, Activation::Relu, false}, {6, 7, 3, true, Activation::Tanh, false}, {5, 3, 0, true, Activation::LeakyRelu, false}}, {{12, Activation::Sigmoid, 0.5}}};
    case 2:
        return {{}, {{20, Activation::Relu, 0.0}}};
    default:
        return {};
    }
}

} // namespace

void TestFilterStatistics::initTestCase()
{
    const Result<Engine *> engine = loadEngine();
    QVERIFY2(engine, qPrintable(engine.error()));
    m_engine = engine.value();
    m_data = test::barsDataset(128, 60);
}

WeightsPtr TestFilterStatistics::trained(const Architecture &architecture)
{
    Experiment experiment;
    experiment.architecture = architecture;
    experiment.training.batchSize = 32;
    experiment.training.epochs = 1;
    experiment.training.threads = 1;
    test::KeepingSink sink;
    RunControl control;
    m_engine->train(experiment, *m_data, sink, control);
    return sink.kept.empty() ? nullptr : sink.kept.back();
}

void TestFilterStatistics::byHand()
{
    const auto answer = m_engine->inspector().filterStatistics(shiftWeights(), *dots(), 0);
    QVERIFY2(answer, qPrintable(answer.error()));
    QCOMPARE(answer.value().size(), std::size_t(2));
    const FilterStatistics &shift = answer.value()[0];
    // The pixel in the middle answers 2 at its left; the one at the corner would do so outside of the picture.
    QVERIFY(std::abs(shift.mean - 2.0 / 18.0) < 1e-6);
    QVERIFY(std::abs(shift.activePlaces - 1.0 / 18.0) < 1e-9);
    QCOMPARE(shift.activePictures, 0.5);
    QCOMPARE(shift.most, 2.0f);
    QCOMPARE(shift.least, 0.0f);
    QCOMPARE(shift.peaks.size(), std::size_t(1)); // the other picture doesn't excite it
    QCOMPARE(shift.peaks[0].picture, 0);
    QCOMPARE(shift.peaks[0].y, 1);
    QCOMPARE(shift.peaks[0].x, 0);
    QCOMPARE(shift.peaks[0].value, 2.0f);
    const FilterStatistics &dead = answer.value()[1];
    QCOMPARE(dead.activePlaces, 0.0);
    QCOMPARE(dead.mean, 0.0);
    QCOMPARE(dead.most, 0.0f);
    QVERIFY(dead.peaks.empty());
    // A leaky ReLU answers to everything, a little.
    const auto leaky = shiftWeights();
    leaky->architecture.convBlocks[0].activation = Activation::LeakyRelu;
    const auto all = m_engine->inspector().filterStatistics(leaky, *dots(), 0);
    QVERIFY2(all, qPrintable(all.error()));
    QCOMPARE(all.value()[0].peaks.size(), std::size_t(2)); // one of each picture
    QCOMPARE(all.value()[1].activePlaces, 0.0);
    QVERIFY(all.value()[1].most > all.value()[1].least);
}

void TestFilterStatistics::gradientByHand()
{
    // All outputs are 0, so both probabilities are a half: the gradient of a bias is the mean of (p - wanted).
    const auto answer = m_engine->inspector().gradients(shiftWeights(), *dots(), 1);
    QVERIFY2(answer, qPrintable(answer.error()));
    for (const NamedArray &array : answer.value()) {
        if (array.name == "output.bias") {
            QCOMPARE(array.values, (std::vector<float>{-0.5f, 0.5f}));
        } else if (array.name == "output.weight") {
            QCOMPARE(array.shape, (std::vector<qint64>{2, 18}));
            QCOMPARE(array.values[3], -1.0f); // the place (1, 0) of the first filter answers 2
            QCOMPARE(array.values[18 + 3], 1.0f);
        } else if (array.name == "conv1.weight") {
            QCOMPARE(array.values[5], 0.0f); // nothing comes back through outputs of 0
        }
    }
    const auto both = m_engine->inspector().gradients(shiftWeights(), *dots(), 1000);
    QVERIFY(both);
    QCOMPARE(both.value().back().name, std::string("output.bias"));
    QCOMPARE(both.value().back().values, (std::vector<float>{0.0f, 0.0f})); // one picture of each class
}

void TestFilterStatistics::gradientMatchesDifferences_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("three blocks") << 1;
    QTest::newRow("mlp") << 2;
}

/// Against the loss over the same pictures as a test set, a little to both sides.
void TestFilterStatistics::gradientMatchesDifferences()
{
    QFETCH(int, kind);
    const WeightsPtr weights = trained(architectureOf(kind));
    const auto gradients = m_engine->inspector().gradients(weights, *m_data, 100);
    QVERIFY2(gradients, qPrintable(gradients.error()));
    auto asTest = std::make_shared<Dataset>(*m_data);
    asTest->test = asTest->train;
    asTest->test.count = 100;
    const std::string name = filterLayerNames(weights->architecture).front() + ".weight";
    const auto found = std::find_if(gradients.value().begin(), gradients.value().end(), [&](const NamedArray &array) { return array.name == name; });
    QVERIFY(found != gradients.value().end());
    const auto largest = std::max_element(found->values.begin(), found->values.end(), [](float a, float b) { return std::abs(a) < std::abs(b); });
    const std::size_t index = std::size_t(largest - found->values.begin());
    constexpr float step = 2e-2f;
    const auto lossAt = [&](float offset) {
        auto moved = std::make_shared<Weights>(*weights);
        moved->find(name)->values[index] += offset;
        return m_engine->inspector().test(moved, *asTest).value().loss;
    };
    const double slope = (lossAt(step) - lossAt(-step)) / (2.0 * double(step));
    QVERIFY2(std::abs(slope - double(*largest)) < 0.05 * std::abs(slope) + 1e-4, qPrintable(QStringLiteral("%1 %2").arg(slope).arg(double(*largest))));
}

void TestFilterStatistics::everyKindOfNetwork_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("cnn") << 0;
    QTest::newRow("three blocks") << 1;
    QTest::newRow("mlp") << 2;
    QTest::newRow("only outputs") << 3;
}

/// Every layer's strongest answer is the one that the forward pass gives there.
void TestFilterStatistics::everyKindOfNetwork()
{
    QFETCH(int, kind);
    const WeightsPtr weights = trained(architectureOf(kind));
    QVERIFY(weights);
    const int layers = int(filterLayerNames(weights->architecture).size());
    for (int layer = 0; layer < layers; ++layer) {
        const auto answer = m_engine->inspector().filterStatistics(weights, *m_data, layer);
        QVERIFY2(answer, qPrintable(answer.error()));
        const auto kernels = filterLayer(*weights, layer);
        QVERIFY(kernels);
        QCOMPARE(int(answer.value().size()), kernels->filters);
        if (answer.value()[1].peaks.empty()) {
            QCOMPARE(answer.value()[1].activePictures, 0.0);
            continue; // a dead one
        }
        const FilterPeak peak = answer.value()[1].peaks.front();
        const auto pass = m_engine->inspector().forward(weights, testPicture(*m_data, peak.picture));
        QVERIFY(pass);
        bool found = false;
        for (const LayerOutput &output : pass.value().layers) {
            const bool isHere = kernels->convIndex >= 0 ? output.layer.kind == LayerKind::Activation && output.layer.block == layer && output.layer.height > 1
                                                        : output.layer.height == 1 && output.layer.channels == kernels->filters
                    && (output.layer.kind == LayerKind::Activation || weights->architecture.hiddenLayers.empty());
            if (isHere && !found) {
                found = true;
                const std::size_t places = std::size_t(output.layer.height) * std::size_t(output.layer.width);
                const float value = output.values[places + std::size_t(peak.y * output.layer.width + peak.x)];
                QVERIFY(std::abs(value - peak.value) < 1e-4f);
                QVERIFY(std::abs(*std::max_element(output.values.begin() + std::ptrdiff_t(places), output.values.begin() + std::ptrdiff_t(2 * places)) - peak.value) < 1e-4f);
            }
        }
        QVERIFY(found);
    }
}

void TestFilterStatistics::badQuestions()
{
    const Inspector &inspector = m_engine->inspector();
    QVERIFY(!inspector.filterStatistics(nullptr, *m_data, 0).ok());
    QVERIFY(!inspector.filterStatistics(shiftWeights(), *m_data, 0).ok()); // pictures of another size
    QVERIFY(!inspector.filterStatistics(shiftWeights(), *dots(), 1).ok());
    QVERIFY(!inspector.filterStatistics(shiftWeights(), *dots(), 0, [] { return true; }).ok());
    QVERIFY(!inspector.gradients(shiftWeights(), *m_data, 10).ok());
    QVERIFY(!inspector.gradients(shiftWeights(), *dots(), 10, [] { return true; }).ok());
    QVERIFY(!inspector.gradients(shiftWeights(), *dots(), 0).ok());
}

QTEST_GUILESS_MAIN(TestFilterStatistics)
#include "tst_filterstatistics.moc"
