// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/common/language.h"
#include "core/common/randomstream.h"
#include "core/training/rateverdict.h"

#include <QtTest>

#include <cmath>
#include <functional>
#include <limits>

using namespace convscope;

namespace {

/// The smoothed losses as they are given, one for each step of the plan; nothing is noise.
std::vector<RatePoint> exactCurve(const RateSearchPlan &plan, const std::function<double(double power)> &loss)
{
    std::vector<RatePoint> points;
    for (int step = 0; step < plan.steps; ++step) {
        const double rate = plan.rateAt(step);
        const double value = loss(std::log10(rate));
        points.push_back({rate, value, value});
    }
    return points;
}

/// As the engine would report it: with noise, smoothed, and ended where the loss breaks down.
std::vector<RatePoint> noisyCurve(int seed, double noise, const std::function<double(double power)> &loss)
{
    RandomStream random(StreamPurpose::LabelNoise, {std::uint64_t(seed)});
    const RateSearchPlan plan;
    LossSmoother smoother;
    std::vector<RatePoint> points;
    double lowest = std::numeric_limits<double>::infinity();
    for (int step = 0; step < plan.steps; ++step) {
        const double rate = plan.rateAt(step);
        const double value = loss(std::log10(rate)) + noise * random.normal();
        points.push_back({rate, value, smoother.add(value)});
        lowest = std::min(lowest, points.back().smoothed);
        if (points.back().smoothed > breakDownFactor * lowest) {
            break;
        }
    }
    return points;
}

/// What a network does: 2.3 up to 1e-4, down to 0.6 at 1e-2, up from 1e-1.
double usualCurve(double power)
{
    const double fall = 1.7 / (1.0 + std::exp(-(power + 3.0) / 0.25));
    return 2.3 - fall + (power > -1.0 ? std::exp(3.0 * (power + 1.0)) - 1.0 : 0.0);
}

double powerOf(const std::vector<RatePoint> &points, const std::optional<std::size_t> &index)
{
    return index ? std::log10(points[*index].rate) : std::numeric_limits<double>::quiet_NaN();
}

bool isNear(double value, double expected, double reach)
{
    return std::abs(value - expected) <= reach;
}

} // namespace

class TestRateVerdict : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ratesRiseByTheSameFactor();
    void plansAreChecked_data();
    void plansAreChecked();
    void theAverageIsCorrectedForItsStart();
    void cornersOfStraightLines();
    void aTenthOfTheBreakingPointIsTheMost();
    void theUsualCurveWithNoise();
    void flatCurvesGiveNothing();
    void risingCurvesGiveNothing();
    void anEndWithoutAFiniteNumberBreaks();
    void aCurveThatFallsToTheEnd();
    void tooFewPoints();
    void ratesAreReadable();
    void sentencesNameTheNumbers();
};

void TestRateVerdict::ratesRiseByTheSameFactor()
{
    const RateSearchPlan plan{1e-4, 1.0, 5};
    for (int step = 0; step < 5; ++step) {
        QVERIFY(isNear(std::log10(plan.rateAt(step)), step - 4.0, 1e-12));
    }
    QCOMPARE(problemOf(plan).isEmpty(), false); // five steps are too few
    QVERIFY(problemOf(RateSearchPlan()).isEmpty());
}

void TestRateVerdict::plansAreChecked_data()
{
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    QTest::addColumn<int>("steps");
    QTest::addColumn<QString>("word");
    QTest::newRow("from nothing") << 0.0 << 1.0 << 100 << QStringLiteral("must rise");
    QTest::newRow("negative") << -1.0 << 1.0 << 100 << QStringLiteral("must rise");
    QTest::newRow("falling") << 1.0 << 0.1 << 100 << QStringLiteral("must rise");
    QTest::newRow("standing") << 1.0 << 1.0 << 100 << QStringLiteral("must rise");
    QTest::newRow("no number") << std::nan("") << 1.0 << 100 << QStringLiteral("must rise");
    QTest::newRow("too large") << 1e-7 << 1e6 << 100 << QStringLiteral("at most");
    QTest::newRow("few steps") << 1e-7 << 10.0 << 19 << QStringLiteral("steps");
    QTest::newRow("many steps") << 1e-7 << 10.0 << 5001 << QStringLiteral("steps");
}

void TestRateVerdict::plansAreChecked()
{
    QFETCH(double, from);
    QFETCH(double, to);
    QFETCH(int, steps);
    QFETCH(QString, word);
    const QString problem = problemOf({from, to, steps});
    QVERIFY2(problem.contains(word), qPrintable(problem));
}

void TestRateVerdict::theAverageIsCorrectedForItsStart()
{
    LossSmoother smoother;
    QVERIFY(isNear(smoother.add(2.0), 2.0, 1e-12));
    QVERIFY(isNear(smoother.add(1.0), (0.9 * 0.1 * 2.0 + 0.1 * 1.0) / (1.0 - 0.81), 1e-12));
    LossSmoother constant;
    for (int i = 0; i < 50; ++i) {
        QVERIFY(isNear(constant.add(0.7), 0.7, 1e-12));
    }
}

void TestRateVerdict::cornersOfStraightLines()
{
    // Ten steps a power of ten: 2 up to 1e-5, then by 0.1, from 1e-4 to 1e-3 by 0.8, then by 0.1 to 1 at 1e-2, then up by 2.
    const RateSearchPlan plan{1e-6, 1.0, 61};
    const std::vector<RatePoint> points = exactCurve(plan, [](double power) {
        if (power <= -5.0) return 2.0;
        if (power <= -4.0) return 2.0 - 0.1 * (power + 5.0);
        if (power <= -3.0) return 1.9 - 0.8 * (power + 4.0);
        if (power <= -2.0) return 1.1 - 0.1 * (power + 3.0);
        return 1.0 + 2.0 * (power + 2.0);
    });
    const RateVerdict verdict = judge(points);
    QCOMPARE(verdict.kind, RateVerdict::Kind::Found);
    QCOMPARE(*verdict.breaking, std::size_t(40)); // 1e-2
    QVERIFY2(*verdict.steepest >= 22 && *verdict.steepest <= 28, qPrintable(QString::number(*verdict.steepest))); // all of its line in reach
    QCOMPARE(verdict.isTenth, false);
    QVERIFY(isNear(*verdict.suggestion / points[*verdict.steepest].rate, 1.0, 0.05));
    QCOMPARE(rateText(*verdict.suggestion), rateText(points[*verdict.steepest].rate)); // two digits
}

void TestRateVerdict::aTenthOfTheBreakingPointIsTheMost()
{
    // Falls steadily from 1e-4 to 1e-2, fastest at its end.
    const RateSearchPlan plan{1e-6, 1.0, 61};
    const std::vector<RatePoint> points = exactCurve(plan, [](double power) {
        if (power <= -4.0) return 2.0;
        if (power <= -2.0) return 2.0 - 0.25 * (power + 4.0) * (power + 4.0);
        return 1.0 + 2.0 * (power + 2.0);
    });
    const RateVerdict verdict = judge(points);
    QCOMPARE(*verdict.breaking, std::size_t(40));
    QVERIFY(points[*verdict.steepest].rate > 1.1e-3);
    QVERIFY(verdict.isTenth);
    QCOMPARE(*verdict.suggestion, 0.001);
}

void TestRateVerdict::theUsualCurveWithNoise()
{
    for (const double noise : {0.0, 0.02, 0.1}) {
        for (int seed = 0; seed < 30; ++seed) {
            const std::vector<RatePoint> points = noisyCurve(seed, noise, usualCurve);
            const RateVerdict verdict = judge(points);
            const QByteArray where = QByteArray::number(noise) + " seed " + QByteArray::number(seed) + " steepest "
                + QByteArray::number(powerOf(points, verdict.steepest)) + " breaking " + QByteArray::number(powerOf(points, verdict.breaking));
            QVERIFY2(verdict.kind == RateVerdict::Kind::Found, where);
            // The average is nine steps, half a power of ten, behind.
            QVERIFY2(isNear(powerOf(points, verdict.steepest), -2.6, 0.45), where);
            QVERIFY2(isNear(powerOf(points, verdict.breaking), -1.1, 0.7), where);
            QVERIFY2(*verdict.suggestion > 1e-3 && *verdict.suggestion < 1e-2, where);
        }
    }
}

void TestRateVerdict::flatCurvesGiveNothing()
{
    for (const double noise : {0.0, 0.02, 0.3}) {
        for (int seed = 0; seed < 30; ++seed) {
            const RateVerdict verdict = judge(noisyCurve(seed, noise, [](double) { return 2.3; }));
            QVERIFY2(verdict.kind == RateVerdict::Kind::NeverFalls, qPrintable(QStringLiteral("%1 %2").arg(noise).arg(seed)));
            QVERIFY(!verdict.suggestion && !verdict.steepest && !verdict.breaking);
        }
    }
    QVERIFY(suggestionText(judge(noisyCurve(1, 0.02, [](double) { return 2.3; }))).contains(QStringLiteral("does not fall")));
}

void TestRateVerdict::risingCurvesGiveNothing()
{
    for (int seed = 0; seed < 30; ++seed) {
        const RateVerdict verdict = judge(noisyCurve(seed, 0.05, [](double power) { return 2.3 + 0.2 * (power + 7.0); }));
        QVERIFY2(verdict.kind == RateVerdict::Kind::OnlyRises, qPrintable(QString::number(seed)));
        QVERIFY(!verdict.suggestion);
    }
    // At once: the second step is the last.
    const RateVerdict atOnce = judge({{0.1, 2.3, 2.3}, {0.2, 40.0, 22.0}});
    QCOMPARE(atOnce.kind, RateVerdict::Kind::OnlyRises);
    QVERIFY(suggestionText(atOnce).contains(QStringLiteral("smaller rate")));
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QCOMPARE(judge({{0.1, nan, nan}}).kind, RateVerdict::Kind::OnlyRises);
}

void TestRateVerdict::anEndWithoutAFiniteNumberBreaks()
{
    const RateSearchPlan plan{1e-6, 1.0, 61};
    std::vector<RatePoint> points = exactCurve(plan, [](double power) { return power <= -4.0 ? 2.0 : 2.0 - 0.4 * (power + 4.0); });
    points.resize(45); // it falls to the end …
    const double infinity = std::numeric_limits<double>::infinity();
    points.push_back({plan.rateAt(45), infinity, infinity}); // … and is gone
    const RateVerdict verdict = judge(points);
    QCOMPARE(verdict.kind, RateVerdict::Kind::Found);
    QCOMPARE(*verdict.breaking, std::size_t(44));
}

void TestRateVerdict::aCurveThatFallsToTheEnd()
{
    for (int seed = 0; seed < 30; ++seed) {
        const std::vector<RatePoint> points = noisyCurve(seed, 0.02, [](double power) { return 2.3 - (power > -2.0 ? 0.5 * (power + 2.0) : 0.0); });
        const RateVerdict verdict = judge(points);
        QCOMPARE(verdict.kind, RateVerdict::Kind::StillFalls);
        QVERIFY(!verdict.breaking);
        QVERIFY(*verdict.suggestion > 0.01);
        QVERIFY(breakingText(verdict, points).contains(QStringLiteral("still falls")));
    }
}

void TestRateVerdict::tooFewPoints()
{
    QCOMPARE(judge({}).kind, RateVerdict::Kind::TooShort);
    QCOMPARE(judge({{1e-7, 2.3, 2.3}, {2e-7, 2.3, 2.3}}).kind, RateVerdict::Kind::TooShort);
    QVERIFY(suggestionText({}).contains(QStringLiteral("too short")));
}

void TestRateVerdict::ratesAreReadable()
{
    Language language;
    language.choose(QStringLiteral("en"));
    const std::vector<std::pair<double, QString>> expected{{0.00123, QStringLiteral("0.0012")}, {0.001, QStringLiteral("0.001")}, {0.00999, QStringLiteral("0.01")},
                                                           {0.1, QStringLiteral("0.1")},        {1.0, QStringLiteral("1")},       {2.54, QStringLiteral("2.5")},
                                                           {10.0, QStringLiteral("10")},        {1234.0, QStringLiteral("1200")}, {0.000012, QStringLiteral("0.000012")},
                                                           {1.93e-7, QStringLiteral("1.9·10⁻⁷")},  {1e-12, QStringLiteral("1·10⁻¹²")}};
    for (const auto &[rate, text] : expected) {
        QCOMPARE(rateText(rate), text);
    }
    language.choose(QStringLiteral("es"));
    QCOMPARE(rateText(0.00123), QStringLiteral("0,0012"));
    QCOMPARE(rateText(1234.0), QStringLiteral("1200"));
}

void TestRateVerdict::sentencesNameTheNumbers()
{
    Language language;
    language.choose(QStringLiteral("en"));
    const std::vector<RatePoint> points = noisyCurve(1, 0.02, usualCurve);
    const RateVerdict verdict = judge(points);
    QVERIFY(steepestText(verdict, points).contains(rateText(points[*verdict.steepest].rate)));
    QVERIFY(breakingText(verdict, points).contains(rateText(points[*verdict.breaking].rate)));
    QVERIFY(suggestionText(verdict).contains(rateText(*verdict.suggestion)));
}

QTEST_GUILESS_MAIN(TestRateVerdict)
#include "tst_rateverdict.moc"
