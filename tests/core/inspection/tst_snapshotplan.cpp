// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspection/filterfilm.h"
#include "core/inspection/snapshotplan.h"

#include <QtTest>

using namespace convscope;

class TestSnapshotPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void smallNetworksKeepAllEpochs();
    void largeNetworksKeepFewer();
    void hundredEpochsStaySmall();
    void filtersAreThinned();
    void withoutConvolution();
    void filmGivesFrames();
};

void TestSnapshotPlan::smallNetworksKeepAllEpochs()
{
    const SnapshotPlan plan(5, 938, 400'000, 288); // cnn-1
    QList<int> kept;
    for (int steps = 0; steps <= 100; ++steps) {
        if (plan.keepsWeights(steps)) {
            kept << steps;
        }
    }
    QCOMPARE(kept, (QList<int>{0, 1, 2, 3, 4, 6, 8, 11, 16, 23, 32, 45, 64, 91}));
    for (int epoch = 1; epoch <= 5; ++epoch) {
        QVERIFY(plan.keepsWeights(epoch * 938));
        QVERIFY(!plan.keepsWeights(epoch * 938 + 7));
    }
    QCOMPARE(plan.filterStride(), qint64(1));
    QVERIFY(plan.keepsFilters(4689));
}

void TestSnapshotPlan::largeNetworksKeepFewer()
{
    const SnapshotPlan plan(100, 60, 1'600'000, 0); // 6.4 MB each: 150 MB hold 23 of them
    int kept = 0;
    for (qint64 epoch = 1; epoch <= 100; ++epoch) {
        kept += plan.keepsWeights(epoch * 60) ? 1 : 0;
    }
    QCOMPARE(kept, 20); // every fifth
    QList<int> early; // of the 6,000 batches: 14 moments, one at each doubling, would be 90 MB
    for (int steps = 0; steps < 60; ++steps) {
        if (plan.keepsWeights(steps)) {
            early << steps;
        }
    }
    QCOMPARE(early, (QList<int>{0, 1, 3, 8, 23}));
}

/// Everything that a laboratory keeps of 100 epochs of cnn-1 on 60,000 pictures.
void TestSnapshotPlan::hundredEpochsStaySmall()
{
    constexpr qint64 parameters = 1'974'218;
    constexpr qint64 kernels = 32 * 9;
    constexpr qint64 steps = 100 * 938;
    const SnapshotPlan plan(100, 938, parameters, kernels);
    qint64 moments = 0;
    qint64 frames = 0;
    for (qint64 step = 0; step <= steps; ++step) {
        moments += plan.keepsWeights(step) ? 1 : 0;
        frames += plan.keepsFilters(step) ? 1 : 0;
    }
    constexpr qint64 number = 4;
    const qint64 checkpoints = 4 * 3 * parameters * number; // two, the best one, and one that is being written
    const qint64 bytes = moments * parameters * number + frames * kernels * number + checkpoints + 100 * 10'000 * 10 * 2 + steps * 12;
    QVERIFY2(bytes < 450'000'000, qPrintable(QString::number(bytes)));
    QVERIFY(moments > 20);
}

void TestSnapshotPlan::filtersAreThinned()
{
    const SnapshotPlan plan(100, 938, 400'000, 64 * 49); // 93,800 frames of 12.5 KB: 1.2 GB
    QCOMPARE(plan.filterStride(), qint64(19));
    QVERIFY(plan.keepsFilters(0));
    QVERIFY(!plan.keepsFilters(5));
    QVERIFY(plan.keepsFilters(19));
}

void TestSnapshotPlan::withoutConvolution()
{
    QVERIFY(!SnapshotPlan(10, 938, 400'000, 0).keepsFilters(0));
    QVERIFY(SnapshotPlan(10, 0, 400'000, 0).keepsWeights(1));
}

void TestSnapshotPlan::filmGivesFrames()
{
    const FilterFilm film{2, 1, 100, 4, {1, 2, 3, 4, 5, 6}};
    QCOMPARE(film.frames(), qint64(3));
    QCOMPARE(film.lastStep(), qint64(108));
    QCOMPARE(film.frameAt(100), (std::vector<float>{1, 2}));
    QCOMPARE(film.frameAt(107), (std::vector<float>{3, 4}));
    QCOMPARE(film.frameAt(108), (std::vector<float>{5, 6}));
    QVERIFY(film.frameAt(99).empty());
    QVERIFY(film.frameAt(109).empty());
    QCOMPARE(FilterFilm().frames(), qint64(0));
}

QTEST_GUILESS_MAIN(TestSnapshotPlan)
#include "tst_snapshotplan.moc"
