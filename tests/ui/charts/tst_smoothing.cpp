// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/smoothing.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace convscope;

class TestSmoothing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void handComputed()
    {
        DebiasedSmoother smoother(0.5);
        // averages 0.5, 1.25, 2.625 over 1 - 0.5^n = 0.5, 0.75, 0.875
        QCOMPARE(smoother.next(1.0), 1.0);
        QCOMPARE(smoother.next(2.0), 1.25 / 0.75);
        QCOMPARE(smoother.next(4.0), 2.625 / 0.875);
    }

    void strengthZeroChangesNothing()
    {
        DebiasedSmoother smoother(0.0);
        for (const double value : {3.0, -1.0, 0.25}) {
            QCOMPARE(smoother.next(value), value);
        }
    }

    void constantSeriesIsUntouched()
    {
        DebiasedSmoother smoother(0.97);
        for (int i = 0; i < 1000; ++i) {
            // Bit for bit, not nearly.
            QVERIFY(smoother.next(0.1) == 0.1);
        }
    }

    void startIsNotPulledToZero()
    {
        DebiasedSmoother smoother(0.99);
        QCOMPARE(smoother.next(2.3), 2.3);
        QVERIFY(smoother.next(2.2) > 2.2);
    }

    void nanIsPassedOver()
    {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const double inf = std::numeric_limits<double>::infinity();
        DebiasedSmoother with(0.5);
        DebiasedSmoother without(0.5);
        QVERIFY(std::isnan(with.next(nan)));
        QCOMPARE(with.next(1.0), without.next(1.0));
        QVERIFY(std::isnan(with.next(nan)));
        QCOMPARE(with.next(inf), inf);
        QCOMPARE(with.next(2.0), without.next(2.0));
    }
};

QTEST_GUILESS_MAIN(TestSmoothing)
#include "tst_smoothing.moc"
