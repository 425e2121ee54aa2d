// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/laboratoryfile.h"
#include "core/runs/rows.h"
#include "core/runs/runowner.h"
#include "core/runs/runstore.h"
#include "tests/core/runs/sampleruns.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QUuid>
#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace convscope;

class TestRunStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everythingComesBack();
    void newestFirst();
    void findsByPrefix();
    void keepsTheLastTwoAndTheBest();
    void goesOnFromACheckpoint();
    void passesOverADamagedCheckpoint();
    void anotherProgramWasQuicker();
    void aDamagedRowCanBeRemoved();
    void changesOfTheList();
    void trashAndErase();
    void deadOwnerIsInterrupted();
    void liveRunIsLeftAlone();
    void twoStoresOnOneFile();
    void thinning();
    void twoThousandRuns();
    void millionBatches();

private:
    std::unique_ptr<RunStore> store() const
    {
        Result<std::unique_ptr<RunStore>> opened = RunStore::open(m_file);
        if (!opened) {
            qFatal("%s", qPrintable(opened.error()));
        }
        return std::move(opened).value();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void TestRunStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(QStringLiteral("año %41?#/laboratory.sqlite"));
}

void TestRunStore::everythingComesBack()
{
    const QString id = test::recordSample(m_file);
    const Result<LoadedRun> loaded = store()->load(id);
    QVERIFY2(loaded, qPrintable(loaded.error()));
    const LoadedRun &run = loaded.value();
    QCOMPARE(run.problems, QStringList());
    QCOMPARE(run.record.name, QStringLiteral("muestra ñ"));
    QCOMPARE(run.record.state, RecordState::Finished);
    QCOMPARE(run.record.dataFolder, QStringLiteral("/data"));
    QVERIFY(run.record.start.experiment == test::sampleStart().experiment);
    QCOMPARE(run.record.start.dataChecksum, QStringLiteral("abc123"));
    QCOMPARE(run.record.start.threads, 2);
    QCOMPARE(run.record.epochs, 3);
    QCOMPARE(run.record.best->epoch, 2);
    QCOMPARE(run.record.last->epoch, 3);
    QVERIFY(std::isnan(run.record.last->trainLoss));
    std::vector<BatchPoint> points;
    run.history->readBatches(0, points);
    QCOMPARE(points.size(), std::size_t(15));
    for (qint64 i = 0; i < 15; ++i) {
        QVERIFY(test::operator==(points[std::size_t(i)], test::samplePoint(i)));
    }
    const std::vector<EpochReport> epochs = run.history->epochs();
    QCOMPARE(epochs.size(), std::size_t(3));
    for (int epoch = 1; epoch <= 3; ++epoch) {
        QVERIFY(test::sameBits(epochs[std::size_t(epoch - 1)], test::sampleEpoch(epoch)));
    }
    QCOMPARE(run.history->events().size(), std::size_t(1));
    QVERIFY(run.history->events()[0].after == test::sampleNews(1).events[0].after);
    QVERIFY(run.history->ended());
    const auto probabilities = store()->probabilities(id, 2);
    QVERIFY(probabilities);
    QVERIFY(probabilities.value().values == test::sampleEpoch(2).probabilities->values);
    QVERIFY(!store()->probabilities(id, 3)); // it was not finite
    const auto checkpoint = store()->checkpoint(id, 15);
    QVERIFY(checkpoint);
    QVERIFY(test::sameBits(*checkpoint.value(), *test::sampleCheckpoint(15)));
    QVERIFY(store()->diskUse(id).value() > 400);
}

void TestRunStore::newestFirst()
{
    QStringList recorded;
    for (int i = 0; i < 4; ++i) {
        recorded.prepend(test::recordSample(m_file, 1));
    }
    QStringList listed;
    const Result<RunList> list = store()->runs();
    for (const RunRecord &run : list.value().runs) {
        listed << run.id;
    }
    QCOMPARE(listed, recorded);
    QCOMPARE(store()->findId(QStringLiteral("latest")).value(), recorded.first());
}

void TestRunStore::findsByPrefix()
{
    const QString id = test::recordSample(m_file);
    test::recordSample(m_file);
    QCOMPARE(store()->findId(id).value(), id);
    QCOMPARE(store()->findId(id.left(20)).value(), id);
    QVERIFY(!store()->findId(id.left(3)));
    QVERIFY(!store()->findId(QStringLiteral("zzzzzz")));
    QVERIFY(!store()->findId(QString()));
    QVERIFY(!store()->findId(QStringLiteral("%%%%")));
}

void TestRunStore::keepsTheLastTwoAndTheBest()
{
    const auto stepsOf = [&](const QString &id) {
        QList<qint64> steps;
        const auto list = store()->checkpoints(id);
        for (const CheckpointInfo &info : list.value()) {
            steps << info.steps;
        }
        return steps;
    };
    QCOMPARE(stepsOf(test::recordSample(m_file, 3)), (QList<qint64>{15, 10}));
    // The best is older than the last two: epoch 2 of 5.
    const auto connection = openLaboratory(m_file);
    const RecordingTarget target = RunStore::newTarget({});
    RunWriter writer(*connection, target);
    RunNews news = test::sampleNews(2);
    QVERIFY(writer.write(news));
    for (const qint64 steps : {12, 13, 14}) {
        RunNews more;
        more.latest = test::sampleCheckpoint(steps);
        QVERIFY(writer.write(more));
    }
    QCOMPARE(stepsOf(target.id), (QList<qint64>{14, 13, 10}));
}

void TestRunStore::goesOnFromACheckpoint()
{
    // Recorded beyond its last checkpoint, then killed.
    const QString id = test::recordSample(m_file, 2, false);
    {
        const auto connection = openLaboratory(m_file);
        RunRecord run = readRun(*connection, id);
        const RecordingTarget target{id, run.owner, {}, {}, {}, {}, {}, {}};
        RunNews more;
        more.batches = {test::samplePoint(100), test::samplePoint(101)};
        RunEvent event;
        event.steps = 11;
        more.events = {event};
        QVERIFY(RunWriter(*connection, target).write(more));
        run = readRun(*connection, id);
        run.owner = QStringLiteral("another boot:1:1:x");
        writeRun(*connection, run);
    }
    QCOMPARE(store()->run(id).value().state, RecordState::Interrupted);
    QCOMPARE(store()->run(id).value().batches, 12);
    const auto point = store()->resumePoint(id);
    QVERIFY2(point, qPrintable(point.error()));
    QCOMPARE(point.value().checkpoint->steps, 10);
    QCOMPARE(point.value().best->epoch, 2);
    const auto target = store()->claim(point.value());
    QVERIFY2(target, qPrintable(target.error()));
    QVERIFY(!store()->claim(point.value())); // it is taken
    RunNews news;
    news.started = test::sampleStart();
    news.started->steps = 10;
    news.started->experiment.training.epochs = 7;
    for (qint64 step = 10; step < 15; ++step) {
        news.batches.push_back(test::samplePoint(step));
    }
    news.epochs = {test::sampleEpoch(3)};
    const auto connection = openLaboratory(m_file);
    QVERIFY(RunWriter(*connection, target.value()).write(news));
    const auto loaded = store()->load(id);
    QVERIFY(loaded);
    QCOMPARE(loaded.value().problems, QStringList());
    QCOMPARE(loaded.value().record.start.experiment.training.epochs, 7);
    std::vector<BatchPoint> points;
    loaded.value().history->readBatches(0, points);
    QCOMPARE(points.size(), std::size_t(15));
    for (qint64 i = 0; i < 15; ++i) {
        QVERIFY(test::operator==(points[std::size_t(i)], test::samplePoint(i)));
    }
    QCOMPARE(loaded.value().history->events().size(), std::size_t(1));
    QCOMPARE(loaded.value().history->epochs().size(), std::size_t(3));
}

void TestRunStore::passesOverADamagedCheckpoint()
{
    const QString id = test::recordSample(m_file, 3);
    {
        const auto connection = openLaboratory(m_file);
        connection->query(QStringLiteral("UPDATE checkpoint_parts SET data = zeroblob(length(data)) WHERE steps = 15"));
    }
    const auto newest = store()->checkpoint(id, 15);
    QVERIFY(!newest);
    QVERIFY2(newest.error().contains(id), qPrintable(newest.error()));
    const auto point = store()->resumePoint(id);
    QVERIFY(point);
    QCOMPARE(point.value().checkpoint->steps, 10);
    QCOMPARE(point.value().problems.size(), 1);
    {
        const auto connection = openLaboratory(m_file);
        connection->query(QStringLiteral("UPDATE checkpoints SET bytes = 1"));
    }
    QVERIFY(!store()->resumePoint(id));
}

/// It went on with the run and ended it while the pictures were read here.
void TestRunStore::anotherProgramWasQuicker()
{
    const QString id = test::recordSample(m_file, 2, false);
    {
        const auto connection = openLaboratory(m_file);
        RunRecord run = readRun(*connection, id);
        run.owner = QStringLiteral("gone");
        writeRun(*connection, run);
    }
    const auto point = store()->resumePoint(id);
    QVERIFY(point);
    {
        const auto connection = openLaboratory(m_file);
        const auto target = store()->claim(store()->resumePoint(id).value());
        QVERIFY2(target, qPrintable(target.error()));
        RunNews news;
        news.batches = {test::samplePoint(10)};
        news.latest = test::sampleCheckpoint(11);
        news.end = RunEnd{RunEnd::Kind::Stopped, 11, 3, 1, {}, 0.0, false};
        QVERIFY(RunWriter(*connection, target.value()).write(news));
    }
    QVERIFY(!store()->claim(point.value()));
    QCOMPARE(store()->resumePoint(id).value().checkpoint->steps, qint64(11));
    QVERIFY(store()->claim(store()->resumePoint(id).value()));
}

void TestRunStore::aDamagedRowCanBeRemoved()
{
    const QString id = test::recordSample(m_file);
    const QString other = test::recordSample(m_file);
    {
        const auto connection = openLaboratory(m_file);
        connection->query(QStringLiteral("UPDATE runs SET epochs = 1 WHERE id = ?"), {id});
    }
    const auto open = store();
    QCOMPARE(open->runs().value().damaged, QStringList{id});
    QVERIFY(!open->moveToTrash(id).isEmpty());
    QVERIFY(!open->eraseDamaged(other).isEmpty()); // nothing is wrong with it
    QVERIFY(!open->eraseDamaged(QStringLiteral("nobody")).isEmpty());
    QCOMPARE(open->eraseDamaged(id), QString());
    QCOMPARE(open->runs().value().problems, QStringList());
    QCOMPARE(open->runs().value().runs.size(), std::size_t(1));
}

void TestRunStore::changesOfTheList()
{
    const QString id = test::recordSample(m_file);
    const auto open = store();
    QCOMPARE(open->rename(id, QStringLiteral("mejor")), QString());
    QCOMPARE(open->setLabels(id, {QString(), {QStringLiteral("a"), QStringLiteral("b c")}, true}), QString());
    const RunRecord run = store()->run(id).value();
    QCOMPARE(run.name, QStringLiteral("mejor"));
    QCOMPARE(run.preset, QStringLiteral("muestra ñ"));
    QCOMPARE(run.tags, (QStringList{QStringLiteral("a"), QStringLiteral("b c")}));
    QVERIFY(run.favourite);
    QCOMPARE(store()->load(id).value().problems, QStringList());
    QVERIFY(!open->rename(QStringLiteral("nobody"), QStringLiteral("x")).isEmpty());
}

void TestRunStore::trashAndErase()
{
    const QString id = test::recordSample(m_file);
    const QString other = test::recordSample(m_file);
    const auto open = store();
    QVERIFY(!open->erase(id).isEmpty()); // not in the trash
    QCOMPARE(open->moveToTrash(id), QString());
    QCOMPARE(open->runs().value().runs.size(), std::size_t(1));
    QCOMPARE(open->trash().value().runs.size(), std::size_t(1));
    QCOMPARE(open->restoreFromTrash(id), QString());
    QCOMPARE(open->runs().value().runs.size(), std::size_t(2));
    QCOMPARE(open->moveToTrash(id), QString());
    QCOMPARE(open->erase(id), QString());
    QVERIFY(!open->run(id));
    for (const Table &table : childTables()) {
        const auto connection = openLaboratory(m_file);
        const QString sql = QStringLiteral("SELECT count(*) FROM %1 WHERE run %2 ?");
        QCOMPARE(connection->value(sql.arg(QLatin1String(table.name), QStringLiteral("=")), {id}).toInt(), 0);
        QVERIFY(connection->value(sql.arg(QLatin1String(table.name), QStringLiteral("=")), {other}).toInt() > 0);
    }
}

void TestRunStore::deadOwnerIsInterrupted()
{
    QVERIFY(ownerIsAlive(newOwner()));
    QVERIFY(newOwner() != newOwner());
    QProcess sleeper;
    sleeper.start(QStringLiteral("sleep"), {QStringLiteral("1000")});
    QVERIFY(sleeper.waitForStarted());
    QStringList parts = newOwner().split(QLatin1Char(':'));
    parts[1] = QString::number(sleeper.processId());
    QVERIFY(!ownerIsAlive(parts.join(QLatin1Char(':')))); // the same number, another process
    sleeper.kill();
    QVERIFY(sleeper.waitForFinished());
    QVERIFY(!ownerIsAlive(QStringLiteral("")));
    QVERIFY(!ownerIsAlive(QStringLiteral("a:b:c:d")));
}

void TestRunStore::liveRunIsLeftAlone()
{
    const QString id = test::recordSample(m_file, 2, false);
    const auto open = store();
    QCOMPARE(open->run(id).value().state, RecordState::Running);
    QVERIFY(!open->moveToTrash(id).isEmpty());
    const auto point = open->resumePoint(id);
    QVERIFY(point);
    QVERIFY(!open->claim(point.value()));
}

void TestRunStore::twoStoresOnOneFile()
{
    const auto first = store();
    const auto second = store();
    const QString id = test::recordSample(m_file, 1, false);
    QCOMPARE(first->rename(id, QStringLiteral("uno")), QString());
    QCOMPARE(second->setLabels(id, {QStringLiteral("dos"), {}, false}), QString());
    const RunRecord run = first->run(id).value();
    QCOMPARE(run.name, QStringLiteral("uno"));
    QCOMPARE(run.note, QStringLiteral("dos"));
    QCOMPARE(run.state, RecordState::Running);
    // A run that another program took over is written no more.
    const auto connection = openLaboratory(m_file);
    RunNews more;
    more.batches = {test::samplePoint(5)};
    RecordingTarget stranger = RunStore::newTarget({});
    stranger.id = id;
    QVERIFY(!RunWriter(*connection, stranger).write(more));
    QCOMPARE(first->run(id).value().batches, 5);
}

void TestRunStore::thinning()
{
    const QString id = test::recordSample(m_file, 3); // moments at 5, 10 (of the best epoch) and 15
    const auto open = store();
    QCOMPARE(open->planThinning(id).value().moments, 3);
    QCOMPARE(open->planThinning(id).value().removed, 0); // the best one stays
    {
        const auto connection = openLaboratory(m_file);
        const RecordingTarget target{id, QString(), {}, {}, {}, {}, {}, {}};
        RunNews more;
        for (const qint64 steps : {1, 2, 3, 4}) {
            more.snapshots.push_back(test::sampleWeights(steps));
        }
        QVERIFY(RunWriter(*connection, target).write(more));
    }
    const qint64 before = open->diskUse(id).value();
    const Thinning plan = open->planThinning(id).value();
    QCOMPARE(plan.moments, 7);
    QCOMPARE(plan.removed, 2); // of 1, 2, 3, 4, 5, 10, 15: 2 and 4; 10 is the best
    QVERIFY(plan.bytes > 0);
    QCOMPARE(open->diskUse(id).value(), before); // nothing happened yet
    const Result<Thinning> done = open->thin(id);
    QVERIFY2(done, qPrintable(done.error()));
    QCOMPARE(done.value().bytes, plan.bytes);
    QVERIFY(open->diskUse(id).value() <= before - plan.bytes);
    QCOMPARE(open->moments(id).value().weights, (std::vector<qint64>{1, 3, 5, 10, 15}));
    QVERIFY(open->weights(id, 3));
    QCOMPARE(open->load(id).value().problems, QStringList());
    QCOMPARE(open->resumePoint(id).value().checkpoint->steps, 15);
    const QString running = test::recordSample(m_file, 3, false);
    QVERIFY(!open->thin(running));
}

void TestRunStore::twoThousandRuns()
{
    {
        const auto connection = openLaboratory(m_file);
        SqlTransaction transaction(*connection);
        const QString first = test::recordSample(m_folder->filePath(QStringLiteral("one.sqlite")), 1);
        RunRecord run = RunStore::open(m_folder->filePath(QStringLiteral("one.sqlite"))).value()->run(first).value();
        for (int i = 0; i < 2000; ++i) {
            run.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
            run.name = QString::number(i);
            writeRun(*connection, run);
        }
        transaction.commit();
    }
    const auto open = store();
    QElapsedTimer clock;
    clock.start();
    const Result<RunList> list = open->runs();
    qInfo("2,000 runs in %lld ms", clock.elapsed());
    QCOMPARE(list.value().runs.size(), std::size_t(2000));
    QCOMPARE(list.value().runs.front().name, QStringLiteral("1999"));
}

void TestRunStore::millionBatches()
{
    const auto connection = openLaboratory(m_file);
    const RecordingTarget target = RunStore::newTarget({});
    RunNews news;
    news.started = test::sampleStart();
    for (qint64 i = 0; i < 1000 * 1000; ++i) {
        news.batches.push_back({float(i), 0.5f, 0.25f});
    }
    QVERIFY(RunWriter(*connection, target).write(news));
    QElapsedTimer clock;
    clock.start();
    const auto loaded = store()->load(target.id);
    qInfo("a million batches in %lld ms", clock.elapsed());
    QVERIFY(loaded);
    QCOMPARE(loaded.value().history->batchCount(), std::size_t(1000 * 1000));
    std::vector<BatchPoint> points;
    loaded.value().history->readBatches(999999, points);
    QCOMPARE(points.front().loss, 999999.0f);
}

QTEST_GUILESS_MAIN(TestRunStore)
#include "tst_runstore.moc"
