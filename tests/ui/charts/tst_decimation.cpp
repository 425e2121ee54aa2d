// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/decimation.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace convscope;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr float kNanF = std::numeric_limits<float>::quiet_NaN();

PlotAxis axisOver(double min, double max, AxisScale scale = AxisScale::Linear)
{
    PlotAxis axis;
    axis.setScale(scale);
    axis.setLimits({min, max}, {min, max});
    axis.reset();
    return axis;
}

double highest(const std::vector<LineSegment> &segments)
{
    double top = -1e300;
    for (const LineSegment &segment : segments) {
        for (const QPointF &point : segment) {
            top = std::max(top, point.y());
        }
    }
    return top;
}

std::size_t pointCount(const std::vector<LineSegment> &segments)
{
    std::size_t count = 0;
    for (const LineSegment &segment : segments) {
        count += segment.size();
    }
    return count;
}

} // namespace

class TestDecimation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fewPointsStayAsTheyAre()
    {
        const std::vector<QPointF> points{{1, 5}, {2, 3}, {3, 4}};
        const auto segments = decimate(points, axisOver(0, 4), axisOver(0, 10), 100);
        QCOMPARE(segments.size(), std::size_t(1));
        QCOMPARE(segments[0], LineSegment({{1, 5}, {2, 3}, {3, 4}}));
    }

    void lowestAndHighestOfAColumnInTheirOrder()
    {
        // Two columns, [0, 10) and [10, 20].
        std::vector<QPointF> points;
        for (int i = 0; i < 20; ++i) {
            points.emplace_back(i, 5.0);
        }
        points[3].setY(9.0);
        points[7].setY(1.0);
        points[12].setY(0.5);
        points[18].setY(8.0);
        const auto segments = decimate(points, axisOver(0, 20), axisOver(0, 10), 2);
        QCOMPARE(segments.size(), std::size_t(1));
        QCOMPARE(segments[0], LineSegment({{3, 9}, {7, 1}, {12, 0.5}, {18, 8}}));
    }

    void notFiniteValuesBreakTheLine()
    {
        const std::vector<QPointF> points{{1, 1}, {2, kNan}, {3, 3}, {4, INFINITY}, {5, 5}, {6, 6}};
        const auto segments = decimate(points, axisOver(0, 7), axisOver(0, 10), 100);
        QCOMPARE(segments.size(), std::size_t(3));
        QCOMPARE(segments[0], LineSegment({{1, 1}}));
        QCOMPARE(segments[1], LineSegment({{3, 3}}));
        QCOMPARE(segments[2], LineSegment({{5, 5}, {6, 6}}));
    }

    void aNeighbourBeyondEachEdgeIsKept()
    {
        std::vector<QPointF> points;
        for (int i = 0; i <= 100; ++i) {
            points.emplace_back(i, i);
        }
        PlotAxis x = axisOver(0, 100);
        x.setRange({20.5, 29.5});
        const auto segments = decimate(points, x, axisOver(0, 100), 100);
        QCOMPARE(segments[0].front(), QPointF(20, 20));
        QCOMPARE(segments[0].back(), QPointF(30, 30));
    }

    void logScaleDropsWhatIsNotAboveZero()
    {
        const std::vector<QPointF> points{{1, 10}, {2, 0}, {3, 0.1}, {4, -1}};
        const auto segments = decimate(points, axisOver(0, 5), axisOver(0.01, 100, AxisScale::Logarithmic), 100);
        QCOMPARE(segments.size(), std::size_t(2));
        QCOMPARE(segments[0], LineSegment({{1, 1}}));
        QCOMPARE(segments[1], LineSegment({{3, -1}}));
    }

    void noPointsNoSegments()
    {
        QVERIFY(decimate(std::vector<QPointF>(), axisOver(0, 1), axisOver(0, 1), 100).empty());
        QVERIFY(decimate(CurvePyramid(), SampleGrid(), axisOver(0, 1), axisOver(0, 1), 100).empty());
    }

    void cuttingALine()
    {
        const QRectF rect(0, 0, 10, 10);
        const auto inside = clipped({{1, 1}, {5, 5}, {9, 1}}, rect);
        QCOMPARE(inside.size(), std::size_t(1));
        QCOMPARE(inside[0], LineSegment({{1, 1}, {5, 5}, {9, 1}}));
        // Out at the top and in again.
        const auto parts = clipped({{1, 5}, {3, -5}, {5, -5}, {7, 5}}, rect);
        QCOMPARE(parts.size(), std::size_t(2));
        QCOMPARE(parts[0], LineSegment({{1, 5}, {2, 0}}));
        QCOMPARE(parts[1], LineSegment({{6, 0}, {7, 5}}));
        QVERIFY(clipped({{-5, 5}, {-1, 20}}, rect).empty());
        QCOMPARE(clipped({{-5, 5}, {15, 5}}, rect)[0], LineSegment({{0, 5}, {10, 5}}));
    }

    void pyramidExtents()
    {
        CurvePyramid curve;
        for (int i = 0; i < 100; ++i) {
            curve.append(float((i * 37) % 100));
        }
        for (const auto &[from, to] :
             std::vector<std::pair<std::size_t, std::size_t>>{{0, 100}, {3, 5}, {7, 90}, {16, 32}, {99, 200}}) {
            float low = 1000;
            float high = -1000;
            for (std::size_t i = from; i < std::min<std::size_t>(to, 100); ++i) {
                low = std::min(low, curve.at(i));
                high = std::max(high, curve.at(i));
            }
            QCOMPARE(curve.extent(from, to).min, low);
            QCOMPARE(curve.extent(from, to).max, high);
            QVERIFY(!curve.extent(from, to).gap);
        }
        QVERIFY(curve.extent(5, 5).isEmpty());
        curve.append(kNanF);
        QVERIFY(curve.extent(0, 101).gap);
        QVERIFY(!curve.extent(0, 100).gap);
        QCOMPARE(curve.extent(0, 101).max, 99.0f);
        curve.clear();
        QVERIFY(curve.extent(0, 10).isEmpty());
    }

    void aMillionSamplesKeepSpikeAndGap()
    {
        constexpr std::size_t count = 1000000;
        CurvePyramid curve;
        for (std::size_t i = 0; i < count; ++i) {
            const bool gap = i >= 600000 && i < 620000;
            curve.append(i == 123456 ? 42.0f : gap ? kNanF : float(i % 7));
        }
        const int columns = 1200;
        const PlotAxis y = axisOver(0, 50);
        PlotAxis x = axisOver(0, double(count));
        const auto all = decimate(curve, SampleGrid{1.0, 1.0}, x, y, columns);
        QVERIFY(pointCount(all) <= std::size_t(2 * columns));
        QCOMPARE(highest(all), 42.0);
        QCOMPARE(all.size(), std::size_t(2));
        QVERIFY(std::abs(all[0].back().x() - 600000) < 2.0 * count / columns);
        QVERIFY(std::abs(all[1].front().x() - 620000) < 2.0 * count / columns);

        // Near enough, the samples themselves: sample i is batch i + 1.
        x.setRange({123450.0, 123460.0});
        const auto near = decimate(curve, SampleGrid{1.0, 1.0}, x, y, columns);
        QCOMPARE(near.size(), std::size_t(1));
        QVERIFY(std::find(near[0].begin(), near[0].end(), QPointF(123457, 42)) != near[0].end());
    }

    void oneLostSampleAmongAMillionIsABreak()
    {
        CurvePyramid curve;
        for (int i = 0; i < 1000000; ++i) {
            curve.append(i == 500000 ? kNanF : 1.0f);
        }
        QCOMPARE(decimate(curve, SampleGrid(), axisOver(0, 1e6), axisOver(0, 2), 1000).size(), std::size_t(2));
    }

    void logXOfSamples()
    {
        CurvePyramid curve;
        for (int i = 0; i < 100000; ++i) {
            curve.append(float(i % 3));
        }
        const auto segments
            = decimate(curve, SampleGrid(), axisOver(1, 100000, AxisScale::Logarithmic), axisOver(0, 3), 500);
        QCOMPARE(segments.size(), std::size_t(1));
        QCOMPARE(segments[0].front(), QPointF(0, 0));
        QVERIFY(std::is_sorted(segments[0].begin(), segments[0].end(),
                               [](const QPointF &a, const QPointF &b) { return a.x() < b.x(); }));
    }
};

QTEST_GUILESS_MAIN(TestDecimation)
#include "tst_decimation.moc"
