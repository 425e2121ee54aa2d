// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/runstore.h"
#include "tests/core/runs/sampleruns.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace convscope;

/// Branches, labels, the trash, and which weights count.
class TestRunBranch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void branchKeepsTheHistoryUpToThere();
    void refusedBranches();
    void branchFromOperatedWeights_data();
    void branchFromOperatedWeights();
    void refusedOperations();
    void earlierMomentsAreTheParents();
    void aBranchWithoutItsParent();
    void labelsAreKept();
    void emptyTrash();
    void bestWeightsCount();
    void theBestEpochOfTheParentCounts();
    void twoThousandRuns();

private:
    QString file() const { return m_folder->filePath(QStringLiteral("laboratory.sqlite")); }
    std::unique_ptr<RunStore> open() const { return std::move(RunStore::open(file())).value(); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestRunBranch::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestRunBranch::branchKeepsTheHistoryUpToThere()
{
    const QString parent = test::recordSample(file());
    const auto store = open();
    Experiment wanted = test::sampleStart().experiment;
    wanted.training.learningRate = 0.025;
    wanted.training.epochs = 4;
    wanted.training.seed = 99; // stays the parent's: the order of batches goes on
    const Result<QString> id = store->branch(parent, 10, wanted);
    QVERIFY2(id, qPrintable(id.error()));
    const LoadedRun run = store->load(id.value()).value();
    QCOMPARE(run.problems, QStringList());
    QCOMPARE(run.record.parent, parent);
    QCOMPARE(run.record.parentSteps, qint64(10));
    QCOMPARE(run.record.epochs, 2);
    QCOMPARE(run.record.batches, qint64(10));
    QCOMPARE(run.record.state, RecordState::Stopped);
    QCOMPARE(run.record.best->epoch, 2);
    QCOMPARE(run.record.start.experiment.training.learningRate, 0.025);
    QCOMPARE(run.record.start.experiment.training.epochs, 4);
    QCOMPARE(run.record.start.experiment.training.seed, test::sampleStart().experiment.training.seed);
    std::vector<BatchPoint> points;
    run.history->readBatches(0, points);
    QCOMPARE(points.size(), std::size_t(10));
    QVERIFY(test::operator==(points[9], test::samplePoint(9)));
    const ResumePoint point = store->resumePoint(id.value()).value();
    QCOMPARE(point.checkpoint->steps, qint64(10));
    QCOMPARE(point.checkpoint->live.learningRate, 0.025);
    QVERIFY(point.checkpoint->weights[0].values == test::sampleCheckpoint(10)->weights[0].values);
    QVERIFY(store->claim(point));
    // The parent is as it was.
    QCOMPARE(store->load(parent).value().problems, QStringList());
    QCOMPARE(store->run(parent).value().epochs, 3);
}

void TestRunBranch::refusedBranches()
{
    const QString parent = test::recordSample(file());
    const auto store = open();
    Experiment wanted = test::sampleStart().experiment;
    QVERIFY(!store->branch(parent, 7, wanted)); // nothing is kept there
    wanted.training.epochs = 2;
    QVERIFY(!store->branch(parent, 10, wanted)); // it has as many already
    wanted = test::sampleStart().experiment;
    wanted.architecture.hiddenLayers.front().width = 3;
    QVERIFY(!store->branch(parent, 10, wanted));
    QVERIFY(!store->branch(QStringLiteral("nobody"), 10, wanted));
    QCOMPARE(store->runs().value().runs.size(), std::size_t(1));
}

void TestRunBranch::branchFromOperatedWeights_data()
{
    QTest::addColumn<bool>("hasCheckpoint");
    QTest::addColumn<bool>("hasWeights");
    QTest::newRow("where a checkpoint is kept") << true << true;
    QTest::newRow("where only weights are kept") << false << true;
    QTest::newRow("where nothing is kept") << false << false; // operated on while it trained
}

/// A run of an epoch and two batches; the operation is on its last moment.
void TestRunBranch::branchFromOperatedWeights()
{
    QFETCH(bool, hasCheckpoint);
    QFETCH(bool, hasWeights);
    const RecordingTarget target = RunStore::newTarget(QStringLiteral("/data"));
    const auto store = open();
    const WeightsPtr kept = test::sampleWeights(7);
    {
        RunNews news = test::sampleNews(3);
        news.batches.resize(7);
        news.epochs.resize(1);
        news.snapshots = {hasWeights ? kept : test::sampleWeights(5)};
        news.best.reset();
        auto checkpoint = std::make_shared<Checkpoint>(*test::sampleCheckpoint(hasCheckpoint ? 7 : 5));
        checkpoint->weights = kept->arrays;
        checkpoint->optimizer = {{"hidden1.bias.first_moment", {2}, {0.25f, 0.5f}}, {"output.bias.first_moment", {2}, {0.75f, 1.0f}}};
        news.latest = checkpoint;
        news.end = RunEnd{RunEnd::Kind::Stopped, 7, 2, 2, {}, 0.0, false, 0};
        SqlConnection connection(file(), SqlConnection::Mode::ReadWrite);
        RunWriter(connection, target).write(news);
    }
    Weights operated = *kept;
    operated.find("hidden1.bias")->values[1] = 0.0f;
    Experiment wanted = test::sampleStart().experiment;
    wanted.training.frozenFilters = {{0, 3}}; // recorded as it was asked for
    const Result<QString> id = store->branch(target.id, operated, wanted);
    QVERIFY2(id, qPrintable(id.error()));
    const LoadedRun run = store->load(id.value()).value();
    QCOMPARE(run.problems, QStringList());
    QCOMPARE(run.record.parent, target.id);
    QCOMPARE(run.record.parentSteps, qint64(7));
    QCOMPARE(run.record.name, QStringLiteral("muestra ñ, operated"));
    QCOMPARE(run.record.batches, qint64(7));
    QCOMPARE(run.record.epochs, 1);
    QVERIFY(run.record.start.experiment.training.frozenFilters == wanted.training.frozenFilters);
    const CheckpointPtr checkpoint = store->resumePoint(id.value()).value().checkpoint;
    QCOMPARE(checkpoint->steps, qint64(7));
    QCOMPARE(checkpoint->epoch, 2);
    QCOMPARE(checkpoint->batch, qint64(2));
    QVERIFY(!checkpoint->epochIsComplete);
    for (std::size_t i = 0; i < operated.arrays.size(); ++i) {
        QVERIFY(checkpoint->weights[i].values == operated.arrays[i].values);
    }
    if (hasCheckpoint) {
        QCOMPARE(checkpoint->optimizerSteps, qint64(7));
        QCOMPARE(checkpoint->optimizer[0].values, (std::vector<float>{0.25f, 0.0f})); // what was changed is forgotten
        QCOMPARE(checkpoint->optimizer[1].values, (std::vector<float>{0.75f, 1.0f}));
    } else {
        QCOMPARE(checkpoint->optimizerSteps, qint64(0));
        QVERIFY(checkpoint->optimizer.empty());
        // Batches 6 and 7, of 64 pictures each: losses 1/6 and 1/7, 29 and 35 right.
        QCOMPARE(checkpoint->images, qint64(128));
        QCOMPARE(checkpoint->correct, qint64(64));
        QVERIFY(std::abs(checkpoint->lossSum - 64.0 * (1.0 / 6.0 + 1.0 / 7.0)) < 1e-5);
        QCOMPARE(checkpoint->bestEpoch, 1);
        QCOMPARE(checkpoint->bestLoss, 0.7);
    }
}

void TestRunBranch::refusedOperations()
{
    const QString parent = test::recordSample(file());
    const auto store = open();
    const Experiment wanted = test::sampleStart().experiment;
    QVERIFY(!store->branch(parent, *test::sampleWeights(16), wanted)); // it hasn't trained as long
    Weights other = *test::sampleWeights(10);
    other.arrays.pop_back();
    QVERIFY(!store->branch(parent, other, wanted));
    other = *test::sampleWeights(10);
    other.arrays[0].values.pop_back();
    QVERIFY(!store->branch(parent, other, wanted));
    QCOMPARE(store->runs().value().runs.size(), std::size_t(1));
}

/// The parent keeps weights at 5 and 10 and films up to there; the branch begins at 10 with other weights, and its own branch at 5.
void TestRunBranch::earlierMomentsAreTheParents()
{
    const auto store = open();
    const RecordingTarget target = RunStore::newTarget(QStringLiteral("/data"));
    {
        RunNews news = test::sampleNews(3);
        news.snapshots = {test::sampleWeights(5), test::sampleWeights(10)};
        SqlConnection connection(file(), SqlConnection::Mode::ReadWrite);
        RunWriter(connection, target).write(news);
    }
    const RunMoments parents = store->moments(target.id).value();
    Weights operated = *test::sampleWeights(10);
    operated.arrays[0].values[0] = 77.0f;
    const Result<QString> child = store->branch(target.id, operated, test::sampleStart().experiment);
    QVERIFY2(child, qPrintable(child.error()));
    const RunMoments moments = store->moments(child.value()).value();
    std::vector<qint64> expected;
    for (const qint64 steps : parents.weights) {
        if (steps <= 10) {
            expected.push_back(steps);
        }
    }
    QCOMPARE(moments.weights, expected);
    QCOMPARE(store->weights(child.value(), 5).value()->arrays[0].values, store->weights(target.id, 5).value()->arrays[0].values);
    QCOMPARE(store->weights(child.value(), 10).value()->arrays[0].values[0], 77.0f);
    QCOMPARE(store->weights(target.id, 10).value()->arrays[0].values, test::sampleWeights(10)->arrays[0].values);
    QCOMPARE(store->checkpointNear(child.value(), 10).value().checkpoint->weights[0].values[0], 77.0f);
    QCOMPARE(moments.firstFilters, parents.firstFilters);
    if (parents.firstFilters >= 0) {
        QCOMPARE(store->film(child.value(), parents.firstFilters).value().frameAt(parents.firstFilters),
                 store->film(target.id, parents.firstFilters).value().frameAt(parents.firstFilters));
        QVERIFY(store->film(child.value(), 9).value().lastStep() < 10);
    }
    QCOMPARE(moments.probabilities, (std::vector<int>{1, 2}));
    QCOMPARE(store->probabilities(child.value(), 2).value().values, store->probabilities(target.id, 2).value().values);
    // A step at that moment is taken with the settings of whoever trained there.
    Experiment slower = test::sampleStart().experiment;
    slower.training.momentum = 0.125;
    const QString third = store->branch(target.id, 10, slower).value();
    QCOMPARE(store->checkpointNear(third, 10).value().start.experiment.training.momentum, 0.125);
    const OwnedCheckpoint earlier = store->checkpointNear(third, 9).value();
    QCOMPARE(earlier.start.experiment.training.momentum, earlier.checkpoint->steps < 10 ? test::sampleStart().experiment.training.momentum : 0.125);
    // What is operated on at a moment of the parent's makes a branch of the parent.
    const Result<QString> other = store->branch(child.value(), *store->weights(child.value(), 5).value(), test::sampleStart().experiment);
    QVERIFY2(other, qPrintable(other.error()));
    QCOMPARE(store->run(other.value()).value().parent, target.id);
    QCOMPARE(store->run(other.value()).value().parentSteps, qint64(5));
}

void TestRunBranch::aBranchWithoutItsParent()
{
    const QString parent = test::recordSample(file());
    const auto store = open();
    const QString child = store->branch(parent, 10, test::sampleStart().experiment).value();
    QCOMPARE(store->moveToTrash(parent), QString());
    QVERIFY(store->moments(child).value().weights.front() < 10); // still there
    QCOMPARE(store->erase(parent), QString());
    QCOMPARE(store->moments(child).value().weights, std::vector<qint64>{10});
    QVERIFY(!store->weights(child, 5));
    QCOMPARE(store->checkpointNear(child, 0).value().checkpoint->steps, qint64(10));
}

void TestRunBranch::labelsAreKept()
{
    const QString id = test::recordSample(file());
    const RunLabels labels{QStringLiteral("Nota con ñ\nand a second line"), {QStringLiteral("one"), QStringLiteral("dos")}, true};
    QCOMPARE(open()->setLabels(id, labels), QString());
    const RunRecord run = open()->run(id).value();
    QCOMPARE((RunLabels{run.note, run.tags, run.favourite}), labels);
}

void TestRunBranch::emptyTrash()
{
    const QString kept = test::recordSample(file());
    const QString first = test::recordSample(file());
    const QString second = test::recordSample(file());
    const auto store = open();
    QCOMPARE(store->moveToTrash(first), QString());
    QCOMPARE(store->moveToTrash(second), QString());
    QCOMPARE(store->emptyTrash(), QString());
    QCOMPARE(store->trash().value().runs.size(), std::size_t(0));
    QVERIFY(!store->run(first));
    QCOMPARE(store->load(kept).value().problems, QStringList());
    QCOMPARE(store->diskUse(second).value(), qint64(0));
    QCOMPARE(store->emptyTrash(), QString()); // nothing to do
}

/// Epoch 2 of the sample has the lowest test loss.
void TestRunBranch::bestWeightsCount()
{
    const auto record = [this](FinalWeights weights) {
        const RecordingTarget target = RunStore::newTarget(QString());
        RunNews news = test::sampleNews(3);
        news.started->experiment.training.finalWeights = weights;
        news.best = test::sampleCheckpoint(10);
        news.latest = test::sampleCheckpoint(15);
        auto store = open(); // makes the file
        const auto connection = std::make_unique<SqlConnection>(file(), SqlConnection::Mode::ReadWrite);
        RunWriter(*connection, target).write(news);
        return target.id;
    };
    const QString best = record(FinalWeights::Best);
    QCOMPARE(open()->finalPoint(best).value().checkpoint->steps, qint64(10));
    QCOMPARE(open()->moments(best).value().finalStep, qint64(10));
    const QString last = record(FinalWeights::Last);
    QCOMPARE(open()->finalPoint(last).value().checkpoint->steps, qint64(15));
    QCOMPARE(open()->moments(last).value().finalStep, qint64(-1));
    QCOMPARE(open()->moments(last).value().isEnded, open()->run(last).value().state != RecordState::Running);
}

/// Epoch 2 stays the best in a branch from the end; its checkpoint comes along.
void TestRunBranch::theBestEpochOfTheParentCounts()
{
    const QString parent = test::recordSample(file());
    const auto store = open();
    Experiment wanted = test::sampleStart().experiment;
    wanted.training.finalWeights = FinalWeights::Best;
    wanted.training.epochs = 4;
    const Result<QString> id = store->branch(parent, 15, wanted);
    QVERIFY2(id, qPrintable(id.error()));
    const ResumePoint best = store->finalPoint(id.value()).value();
    QCOMPARE(best.checkpoint->steps, qint64(10));
    QCOMPARE(best.problems, QStringList());
    QCOMPARE(store->resumePoint(id.value()).value().checkpoint->steps, qint64(15));
    QCOMPARE(store->moments(id.value()).value().weights, (std::vector<qint64>{5, 10, 15})); // each once
    {
        SqlConnection connection(file(), SqlConnection::Mode::ReadWrite);
        connection.query(QStringLiteral("UPDATE checkpoint_parts SET data = zeroblob(length(data)) WHERE run = ? AND steps = 10"), {id.value()});
    }
    const ResumePoint last = store->finalPoint(id.value()).value();
    QCOMPARE(last.checkpoint->steps, qint64(15));
    QCOMPARE(last.problems.size(), 2); // what is damaged, and what stands for it
}

void TestRunBranch::twoThousandRuns()
{
    const QString id = test::recordSample(file());
    const auto store = open();
    {
        SqlConnection connection(file(), SqlConnection::Mode::ReadWrite);
        RunRecord run = store->run(id).value();
        SqlTransaction transaction(connection);
        for (int i = 0; i < 1999; ++i) {
            run.id = QStringLiteral("made-up-%1").arg(i);
            writeRun(connection, run);
        }
        transaction.commit();
    }
    QElapsedTimer clock;
    clock.start();
    const Result<RunList> list = store->runs();
    QCOMPARE(list.value().runs.size(), std::size_t(2000));
    qInfo("2,000 runs listed in %lld ms", clock.elapsed());
    QVERIFY(clock.elapsed() < 20000); // a second on a quiet machine; this only finds what grows with the square
}

QTEST_GUILESS_MAIN(TestRunBranch)
#include "tst_runbranch.moc"
