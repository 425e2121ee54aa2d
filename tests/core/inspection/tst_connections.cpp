// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspection/connections.h"

#include "core/inspection/receptivefield.h"
#include "core/training/engineloader.h"
#include "core/training/presets.h"
#include "tests/support/idxwriter.h"
#include "tests/support/keepingsink.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace convscope;

namespace {

ForwardPass passOf(const Architecture &architecture, int side, int classes)
{
    ForwardPass pass;
    for (const LayerSummary &layer : summarize(architecture, side, classes).layers) {
        pass.layers.push_back({layer, std::vector<float>(std::size_t(layer.channels) * layer.height * layer.width)});
    }
    return pass;
}

bool isNear(double a, double b)
{
    return std::abs(a - b) <= 1e-4 * std::max({1.0, std::abs(a), std::abs(b)});
}

} // namespace

class TestConnections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void convolutionByHand();
    void normByHand();
    void linearByHand();
    void poolingByHand();
    void everyUnitIsTheSumOfItsFeeds_data();
    void everyUnitIsTheSumOfItsFeeds();
    void nothingWhereNothingFits();

private:
    WeightsPtr train(const Architecture &architecture);

    Engine *m_engine = nullptr;
    DatasetPtr m_data;
};

void TestConnections::initTestCase()
{
    const Result<Engine *> engine = loadEngine();
    QVERIFY2(engine, qPrintable(engine.error()));
    m_engine = engine.value();
    m_data = test::barsDataset(64, 20);
}

WeightsPtr TestConnections::train(const Architecture &architecture)
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

void TestConnections::convolutionByHand()
{
    // One filter with the numbers 1 to 9, padding 1, on the picture 0.1, 0.2, ... 0.9.
    const Architecture architecture{{{1, 3, 1, false, Activation::Relu, false}}, {}};
    Weights weights{architecture, 3, 2, 0, {{"conv1.weight", {1, 1, 3, 3}, {1, 2, 3, 4, 5, 6, 7, 8, 9}}, {"conv1.bias", {1}, {0.5f}}}};
    ForwardPass pass = passOf(architecture, 3, 2);
    pass.layers[0].values = {.1f, .2f, .3f, .4f, .5f, .6f, .7f, .8f, .9f};
    pass.layers[1].values[0] = 9.9f;
    const UnitSources sources = sourcesOf(weights, pass, {1, 0, 0, 0});
    QCOMPARE(sources.feeds.size(), std::size_t(1));
    QCOMPARE(sources.feeds[0].layer, 0);
    QCOMPARE(sources.feeds[0].window, QRect(-1, -1, 3, 3));
    QCOMPARE(sources.feeds[0].weights, (std::vector<float>{1, 2, 3, 4, 5, 6, 7, 8, 9}));
    QVERIFY(isNear(sources.feeds[0].contribution, 5 * .1 + 6 * .2 + 8 * .4 + 9 * .5));
    QCOMPARE(sources.offset, 0.5);
    QVERIFY(isNear(sources.value, 9.9));

    const std::vector<Target> targets = targetsOf(weights, pass, {0, 0, 2, 0});
    QCOMPARE(targets.size(), std::size_t(1));
    QCOMPARE(targets[0].window, QRect(0, 1, 2, 2)); // rows 1 to 3, columns -1 to 1, inside the map
    QCOMPARE(targets[0].strength, 45.0);
}

void TestConnections::normByHand()
{
    const Architecture architecture{{{1, 1, 0, true, Activation::Relu, false}}, {}};
    const Weights weights{architecture, 2, 2, 0,
                          {{"norm1.weight", {1}, {3.0f}}, {"norm1.bias", {1}, {0.25f}}, {"norm1.running_mean", {1}, {2.0f}}, {"norm1.running_var", {1}, {4.0f}}}};
    ForwardPass pass = passOf(architecture, 2, 2);
    pass.layers[1].values = {6.0f, 0.0f, 0.0f, 0.0f};
    const UnitSources sources = sourcesOf(weights, pass, {2, 0, 0, 0});
    QCOMPARE(sources.feeds.size(), std::size_t(1));
    QVERIFY(isNear(double(sources.feeds[0].weights[0]), 1.5)); // 3 / sqrt(4)
    QVERIFY(isNear(sources.feeds[0].contribution, 9.0));
    QVERIFY(isNear(sources.offset, 0.25 - 1.5 * 2.0));
}

void TestConnections::linearByHand()
{
    // 2 x 2 pixels, two outputs: the output reads the picture itself, past the flattening.
    const Architecture architecture{};
    const Weights weights{architecture, 2, 2, 0, {{"output.weight", {2, 4}, {1, 2, 3, 4, -1, -2, -3, -4}}, {"output.bias", {2}, {0.0f, 1.0f}}}};
    ForwardPass pass = passOf(architecture, 2, 2);
    pass.layers[0].values = {.1f, .2f, .3f, .4f};
    const UnitSources sources = sourcesOf(weights, pass, {2, 1, 0, 0});
    QCOMPARE(sources.feeds.size(), std::size_t(1));
    QCOMPARE(sources.feeds[0].layer, 0);
    QCOMPARE(sources.feeds[0].window, QRect(0, 0, 2, 2));
    QVERIFY(isNear(sources.feeds[0].contribution, -(.1 + .4 + .9 + 1.6)));
    QCOMPARE(sources.offset, 1.0);
    const std::vector<Target> targets = targetsOf(weights, pass, {1, 3, 0, 0});
    QCOMPARE(targets.size(), std::size_t(2));
    QCOMPARE(targets[1].weights, std::vector<float>{-4});
    QCOMPARE(targets[1].strength, 4.0);
    QVERIFY(targetsOf(weights, pass, {2, 0, 0, 0}).empty());
    QCOMPARE(targetsOf(weights, pass, {0, 0, 1, 0}).at(0).channel, 2);
}

void TestConnections::poolingByHand()
{
    const Architecture architecture{{{1, 1, 0, false, Activation::Relu, true}}, {}};
    const Weights weights{architecture, 3, 2, 0, {}};
    ForwardPass pass = passOf(architecture, 3, 2);
    pass.layers[2].values = {1, 4, 9, 3, 2, 9, 9, 9, 9};
    pass.layers[3].values = {4};
    const UnitSources sources = sourcesOf(weights, pass, {3, 0, 0, 0});
    QCOMPARE(sources.feeds.at(0).window, QRect(0, 0, 2, 2));
    QCOMPARE(sources.feeds.at(0).contribution, 4.0);
    QVERIFY(sources.feeds.at(0).weights.empty());
    QCOMPARE(targetsOf(weights, pass, {2, 0, 1, 1}).at(0).window, QRect(0, 0, 1, 1));
    QVERIFY(targetsOf(weights, pass, {2, 0, 2, 1}).at(0).window.isEmpty()); // the odd row is dropped
}

void TestConnections::everyUnitIsTheSumOfItsFeeds_data()
{
    QTest::addColumn<Architecture>("architecture");
    QTest::newRow("first-steps") << findPreset(QStringLiteral("first-steps"), {}).value().experiment.architecture;
    QTest::newRow("mlp") << Architecture{{}, {{40, Activation::Relu, 0.25}}};
    QTest::newRow("three blocks") << Architecture{{{3, 5, 2, true, Activation::Relu, false}, {4, 7, 3, true, Activation::Tanh, false}, {5, 5, 0, true, Activation::LeakyRelu, true}},
                                                  {{12, Activation::Sigmoid, 0.5}}};
}

void TestConnections::everyUnitIsTheSumOfItsFeeds()
{
    QFETCH(Architecture, architecture);
    const WeightsPtr weights = train(architecture);
    const Result<ForwardPass> pass = m_engine->inspector().forward(weights, testPicture(*m_data, 3));
    QVERIFY2(pass, qPrintable(pass.error()));
    int asked = 0;
    for (int i = 1; i < int(pass.value().layers.size()); ++i) {
        const LayerSummary &layer = pass.value().layers[std::size_t(i)].layer;
        const std::vector<UnitAddress> corners{{i, 0, 0, 0}, {i, layer.channels - 1, layer.height - 1, layer.width - 1}, {i, layer.channels / 2, layer.height / 2, layer.width / 3}};
        for (const UnitAddress &unit : corners) {
            const UnitSources sources = sourcesOf(*weights, pass.value(), unit);
            QVERIFY(!sources.feeds.empty());
            QCOMPARE(sources.value, valueOf(pass.value(), unit));
            double sum = sources.offset;
            for (const Feed &feed : sources.feeds) {
                sum += feed.contribution;
            }
            if (layer.kind == LayerKind::Activation) {
                QCOMPARE(sum, valueOf(pass.value(), {i - 1, unit.channel, unit.y, unit.x}));
            } else {
                QVERIFY2(isNear(sum, sources.value), qPrintable(QStringLiteral("layer %1: %2, not %3").arg(i).arg(sum).arg(sources.value)));
            }
            ++asked;
        }
    }
    QCOMPARE(asked, 3 * (int(pass.value().layers.size()) - 1));
}

void TestConnections::nothingWhereNothingFits()
{
    const Architecture architecture{{{1, 3, 1, false, Activation::Relu, false}}, {}};
    const Weights weights{architecture, 3, 2, 0, {}};
    const ForwardPass pass = passOf(architecture, 3, 2);
    QVERIFY(sourcesOf(weights, pass, {0, 0, 0, 0}).feeds.empty()); // the input
    QVERIFY(sourcesOf(weights, pass, {1, 0, 0, 0}).feeds.empty()); // no kernels
    QVERIFY(sourcesOf(weights, pass, {1, 0, 3, 0}).feeds.empty()); // no such unit
    QVERIFY(sourcesOf(weights, passOf({}, 3, 2), {1, 0, 0, 0}).feeds.empty()); // another network's pass
    QVERIFY(targetsOf(weights, pass, {9, 0, 0, 0}).empty());
}

QTEST_GUILESS_MAIN(TestConnections)
#include "tst_connections.moc"
