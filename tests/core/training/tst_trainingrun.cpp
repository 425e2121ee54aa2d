// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/engineloader.h"
#include "core/training/trainingrun.h"
#include "tests/support/idxwriter.h"

#include <QSignalSpy>
#include <QtTest>

#include <atomic>

using namespace convscope;

namespace {

Experiment smallExperiment(int epochs)
{
    Experiment experiment;
    experiment.name = QStringLiteral("small");
    experiment.architecture.hiddenLayers = {{16, Activation::Relu, 0.25}};
    experiment.training.batchSize = 32;
    experiment.training.epochs = epochs;
    experiment.training.threads = 1;
    return experiment;
}

/// An engine that reports what a test tells it to.
class ScriptedEngine : public Engine
{
public:
    EngineInfo info() const override { return {}; }
    const Inspector &inspector() const override { qFatal("nothing is looked at here"); }
    Result<QByteArray> onnx(const WeightsPtr &) const override { return QByteArray(); }
    RunEnd train(const Experiment &experiment, const Dataset &, TrainingSink &sink, RunControl &control, const CheckpointPtr &) noexcept override
    {
        RunStarted start;
        start.experiment = experiment;
        start.batchesPerEpoch = 1000000;
        sink.started(start);
        const auto paused = [&sink](bool isPaused, bool byStep) {
            RunEvent event;
            event.kind = isPaused ? RunEvent::Kind::Paused : RunEvent::Kind::Resumed;
            event.byStep = byStep;
            sink.eventHappened(event);
        };
        while (control.beforeBatch(paused) == RunControl::Directive::Continue && batches < limit) {
            sink.batchTrained({});
            ++batches;
        }
        return {RunEnd::Kind::Stopped, batches, 1, batches, {}};
    }
    RateSearchEnd searchRate(const Experiment &, const Dataset &, const RateSearchPlan &, const RateReport &, RunControl &) noexcept override { return {}; }
    std::atomic<qint64> batches = 0;
    qint64 limit = 1000000000;
};

} // namespace

class TestTrainingRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void signalsFollowTheGrammar();
    void pauseAndResume();
    void stepsFromIdle();
    void stopWhilePausedEnds();
    void destructorStops();
    void nothingAfterTheEnd();
    void fastBatchesDontFloodTheEventLoop();

private:
    Engine *m_engine = nullptr;
    DatasetPtr m_data;
};

void TestTrainingRun::initTestCase()
{
    const Result<Engine *> engine = loadEngine();
    QVERIFY2(engine.ok(), qPrintable(engine.error()));
    m_engine = engine.value();
    m_data = test::barsDataset(320, 100);
}

void TestTrainingRun::signalsFollowTheGrammar()
{
    TrainingRun run(1, smallExperiment(3), m_data, m_engine);
    QStringList order;
    connect(&run, &TrainingRun::started, this, [&] { order << QStringLiteral("started"); });
    connect(&run, &TrainingRun::epochFinished, this,
            [&](const EpochReport &report) { order << QStringLiteral("epoch %1").arg(report.epoch); });
    connect(&run, &TrainingRun::ended, this, [&] { order << QStringLiteral("ended"); });
    QCOMPARE(run.state(), RunState::Idle);
    run.start();
    QCOMPARE(run.state(), RunState::Training);
    QTRY_COMPARE_WITH_TIMEOUT(run.state(), RunState::Finished, 60000);
    QCOMPARE(order, (QStringList{QStringLiteral("started"), QStringLiteral("epoch 1"), QStringLiteral("epoch 2"),
                                 QStringLiteral("epoch 3"), QStringLiteral("ended")}));
    QCOMPARE(run.history()->batchCount(), std::size_t(30));
    QVERIFY(run.activeSeconds() > 0.0);
}

void TestTrainingRun::pauseAndResume()
{
    TrainingRun run(1, smallExperiment(100000), m_data, m_engine);
    run.start();
    QTRY_VERIFY_WITH_TIMEOUT(run.history()->batchCount() > 3, 60000);
    run.pause();
    QTRY_COMPARE_WITH_TIMEOUT(run.state(), RunState::Paused, 60000);
    const std::size_t count = run.history()->batchCount();
    run.stepBatch();
    QTRY_COMPARE_WITH_TIMEOUT(run.history()->events().size(), std::size_t(3), 60000); // paused, resumed, paused
    QCOMPARE(run.history()->batchCount(), count + 1);
    run.resume();
    QTRY_COMPARE_WITH_TIMEOUT(run.state(), RunState::Training, 60000);
    QTRY_VERIFY_WITH_TIMEOUT(run.history()->batchCount() > count + 5, 60000);
    run.stop();
    QTRY_COMPARE_WITH_TIMEOUT(run.state(), RunState::Stopped, 60000);
}

void TestTrainingRun::stepsFromIdle()
{
    TrainingRun run(1, smallExperiment(2), m_data, m_engine);
    run.start(RunControl::Begin::OneBatch);
    QTRY_COMPARE_WITH_TIMEOUT(run.state(), RunState::Paused, 60000);
    QCOMPARE(run.history()->batchCount(), std::size_t(1));
    run.stepEpoch();
    QTRY_COMPARE_WITH_TIMEOUT(run.history()->epochCount(), std::size_t(1), 60000);
    QTRY_COMPARE_WITH_TIMEOUT(run.state(), RunState::Paused, 60000);
    QCOMPARE(run.history()->batchCount(), std::size_t(10));
    run.stepEpoch();
    QTRY_COMPARE_WITH_TIMEOUT(run.state(), RunState::Finished, 60000);
}

void TestTrainingRun::stopWhilePausedEnds()
{
    TrainingRun run(1, smallExperiment(2), m_data, m_engine);
    run.start(RunControl::Begin::OneBatch);
    QTRY_COMPARE_WITH_TIMEOUT(run.state(), RunState::Paused, 60000);
    run.stop();
    QTRY_COMPARE_WITH_TIMEOUT(run.state(), RunState::Stopped, 60000);
}

void TestTrainingRun::destructorStops()
{
    ScriptedEngine engine;
    {
        TrainingRun run(1, smallExperiment(1), m_data, &engine);
        run.start();
        QTRY_VERIFY(engine.batches > 10);
    }
    const qint64 batches = engine.batches;
    QCoreApplication::processEvents(); // what was queued for the run must be gone with it
    QCOMPARE(engine.batches, batches);
}

void TestTrainingRun::nothingAfterTheEnd()
{
    ScriptedEngine engine;
    TrainingRun run(1, smallExperiment(1), m_data, &engine);
    QSignalSpy states(&run, &TrainingRun::stateChanged);
    QSignalSpy ends(&run, &TrainingRun::ended);
    run.start();
    run.stop();
    QTRY_COMPARE(ends.size(), 1);
    const qsizetype count = states.size();
    run.pause();
    run.resume();
    run.stepBatch();
    run.changeLiveSettings({0.5, 0.0, 0.0});
    run.start();
    QCoreApplication::processEvents();
    QCOMPARE(states.size(), count);
    QCOMPARE(ends.size(), 1);
    QCOMPARE(run.liveSettings().learningRate, 0.001);
}

void TestTrainingRun::fastBatchesDontFloodTheEventLoop()
{
    ScriptedEngine engine;
    engine.limit = 300000;
    TrainingRun run(1, smallExperiment(1), m_data, &engine);
    QSignalSpy ends(&run, &TrainingRun::ended);
    int ticks = 0;
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, [&ticks] { ++ticks; });
    timer.start(0);
    run.start();
    QTRY_COMPARE_WITH_TIMEOUT(ends.size(), 1, 60000);
    QCOMPARE(run.history()->batchCount(), std::size_t(300000));
    QVERIFY(ticks > 0); // batches are not events: timers fire in between
}

QTEST_GUILESS_MAIN(TestTrainingRun)
#include "tst_trainingrun.moc"
