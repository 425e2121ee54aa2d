// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/engineloader.h"
#include "tests/support/idxwriter.h"
#include "tests/support/keepingsink.h"

#include <QtTest>

using namespace convscope;

namespace {

Experiment experimentWith(int patience, double smallestChange)
{
    Experiment experiment;
    experiment.name = QStringLiteral("early");
    experiment.architecture.hiddenLayers = {{8, Activation::Relu, 0.0}};
    experiment.training.batchSize = 32;
    experiment.training.epochs = 6;
    experiment.training.threads = 1;
    experiment.training.earlyStopping = {patience, smallestChange};
    return experiment;
}

} // namespace

/// When a run ends before its last epoch.
class TestEarlyStopping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void withoutPatienceAllEpochs();
    void endsWhenNothingGetsBetter();
    void everyFallCounts();
    void goesOnCountingAfterAnInterruption();
    void noEpochIsLeftToSave();

private:
    RunEnd train(const Experiment &experiment, test::KeepingSink &sink, const CheckpointPtr &from = {})
    {
        RunControl control;
        return m_engine->train(experiment, *m_data, sink, control, from);
    }

    Engine *m_engine = nullptr;
    DatasetPtr m_data;
};

void TestEarlyStopping::initTestCase()
{
    const Result<Engine *> engine = loadEngine();
    QVERIFY2(engine, qPrintable(engine.error()));
    m_engine = engine.value();
    m_data = test::barsDataset(160, 60);
}

void TestEarlyStopping::withoutPatienceAllEpochs()
{
    test::KeepingSink sink;
    const RunEnd end = train(experimentWith(0, 10.0), sink);
    QCOMPARE(end.kind, RunEnd::Kind::Finished);
    QCOMPARE(end.epochsWithoutGain, 0);
    QCOMPARE(sink.epochs.size(), std::size_t(6));
    QVERIFY(reasonText(end).isEmpty());
}

/// No loss of ten classes falls by 10 nats: the first epoch stays the best.
void TestEarlyStopping::endsWhenNothingGetsBetter()
{
    test::KeepingSink sink;
    const RunEnd end = train(experimentWith(2, 10.0), sink);
    QCOMPARE(end.kind, RunEnd::Kind::Finished);
    QCOMPARE(end.epoch, 3);
    QCOMPARE(end.epochsWithoutGain, 2);
    QCOMPARE(sink.epochs.size(), std::size_t(3));
    QCOMPARE(reasonText(end), QStringLiteral("Stopped early after epoch 3: no better test loss for 2 epoch(s)."));
    QVERIFY(sink.checkpoints.back()->epochIsComplete); // so that it can go on
    QCOMPARE(sink.checkpoints.back()->epoch, 3);
}

void TestEarlyStopping::everyFallCounts()
{
    test::KeepingSink sink;
    const RunEnd end = train(experimentWith(1, 0.0), sink);
    for (std::size_t i = 1; i < sink.epochs.size(); ++i) {
        const bool fell = sink.epochs[i].testLoss < sink.epochs[i - 1].testLoss;
        QCOMPARE(fell, i + 1 < sink.epochs.size() || end.epochsWithoutGain == 0);
    }
}

void TestEarlyStopping::goesOnCountingAfterAnInterruption()
{
    test::KeepingSink whole;
    const RunEnd end = train(experimentWith(3, 10.0), whole);
    QCOMPARE(end.epoch, 4);
    test::KeepingSink rest;
    const RunEnd same = train(experimentWith(3, 10.0), rest, whole.checkpoints[2]); // after the second epoch
    QCOMPARE(same.epoch, 4);
    QCOMPARE(same.epochsWithoutGain, 3);
    QCOMPARE(rest.epochs.back().testLoss, whole.epochs.back().testLoss);
}

/// The patience ends with the last epoch: that is an ordinary end.
void TestEarlyStopping::noEpochIsLeftToSave()
{
    test::KeepingSink sink;
    const RunEnd end = train(experimentWith(5, 10.0), sink);
    QCOMPARE(end.epoch, 6);
    QCOMPARE(end.epochsWithoutGain, 0);
}

QTEST_GUILESS_MAIN(TestEarlyStopping)
#include "tst_earlystopping.moc"
