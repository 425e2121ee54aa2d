// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/axisticks.h"
#include "ui/charts/numberformat.h"
#include "ui/charts/plotaxis.h"

#include <QLocale>
#include <QTest>

#include <cmath>
#include <limits>

using namespace convscope;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

QStringList labels(const PlotAxis &axis, int most)
{
    QStringList texts;
    for (const PlotAxis::Tick &tick : axis.ticks(most)) {
        texts += tick.label;
    }
    return texts;
}

QString strings(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class TestPlotAxis : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void horizonDoubles()
    {
        QCOMPARE(horizon(0, 0, 50), 50.0);
        QCOMPARE(horizon(50, 0, 50), 50.0);
        QCOMPARE(horizon(51, 0, 50), 100.0);
        QCOMPARE(horizon(401, 0, 50), 800.0);
        QCOMPARE(horizon(401, 600, 50), 600.0);
        // A run that goes on beyond its plan is still seen.
        QCOMPARE(horizon(601, 600, 50), 601.0);
    }

    void oneSpikeDoesNotFlatten()
    {
        std::vector<double> values{50.0};
        for (int i = 0; i < 100; ++i) {
            values.push_back(0.2 + 0.005 * i);
        }
        const PlotRange range = robustRange(values, 4.0);
        QCOMPARE(range.min, 0.2);
        QVERIFY(range.max < 1.0);
        // A start that is merely high stays.
        values[0] = 2.3;
        QCOMPARE(robustRange(values, 4.0).max, 2.3);
    }

    void fewValuesAndNotFiniteOnes()
    {
        QVERIFY(robustRange({}, 4.0).isEmpty());
        QVERIFY(robustRange({kNan, INFINITY}, 4.0).isEmpty());
        QCOMPARE(robustRange({1.0, kNan, 100.0, -INFINITY}, 4.0), (PlotRange{1.0, 100.0}));
    }

    void niceTickValues()
    {
        QCOMPARE(niceTicks({0.0, 1.0}, 5), (std::vector<double>{0.0, 0.2, 0.4, 0.6, 0.8, 1.0}));
        QCOMPARE(niceTicks({0.0, 0.3}, 3), (std::vector<double>{0.0, 0.1, 0.2, 0.3}));
        QCOMPARE(niceTicks({120.0, 980.0}, 5), (std::vector<double>{200.0, 400.0, 600.0, 800.0}));
        // Batches are whole numbers.
        QCOMPARE(niceTicks({0.0, 2.0}, 10, 1.0), (std::vector<double>{0.0, 1.0, 2.0}));
        QVERIFY(niceTicks({1.0, 1.0}, 5).empty());
    }

    void logTickValues()
    {
        QCOMPARE(logTicks({0.001, 10.0}, 5), (std::vector<double>{0.001, 0.01, 0.1, 1.0, 10.0}));
        QCOMPARE(logTicks({0.1, 1.0}, 5), (std::vector<double>{0.1, 0.2, 0.5, 1.0}));
        // Within less than a power of ten: as on a linear axis.
        QCOMPARE(logTicks({2.2, 2.4}, 2), (std::vector<double>{2.2, 2.3, 2.4}));
        QVERIFY(logTicks({0.0, 1.0}, 5).empty());
        QVERIFY(logTicks({1e-30, 1e30}, 6).size() <= 6);
    }

    void niceRangeMovesInSteps()
    {
        QCOMPARE(niceRange({0.0, 2.31}, 5), (PlotRange{0.0, 2.5}));
        QCOMPARE(niceRange({0.0, 2.49}, 5), (PlotRange{0.0, 2.5}));
        QVERIFY(niceRange({0.5, 0.5}, 5).span() > 0.0);
    }

    void tickLabels()
    {
        PlotAxis loss;
        loss.setLimits({0.0, 0.5}, {0.0, 0.5});
        loss.reset();
        QCOMPARE(labels(loss, 5),
                 QStringList(
                     {strings("0.0"), strings("0.1"), strings("0.2"), strings("0.3"), strings("0.4"), strings("0.5")}));
        PlotAxis accuracy(AxisFormat::Percent);
        accuracy.setLimits({0.8, 1.0}, {0.0, 1.0});
        accuracy.reset();
        QCOMPARE(labels(accuracy, 2), QStringList({percentText(0.8, 0), percentText(0.9, 0), percentText(1.0, 0)}));
        PlotAxis diverged;
        diverged.setLimits({0.0, 2e34}, {0.0, 2e34});
        diverged.reset();
        QCOMPARE(labels(diverged, 2), QStringList({strings("0"), strings("10³⁴"), strings("2·10³⁴")}));
        PlotAxis steps;
        steps.setLeastStep(1.0);
        steps.setLimits({0.0, 4000.0}, {0.0, 4000.0});
        steps.reset();
        QCOMPARE(labels(steps, 2), QStringList({strings("0"), strings("2,000"), strings("4,000")}));
    }

    void logScaleNeedsPositiveValues()
    {
        PlotAxis axis;
        axis.setScale(AxisScale::Logarithmic);
        QVERIFY(std::isnan(axis.toAxis(0.0)));
        QVERIFY(std::isnan(axis.toAxis(-1.0)));
        axis.setLimits({0.01, 10.0}, {0.001, 100.0});
        axis.reset();
        QCOMPARE(axis.range(), (PlotRange{-2.0, 1.0}));
        QCOMPARE(labels(axis, 5), QStringList({strings("0.01"), strings("0.1"), strings("1"), strings("10")}));
        // A range that the scale can't show leaves a usable axis.
        axis.setLimits({0.0, 1.0}, {0.0, 1.0});
        axis.reset();
        QVERIFY(axis.range().span() > 0.0);
    }

    void zoomAndPanStayInside()
    {
        PlotAxis axis;
        axis.setLimits({0.0, 100.0}, {0.0, 200.0});
        axis.reset();
        axis.zoom(0.5, 25.0);
        QCOMPARE(axis.range(), (PlotRange{12.5, 62.5}));
        axis.pan(-1000.0);
        QCOMPARE(axis.range(), (PlotRange{0.0, 50.0}));
        axis.pan(1000.0);
        QCOMPARE(axis.range(), (PlotRange{150.0, 200.0}));
        axis.zoom(1000.0, 160.0);
        QCOMPARE(axis.range(), (PlotRange{0.0, 200.0}));
        axis.setLeastStep(1.0);
        axis.zoom(1e-9, 100.0);
        QCOMPARE(axis.range().span(), 2.0);
        axis.setRange({kNan, 1.0});
        QCOMPARE(axis.range().span(), 2.0);
        axis.reset();
        QCOMPARE(axis.range(), (PlotRange{0.0, 100.0}));
    }

    void numbers()
    {
        QCOMPARE(lossText(0.24146), strings("0.2415"));
        QCOMPARE(lossText(2.3), strings("2.300"));
        QCOMPARE(lossText(12.3456), strings("12.35"));
        QCOMPARE(lossText(0.0), strings("0.000"));
        QCOMPARE(lossText(1.5e34), strings("1.5·10³⁴"));
        QCOMPARE(powerOfTenText(1e-5, 2), strings("10⁻⁵"));
        QCOMPARE(powerOfTenText(9.996e12, 2), strings("10¹³"));
        QCOMPARE(powerOfTenText(-2.5e7, 2), strings("-2.5·10⁷"));
        QCOMPARE(lossText(kNan), strings("NaN"));
        QCOMPARE(lossText(INFINITY), strings("∞"));
        QCOMPARE(percentText(0.914), strings("91.4\u00a0%"));
        QCOMPARE(wholeText(2814), strings("2,814"));
        QCOMPARE(settingText(0.0001), strings("0.0001"));
        QLocale::setDefault(QLocale(QLocale::Spanish, QLocale::Spain));
        QCOMPARE(lossText(0.24146), strings("0,2415"));
        QCOMPARE(lossText(1.5e34), strings("1,5·10³⁴"));
        QCOMPARE(percentText(0.914), strings("91,4\u00a0%"));
    }
};

QTEST_GUILESS_MAIN(TestPlotAxis)
#include "tst_plotaxis.moc"
