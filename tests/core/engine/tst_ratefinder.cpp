// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/engineloader.h"
#include "core/training/rateverdict.h"
#include "tests/support/idxwriter.h"
#include "tests/support/keepingsink.h"

#include <QtTest>

#include <cmath>

using namespace convscope;

namespace {

Experiment smallExperiment()
{
    Experiment experiment;
    experiment.name = QStringLiteral("small");
    experiment.architecture.convBlocks = {{4, 3, 1, false, Activation::Relu, true}};
    experiment.architecture.hiddenLayers = {{16, Activation::Relu, 0.25}};
    experiment.training.batchSize = 32;
    experiment.training.threads = 1;
    return experiment;
}

} // namespace

/// The search through the engine's library, as the program uses it.
class TestRateFinder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findsARateThatLearns();
    void sameSeedSameNumbers();
    void beginsAsTheRunDoes();
    void followsThePlan();
    void stopsWhereItBreaksDown();
    void isCancelledWithinAStep();
    void leavesScheduleAndRateOut();
    void frozenFiltersAndOtherSettingsCount();

private:
    std::vector<RatePoint> search(const Experiment &experiment, const RateSearchPlan &plan = {}, RateSearchEnd::Kind expected = RateSearchEnd::Kind::BrokeDown);

    Engine *m_engine = nullptr;
    DatasetPtr m_data;
};

void TestRateFinder::initTestCase()
{
    const Result<Engine *> engine = loadEngine();
    QVERIFY2(engine.ok(), qPrintable(engine.error()));
    m_engine = engine.value();
    m_data = test::barsDataset(640, 100);
}

std::vector<RatePoint> TestRateFinder::search(const Experiment &experiment, const RateSearchPlan &plan, RateSearchEnd::Kind expected)
{
    RunControl control;
    std::vector<RatePoint> points;
    const RateSearchEnd end = m_engine->searchRate(experiment, *m_data, plan, [&points](const RatePoint &point) { points.push_back(point); }, control);
    if (end.kind != expected) {
        QTest::qFail(qPrintable(QStringLiteral("ended as %1: %2").arg(int(end.kind)).arg(end.reason)), __FILE__, __LINE__);
    }
    return points;
}

void TestRateFinder::findsARateThatLearns()
{
    Experiment experiment = smallExperiment();
    experiment.architecture.hiddenLayers[0].dropout = 0.0;
    const std::vector<RatePoint> points = search(experiment);
    const RateVerdict verdict = judge(points);
    QCOMPARE(verdict.kind, RateVerdict::Kind::Found);
    QVERIFY2(*verdict.suggestion > 3e-4 && *verdict.suggestion < 0.05, qPrintable(rateText(*verdict.suggestion)));
    experiment.training.learningRate = *verdict.suggestion;
    experiment.training.epochs = 6;
    RunControl control;
    test::KeepingSink sink;
    QCOMPARE(m_engine->train(experiment, *m_data, sink, control).kind, RunEnd::Kind::Finished);
    QVERIFY2(sink.epochs.back().testAccuracy > 0.9, qPrintable(QString::number(sink.epochs.back().testAccuracy)));
}

void TestRateFinder::sameSeedSameNumbers()
{
    Experiment experiment = smallExperiment();
    const std::vector<RatePoint> first = search(experiment);
    const std::vector<RatePoint> second = search(experiment);
    experiment.training.seed = 2;
    const std::vector<RatePoint> other = search(experiment);
    QCOMPARE(first.size(), second.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
        QCOMPARE(first[i].rate, second[i].rate);
        QVERIFY(first[i].loss == second[i].loss && first[i].smoothed == second[i].smoothed); // to the last bit
    }
    QVERIFY(first.front().loss != other.front().loss);
}

void TestRateFinder::beginsAsTheRunDoes()
{
    Experiment experiment = smallExperiment();
    experiment.training.epochs = 1;
    const std::vector<RatePoint> points = search(experiment);
    RunControl control;
    test::KeepingSink sink;
    m_engine->train(experiment, *m_data, sink, control);
    QCOMPARE(float(points.front().loss), sink.points.front().loss); // weights, pictures and dropout are the same
    QVERIFY(std::abs(points[1].loss - double(sink.points[1].loss)) > 1e-6); // the rates are not
}

void TestRateFinder::followsThePlan()
{
    const RateSearchPlan plan{1e-6, 1e-4, 50}; // more than the twenty batches of an epoch
    const std::vector<RatePoint> points = search(smallExperiment(), plan, RateSearchEnd::Kind::Finished);
    QCOMPARE(points.size(), std::size_t(50));
    LossSmoother smoother;
    for (int step = 0; step < 50; ++step) {
        const RatePoint &point = points[std::size_t(step)];
        QCOMPARE(point.rate, plan.rateAt(step));
        QCOMPARE(point.smoothed, smoother.add(point.loss));
    }
}

void TestRateFinder::stopsWhereItBreaksDown()
{
    const std::vector<RatePoint> points = search(smallExperiment(), {1e-4, 1000.0, 200});
    QVERIFY(points.size() < 200);
    double lowest = points.front().smoothed;
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        lowest = std::min(lowest, points[i].smoothed);
        QVERIFY(points[i].smoothed <= breakDownFactor * lowest);
    }
    QVERIFY(!(points.back().smoothed <= breakDownFactor * lowest));
    Experiment sgd = smallExperiment();
    sgd.training.optimizer = Optimizer::Sgd;
    const std::vector<RatePoint> atOnce = search(sgd, {500.0, 1000.0, 100});
    QCOMPARE(judge(atOnce).kind, RateVerdict::Kind::OnlyRises);
}

void TestRateFinder::isCancelledWithinAStep()
{
    RunControl control;
    int reports = 0;
    const auto stopAtFive = [&](const RatePoint &) {
        if (++reports == 5) {
            control.requestStop();
        }
    };
    QCOMPARE(m_engine->searchRate(smallExperiment(), *m_data, {}, stopAtFive, control).kind, RateSearchEnd::Kind::Cancelled);
    QCOMPARE(reports, 5);
}

void TestRateFinder::leavesScheduleAndRateOut()
{
    const std::vector<RatePoint> plain = search(smallExperiment());
    Experiment experiment = smallExperiment();
    experiment.training.learningRate = 0.5;
    experiment.training.schedule.kind = ScheduleKind::OneCycle;
    experiment.training.epochs = 100;
    const std::vector<RatePoint> same = search(experiment);
    QCOMPARE(plain.size(), same.size());
    QCOMPARE(plain.back().loss, same.back().loss);
}

void TestRateFinder::frozenFiltersAndOtherSettingsCount()
{
    const std::vector<RatePoint> plain = search(smallExperiment());
    Experiment frozen = smallExperiment();
    frozen.training.frozenFilters = {{0, 0}, {0, 1}};
    Experiment decay = smallExperiment();
    decay.training.weightDecay = 0.1;
    Experiment larger = smallExperiment();
    larger.training.batchSize = 64;
    for (const Experiment &other : {frozen, decay, larger}) {
        QVERIFY(search(other).at(40).loss != plain.at(40).loss);
    }
}

QTEST_GUILESS_MAIN(TestRateFinder)
#include "tst_ratefinder.moc"
