// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/changedsettings.h"
#include "core/training/runcontrol.h"
#include "core/training/runhistory.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace convscope;

namespace {

EpochReport epoch(int number, double testLoss)
{
    EpochReport report;
    report.epoch = number;
    report.testLoss = testLoss;
    return report;
}

} // namespace

class TestRunHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readersGetOnlyWhatIsNew();
    void lowestTestLossPassesOverNan();
    void nanStaysNan();
    void pauseBlocksUntilResumed();
    void batchStepsAddUp();
    void changedSettingsAreTakenOnce();
    void theLastChangeCounts();
};

void TestRunHistory::readersGetOnlyWhatIsNew()
{
    RunHistory history;
    for (int i = 0; i < 5; ++i) {
        history.append(BatchPoint{float(i), 0.5f, 0.001f});
    }
    std::vector<BatchPoint> points;
    history.readBatches(0, points);
    QCOMPARE(points.size(), std::size_t(5));
    history.append(BatchPoint{5.0f, 0.5f, 0.001f});
    history.readBatches(points.size(), points);
    QCOMPARE(points.size(), std::size_t(6));
    QCOMPARE(points.back().loss, 5.0f);
    history.readBatches(6, points);
    history.readBatches(600, points);
    QCOMPARE(points.size(), std::size_t(6));
    history.append(epoch(1, 0.5));
    QCOMPARE(history.epochs(1).size(), std::size_t(0));
    QCOMPARE(history.epochs(0).size(), std::size_t(1));
}

void TestRunHistory::lowestTestLossPassesOverNan()
{
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    QVERIFY(!hasLowerTestLoss(epoch(1, nan), nullptr));
    const EpochReport lowest = epoch(2, 0.5);
    QVERIFY(hasLowerTestLoss(lowest, nullptr));
    QVERIFY(hasLowerTestLoss(epoch(3, 0.4), &lowest));
    QVERIFY(!hasLowerTestLoss(epoch(4, 0.5), &lowest)); // the earliest of equals
    QVERIFY(!hasLowerTestLoss(epoch(5, nan), &lowest));
}

void TestRunHistory::nanStaysNan()
{
    RunHistory history;
    history.append(BatchPoint{std::numeric_limits<float>::quiet_NaN(), 0.1f, 0.1f});
    std::vector<BatchPoint> points;
    history.readBatches(0, points);
    QVERIFY(std::isnan(points[0].loss));
}

void TestRunHistory::pauseBlocksUntilResumed()
{
    RunControl control;
    QCOMPARE(int(control.beforeBatch([](bool, bool) { QFAIL("not paused"); })), int(RunControl::Directive::Continue));
    control.pause();
    std::vector<bool> changes;
    const auto directive = control.beforeBatch([&](bool paused, bool byStep) {
        QVERIFY(!byStep);
        changes.push_back(paused);
        if (paused) {
            control.resume(); // before the wait begins: must not be lost
        }
    });
    QCOMPARE(int(directive), int(RunControl::Directive::Continue));
    QCOMPARE(changes, (std::vector<bool>{true, false}));
}

void TestRunHistory::batchStepsAddUp()
{
    RunControl control(RunControl::Begin::OneBatch);
    control.stepBatch();
    control.stepBatch();
    int batches = 0;
    std::vector<bool> pausesByStep;
    while (batches < 100) {
        const auto directive = control.beforeBatch([&](bool paused, bool byStep) {
            if (paused) {
                pausesByStep.push_back(byStep);
                control.requestStop();
            }
        });
        if (directive == RunControl::Directive::Stop) {
            break;
        }
        ++batches;
    }
    QCOMPARE(batches, 3);
    QCOMPARE(pausesByStep, std::vector<bool>{true});
}

void TestRunHistory::changedSettingsAreTakenOnce()
{
    RunControl control;
    QVERIFY(!control.takeChangedSettings());
    control.changeSettings({0.1, 0.0, 0.0});
    control.changeSettings({0.2, 0.0, 0.0});
    QCOMPARE(control.takeChangedSettings()->learningRate, 0.2);
    QVERIFY(!control.takeChangedSettings());
}

void TestRunHistory::theLastChangeCounts()
{
    RunHistory history;
    const auto change = [&history](qint64 steps, double rate, double dropout) {
        RunEvent event{RunEvent::Kind::SettingsChanged, steps, false, {}, {}};
        event.after.learningRate = rate;
        event.after.dropout = dropout;
        history.append(event);
    };
    change(3, 0.5, 0.25);
    history.append(RunEvent{RunEvent::Kind::Paused, 7, false, {}, {}});
    change(7, 0.125, 0.25);
    change(7, 0.0625, 0.5); // twice at one pause
    QVERIFY(!lastChange(history, 0, 2));
    QCOMPARE(lastChange(history, 0, 6)->learningRate, 0.5);
    QCOMPARE(lastChange(history, 0, 100)->learningRate, 0.0625);
    QVERIFY(!lastChange(history, 4, 6));
    QVERIFY(!lastChange(history, 8, 100));

    Experiment experiment;
    experiment.architecture = {{}, {{4, Activation::Relu, 0.25}, {4, Activation::Relu, 0.5}}};
    setLiveSettings(experiment, {0.125, 0.75, 0.25}); // the dropout that it begins with
    QCOMPARE(experiment.training.learningRate, 0.125);
    QCOMPARE(experiment.training.weightDecay, 0.75);
    QCOMPARE(experiment.architecture.hiddenLayers[1].dropout, 0.5);
    setLiveSettings(experiment, {0.125, 0.75, 0.125});
    QCOMPARE(experiment.architecture.hiddenLayers[0].dropout, 0.125);
    QCOMPARE(experiment.architecture.hiddenLayers[1].dropout, 0.125);
}

QTEST_GUILESS_MAIN(TestRunHistory)
#include "tst_runhistory.moc"
