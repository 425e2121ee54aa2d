// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/htmlpage.h"
#include "core/report/svgchart.h"

#include <QXmlStreamReader>
#include <QtTest>

#include <limits>

using namespace convscope;

class TestSvgChart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ticksAreRound_data();
    void ticksAreRound();
    void isWellFormed();
    void gapsWhereNotFinite();
    void namesDontCover();
    void tableEscapes();

private:
    static QStringList attributes(const QByteArray &svg, const char *element, const char *name);
};

QStringList TestSvgChart::attributes(const QByteArray &svg, const char *element, const char *name)
{
    QStringList found;
    QXmlStreamReader reader(svg);
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == QLatin1String(element)) {
            found << reader.attributes().value(QLatin1String(name)).toString();
        }
    }
    return reader.hasError() ? QStringList() : found;
}

void TestSvgChart::ticksAreRound_data()
{
    QTest::addColumn<double>("lowest");
    QTest::addColumn<double>("highest");
    QTest::addColumn<std::vector<double>>("ticks");
    QTest::newRow("percent") << 74.0 << 91.0 << std::vector<double>{75, 80, 85, 90};
    QTest::newRow("epochs") << 1.0 << 5.0 << std::vector<double>{1, 2, 3, 4, 5};
    QTest::newRow("nothing between") << 2.0 << 2.0 << std::vector<double>{2};
}

void TestSvgChart::ticksAreRound()
{
    QFETCH(double, lowest);
    QFETCH(double, highest);
    QFETCH(std::vector<double>, ticks);
    QCOMPARE(niceTicks(lowest, highest, 5), ticks);
}

void TestSvgChart::isWellFormed()
{
    SvgChart chart;
    chart.title = QStringLiteral("a < b & \"c\"");
    chart.lines = {{QStringLiteral("<train>"), QStringLiteral("#0072B2"), {1, 2, 3}, {0, 1, 2}, {2, 3, 4}}};
    const QByteArray svg = svgOf(chart);
    QCOMPARE(attributes(svg, "svg", "role"), QStringList{QStringLiteral("img")});
    QCOMPARE(attributes(svg, "polygon", "points").size(), 1);
    QCOMPARE(attributes(svg, "polygon", "points").first().split(QLatin1Char(' ')).size(), 6);
    chart.lines.clear();
    QCOMPARE(attributes(svgOf(chart), "svg", "role").size(), 1);
}

void TestSvgChart::gapsWhereNotFinite()
{
    SvgChart chart;
    chart.lines = {{{}, QStringLiteral("#000"), {1, 2, std::numeric_limits<double>::quiet_NaN(), 3, std::numeric_limits<double>::infinity()}, {}, {}}};
    const QString path = attributes(svgOf(chart), "path", "d").first();
    QCOMPARE(path.count(QLatin1Char('M')), 2);
    QCOMPARE(path.count(QLatin1Char('L')), 1);
    QVERIFY(!path.contains(QLatin1String("nan")) && !path.contains(QLatin1String("inf")));
}

void TestSvgChart::namesDontCover()
{
    SvgChart chart;
    for (const char *name : {"one", "two", "three"}) {
        chart.lines.push_back({QString::fromLatin1(name), QStringLiteral("#000"), {0, 0}, {}, {}});
    }
    QXmlStreamReader reader(svgOf(chart));
    std::vector<double> heights;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.attributes().hasAttribute(QLatin1String("style"))) {
            heights.push_back(reader.attributes().value(QLatin1String("y")).toDouble());
        }
    }
    QCOMPARE(heights.size(), std::size_t(3));
    QVERIFY(heights[1] - heights[0] >= 14.9 && heights[2] - heights[1] >= 14.9);
}

void TestSvgChart::tableEscapes()
{
    const QString table = htmlTable({{QStringLiteral("a")}, {QStringLiteral("<script>")}});
    QVERIFY(table.contains(QLatin1String("<th>a</th>")));
    QVERIFY(table.contains(QLatin1String("<td>&lt;script&gt;</td>")));
}

QTEST_GUILESS_MAIN(TestSvgChart)
#include "tst_svgchart.moc"
