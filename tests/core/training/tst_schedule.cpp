// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/schedule.h"

#include <QtTest>

#include <cmath>
#include <vector>

using namespace convscope;

class ScheduleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void constantStaysOne();
    void followsTorch_data();
    void followsTorch();
    void staysFiniteInShortRuns();
    void staysAtTheEndAfterTheLastStep();
};

void ScheduleTest::constantStaysOne()
{
    for (qint64 step : {0, 1, 937, 4690}) {
        QCOMPARE(learningRateFactor({}, step, 938, 5), 1.0);
    }
}

void ScheduleTest::followsTorch_data()
{
    QTest::addColumn<Schedule>("schedule");
    QTest::addColumn<int>("stepsPerEpoch");
    QTest::addColumn<int>("epochs");
    QTest::addColumn<std::vector<double>>("expected");

    // Rates that torch.optim.lr_scheduler gives for a first (or largest) rate of 1.
    QTest::newRow("StepLR(step_size=2, gamma=0.5), three steps an epoch")
        << Schedule{ScheduleKind::Step, 2, 0.5} << 3 << 5
        << std::vector<double>{1, 1, 1, 1, 1, 1, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.25, 0.25, 0.25};
    QTest::newRow("CosineAnnealingLR(T_max=20)") << Schedule{ScheduleKind::Cosine, 1, 1} << 5 << 4
                                                 << std::vector<double>{1.0,
                                                                        0.9938441702975689,
                                                                        0.9755282581475768,
                                                                        0.9455032620941839,
                                                                        0.9045084971874737,
                                                                        0.8535533905932737,
                                                                        0.7938926261462366,
                                                                        0.7269952498697734,
                                                                        0.6545084971874737,
                                                                        0.5782172325201155,
                                                                        0.5,
                                                                        0.4217827674798847,
                                                                        0.34549150281252633,
                                                                        0.2730047501302266,
                                                                        0.2061073738537635,
                                                                        0.14644660940672627,
                                                                        0.09549150281252633,
                                                                        0.054496737905816106,
                                                                        0.024471741852423234,
                                                                        0.006155829702431171};
    QTest::newRow("OneCycleLR(max_lr=1, total_steps=20)") << Schedule{ScheduleKind::OneCycle, 1, 1} << 10 << 2
                                                          << std::vector<double>{0.04,
                                                                                 0.1316718427000253,
                                                                                 0.3716718427000253,
                                                                                 0.6683281572999747,
                                                                                 0.9083281572999747,
                                                                                 1.0,
                                                                                 0.9874640062350873,
                                                                                 0.9504846320134737,
                                                                                 0.89091617757105,
                                                                                 0.8117456539497631,
                                                                                 0.7169430017913008,
                                                                                 0.6112620219362893,
                                                                                 0.500002,
                                                                                 0.38874197806371075,
                                                                                 0.28306099820869923,
                                                                                 0.18825834605023697,
                                                                                 0.10908782242895004,
                                                                                 0.049519367986526286,
                                                                                 0.012539993764912554,
                                                                                 4e-06};
    QTest::newRow("OneCycleLR(max_lr=1, total_steps=3)")
        << Schedule{ScheduleKind::OneCycle, 1, 1} << 1 << 3
        << std::vector<double>{0.9944154354509117, 0.46263710266697505, 4e-06};
    QTest::newRow("OneCycleLR(max_lr=1, total_steps=1)")
        << Schedule{ScheduleKind::OneCycle, 1, 1} << 1 << 1 << std::vector<double>{4e-06};
}

void ScheduleTest::followsTorch()
{
    QFETCH(Schedule, schedule);
    QFETCH(int, stepsPerEpoch);
    QFETCH(int, epochs);
    QFETCH(std::vector<double>, expected);
    QCOMPARE(std::size_t(stepsPerEpoch) * std::size_t(epochs), expected.size());
    for (std::size_t step = 0; step < expected.size(); ++step) {
        const double factor = learningRateFactor(schedule, qint64(step), stepsPerEpoch, epochs);
        QVERIFY2(std::abs(factor - expected[step]) < 1e-12,
                 qPrintable(QStringLiteral("step %1: %2, expected %3").arg(step).arg(factor).arg(expected[step])));
    }
}

void ScheduleTest::staysFiniteInShortRuns()
{
    for (ScheduleKind kind :
         {ScheduleKind::Constant, ScheduleKind::Step, ScheduleKind::Cosine, ScheduleKind::OneCycle}) {
        for (int epochs = 1; epochs <= 12; ++epochs) {
            for (int step = 0; step < epochs; ++step) {
                const double factor = learningRateFactor({kind, 10, 0.1}, step, 1, epochs);
                QVERIFY(std::isfinite(factor) && factor > 0.0 && factor <= 1.0);
            }
        }
    }
}

void ScheduleTest::staysAtTheEndAfterTheLastStep()
{
    const Schedule cycle{ScheduleKind::OneCycle, 1, 1};
    QCOMPARE(learningRateFactor(cycle, 500, 10, 2), learningRateFactor(cycle, 19, 10, 2));
    // A hundred thousand epochs of sixty thousand steps don't overflow.
    QVERIFY(std::abs(learningRateFactor({ScheduleKind::Cosine, 1, 1}, 3000000000LL, 60000, 100000) - 0.5) < 1e-12);
}

QTEST_GUILESS_MAIN(ScheduleTest)
#include "tst_schedule.moc"
