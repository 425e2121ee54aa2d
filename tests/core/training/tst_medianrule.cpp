// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/common/language.h"
#include "core/training/medianrule.h"

#include <QtTest>

#include <cmath>

using namespace convscope;

using Series = std::vector<double>;

class TestMedianRule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bestAgainstTheMedianOfAverages();
    void equalGoesOn();
    void evenNumberOfOthers();
    void onlyThoseThatCameAsFarCount();
    void notBeforeItsEpoch();
    void lossIsTheOtherWayRound();
    void nanIsTheWorst();
    void jsonAndBack();
    void refused_data();
    void refused();
    void reasonAndBack();
};

/// By hand: after two epochs the others have 0.5, 0.7 and 0.8 on average; the median is 0.7.
void TestMedianRule::bestAgainstTheMedianOfAverages()
{
    const std::vector<Series> others{{0.4, 0.6, 0.9}, {0.6, 0.8}, {0.7, 0.9, 0.9}};
    const std::optional<MedianVerdict> verdict = judgeByMedian(MedianRule(), {0.65, 0.6}, others);
    QVERIFY(verdict);
    QCOMPARE(verdict->epoch, 2);
    QCOMPARE(verdict->best, 0.65); // the best so far, not the last
    QCOMPARE(verdict->median, 0.7);
    QCOMPARE(verdict->others, 3);
    QVERIFY(!judgeByMedian(MedianRule(), {0.75, 0.1}, others));
}

void TestMedianRule::equalGoesOn()
{
    QVERIFY(!judgeByMedian(MedianRule(), {0.5}, {{0.25}, {0.5}, {0.75}}));
    QVERIFY(judgeByMedian(MedianRule(), {0.4999}, {{0.25}, {0.5}, {0.75}}));
}

void TestMedianRule::evenNumberOfOthers()
{
    const std::vector<Series> others{{0.1}, {0.9}, {0.5}, {0.25}}; // 0.375
    QCOMPARE(judgeByMedian(MedianRule(), {0.3}, others)->median, 0.375);
    QVERIFY(!judgeByMedian(MedianRule(), {0.4}, others));
}

void TestMedianRule::onlyThoseThatCameAsFarCount()
{
    const std::vector<Series> others{{0.9, 0.9}, {0.9}, {0.9, 0.9}, {0.9}};
    QCOMPARE(judgeByMedian(MedianRule(), {0.1}, others)->others, 4);
    QVERIFY(!judgeByMedian(MedianRule(), {0.1, 0.1}, others)); // two are too few
    MedianRule bold;
    bold.leastOthers = 2;
    QCOMPARE(judgeByMedian(bold, {0.1, 0.1}, others)->others, 2);
    QVERIFY(!judgeByMedian(bold, {0.1}, {}));
    QVERIFY(!judgeByMedian(bold, {}, others));
}

void TestMedianRule::notBeforeItsEpoch()
{
    MedianRule rule;
    rule.afterEpochs = 2;
    const std::vector<Series> others{{0.9, 0.9}, {0.9, 0.9}, {0.9, 0.9}};
    QVERIFY(!judgeByMedian(rule, {0.1}, others));
    QVERIFY(judgeByMedian(rule, {0.1, 0.1}, others));
}

void TestMedianRule::lossIsTheOtherWayRound()
{
    MedianRule rule;
    rule.measure = MedianRule::Measure::TestLoss;
    const std::vector<Series> others{{1.0, 0.5}, {0.5, 0.25}, {2.0, 1.0}}; // 0.75, 0.375, 1.5
    const std::optional<MedianVerdict> verdict = judgeByMedian(rule, {1.5, 0.8}, others);
    QVERIFY(verdict);
    QCOMPARE(verdict->best, 0.8);
    QCOMPARE(verdict->median, 0.75);
    QVERIFY(!judgeByMedian(rule, {0.7, 3.0}, others));
}

void TestMedianRule::nanIsTheWorst()
{
    const double nan = std::nan("");
    const std::optional<MedianVerdict> verdict = judgeByMedian(MedianRule(), {nan}, {{0.1}, {0.2}, {nan}});
    QVERIFY(verdict);
    QCOMPARE(verdict->median, 0.1);
    QVERIFY(std::isnan(verdict->best));
    QVERIFY(!judgeByMedian(MedianRule(), {nan}, {{nan}, {nan}, {0.5}})); // no better
    QVERIFY(!judgeByMedian(MedianRule(), {0.1}, {{nan}, {nan}, {nan}, {nan}}));
    EpochReport report;
    report.testAccuracy = 0.5;
    report.testLoss = 2.0;
    QCOMPARE(measuresOf(MedianRule::Measure::TestAccuracy, {report}), Series{0.5});
    QCOMPARE(measuresOf(MedianRule::Measure::TestLoss, {report}), Series{2.0});
}

void TestMedianRule::jsonAndBack()
{
    MedianRule rule{MedianRule::Measure::TestLoss, 4, 7};
    QCOMPARE(medianRuleFrom(toJson(rule)).value(), rule);
    QCOMPARE(medianRuleFrom(QJsonObject{{QStringLiteral("rule"), QStringLiteral("median")}}).value(), MedianRule());
}

void TestMedianRule::refused_data()
{
    QTest::addColumn<QJsonObject>("object");
    QTest::addColumn<QString>("names");
    const QString rule = QStringLiteral("rule");
    const QString median = QStringLiteral("median");
    QTest::newRow("no rule") << QJsonObject() << "stop.rule";
    QTest::newRow("other rule") << QJsonObject{{rule, QStringLiteral("mean")}} << "stop.rule";
    QTest::newRow("unknown key") << QJsonObject{{rule, median}, {QStringLiteral("after"), 2}} << "stop.after";
    QTest::newRow("measure") << QJsonObject{{rule, median}, {QStringLiteral("measure"), QStringLiteral("loss")}} << "stop.measure";
    QTest::newRow("measure as number") << QJsonObject{{rule, median}, {QStringLiteral("measure"), 1}} << "stop.measure";
    QTest::newRow("epochs") << QJsonObject{{rule, median}, {QStringLiteral("after_epochs"), 0}} << "stop.after_epochs";
    QTest::newRow("half an epoch") << QJsonObject{{rule, median}, {QStringLiteral("after_epochs"), 1.5}} << "stop.after_epochs";
    QTest::newRow("others") << QJsonObject{{rule, median}, {QStringLiteral("least_others"), QStringLiteral("3")}} << "stop.least_others";
}

void TestMedianRule::refused()
{
    QFETCH(QJsonObject, object);
    QFETCH(QString, names);
    const Result<MedianRule> rule = medianRuleFrom(object);
    QVERIFY(!rule);
    QVERIFY2(rule.error().startsWith(names), qPrintable(rule.error()));
}

void TestMedianRule::reasonAndBack()
{
    Language language;
    language.choose(QStringLiteral("en"));
    const MedianVerdict verdict{MedianRule::Measure::TestLoss, 3, 0.5, 0.25, 6};
    QCOMPARE(verdictFrom(reasonOf(verdict)), std::optional(verdict));
    for (const char *other : {"", "The disk is full.", "{}", "{\"rule\": \"mean\"}", "[1]"}) {
        QVERIFY(!verdictFrom(QString::fromLatin1(other)));
    }
    RunEnd end;
    end.kind = RunEnd::Kind::Stopped;
    QVERIFY(!wasGivenUp(end));
    end.reason = reasonOf({MedianRule::Measure::TestAccuracy, 2, std::nan(""), 0.875, 4});
    QVERIFY(wasGivenUp(end));
    const QString sentence = reasonText(end);
    QVERIFY2(sentence.contains(QStringLiteral("epoch 2")) && sentence.contains(QStringLiteral("87.5")) && sentence.contains(QStringLiteral("–")), qPrintable(sentence));
    end.kind = RunEnd::Kind::Finished;
    QVERIFY(!wasGivenUp(end));
}

QTEST_GUILESS_MAIN(TestMedianRule)
#include "tst_medianrule.moc"
