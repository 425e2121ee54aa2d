// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/engineloader.h"
#include "tests/support/idxwriter.h"
#include "tests/support/keepingsink.h"

#include <QtTest>

#include <cmath>
#include <atomic>
#include <numeric>
#include <thread>

using namespace convscope;

namespace {

Experiment experimentOf(const Architecture &architecture)
{
    Experiment experiment;
    experiment.name = QStringLiteral("inspected");
    experiment.architecture = architecture;
    experiment.training.batchSize = 32;
    experiment.training.epochs = 2;
    experiment.training.threads = 1;
    return experiment;
}

const Architecture threeBlocks{{{4, 5, 2, true, Activation::Relu, false}, {6, 7, 3, false, Activation::Tanh, true}, {5, 3, 0, true, Activation::LeakyRelu, true}},
                               {{12, Activation::Sigmoid, 0.5}}};

} // namespace

class TestInspector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void answersAreThoseOfTheTrainer_data();
    void answersAreThoseOfTheTrainer();
    void layersFollowTheSummary();
    void momentsAreKept();
    void nobodyAsksNobodyGets();
    void momentsDontMix();
    void badQuestions();
    void lookingChangesNoBits();

private:
    test::KeepingSink train(const Experiment &experiment, bool asks = false)
    {
        test::KeepingSink sink;
        sink.asks = asks;
        RunControl control;
        m_engine->train(experiment, *m_data, sink, control);
        return sink;
    }

    Engine *m_engine = nullptr;
    DatasetPtr m_data;
};

void TestInspector::initTestCase()
{
    const Result<Engine *> engine = loadEngine();
    QVERIFY2(engine, qPrintable(engine.error()));
    m_engine = engine.value();
    m_data = test::barsDataset(256, 90);
}

void TestInspector::answersAreThoseOfTheTrainer_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("convolutions") << 0;
    QTest::newRow("three blocks") << 1;
    QTest::newRow("mlp") << 2;
}

void TestInspector::answersAreThoseOfTheTrainer()
{
    QFETCH(int, kind);
    const Architecture architectures[] = {{{{4, 3, 1, false, Activation::Relu, true}}, {{16, Activation::Relu, 0.25}}}, threeBlocks, {{}, {{20, Activation::Relu, 0.0}}}};
    const test::KeepingSink sink = train(experimentOf(architectures[kind]));
    const WeightsPtr last = sink.kept.back();
    QCOMPARE(last->steps, sink.epochs.back().steps);
    const Result<TestAnswers> answers = m_engine->inspector().test(last, *m_data);
    QVERIFY2(answers, qPrintable(answers.error()));
    QVERIFY(std::abs(answers.value().loss - sink.epochs.back().testLoss) < 1e-5 * sink.epochs.back().testLoss);
    QCOMPARE(answers.value().accuracy, sink.epochs.back().testAccuracy);
    const std::vector<std::uint16_t> &ours = answers.value().probabilities.values;
    const std::vector<std::uint16_t> &theirs = sink.epochs.back().probabilities->values;
    QCOMPARE(ours.size(), theirs.size());
    for (std::size_t i = 0; i < ours.size(); ++i) {
        QVERIFY(std::abs(int(ours[i]) - int(theirs[i])) <= 2);
    }
    const auto three = m_engine->inspector().probabilities(last, {testPicture(*m_data, 0), testPicture(*m_data, 1), testPicture(*m_data, 2)});
    QVERIFY(three);
    QCOMPARE(three.value().size(), std::size_t(30));
    for (int i = 0; i < 30; ++i) {
        QVERIFY(std::abs(three.value()[std::size_t(i)] * 65535.0f - float(ours[std::size_t(i)])) < 2.0f);
    }
}

void TestInspector::layersFollowTheSummary()
{
    const WeightsPtr weights = train(experimentOf(threeBlocks)).kept.back();
    const Result<ForwardPass> pass = m_engine->inspector().forward(weights, testPicture(*m_data, 3));
    QVERIFY2(pass, qPrintable(pass.error()));
    const std::vector<LayerSummary> layers = summarize(threeBlocks, 28, 10).layers;
    QCOMPARE(pass.value().layers.size(), layers.size());
    for (std::size_t i = 0; i < layers.size(); ++i) {
        QCOMPARE(pass.value().layers[i].layer.kind, layers[i].kind);
        QCOMPARE(pass.value().layers[i].values.size(), std::size_t(layers[i].channels) * std::size_t(layers[i].height) * std::size_t(layers[i].width));
    }
    QCOMPARE(pass.value().layers.front().values, testPicture(*m_data, 3).values);
    const std::vector<float> &p = pass.value().probabilities;
    QVERIFY(std::abs(std::accumulate(p.begin(), p.end(), 0.0f) - 1.0f) < 1e-5f);
    // One number of the first convolution by hand: filter 1 at (10, 12), 5 x 5 with padding 2.
    const NamedArray *kernels = weights->find("conv1.weight");
    double sum = weights->find("conv1.bias")->values[1];
    for (int y = 0; y < 5; ++y) {
        for (int x = 0; x < 5; ++x) {
            sum += double(kernels->values[std::size_t(25 + 5 * y + x)]) * pass.value().layers[0].values[std::size_t((8 + y) * 28 + 10 + x)];
        }
    }
    QVERIFY(std::abs(sum - double(pass.value().layers[1].values[std::size_t(28 * 28 + 10 * 28 + 12)])) < 1e-5);
}

void TestInspector::momentsAreKept()
{
    const test::KeepingSink sink = train(experimentOf({{{4, 3, 1, false, Activation::Relu, true}}, {}}));
    std::vector<qint64> steps;
    for (const WeightsPtr &weights : sink.kept) {
        steps.push_back(weights->steps);
    }
    QCOMPARE(steps, (std::vector<qint64>{0, 1, 2, 3, 4, 6, 8, 11, 16}));
    QCOMPARE(sink.filterSteps.size(), std::size_t(17));
    QCOMPARE(sink.filterSteps.back(), qint64(16));
    QCOMPARE(sink.filters.back(), sink.kept.back()->find("conv1.weight")->values);
    QVERIFY(sink.filters.front() != sink.filters.back());
    QCOMPARE(sink.filters[3], sink.kept[3]->find("conv1.weight")->values);
}

void TestInspector::nobodyAsksNobodyGets()
{
    const Experiment experiment = experimentOf({{}, {{8, Activation::Relu, 0.0}}});
    QVERIFY(train(experiment, false).published.empty());
    const test::KeepingSink asked = train(experiment, true);
    QCOMPARE(asked.published.size(), std::size_t(17));
    QVERIFY(asked.filters.empty());
}

void TestInspector::momentsDontMix()
{
    // One network is used for all moments of a run, also when a moment before has failed.
    const test::KeepingSink sink = train(experimentOf(threeBlocks));
    const WeightsPtr moments[] = {sink.kept.front(), sink.kept.back()};
    auto broken = std::make_shared<Weights>(*sink.kept.back());
    broken->arrays.back().shape = {7};
    std::vector<float> expected[2];
    for (int i = 0; i < 2; ++i) {
        const WeightsPtr other = train(experimentOf({{}, {{8, Activation::Relu, 0.0}}})).kept.back();
        QVERIFY(m_engine->inspector().forward(other, testPicture(*m_data, 3))); // so that the next one is built from nothing
        expected[i] = m_engine->inspector().forward(moments[i], testPicture(*m_data, 3)).value().layers.back().values;
    }
    QVERIFY(expected[0] != expected[1]);
    for (int turn = 0; turn < 4; ++turn) {
        for (int i = 0; i < 2; ++i) {
            const Result<ForwardPass> pass = m_engine->inspector().forward(moments[i], testPicture(*m_data, 3));
            QVERIFY2(pass, qPrintable(pass.error()));
            QCOMPARE(pass.value().layers.back().values, expected[i]);
        }
        QVERIFY(!m_engine->inspector().forward(broken, testPicture(*m_data, 3)).ok());
    }
}

void TestInspector::badQuestions()
{
    const Inspector &inspector = m_engine->inspector();
    QVERIFY(!inspector.forward(nullptr, testPicture(*m_data, 0)).error().isEmpty());
    const WeightsPtr weights = train(experimentOf({{}, {{8, Activation::Relu, 0.0}}})).kept.back();
    QVERIFY(!inspector.forward(weights, Picture{5, std::vector<float>(25)}).ok());
    auto wrong = std::make_shared<Weights>(*weights);
    wrong->arrays.pop_back();
    QVERIFY(!inspector.forward(wrong, testPicture(*m_data, 0)).ok());
    QVERIFY(!inspector.test(weights, *m_data, [] { return true; }).ok());
}

void TestInspector::lookingChangesNoBits()
{
    Experiment experiment = experimentOf({{{8, 3, 1, false, Activation::Relu, true}}, {{16, Activation::Relu, 0.25}}});
    experiment.training.threads = 2;
    const test::KeepingSink alone = train(experiment);
    std::atomic<bool> stop{false};
    std::thread looker([&] {
        while (!stop) {
            m_engine->inspector().test(alone.kept.back(), *m_data);
        }
    });
    const test::KeepingSink watched = train(experiment, true);
    stop = true;
    looker.join();
    QCOMPARE(watched.epochs.back().testLoss, alone.epochs.back().testLoss);
    QCOMPARE(watched.epochs.back().probabilities->values, alone.epochs.back().probabilities->values);
}

QTEST_GUILESS_MAIN(TestInspector)
#include "tst_inspector.moc"
