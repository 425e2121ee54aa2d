// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspection/answers.h"
#include "core/inspection/calibration.h"
#include "core/inspection/confusion.h"
#include "core/inspection/learntepochs.h"
#include "core/inspection/metrics.h"

#include <QtTest>

#include <cmath>

using namespace convscope;

namespace {

bool isClose(double a, double b, double tolerance = 1e-6)
{
    return std::abs(a - b) < tolerance;
}

Answer sure(int predicted, float confidence)
{
    return {predicted, confidence, 0.0f, 0.0f};
}

} // namespace

/// Everything against numbers worked out by hand.
class TestPredictions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers();
    void answersOfBadInput();
    void confusion();
    void metrics();
    void metricsOfNothing();
    void calibration();
    void calibrationAtTheEdges();
    void calibrationOfNothing();
    void learnt_data();
    void learnt();
};

void TestPredictions::answers()
{
    const TestProbabilities probabilities{3, 3, {6554, 45874, 13107, 65535, 0, 0, 20000, 20000, 25535}};
    const std::vector<Answer> answers = answersFrom(probabilities, {1, 2, 0});
    QCOMPARE(answers.size(), std::size_t(3));
    QCOMPARE(answers[0].predicted, 1);
    QVERIFY(isClose(answers[0].confidence, 0.7, 1e-4));
    QVERIFY(isClose(answers[0].margin, 0.5, 1e-4));
    QVERIFY(isClose(answers[0].loss, 0.35667, 1e-4)); // -ln 0.7
    QCOMPARE(answers[1].predicted, 0);
    QVERIFY(isClose(answers[1].margin, 1.0));
    QVERIFY(isClose(answers[1].loss, 11.78349, 1e-4)); // ln 131070
    QCOMPARE(answers[2].predicted, 2);
    QCOMPARE(predictedClasses(probabilities), (std::vector<std::uint8_t>{1, 0, 2}));
}

void TestPredictions::answersOfBadInput()
{
    QVERIFY(answersFrom({2, 2, {1, 2, 3}}, {0, 1}).empty()); // a value is missing
    QVERIFY(answersFrom({2, 2, {1, 2, 3, 4}}, {0}).empty()); // a label is missing
    QVERIFY(answersFrom({1, 2, {1, 2}}, {2}).empty()); // no such class
    QVERIFY(answersFrom({}, {}).empty());
    QVERIFY(predictedClasses({2, 2, {1, 2, 3}}).empty());
}

void TestPredictions::confusion()
{
    const Confusion confusion = confusionOf({0, 0, 0, 1, 1, 2}, {0, 0, 1, 1, 0, 0}, 3);
    QCOMPARE(confusion.counts, (std::vector<int>{2, 1, 0, 1, 1, 0, 1, 0, 0}));
    QCOMPARE(confusion.rowTotal(0), 3);
    QCOMPARE(confusion.columnTotal(0), 4);
    QCOMPARE(confusion.columnTotal(2), 0);
    QCOMPARE(confusion.total(), 6);
    QCOMPARE(confusion.right(), 3);
    QCOMPARE(confusionOf({0, 9}, {0, 0}, 2).total(), 1);
}

void TestPredictions::metrics()
{
    const std::vector<ClassMetrics> metrics = classMetrics(confusionOf({0, 0, 0, 1, 1, 2}, {0, 0, 1, 1, 0, 0}, 3));
    QVERIFY(isClose(metrics[0].recall, 2.0 / 3.0));
    QVERIFY(isClose(metrics[0].precision, 0.5));
    QVERIFY(isClose(metrics[0].f1, 4.0 / 7.0));
    QVERIFY(isClose(metrics[1].f1, 0.5));
    QCOMPARE(metrics[2].recall, 0.0);
    QVERIFY(std::isnan(metrics[2].precision)); // never answered
    QCOMPARE(metrics[2].f1, 0.0);
    QVERIFY(isClose(macroF1(metrics), (4.0 / 7.0 + 0.5) / 3.0));
}

void TestPredictions::metricsOfNothing()
{
    const std::vector<ClassMetrics> metrics = classMetrics(confusionOf({0}, {0}, 2));
    QVERIFY(std::isnan(metrics[1].recall));
    QVERIFY(std::isnan(metrics[1].precision));
    QVERIFY(std::isnan(metrics[1].f1));
    QCOMPARE(macroF1(metrics), 1.0);
    QVERIFY(std::isnan(macroF1({})));
}

void TestPredictions::calibration()
{
    // (0.5, 0.6]: two of 0.55, one right: |0.5 - 0.55|; (0.9, 1]: 0.92 and 0.98 right: |1 - 0.95|. ECE = 0.5 * 0.05 + 0.5 * 0.05.
    const Calibration result = calibrationOf({sure(0, 0.55f), sure(1, 0.55f), sure(1, 0.92f), sure(0, 0.98f)}, {0, 0, 1, 0}, 10);
    QCOMPARE(result.bins.size(), std::size_t(10));
    QCOMPARE(result.bins[5].pictures, 2);
    QVERIFY(isClose(result.bins[5].accuracy, 0.5));
    QVERIFY(isClose(result.bins[9].confidence, 0.95));
    QVERIFY(std::isnan(result.bins[0].accuracy));
    QVERIFY(isClose(result.error, 0.05));
    QVERIFY(isClose(result.confidence, 0.75));
    QVERIFY(isClose(result.accuracy, 0.75));
}

void TestPredictions::calibrationAtTheEdges()
{
    const Calibration result = calibrationOf({sure(0, 1.0f), sure(0, 0.8f), sure(0, 0.0f)}, {0, 0, 0}, 15);
    QCOMPARE(result.bins[14].pictures, 1);
    QCOMPARE(result.bins[11].pictures, 1); // 12/15 belongs to the bin below
    QCOMPARE(result.bins[0].pictures, 1);
}

void TestPredictions::calibrationOfNothing()
{
    const Calibration result = calibrationOf({}, {}, 10);
    QVERIFY(std::isnan(result.error));
    QCOMPARE(result.pictures, 0);
}

void TestPredictions::learnt_data()
{
    QTest::addColumn<QString>("rights"); // x = right
    QTest::addColumn<int>("firstRight");
    QTest::addColumn<int>("learnt");
    QTest::addColumn<QList<int>>("forgotten");
    QTest::newRow("never") << ".." << 0 << 0 << QList<int>{};
    QTest::newRow("always") << "xxx" << 1 << 1 << QList<int>{};
    QTest::newRow("late") << "..x" << 3 << 3 << QList<int>{};
    QTest::newRow("forgotten") << "xx." << 1 << 0 << QList<int>{3};
    QTest::newRow("learnt again") << ".x.xx" << 2 << 4 << QList<int>{3};
    QTest::newRow("twice") << "x.x." << 1 << 0 << QList<int>{2, 4};
    QTest::newRow("no epochs") << "" << 0 << 0 << QList<int>{};
}

void TestPredictions::learnt()
{
    QFETCH(QString, rights);
    QFETCH(int, firstRight);
    QFETCH(int, learnt);
    QFETCH(QList<int>, forgotten);
    std::vector<int> epochs;
    std::vector<bool> isRight;
    for (const QChar mark : rights) {
        epochs.push_back(int(epochs.size()) + 1);
        isRight.push_back(mark == QLatin1Char('x'));
    }
    const LearntEpochs expected{firstRight, learnt, std::vector<int>(forgotten.begin(), forgotten.end())};
    QVERIFY(learntEpochs(epochs, isRight) == expected);
}

QTEST_GUILESS_MAIN(TestPredictions)
#include "tst_predictions.moc"
