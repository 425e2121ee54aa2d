// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/common/machine.h"
#include "core/runs/medianstopper.h"
#include "core/runs/runstore.h"
#include "core/runs/trainingplan.h"
#include "core/training/presets.h"
#include "tests/support/idxwriter.h"
#include "tests/support/keepingsink.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace convscope;

using State = PlannedTraining::State;

namespace {

Experiment small(qint64 seed, int epochs = 4)
{
    Experiment experiment;
    experiment.name = QStringLiteral("small %1").arg(seed);
    experiment.architecture.hiddenLayers = {{8, Activation::Relu, 0.0}};
    experiment.training.batchSize = 10;
    experiment.training.epochs = epochs;
    experiment.training.seed = seed;
    return experiment;
}

EpochReport report(int epoch, double accuracy)
{
    EpochReport report;
    report.epoch = epoch;
    report.steps = 10 * epoch;
    report.testAccuracy = accuracy;
    report.testLoss = 1.0 - accuracy;
    report.trainSeconds = 1.5;
    report.testSeconds = 0.5;
    return report;
}

} // namespace

/// Plans of several trainings, how they wait, and who is given up.
class TestTrainingPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatIsThereIsNotPlannedAgain();
    void timeIsThatOfTheNearestRun();
    void runsOfThisMachineCountFirst();
    void diskUseIsThatOfItsParts();
    void theQueueKeepsTheSweep();
    void hopelessRunsAreStopped();
    void hopelessByTheTestLoss();
    void withoutARuleNothingIsStopped();
    void aRunThatGoesOnRemembersItsEpochs();
    void onlyRunsOfTheSameSweepCount();

private:
    RunRecord record(const Experiment &experiment, RecordState state, int epochs) const;
    /// A run of the sweep with those accuracies, in the laboratory.
    QString recordRun(qint64 seed, const std::vector<double> &accuracies, const QString &tag = QStringLiteral("s"));
    RecordingTarget target(const QString &tag = QStringLiteral("s"), bool withRule = true) const;
    RunStarted start(qint64 seed) const;
    QString file() const { return m_folder->filePath(QStringLiteral("laboratory.sqlite")); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RunStore> m_store;
    DatasetPtr m_data = test::barsDataset(100, 20);
};

void TestTrainingPlan::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::move(RunStore::open(file())).value();
}

RunStarted TestTrainingPlan::start(qint64 seed) const
{
    RunStarted start;
    start.experiment = small(seed);
    start.dataChecksum = m_data->checksum;
    start.batchesPerEpoch = 10;
    return start;
}

RunRecord TestTrainingPlan::record(const Experiment &experiment, RecordState state, int epochs) const
{
    RunRecord record;
    record.id = experiment.name;
    record.start.experiment = experiment;
    record.start.dataChecksum = m_data->checksum;
    record.state = state;
    record.epochs = epochs;
    record.program = QStringLiteral("ConvScope, ") + processorName();
    if (epochs > 0) {
        record.last = report(epochs, 0.5);
    }
    return record;
}

RecordingTarget TestTrainingPlan::target(const QString &tag, bool withRule) const
{
    RecordingTarget target = RunStore::newTarget(QStringLiteral("/data"));
    target.sweep = SweepMembership{tag, withRule ? std::optional<MedianRule>(MedianRule()) : std::nullopt};
    return target;
}

QString TestTrainingPlan::recordRun(qint64 seed, const std::vector<double> &accuracies, const QString &tag)
{
    const RecordingTarget target = this->target(tag, false);
    RunNews news;
    news.started = start(seed);
    for (const double accuracy : accuracies) {
        news.epochs.push_back(report(int(news.epochs.size()) + 1, accuracy));
    }
    news.end = RunEnd();
    SqlConnection connection(file(), SqlConnection::Mode::ReadWrite);
    if (!RunWriter(connection, target).write(news)) {
        qFatal("not written");
    }
    return target.id;
}

void TestTrainingPlan::whatIsThereIsNotPlannedAgain()
{
    RunRecord givenUp = record(small(5), RecordState::Stopped, 2);
    givenUp.end = RunEnd();
    givenUp.end->kind = RunEnd::Kind::Stopped;
    givenUp.end->reason = reasonOf({MedianRule::Measure::TestAccuracy, 2, 0.1, 0.5, 3});
    RunRecord early = record(small(6), RecordState::Finished, 3);
    early.end = RunEnd();
    early.end->epochsWithoutGain = 2; // its settings ended it
    const std::vector<RunRecord> runs{record(small(1), RecordState::Finished, 4), record(small(2), RecordState::Interrupted, 1), givenUp, early};
    Queue queue;
    queue.entries.push_back({1, small(3), false, {}, {}, {}});
    const std::vector<Experiment> wanted{small(1), small(2), small(3), small(4), small(5), small(6)};
    const TrainingPlan plan = planTrainings(wanted, MedianRule(), runs, queue, *m_data);
    const std::vector<State> expected{State::Done, State::Begun, State::Waiting, State::Missing, State::Done, State::Done};
    for (std::size_t i = 0; i < expected.size(); ++i) {
        QCOMPARE(plan.trainings[i].state, expected[i]);
    }
    QCOMPARE(plan.wanted(), 2);
    QCOMPARE(plan.trainings[1].run, small(2).name);
    QCOMPARE(plan.trainings[1].epochs, 1);
    // Without the rule, what it stopped goes on.
    QCOMPARE(planTrainings(wanted, std::nullopt, runs, queue, *m_data).trainings[4].state, State::Begun);
}

void TestTrainingPlan::timeIsThatOfTheNearestRun()
{
    QVERIFY(!planTrainings({small(1)}, std::nullopt, {}, {}, *m_data).seconds());
    Experiment half = small(2, 10);
    half.training.trainImages = 50;
    Experiment wide = small(3, 1);
    wide.architecture.hiddenLayers = {{16, Activation::Relu, 0.0}};
    const TrainingPlan plan = planTrainings({half, wide, small(1)}, std::nullopt, {record(small(1), RecordState::Interrupted, 1)}, {}, *m_data);
    QCOMPARE(*plan.trainings[0].seconds, 12.5); // 1.5 s an epoch with 100 pictures, and 0.5 s for the test, which doesn't become shorter
    QVERIFY(std::abs(*plan.trainings[1].seconds - 4.0) < 0.05); // about twice the multiplications
    QCOMPARE(*plan.trainings[2].seconds, 6.0); // three epochs are left
    QVERIFY(std::abs(*plan.seconds() - 22.5) < 0.05);
    // Judged by a run that had a quarter of the pictures, and half of the test pictures.
    RunRecord quarter = record(small(4), RecordState::Interrupted, 1);
    quarter.start.experiment.training.trainImages = quarter.start.trainImages = 25;
    quarter.start.testImages = m_data->test.count / 2;
    QCOMPARE(*planTrainings({small(5, 1)}, std::nullopt, {quarter}, {}, *m_data).seconds(), 7.0); // 4 x 1.5 + 2 x 0.5
    // Of other pictures than those of now, all 50 of which it took.
    RunRecord elsewhere = record(small(4), RecordState::Finished, 4);
    elsewhere.start.trainImages = 50;
    QCOMPARE(*planTrainings({small(5, 1)}, std::nullopt, {elsewhere}, {}, *m_data).seconds(), 3.5);
}

void TestTrainingPlan::runsOfThisMachineCountFirst()
{
    if (processorName().isEmpty()) {
        QSKIP("the system doesn't say which processor this is");
    }
    RunRecord other = record(small(1), RecordState::Finished, 4);
    other.program = QStringLiteral("ConvScope, another machine");
    other.last->trainSeconds = 99.5;
    QCOMPARE(*planTrainings({small(9, 1)}, std::nullopt, {other}, {}, *m_data).seconds(), 100.0);
    QCOMPARE(*planTrainings({small(9, 1)}, std::nullopt, {other, record(small(2), RecordState::Finished, 4)}, {}, *m_data).seconds(), 2.0);
}

/// 784 * 8 + 8 + 8 * classes + classes numbers; 40 batches.
void TestTrainingPlan::diskUseIsThatOfItsParts()
{
    const qint64 parameters = 28 * 28 * 8 + 8 + 8 * m_data->classes + m_data->classes;
    // Moments: 0, 1, 2, 3, 4, 6, 8, 11, 16, 23, 32 and the ends of epochs 10, 20, 30, 40; three checkpoints of three copies.
    const qint64 expected = (15 + 9) * parameters * 4 + 4 * (10 * 12 + 20 * m_data->classes * 2);
    QCOMPARE(estimatedDiskUse(small(1), *m_data), expected);
}

void TestTrainingPlan::theQueueKeepsTheSweep()
{
    const QString begun = recordRun(2, {0.5});
    QCOMPARE(m_store->rename(begun, QStringLiteral("half")), QString());
    TrainingPlan plan;
    PlannedTraining training;
    training.experiment = small(1);
    plan.trainings.push_back(training);
    training.experiment = small(2);
    training.state = State::Begun;
    training.run = begun;
    plan.trainings.push_back(training);
    training.state = State::Done;
    training.run = recordRun(3, {0.5, 0.6}, QStringLiteral("other"));
    plan.trainings.push_back(training);
    MedianRule rule;
    rule.afterEpochs = 3;
    const SweepMembership sweep{QStringLiteral("barrido ñ"), rule};
    QCOMPARE(m_store->enqueue(plan, sweep), QString());
    const Queue queue = m_store->queue().value();
    QVERIFY(queue.problems.isEmpty());
    QCOMPARE(queue.entries.size(), std::size_t(2));
    QCOMPARE(queue.entries[0].sweep, std::optional(sweep));
    QCOMPARE(queue.entries[0].experiment, small(1));
    QCOMPARE(queue.entries[1].run, begun);
    QCOMPARE(m_store->run(training.run).value().tags, (QStringList{QStringLiteral("other"), sweep.name}));
    QCOMPARE(m_store->skipInQueue(queue.entries[0].number, true), QString());
    QCOMPARE(m_store->queue().value().entries[0].sweep, std::optional(sweep)); // written anew
    QCOMPARE(m_store->queue().value().entries[0].sweep->stop->afterEpochs, 3);
    QVERIFY(m_store->enqueue(small(4)).ok());
    QVERIFY(!m_store->queue().value().entries[2].sweep);
    // What waits alone joins the sweep; what belongs to another one is added; what is skipped isn't counted on.
    const SweepMembership second{QStringLiteral("second"), std::nullopt};
    const TrainingPlan next = planTrainings({small(4), small(1), small(2)}, std::nullopt, m_store->runs().value().runs, m_store->queue().value(), *m_data);
    QCOMPARE(next.trainings[0].state, State::Waiting);
    QCOMPARE(next.trainings[1].state, State::Missing); // skipped above
    QCOMPARE(m_store->enqueue(next, second), QString());
    QCOMPARE(m_store->enqueue(planTrainings({small(4)}, std::nullopt, m_store->runs().value().runs, m_store->queue().value(), *m_data), second), QString()); // not twice
    const std::vector<QueueEntry> entries = m_store->queue().value().entries;
    const auto ofSweep = [&entries](qint64 seed, const QString &name) {
        return std::count_if(entries.begin(), entries.end(), [&](const QueueEntry &entry) { return entry.experiment == small(seed) && entry.sweep && entry.sweep->name == name; });
    };
    QCOMPARE(ofSweep(4, second.name), 1);
    QCOMPARE(ofSweep(1, second.name), 1);
    QCOMPARE(ofSweep(2, second.name), 1);
    QCOMPARE(ofSweep(2, sweep.name), 1);
    QCOMPARE(entries.size(), std::size_t(5)); // 1 (skipped), 2, 4; and 1, 2 once more
}

/// The other measure: the lower is the better one.
void TestTrainingPlan::hopelessByTheTestLoss()
{
    for (qint64 seed = 1; seed <= 3; ++seed) {
        recordRun(seed, {0.9, 0.9, 0.9, 0.9}); // a loss of 0.1
    }
    test::KeepingSink next;
    RunControl control;
    RecordingTarget mine = target();
    mine.sweep->stop->measure = MedianRule::Measure::TestLoss;
    MedianStopper stopper(file(), mine, next, control);
    stopper.started(start(4));
    stopper.epochFinished(report(1, 0.95));
    QCOMPARE(control.beforeBatch({}), RunControl::Directive::Continue);
    MedianStopper hopeless(file(), mine, next, control);
    hopeless.started(start(5));
    hopeless.epochFinished(report(1, 0.5));
    QCOMPARE(control.beforeBatch({}), RunControl::Directive::Stop);
    RunEnd end;
    end.kind = RunEnd::Kind::Stopped;
    const std::optional<MedianVerdict> verdict = verdictFrom(hopeless.withReason(end).reason);
    QVERIFY(verdict);
    QCOMPARE(*verdict, (MedianVerdict{MedianRule::Measure::TestLoss, 1, 0.5, 1.0 - 0.9, 3}));
}

void TestTrainingPlan::hopelessRunsAreStopped()
{
    recordRun(1, {0.4, 0.6, 0.8, 0.9});
    recordRun(2, {0.6, 0.8});
    recordRun(3, {0.7, 0.9, 0.9});
    test::KeepingSink next;
    RunControl control;
    MedianStopper stopper(file(), target(), next, control);
    stopper.started(start(4));
    stopper.epochFinished(report(1, 0.65)); // the median is 0.6
    QCOMPARE(control.beforeBatch({}), RunControl::Directive::Continue);
    stopper.epochFinished(report(2, 0.6)); // 0.65 against 0.7
    QCOMPARE(control.beforeBatch({}), RunControl::Directive::Stop);
    QCOMPARE(next.epochs.size(), std::size_t(2));
    RunEnd end;
    end.kind = RunEnd::Kind::Stopped;
    const std::optional<MedianVerdict> verdict = verdictFrom(stopper.withReason(end).reason);
    QVERIFY(verdict);
    QCOMPARE(*verdict, (MedianVerdict{MedianRule::Measure::TestAccuracy, 2, 0.65, 0.7, 3}));
    end.kind = RunEnd::Kind::Failed;
    QVERIFY(stopper.withReason(end).reason.isEmpty());
}

void TestTrainingPlan::withoutARuleNothingIsStopped()
{
    for (qint64 seed = 1; seed <= 3; ++seed) {
        recordRun(seed, {0.9, 0.9, 0.9, 0.9});
    }
    test::KeepingSink next;
    RunControl control;
    MedianStopper stopper(file(), target(QStringLiteral("s"), false), next, control);
    stopper.started(start(4));
    stopper.epochFinished(report(1, 0.1));
    QCOMPARE(control.beforeBatch({}), RunControl::Directive::Continue);
    MedianStopper last(file(), target(), next, control);
    last.started(start(5));
    last.epochFinished(report(4, 0.1)); // its last epoch: there is nothing to be saved
    QCOMPARE(control.beforeBatch({}), RunControl::Directive::Continue);
}

void TestTrainingPlan::aRunThatGoesOnRemembersItsEpochs()
{
    for (qint64 seed = 1; seed <= 3; ++seed) {
        recordRun(seed, {0.5, 0.5, 0.5, 0.5});
    }
    for (const double before : {0.6, 0.2}) {
        RecordingTarget mine = target();
        mine.id = recordRun(4, {before});
        test::KeepingSink next;
        RunControl control;
        MedianStopper stopper(file(), mine, next, control);
        RunStarted on = start(4);
        on.steps = 10;
        stopper.started(on);
        stopper.epochFinished(report(2, 0.4));
        QCOMPARE(control.beforeBatch({}), before > 0.5 ? RunControl::Directive::Continue : RunControl::Directive::Stop);
        QCOMPARE(m_store->moveToTrash(mine.id), QString());
    }
}

void TestTrainingPlan::onlyRunsOfTheSameSweepCount()
{
    for (qint64 seed = 1; seed <= 3; ++seed) {
        recordRun(seed, {0.9, 0.9}, QStringLiteral("another"));
    }
    test::KeepingSink next;
    RunControl control;
    MedianStopper stopper(file(), target(), next, control);
    stopper.started(start(4));
    stopper.epochFinished(report(1, 0.1));
    QCOMPARE(control.beforeBatch({}), RunControl::Directive::Continue);
}

QTEST_GUILESS_MAIN(TestTrainingPlan)
#include "tst_trainingplan.moc"
