// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/engineloader.h"
#include "core/training/runhistory.h"
#include "core/training/schedule.h"
#include "tests/support/idxwriter.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <new>
#include <numeric>
#include <thread>

using namespace convscope;

namespace {

/// Writes everything into a history and lets a test act at every report.
class TestSink : public TrainingSink
{
public:
    void started(const RunStarted &start) override { history.setStarted(start); }
    void batchTrained(const BatchPoint &point) override
    {
        history.append(point);
        if (onBatch) {
            onBatch(history.batchCount());
        }
    }
    void eventHappened(const RunEvent &event) override
    {
        history.append(event);
        if (onEvent) {
            onEvent(event);
        }
    }
    void epochFinished(const EpochReport &report) override
    {
        history.append(report);
        if (onEpoch) {
            onEpoch(report);
        }
    }

    RunHistory history;
    std::function<void(std::size_t)> onBatch;
    std::function<void(const RunEvent &)> onEvent;
    std::function<void(const EpochReport &)> onEpoch;
};

Experiment smallExperiment()
{
    Experiment experiment;
    experiment.name = QStringLiteral("small");
    experiment.architecture.convBlocks = {{4, 3, 1, false, Activation::Relu, true}};
    experiment.architecture.hiddenLayers = {{16, Activation::Relu, 0.25}};
    experiment.training.batchSize = 32;
    experiment.training.epochs = 3;
    experiment.training.threads = 1;
    return experiment;
}

std::vector<BatchPoint> batches(const RunHistory &history)
{
    std::vector<BatchPoint> points;
    history.readBatches(0, points);
    return points;
}

bool sameBits(const RunHistory &a, const RunHistory &b)
{
    const std::vector<BatchPoint> x = batches(a);
    const std::vector<BatchPoint> y = batches(b);
    if (x.size() != y.size()) {
        return false;
    }
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (x[i].loss != y[i].loss || x[i].accuracy != y[i].accuracy) {
            return false;
        }
    }
    const std::vector<EpochReport> p = a.epochs();
    const std::vector<EpochReport> q = b.epochs();
    if (p.size() != q.size()) {
        return false;
    }
    for (std::size_t i = 0; i < p.size(); ++i) {
        if (p[i].testLoss != q[i].testLoss || p[i].probabilities->values != q[i].probabilities->values) {
            return false;
        }
    }
    return true;
}

} // namespace

class TestEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void reportsFollowTheGrammar();
    void epochFiguresAreTheMeansOfTheirBatches();
    void learns();
    void probabilitiesMatchTheReportedAccuracy();
    void sameSettingsSameBits();
    void sameBitsWithTwoThreadsWhileAnotherRunTrains();
    void augmentationAndLabelNoiseRepeatToo();
    void anotherSeedAnotherRun();
    void stopActsWithinOneBatch();
    void stopWhilePaused();
    void oneBatchThenPause();
    void oneEpochThenPause();
    void pausedRunEqualsUndisturbedRun();
    void changedSettingsActAtTheNextBatch();
    void scheduleMovesTheLearningRate();
    void divergenceIsNamed();
    void sgdTrains();
    void batchNormTrains();
    void lastShortBatchCounts();
    void exceptionsBecomeAFailedRun_data();
    void exceptionsBecomeAFailedRun();

private:
    RunEnd train(const Experiment &experiment, TestSink &sink, RunControl &control)
    {
        return m_engine->train(experiment, *m_data, sink, control);
    }
    RunEnd train(const Experiment &experiment, TestSink &sink)
    {
        RunControl control;
        return train(experiment, sink, control);
    }

    Engine *m_engine = nullptr;
    DatasetPtr m_data;
};

void TestEngine::initTestCase()
{
    const Result<Engine *> engine = loadEngine();
    QVERIFY2(engine.ok(), qPrintable(engine.error()));
    m_engine = engine.value();
    m_data = test::barsDataset(320, 100);
    QVERIFY(!m_engine->info().libTorchVersion.isEmpty());
    QVERIFY(!m_engine->info().blas.isEmpty());
    QVERIFY(m_engine->info().defaultThreads >= 1);
}

void TestEngine::reportsFollowTheGrammar()
{
    TestSink sink;
    QStringList order;
    sink.onBatch = [&](std::size_t) { order << QStringLiteral("batch"); };
    sink.onEpoch = [&](const EpochReport &) { order << QStringLiteral("epoch"); };
    const RunEnd end = train(smallExperiment(), sink);
    QCOMPARE(int(end.kind), int(RunEnd::Kind::Finished));
    QCOMPARE(end.steps, 30);
    QVERIFY(sink.history.started());
    QCOMPARE(sink.history.started()->batchesPerEpoch, 10);
    QCOMPARE(sink.history.started()->threads, 1);
    QCOMPARE(sink.history.started()->parameters, 4 * 10 + (4 * 14 * 14 + 1) * 16 + 17 * 10);
    QCOMPARE(order.size(), 33);
    QCOMPARE(order[10], QStringLiteral("epoch"));
    QCOMPARE(order[32], QStringLiteral("epoch"));
}

void TestEngine::epochFiguresAreTheMeansOfTheirBatches()
{
    TestSink sink;
    Experiment experiment = smallExperiment();
    experiment.training.epochs = 1;
    train(experiment, sink);
    double loss = 0.0;
    double accuracy = 0.0;
    for (const BatchPoint &point : batches(sink.history)) {
        loss += point.loss / 10.0;
        accuracy += point.accuracy / 10.0;
    }
    QVERIFY(std::abs(loss - sink.history.epochs()[0].trainLoss) < 1e-6);
    QVERIFY(std::abs(accuracy - sink.history.epochs()[0].trainAccuracy) < 1e-6);
    // Before anything is learnt the loss is that of guessing among ten classes: ln 10.
    QVERIFY(std::abs(batches(sink.history)[0].loss - std::log(10.0)) < 0.2);
}

void TestEngine::learns()
{
    TestSink sink;
    Experiment experiment = smallExperiment();
    experiment.training.epochs = 12;
    train(experiment, sink);
    QVERIFY(sink.history.epochs().back().testAccuracy > 0.9);
    QVERIFY(sink.history.epochs().back().testLoss < sink.history.epochs().front().testLoss);
}

void TestEngine::probabilitiesMatchTheReportedAccuracy()
{
    TestSink sink;
    train(smallExperiment(), sink);
    const EpochReport report = sink.history.epochs().back();
    QCOMPARE(report.probabilities->images, 100);
    QCOMPARE(report.probabilities->classes, 10);
    int correct = 0;
    for (int i = 0; i < 100; ++i) {
        const auto begin = report.probabilities->values.begin() + i * 10;
        correct += std::max_element(begin, begin + 10) - begin == m_data->test.labels[std::size_t(i)];
        QVERIFY(std::abs(std::accumulate(begin, begin + 10, 0) - 65535) <= 10);
    }
    QCOMPARE(correct, int(std::lround(report.testAccuracy * 100)));
}

void TestEngine::sameSettingsSameBits()
{
    TestSink first;
    TestSink second;
    train(smallExperiment(), first);
    train(smallExperiment(), second);
    QVERIFY(sameBits(first.history, second.history));
}

void TestEngine::sameBitsWithTwoThreadsWhileAnotherRunTrains()
{
    Experiment experiment = smallExperiment();
    experiment.training.threads = 2;
    TestSink alone;
    train(experiment, alone);
    // "also while the window uses torch for other things": here a second run draws and computes all the time.
    RunControl otherControl;
    TestSink other;
    Experiment otherExperiment = smallExperiment();
    otherExperiment.training.epochs = 1000;
    otherExperiment.training.seed = 99;
    std::thread neighbour([&] { train(otherExperiment, other, otherControl); });
    QTRY_VERIFY_WITH_TIMEOUT(other.history.batchCount() > 0, 60000);
    const std::size_t before = other.history.batchCount();
    TestSink accompanied;
    train(experiment, accompanied);
    const std::size_t after = other.history.batchCount();
    otherControl.requestStop();
    neighbour.join();
    QVERIFY(after > before); // it really was a neighbour
    QVERIFY(sameBits(alone.history, accompanied.history));
}

void TestEngine::augmentationAndLabelNoiseRepeatToo()
{
    Experiment experiment = smallExperiment();
    experiment.training.labelNoise = 0.3;
    experiment.training.trainImages = 200;
    experiment.training.augmentation.mirror = 0.5;
    experiment.training.augmentation.shift = 2;
    experiment.training.augmentation.turn = 10;
    experiment.training.augmentation.noise = 0.1;
    experiment.training.augmentation.erase = 0.5;
    TestSink first;
    TestSink second;
    TestSink plain;
    train(experiment, first);
    train(experiment, second);
    QCOMPARE(first.history.started()->trainImages, 200);
    QVERIFY(sameBits(first.history, second.history));
    experiment.training.augmentation = {};
    train(experiment, plain);
    QVERIFY(!sameBits(first.history, plain.history));
}

void TestEngine::anotherSeedAnotherRun()
{
    Experiment experiment = smallExperiment();
    TestSink first;
    TestSink second;
    train(experiment, first);
    experiment.training.seed = 2;
    train(experiment, second);
    QVERIFY(!sameBits(first.history, second.history));
}

void TestEngine::stopActsWithinOneBatch()
{
    TestSink sink;
    RunControl control;
    sink.onBatch = [&](std::size_t count) {
        if (count == 13) {
            control.requestStop();
        }
    };
    const RunEnd end = train(smallExperiment(), sink, control);
    QCOMPARE(int(end.kind), int(RunEnd::Kind::Stopped));
    QCOMPARE(sink.history.batchCount(), std::size_t(13));
    QCOMPARE(end.epoch, 2);
    QCOMPARE(end.batch, 3);
}

void TestEngine::stopWhilePaused()
{
    TestSink sink;
    RunControl control;
    sink.onBatch = [&](std::size_t) { control.pause(); };
    sink.onEvent = [&](const RunEvent &event) {
        QCOMPARE(int(event.kind), int(RunEvent::Kind::Paused));
        control.requestStop();
    };
    const RunEnd end = train(smallExperiment(), sink, control);
    QCOMPARE(int(end.kind), int(RunEnd::Kind::Stopped));
    QCOMPARE(sink.history.batchCount(), std::size_t(1));
}

void TestEngine::oneBatchThenPause()
{
    TestSink sink;
    RunControl control(RunControl::Begin::OneBatch);
    std::vector<std::size_t> pausedAt;
    sink.onEvent = [&](const RunEvent &event) {
        if (event.kind == RunEvent::Kind::Paused) {
            pausedAt.push_back(sink.history.batchCount());
            if (pausedAt.size() == 4) {
                control.requestStop();
            } else {
                control.stepBatch();
            }
        }
    };
    train(smallExperiment(), sink, control);
    QCOMPARE(pausedAt, (std::vector<std::size_t>{1, 2, 3, 4}));
}

void TestEngine::oneEpochThenPause()
{
    TestSink sink;
    RunControl control(RunControl::Begin::OneEpoch);
    std::vector<std::size_t> pausedAt;
    sink.onEvent = [&](const RunEvent &event) {
        if (event.kind == RunEvent::Kind::Paused) {
            pausedAt.push_back(sink.history.epochCount());
            control.stepEpoch();
        }
    };
    const RunEnd end = train(smallExperiment(), sink, control);
    QCOMPARE(int(end.kind), int(RunEnd::Kind::Finished));
    QCOMPARE(pausedAt, (std::vector<std::size_t>{1, 2}));
}

void TestEngine::pausedRunEqualsUndisturbedRun()
{
    TestSink undisturbed;
    train(smallExperiment(), undisturbed);
    TestSink sink;
    RunControl control;
    sink.onBatch = [&](std::size_t count) {
        if (count % 7 == 0) {
            control.pause();
        }
    };
    sink.onEvent = [&](const RunEvent &event) {
        if (event.kind == RunEvent::Kind::Paused) {
            control.resume();
        }
    };
    train(smallExperiment(), sink, control);
    QVERIFY(sink.history.events().size() >= 8);
    QVERIFY(sameBits(undisturbed.history, sink.history));
}

void TestEngine::changedSettingsActAtTheNextBatch()
{
    TestSink sink;
    RunControl control;
    sink.onBatch = [&](std::size_t count) {
        if (count == 5) {
            control.changeSettings({0.01, 0.001, 0.4});
        }
    };
    train(smallExperiment(), sink, control);
    const std::vector<RunEvent> events = sink.history.events();
    QCOMPARE(events.size(), std::size_t(1));
    QCOMPARE(events[0].steps, 5);
    QCOMPARE(events[0].before.learningRate, 0.001);
    QCOMPARE(events[0].after.dropout, 0.4);
    QCOMPARE(batches(sink.history)[4].learningRate, 0.001f);
    QCOMPARE(batches(sink.history)[5].learningRate, 0.01f);
    TestSink unchanged;
    train(smallExperiment(), unchanged);
    QCOMPARE(batches(sink.history)[4].loss, batches(unchanged.history)[4].loss);
    QVERIFY(batches(sink.history)[6].loss != batches(unchanged.history)[6].loss);
}

void TestEngine::scheduleMovesTheLearningRate()
{
    Experiment experiment = smallExperiment();
    experiment.training.schedule.kind = ScheduleKind::Cosine;
    TestSink sink;
    train(experiment, sink);
    for (int step = 0; step < 30; ++step) {
        const double factor = learningRateFactor(experiment.training.schedule, step, 10, 3);
        QCOMPARE(batches(sink.history)[std::size_t(step)].learningRate, float(0.001 * factor));
    }
    QVERIFY(batches(sink.history)[29].learningRate < 0.0001f);
}

void TestEngine::divergenceIsNamed()
{
    Experiment experiment = smallExperiment();
    experiment.training.optimizer = Optimizer::Sgd;
    experiment.training.learningRate = 1e10;
    TestSink sink;
    const RunEnd end = train(experiment, sink);
    QCOMPARE(int(end.kind), int(RunEnd::Kind::Diverged));
    QVERIFY(end.epoch >= 1);
    QVERIFY(end.batch >= 1);
    QVERIFY(reasonText(end).contains(QStringLiteral("epoch %1, batch %2 ").arg(end.epoch).arg(end.batch)));
    QVERIFY(std::isnan(batches(sink.history).back().accuracy));
    // NaN stays NaN.
    QVERIFY(!std::isfinite(batches(sink.history).back().loss));
    QCOMPARE(qint64(sink.history.batchCount()), end.steps);
}

void TestEngine::sgdTrains()
{
    Experiment experiment = smallExperiment();
    experiment.training.optimizer = Optimizer::Sgd;
    experiment.training.learningRate = 0.05;
    experiment.training.epochs = 10;
    TestSink sink;
    train(experiment, sink);
    QVERIFY(sink.history.epochs().back().testAccuracy > 0.9);
}

void TestEngine::batchNormTrains()
{
    Experiment experiment = smallExperiment();
    experiment.architecture.convBlocks[0].batchNorm = true;
    experiment.training.epochs = 10;
    TestSink sink;
    const RunEnd end = train(experiment, sink);
    QCOMPARE(int(end.kind), int(RunEnd::Kind::Finished));
    QVERIFY(sink.history.epochs().back().testAccuracy > 0.9);
}

void TestEngine::lastShortBatchCounts()
{
    Experiment experiment = smallExperiment();
    experiment.training.trainImages = 65; // 32 + 32 + 1
    experiment.training.epochs = 1;
    TestSink sink;
    const RunEnd end = train(experiment, sink);
    QCOMPARE(int(end.kind), int(RunEnd::Kind::Finished));
    const std::vector<BatchPoint> points = batches(sink.history);
    QCOMPARE(points.size(), std::size_t(3));
    const double expected = (32 * double(points[0].loss) + 32 * double(points[1].loss) + double(points[2].loss)) / 65;
    QVERIFY(std::abs(sink.history.epochs()[0].trainLoss - expected) < 1e-6);
}

void TestEngine::exceptionsBecomeAFailedRun_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("std::runtime_error") << 0;
    QTest::newRow("std::bad_alloc") << 1;
    QTest::newRow("an int") << 2;
    QTest::newRow("an error of LibTorch") << 3;
}

void TestEngine::exceptionsBecomeAFailedRun()
{
    QFETCH(int, kind);
    TestSink sink;
    sink.onBatch = [&](std::size_t count) {
        if (count != 4) {
            return;
        }
        switch (kind) {
        case 0:
            throw std::runtime_error("the disk is on fire");
        case 1:
            throw std::bad_alloc();
        case 2:
            throw 42;
        default:
            break;
        }
    };
    Experiment experiment = smallExperiment();
    auto broken = std::make_shared<Dataset>(*m_data);
    if (kind == 3) {
        broken->test.labels[0] = 77; // cross_entropy_loss refuses a label outside the classes
    }
    RunControl control;
    const RunEnd end = m_engine->train(experiment, *broken, sink, control);
    QCOMPARE(int(end.kind), int(RunEnd::Kind::Failed));
    QVERIFY(!end.reason.isEmpty());
    QVERIFY(!end.reason.contains(QLatin1Char('\n')));
    if (kind == 0) {
        QVERIFY(end.reason.contains(QStringLiteral("the disk is on fire")));
    }
    if (kind < 3) {
        QCOMPARE(end.steps, 4);
    }
    // The engine goes on.
    TestSink next;
    QCOMPARE(int(train(smallExperiment(), next).kind), int(RunEnd::Kind::Finished));
}

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
