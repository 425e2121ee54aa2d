// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspection/disagreements.h"
#include "core/runs/duelwarnings.h"
#include "core/runs/overfitting.h"

#include <QJsonArray>
#include <QtTest>

#include <cmath>

using namespace convscope;

namespace {

Experiment experiment(qint64 seed, int width = 8)
{
    Experiment experiment;
    experiment.name = QStringLiteral("net");
    experiment.architecture.convBlocks = {ConvBlock{4, 3, 1, false, Activation::Relu, true}};
    experiment.architecture.hiddenLayers = {HiddenLayer{width, Activation::Relu, 0.0}};
    experiment.training.epochs = 1;
    experiment.training.seed = seed;
    return experiment;
}

ComparedRunPtr run(const Experiment &experiment, double accuracy = 0.5, const QString &data = QStringLiteral("d"))
{
    RunStarted start;
    start.experiment = experiment;
    start.dataChecksum = data;
    EpochReport report;
    report.epoch = 1;
    report.testLoss = 1.0;
    report.testAccuracy = accuracy;
    report.trainSeconds = 2.0;
    report.testSeconds = 0.5;
    return std::make_shared<ComparedRun>(comparedRun(start, {report}, 28, 10));
}

EpochReport epoch(int number, double trainLoss, double testLoss)
{
    EpochReport report;
    report.epoch = number;
    report.trainLoss = trainLoss;
    report.testLoss = testLoss;
    report.trainAccuracy = 0.9;
    report.testAccuracy = 0.75;
    return report;
}

} // namespace

class TestDuel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void figures();
    void oneSettingIsFair();
    void seedAndDataAreNot();
    void layersOfAnotherShapeDontShare();
    void seedsArePaired();
    void aBranchIsNoDuel();
    void twoSidesOfAList();
    void variants();
    void overfittingHasAnEpoch();
    void noOverfitting();
    void overfittingCosts();
    void disagreements();
};

void TestDuel::figures()
{
    const ComparedRunPtr one = run(experiment(1), 0.75);
    QCOMPARE(one->seconds(), 2.5);
    QCOMPARE(one->bestAccuracy(), 0.75);
    // 28 x 28 x 9 x 4 products; then 4 x 14 x 14 inputs to 8 neurons, and 8 to 10.
    QCOMPARE(one->multiplications, qint64(28 * 28 * 9 * 4 + 784 * 8 + 80));
    QCOMPARE(differingSettings({one, run(experiment(2))}), QStringList{QStringLiteral("training.seed")});
    QVERIFY(differingSettings(std::vector<ComparedRunPtr>{one}).isEmpty());
}

void TestDuel::oneSettingIsFair()
{
    Experiment other = experiment(1);
    other.training.learningRate = 0.01;
    other.training.threads = 3; // not what is learned
    const Duel duel = duelOf(*run(experiment(1)), *run(other), 28, 10);
    QCOMPARE(duel.differing, QStringList{QStringLiteral("training.learning_rate")});
    QVERIFY(duel.isFair());
    QCOMPARE(duel.layers, 3); // conv1, hidden1, output
    QCOMPARE(duel.sharedLayers, 3);
    QVERIFY(duel.sharesBatches);
    other.training.batchSize = 32;
    const Duel two = duelOf(*run(experiment(1)), *run(other), 28, 10);
    QCOMPARE(two.differing.size(), 2);
    QVERIFY(!two.isFair());
    QVERIFY(!two.sharesBatches);
}

void TestDuel::seedAndDataAreNot()
{
    const Duel seed = duelOf(*run(experiment(1)), *run(experiment(2)), 28, 10);
    QVERIFY(seed.differing.isEmpty());
    QVERIFY(seed.seedDiffers && !seed.isFair() && !seed.sharesBatches);
    QCOMPARE(seed.sharedLayers, 0);
    const Duel data = duelOf(*run(experiment(1)), *run(experiment(1), 0.5, QStringLiteral("other")), 28, 10);
    QVERIFY(data.dataDiffers && !data.isFair());
}

void TestDuel::layersOfAnotherShapeDontShare()
{
    const Duel duel = duelOf(*run(experiment(1)), *run(experiment(1, 16)), 28, 10);
    QCOMPARE(duel.layers, 3);
    QCOMPARE(duel.sharedLayers, 1); // the convolution alone
    QVERIFY(duel.sharesBatches);
}

void TestDuel::seedsArePaired()
{
    const auto wide = [](qint64 seed, double accuracy) { return run(experiment(seed, 16), accuracy); };
    const std::vector<ComparedRunPtr> runs{run(experiment(1), 0.80), wide(1, 0.83), run(experiment(2), 0.82), wide(2, 0.84), run(experiment(3), 0.81), wide(4, 0.99)};
    const SeedDuel duel = seedDuel(runs, *runs[1], *runs[0]);
    QCOMPARE(duel.seeds, (std::vector<qint64>{1, 2}));
    QCOMPARE(duel.accuracy.pairs, 2);
    QVERIFY(std::abs(duel.accuracy.meanDifference - 0.025) < 1e-12); // (0.03 + 0.02) / 2
    // Deviation of 0.03 and 0.02: 0.01 / sqrt(2); t = 0.025 / (0.00707 / sqrt(2)) = 5.
    QVERIFY(std::abs(duel.accuracy.t - 5.0) < 1e-9);
    QVERIFY(std::abs(duel.accuracy.p - (1.0 - 2.0 * std::atan(5.0) / M_PI)) < 1e-9); // one degree of freedom: Cauchy
    QCOMPARE(seedDuel(runs, *runs[0], *runs[2]).accuracy.pairs, 0); // the same settings
}

void TestDuel::aBranchIsNoDuel()
{
    ComparedRun branch = *run(experiment(1, 16), 0.9);
    branch.parent = QStringLiteral("p");
    const Duel duel = duelOf(*run(experiment(1)), branch, 28, 10);
    QVERIFY(duel.isBranch && !duel.isFair() && !duel.sharesBatches);
    QCOMPARE(duel.sharedLayers, 0);
    const QStringList warnings = duelWarnings(duel, *run(experiment(1)), branch);
    QCOMPARE(warnings.size(), 1);
    QVERIFY(warnings.first().contains(QStringLiteral("branched off")));
    // Nor does it stand for its settings over several seeds.
    const auto wide = [](qint64 seed, double accuracy) { return run(experiment(seed, 16), accuracy); };
    const std::vector<ComparedRunPtr> runs{std::make_shared<ComparedRun>(branch), run(experiment(1), 0.8), wide(1, 0.7), run(experiment(2), 0.8), wide(2, 0.7)};
    const SeedDuel seeds = seedDuel(runs, *runs[1], *runs[2]);
    QCOMPARE(seeds.accuracy.pairs, 2);
    QVERIFY(std::abs(seeds.accuracy.meanDifference - 0.1) < 1e-12);
}

void TestDuel::twoSidesOfAList()
{
    const auto slow = [](qint64 seed, double accuracy) {
        Experiment slower = experiment(seed);
        slower.training.learningRate = 0.0001;
        return run(slower, accuracy);
    };
    const auto plain = [](qint64 seed, double accuracy) { return run(experiment(seed), accuracy); };
    // Differences 0.01, 0.02, 0.03 for the seeds 1, 2, 3; seed 4 has no partner.
    const std::optional<SeedDuel> duel = seedDuel({plain(3, 0.93), slow(1, 0.90), plain(1, 0.91), slow(2, 0.90), slow(3, 0.90), plain(2, 0.92), plain(4, 0.5)});
    QVERIFY(duel.has_value());
    QCOMPARE(duel->seeds, (std::vector<qint64>{1, 2, 3}));
    QVERIFY(std::abs(duel->accuracy.meanDifference - 0.02) < 1e-12);
    QVERIFY(std::abs(duel->accuracy.p - (1.0 - std::sqrt(12.0 / 14.0))) < 1e-9);
    QVERIFY(!seedDuel(std::vector<ComparedRunPtr>()));
    QVERIFY(!seedDuel({plain(1, 0.9), plain(2, 0.9)})); // one side
    QVERIFY(!seedDuel({plain(1, 0.9), slow(2, 0.9)})); // no common seed
    QVERIFY(!seedDuel({plain(1, 0.9), slow(1, 0.9)})); // one pair
    ComparedRun broken = *plain(2, 0.9);
    broken.experiment.training.epochs = 5;
    QVERIFY(!seedDuel({plain(1, 0.9), slow(1, 0.9), std::make_shared<ComparedRun>(broken), slow(2, 0.9)}));
}

void TestDuel::variants()
{
    const auto rates = variantsOf(experiment(1), {{QStringLiteral("training.learning_rate"), QJsonArray{0.01, 0.02}}});
    QVERIFY2(rates, qPrintable(rates.error()));
    QCOMPARE(rates.value().size(), std::size_t(2));
    QCOMPARE(rates.value()[1].training.learningRate, 0.02);
    QCOMPARE(rates.value()[1].training.seed, 1);
    QVERIFY(!variantsOf(experiment(1), {{QStringLiteral("training.nonsense"), QJsonArray{1}}}));
}

void TestDuel::overfittingHasAnEpoch()
{
    const auto found = findOverfitting({epoch(1, 1.0, 0.9), epoch(2, 0.6, 0.7), epoch(3, 0.3, 1.1)});
    QVERIFY(found);
    QCOMPARE(found->bestEpoch, 2);
    QCOMPARE(found->lastEpoch, 3);
    QVERIFY(std::abs(found->lossGap - 0.8) < 1e-12);
    QVERIFY(std::abs(found->accuracyGap - 0.15) < 1e-12);
}

void TestDuel::noOverfitting()
{
    QVERIFY(!findOverfitting({}));
    QVERIFY(!findOverfitting({epoch(1, 1.0, 0.9)}));
    QVERIFY(!findOverfitting({epoch(1, 0.9, 0.9), epoch(2, 0.5, 0.8)}));
    QVERIFY(!findOverfitting({epoch(1, 0.5, 0.800), epoch(2, 0.4, 0.807)})); // less than 1 %
    QVERIFY(!findOverfitting({epoch(1, 2.0, 0.5), epoch(2, 1.5, 0.9)})); // dropout: train above test
}

void TestDuel::overfittingCosts()
{
    // Four pictures of two classes; right is the larger share.
    const TestProbabilities best{4, 2, {60000, 5535, 60000, 5535, 5535, 60000, 40000, 25535}};
    const TestProbabilities last{4, 2, {60000, 5535, 5535, 60000, 5535, 60000, 25535, 40000}};
    const OverfittingCost cost = overfittingCost(best, last, {0, 0, 1, 1});
    QCOMPARE(cost.lost, std::vector<int>{1});
    QCOMPARE(cost.won, 1);
    QCOMPARE(cost.classes.size(), std::size_t(2));
    QCOMPARE(cost.classes[0].label, 0);
    QCOMPARE(cost.classes[0].accuracyChange, -0.5);
    QVERIFY(std::abs(cost.classes[0].lossRise - std::log(60000.0 / 5535.0) / 2.0) < 1e-4);
    QCOMPARE(cost.classes[1].accuracyChange, 0.5);
    QVERIFY(cost.classes[1].lossRise < 0.0);
    QVERIFY(overfittingCost(best, last, {0}).classes.empty());
}

void TestDuel::disagreements()
{
    const auto said = [](int predicted, float confidence) { return Answer{predicted, confidence, 0.0f, 0.0f}; };
    const std::vector<Answer> a{said(0, 0.9f), said(1, 0.6f), said(1, 0.9f), said(0, 0.5f), said(1, 0.7f)};
    const std::vector<Answer> b{said(0, 0.9f), said(0, 0.6f), said(0, 0.9f), said(0, 0.5f), said(0, 0.7f)};
    const Disagreements parted = disagreementsOf(a, b, {0, 1, 1, 1, 0});
    QCOMPARE(parted.bothRight, 1);
    QCOMPARE(parted.bothWrong, 1);
    QCOMPARE(parted.onlyFirst, (std::vector<int>{2, 1})); // where both were surer first
    QCOMPARE(parted.onlySecond, std::vector<int>{4});
}

QTEST_GUILESS_MAIN(TestDuel)
#include "tst_duel.moc"
