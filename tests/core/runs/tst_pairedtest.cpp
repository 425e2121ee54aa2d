// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/pairedtest.h"

#include <QtTest>

#include <cmath>

using namespace convscope;

class TestPairedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void incompleteBetaAgainstClosedForms();
    void byHand();
    void oneDegreeOfFreedom();
    void sleepOfStudent();
    void noDifference();
    void alwaysTheSameDifference();
    void tooFew();
};

void TestPairedTest::incompleteBetaAgainstClosedForms()
{
    // I_x(1, b) = 1 - (1 - x)^b; I_x(a, 1) = x^a; I_x(2, 2) = x^2 (3 - 2x); I_x(1/2, 1/2) = 2/pi asin(sqrt x).
    for (const double x : {0.0, 0.01, 0.3, 0.5, 0.77, 0.999, 1.0}) {
        QVERIFY(std::abs(incompleteBeta(1.0, 3.0, x) - (1.0 - std::pow(1.0 - x, 3.0))) < 1e-13);
        QVERIFY(std::abs(incompleteBeta(2.5, 1.0, x) - std::pow(x, 2.5)) < 1e-13);
        QVERIFY(std::abs(incompleteBeta(2.0, 2.0, x) - x * x * (3.0 - 2.0 * x)) < 1e-13);
        QVERIFY(std::abs(incompleteBeta(0.5, 0.5, x) - 2.0 / M_PI * std::asin(std::sqrt(x))) < 1e-12);
    }
}

void TestPairedTest::byHand()
{
    // Differences 1, 2, 3: mean 2, deviation 1, t = 2 sqrt 3. With two degrees of freedom p = 1 - t / sqrt(2 + t^2).
    const PairedTest test = pairedTest({2.0, 4.0, 6.0}, {1.0, 2.0, 3.0});
    QCOMPARE(test.pairs, 3);
    QVERIFY(std::abs(test.meanDifference - 2.0) < 1e-12);
    QVERIFY(std::abs(test.deviation - 1.0) < 1e-12);
    QVERIFY(std::abs(test.t - std::sqrt(12.0)) < 1e-12);
    QVERIFY(std::abs(test.p - (1.0 - std::sqrt(12.0 / 14.0))) < 1e-12);
}

void TestPairedTest::oneDegreeOfFreedom()
{
    // Differences 1 and 3: t = 2. Cauchy's distribution: p = 1 - 2/pi atan t.
    const PairedTest test = pairedTest({1.0, 3.0}, {0.0, 0.0});
    QVERIFY(std::abs(test.t - 2.0) < 1e-12);
    QVERIFY(std::abs(test.p - (1.0 - 2.0 / M_PI * std::atan(2.0))) < 1e-12);
}

void TestPairedTest::sleepOfStudent()
{
    // Student's own example: ten patients, hours of sleep gained with two drugs. Known as t = -4.0621, p = 0.002833.
    const PairedTest test = pairedTest({0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0}, {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4});
    QVERIFY(std::abs(test.meanDifference + 1.58) < 1e-12);
    QVERIFY(std::abs(test.t + 4.0621) < 5e-5);
    QVERIFY(std::abs(test.p - 0.002833) < 5e-7);
}

void TestPairedTest::noDifference()
{
    QCOMPARE(pairedTest({1.0, 2.0}, {1.0, 2.0}).p, 1.0);
    QCOMPARE(pairedTest({1.0, 2.0}, {2.0, 1.0}).p, 1.0);
}

void TestPairedTest::alwaysTheSameDifference()
{
    const PairedTest test = pairedTest({1.5, 2.5, 3.5}, {1.0, 2.0, 3.0});
    QVERIFY(std::isinf(test.t));
    QCOMPARE(test.p, 0.0);
}

void TestPairedTest::tooFew()
{
    QVERIFY(std::isnan(pairedTest({1.0}, {2.0}).p));
    QCOMPARE(pairedTest({}, {}).pairs, 0);
}

QTEST_GUILESS_MAIN(TestPairedTest)
#include "tst_pairedtest.moc"
