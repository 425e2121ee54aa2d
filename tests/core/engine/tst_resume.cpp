// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/engineloader.h"
#include "core/training/eventsuntil.h"
#include "tests/support/idxwriter.h"

#include <QtTest>

#include <algorithm>
#include <functional>

using namespace convscope;

namespace {

class CheckpointSink : public TrainingSink
{
public:
    void started(const RunStarted &start) override { firstStep = start.steps; }
    void batchTrained(const BatchPoint &point) override
    {
        batches.push_back(point);
        if (onBatch) {
            onBatch(batches.size());
        }
    }
    void eventHappened(const RunEvent &event) override
    {
        if (onEvent) {
            onEvent(event);
        }
    }
    void epochFinished(const EpochReport &report) override
    {
        epochs.push_back(report);
        if (onEpoch) {
            onEpoch();
        }
    }
    void checkpointTaken(const CheckpointPtr &checkpoint) override { checkpoints.push_back(checkpoint); }

    qint64 firstStep = -1;
    std::vector<BatchPoint> batches;
    std::vector<EpochReport> epochs;
    std::vector<CheckpointPtr> checkpoints;
    std::function<void(std::size_t)> onBatch;
    std::function<void(const RunEvent &)> onEvent;
    std::function<void()> onEpoch;
};

/// Everything that moves from batch to batch is in it: augmentation, wrong labels, dropout, a schedule, batch norm's statistics.
Experiment variedExperiment()
{
    Experiment experiment;
    experiment.name = QStringLiteral("varied");
    experiment.architecture.convBlocks = {{4, 3, 1, false, Activation::Relu, true}, {8, 3, 1, true, Activation::Relu, true}};
    experiment.architecture.hiddenLayers = {{16, Activation::Relu, 0.25}, {12, Activation::Relu, 0.5}};
    experiment.training.batchSize = 32;
    experiment.training.epochs = 3;
    experiment.training.threads = 1;
    experiment.training.schedule.kind = ScheduleKind::Cosine;
    experiment.training.labelNoise = 0.1;
    experiment.training.augmentation.shift = 2;
    return experiment;
}

bool sameBatches(const std::vector<BatchPoint> &all, std::size_t from, const std::vector<BatchPoint> &tail)
{
    return all.size() == from + tail.size() && std::equal(tail.begin(), tail.end(), all.begin() + std::ptrdiff_t(from), [](auto a, auto b) {
               return a.loss == b.loss && a.accuracy == b.accuracy && a.learningRate == b.learningRate;
           });
}

bool sameEpoch(const EpochReport &a, const EpochReport &b)
{
    return a.epoch == b.epoch && a.steps == b.steps && a.trainLoss == b.trainLoss && a.trainAccuracy == b.trainAccuracy
        && a.testLoss == b.testLoss && a.testAccuracy == b.testAccuracy && a.probabilities->values == b.probabilities->values;
}

} // namespace

/// A run that goes on from a checkpoint has the numbers that it would have had.
class TestResume : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void stoppedRunGoesOn_data();
    void stoppedRunGoesOn();
    void goesOnAfterEveryEpoch();
    void stopInTheTestPassRepeatsIt();
    void pauseTakesACheckpoint();
    void changedSettingsGoOn();
    void aChangeInThePauseBeforeTheStopHolds();
    void whichChangesBelongToACheckpoint();
    void moreEpochs();
    void nothingLeftToDo();
    void anotherNetworkIsRefused();

private:
    RunEnd train(const Experiment &experiment, CheckpointSink &sink, RunControl &control, const CheckpointPtr &from = {})
    {
        return m_engine->train(experiment, *m_data, sink, control, from);
    }
    RunEnd train(const Experiment &experiment, CheckpointSink &sink, const CheckpointPtr &from = {})
    {
        RunControl control;
        return train(experiment, sink, control, from);
    }

    Engine *m_engine = nullptr;
    DatasetPtr m_data;
};

void TestResume::initTestCase()
{
    const Result<Engine *> engine = loadEngine();
    QVERIFY2(engine.ok(), qPrintable(engine.error()));
    m_engine = engine.value();
    m_data = test::barsDataset(320, 450); // ten batches; a test pass of three pieces
}

void TestResume::stoppedRunGoesOn_data()
{
    QTest::addColumn<Experiment>("experiment");
    QTest::addColumn<int>("batches");
    Experiment plain = variedExperiment();
    plain.architecture.convBlocks[1].batchNorm = false;
    Experiment sgd = variedExperiment();
    sgd.training.optimizer = Optimizer::Sgd;
    sgd.training.learningRate = 0.01;
    QTest::newRow("before the first batch") << variedExperiment() << 0;
    QTest::newRow("after the first batch") << variedExperiment() << 1;
    QTest::newRow("within the second epoch") << variedExperiment() << 14;
    QTest::newRow("before the last batch") << variedExperiment() << 29;
    QTest::newRow("without batch normalisation") << plain << 14;
    QTest::newRow("with SGD") << sgd << 14;
}

void TestResume::stoppedRunGoesOn()
{
    QFETCH(Experiment, experiment);
    QFETCH(int, batches);
    CheckpointSink whole;
    train(experiment, whole);
    CheckpointSink first;
    RunControl control;
    if (batches == 0) {
        control.requestStop();
    }
    first.onBatch = [&](std::size_t count) {
        if (int(count) == batches) {
            control.requestStop();
        }
    };
    QCOMPARE(train(experiment, first, control).kind, RunEnd::Kind::Stopped);
    const CheckpointPtr checkpoint = first.checkpoints.back();
    QCOMPARE(checkpoint->steps, qint64(batches));
    QCOMPARE(checkpoint->batch, qint64(batches % 10));
    CheckpointSink second;
    QCOMPARE(train(experiment, second, checkpoint).kind, RunEnd::Kind::Finished);
    QCOMPARE(second.firstStep, qint64(batches));
    QVERIFY(sameBatches(whole.batches, std::size_t(batches), second.batches));
    QCOMPARE(first.epochs.size() + second.epochs.size(), whole.epochs.size());
    for (std::size_t i = 0; i < second.epochs.size(); ++i) {
        QVERIFY(sameEpoch(second.epochs[i], whole.epochs[first.epochs.size() + i]));
    }
}

void TestResume::goesOnAfterEveryEpoch()
{
    CheckpointSink whole;
    train(variedExperiment(), whole);
    QCOMPARE(whole.checkpoints.size(), std::size_t(4)); // the first before the first batch
    for (std::size_t epoch = 1; epoch <= 3; ++epoch) {
        QVERIFY(whole.checkpoints[epoch]->epochIsComplete);
        CheckpointSink rest;
        QCOMPARE(train(variedExperiment(), rest, whole.checkpoints[epoch]).kind, RunEnd::Kind::Finished);
        QVERIFY(sameBatches(whole.batches, 10 * epoch, rest.batches));
        QCOMPARE(rest.epochs.size(), 3 - epoch);
    }
}

void TestResume::stopInTheTestPassRepeatsIt()
{
    CheckpointSink whole;
    train(variedExperiment(), whole);
    CheckpointSink first;
    RunControl control;
    first.onBatch = [&](std::size_t count) {
        if (count == 10) {
            control.requestStop(); // asked next between two pieces of the test pass
        }
    };
    train(variedExperiment(), first, control);
    QVERIFY(first.epochs.empty());
    QCOMPARE(first.checkpoints.back()->batch, qint64(10));
    QVERIFY(!first.checkpoints.back()->epochIsComplete);
    CheckpointSink second;
    train(variedExperiment(), second, first.checkpoints.back());
    QVERIFY(sameBatches(whole.batches, 10, second.batches));
    QVERIFY(sameEpoch(second.epochs.front(), whole.epochs.front()));
}

void TestResume::pauseTakesACheckpoint()
{
    CheckpointSink sink;
    RunControl control;
    sink.onBatch = [&](std::size_t count) {
        if (count == 4) {
            control.pause();
        }
    };
    sink.onEvent = [&](const RunEvent &event) {
        if (event.kind == RunEvent::Kind::Paused) {
            QCOMPARE(sink.checkpoints.back()->steps, qint64(4));
            control.resume();
        }
    };
    QCOMPARE(train(variedExperiment(), sink, control).kind, RunEnd::Kind::Finished);
    QCOMPARE(sink.checkpoints.size(), std::size_t(5));
}

void TestResume::changedSettingsGoOn()
{
    const auto change = [](CheckpointSink &sink, RunControl &control) {
        sink.onBatch = [&](std::size_t count) {
            if (count == 5) {
                control.changeSettings({0.002, 0.001, 0.6});
            } else if (count == 9) {
                control.changeSettings({0.002, 0.001, 0.25}); // the first layer's own again, and not the second's
            } else if (count == 12) {
                control.pause();
            }
        };
    };
    CheckpointSink whole;
    RunControl wholeControl;
    change(whole, wholeControl);
    whole.onEvent = [&](const RunEvent &event) {
        if (event.kind == RunEvent::Kind::Paused) {
            wholeControl.resume();
        }
    };
    train(variedExperiment(), whole, wholeControl);
    CheckpointSink first;
    RunControl firstControl;
    change(first, firstControl);
    first.onEvent = [&](const RunEvent &event) {
        if (event.kind == RunEvent::Kind::Paused) {
            firstControl.requestStop();
        }
    };
    train(variedExperiment(), first, firstControl);
    CheckpointSink second;
    train(variedExperiment(), second, first.checkpoints.back());
    QVERIFY(sameBatches(whole.batches, 12, second.batches));
}

void TestResume::aChangeInThePauseBeforeTheStopHolds()
{
    CheckpointSink sink;
    RunControl control;
    std::vector<RunEvent> events;
    sink.onBatch = [&](std::size_t count) {
        if (count == 12) {
            control.pause();
        }
    };
    const LiveSettings changed{0.002, 0.001, 0.6};
    sink.onEvent = [&](const RunEvent &event) {
        events.push_back(event);
        if (event.kind == RunEvent::Kind::Paused) {
            control.changeSettings(changed);
            control.requestStop();
        }
    };
    QCOMPARE(train(variedExperiment(), sink, control).kind, RunEnd::Kind::Stopped);
    QVERIFY(sink.checkpoints.back()->live == changed);
    QVERIFY(sink.checkpoints.back()->dropoutWasChanged);
    QCOMPARE(events.back().kind, RunEvent::Kind::SettingsChanged);
    QCOMPARE(eventsUntil(12, sink.checkpoints.back()->live, events).size(), events.size());
}

void TestResume::whichChangesBelongToACheckpoint()
{
    const auto change = [](qint64 steps, double before, double after) {
        RunEvent event;
        event.kind = RunEvent::Kind::SettingsChanged;
        event.steps = steps;
        event.before.learningRate = before;
        event.after.learningRate = after;
        return event;
    };
    RunEvent pause;
    pause.steps = 12;
    const std::vector<RunEvent> events{change(5, 0.1, 0.2), pause, change(12, 0.2, 0.3), change(12, 0.3, 0.4), change(13, 0.4, 0.5)};
    LiveSettings live = events[0].after;
    QCOMPARE(eventsUntil(12, live, events).size(), std::size_t(2)); // changed after it, in the same pause
    live.learningRate = 0.3;
    QCOMPARE(eventsUntil(12, live, events).size(), std::size_t(3)); // one before it, one after it
    live.learningRate = 0.4;
    QCOMPARE(eventsUntil(12, live, events).size(), std::size_t(4));
    QCOMPARE(eventsUntil(20, live, events).size(), std::size_t(5));
}

void TestResume::moreEpochs()
{
    Experiment experiment = variedExperiment();
    experiment.training.schedule.kind = ScheduleKind::Constant; // the others stretch with the epochs
    CheckpointSink finished;
    train(experiment, finished);
    experiment.training.epochs = 5;
    CheckpointSink whole;
    train(experiment, whole);
    CheckpointSink more;
    QCOMPARE(train(experiment, more, finished.checkpoints.back()).kind, RunEnd::Kind::Finished);
    QCOMPARE(more.epochs.size(), std::size_t(2));
    QVERIFY(sameBatches(whole.batches, 30, more.batches));
}

void TestResume::nothingLeftToDo()
{
    CheckpointSink finished;
    train(variedExperiment(), finished);
    CheckpointSink again;
    const RunEnd end = train(variedExperiment(), again, finished.checkpoints.back());
    QCOMPARE(end.kind, RunEnd::Kind::Finished);
    QCOMPARE(end.steps, qint64(30));
    QVERIFY(again.batches.empty());
}

void TestResume::anotherNetworkIsRefused()
{
    CheckpointSink finished;
    train(variedExperiment(), finished);
    Experiment other = variedExperiment();
    other.architecture.hiddenLayers[0].width = 17;
    CheckpointSink sink;
    const RunEnd end = train(other, sink, finished.checkpoints.back());
    QCOMPARE(end.kind, RunEnd::Kind::Failed);
    QVERIFY2(end.reason.contains(QLatin1String("hidden1.weight")), qPrintable(end.reason));
}

QTEST_GUILESS_MAIN(TestResume)
#include "tst_resume.moc"
