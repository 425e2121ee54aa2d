// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/comparison.h"
#include "core/training/presets.h"

#include <QtTest>

#include <cmath>

using namespace convscope;

namespace {

Experiment preset(const char *name)
{
    return findPreset(QString::fromLatin1(name), {}).value().experiment;
}

RunRecord finished(Experiment experiment, qint64 seed, double accuracy)
{
    RunRecord run;
    experiment.training.seed = seed;
    run.start.experiment = experiment;
    run.name = experiment.name;
    run.state = RecordState::Finished;
    run.last = EpochReport();
    run.last->testAccuracy = accuracy;
    return run;
}

} // namespace

class TestComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pathsAndValues();
    void whatDiffers();
    void pairsBySeed();
    void noPairs();
};

void TestComparison::pathsAndValues()
{
    const std::map<QString, QJsonValue> settings = settingsByPath(preset("cnn-2"));
    QCOMPARE(settings.at(QStringLiteral("training.learning_rate")).toDouble(), 0.00001);
    QCOMPARE(settings.at(QStringLiteral("architecture.conv_blocks")).toInt(), 2);
    QCOMPARE(settings.at(QStringLiteral("architecture.conv_blocks[1].filters")).toInt(), 64);
    QCOMPARE(settings.count(QStringLiteral("name")), std::size_t(0));
}

void TestComparison::whatDiffers()
{
    QCOMPARE(differingSettings({preset("cnn-2"), preset("cnn-3")}), QStringList{QStringLiteral("training.epochs")});
    QCOMPARE(differingSettings({preset("cnn-2"), preset("cnn-2")}), QStringList());
    const QStringList differing = differingSettings({preset("mlp-512"), preset("cnn-2")});
    QCOMPARE(differing.first(), QStringLiteral("training.epochs"));
    QVERIFY(differing.contains(QStringLiteral("architecture.conv_blocks")));
    QVERIFY(differing.contains(QStringLiteral("architecture.conv_blocks[0].filters")));
}

void TestComparison::pairsBySeed()
{
    const Experiment plain = preset("cnn-1");
    Experiment other = plain;
    other.name = QStringLiteral("slower");
    other.training.learningRate = 0.0001;
    // Differences 0.01, 0.02, 0.03 for the seeds 1, 2, 3; seed 4 has no partner.
    const std::optional<SeedPairs> pairs = seedPairs({finished(plain, 3, 0.93), finished(other, 1, 0.90), finished(plain, 1, 0.91), finished(other, 2, 0.90),
                                                      finished(other, 3, 0.90), finished(plain, 2, 0.92), finished(plain, 4, 0.5)});
    QVERIFY(pairs.has_value());
    QCOMPARE(pairs->seeds, (std::vector<qint64>{1, 2, 3}));
    QCOMPARE(pairs->differing, QStringList{QStringLiteral("training.learning_rate")});
    QCOMPARE(pairs->first, QStringLiteral("cnn-1"));
    QVERIFY(std::abs(pairs->accuracy.meanDifference - 0.02) < 1e-12);
    QVERIFY(std::abs(pairs->accuracy.p - (1.0 - std::sqrt(12.0 / 14.0))) < 1e-9);
}

void TestComparison::noPairs()
{
    const Experiment plain = preset("cnn-1");
    Experiment other = plain;
    other.training.learningRate = 0.0001;
    QVERIFY(!seedPairs({}));
    QVERIFY(!seedPairs({finished(plain, 1, 0.9), finished(plain, 2, 0.9)})); // one side
    QVERIFY(!seedPairs({finished(plain, 1, 0.9), finished(other, 2, 0.9)})); // no common seed
    QVERIFY(!seedPairs({finished(plain, 1, 0.9), finished(other, 1, 0.9)})); // one pair
    RunRecord running = finished(plain, 2, 0.9);
    running.state = RecordState::Running;
    QVERIFY(!seedPairs({finished(plain, 1, 0.9), finished(other, 1, 0.9), running, finished(other, 2, 0.9)}));
}

QTEST_GUILESS_MAIN(TestComparison)
#include "tst_comparison.moc"
