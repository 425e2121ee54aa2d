// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/laboratoryfile.h"
#include "core/runs/runrecorder.h"
#include "core/runs/runstore.h"
#include "tests/core/runs/sampleruns.h"

#include <QSemaphore>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>

#include <sys/resource.h>

using namespace convscope;
using namespace std::chrono_literals;

namespace {

/// Counts what is passed on.
class CountingSink : public TrainingSink
{
public:
    void started(const RunStarted &) override { ++starts; }
    void batchTrained(const BatchPoint &) override { ++batches; }
    void eventHappened(const RunEvent &) override { ++events; }
    void epochFinished(const EpochReport &) override { ++epochs; }
    void checkpointTaken(const CheckpointPtr &) override { ++checkpoints; }

    int starts = 0;
    int batches = 0;
    int events = 0;
    int epochs = 0;
    int checkpoints = 0;
};

/// While it lives, no file of this process may grow beyond that size: as a full disk, without being root.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = bytes;
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() { setrlimit(RLIMIT_FSIZE, &m_before); }
    FileSizeLimit(const FileSizeLimit &) = delete;
    FileSizeLimit &operator=(const FileSizeLimit &) = delete;

private:
    rlimit m_before = {};
};

void report(RunRecorder &recorder, const RunNews &news)
{
    if (news.started) {
        recorder.started(*news.started);
    }
    for (const BatchPoint &point : news.batches) {
        recorder.batchTrained(point);
    }
    for (const EpochReport &epoch : news.epochs) {
        recorder.epochFinished(epoch);
        recorder.checkpointTaken(test::sampleCheckpoint(epoch.steps));
    }
}

} // namespace

class TestRunRecorder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { std::signal(SIGXFSZ, SIG_IGN); }
    void init();
    void recordsAndPassesOn();
    void theEndTakesItsCheckpointAlong();
    void pauseShowsInTheList();
    void writesOnceThereIsRoom();
    void saysWhenItCouldNotSave();
    void everyWriteMayFail();
    void stopsWhenTheRunIsDeleted();
    void nothingWithoutAStart();
    void theEndTakesTheLastCheckpointAlong();

private:
    RunRecord recorded(const QString &id) const
    {
        const auto store = RunStore::open(m_file);
        const auto run = store.value()->run(id);
        return run ? run.value() : RunRecord();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    CountingSink m_next;
};

void TestRunRecorder::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(QStringLiteral("laboratory.sqlite"));
    m_next = {};
}

void TestRunRecorder::recordsAndPassesOn()
{
    RunRecorder recorder(m_file, RunStore::newTarget({}), m_next, {});
    report(recorder, test::sampleNews(3));
    recorder.ended(RunEnd{RunEnd::Kind::Diverged, 15, 3, 5, {}, 0.1, true});
    QCOMPARE(recorder.close(10s), QString());
    QCOMPARE(m_next.starts, 1);
    QCOMPARE(m_next.batches, 15);
    QCOMPARE(m_next.epochs, 3);
    QCOMPARE(m_next.checkpoints, 3);
    const RunRecord run = recorded(recorder.id());
    QCOMPARE(run.state, RecordState::Diverged);
    QVERIFY(run.end->inTest);
    QCOMPARE(run.batches, 15);
    QCOMPARE(run.best->epoch, 2);
    const auto store = RunStore::open(m_file);
    const auto checkpoints = store.value()->checkpoints(recorder.id());
    QCOMPARE(checkpoints.value().front().steps, 15);
    QVERIFY(store.value()->checkpoint(recorder.id(), 10)); // the best
}

/// Checkpoints have to wait while they are large, but the last one can't: nobody would write it after the end.
void TestRunRecorder::theEndTakesItsCheckpointAlong()
{
    constexpr qint64 many = 4'000'000; // 32 MB: the next one is due seconds later
    const RecordingTarget target = RunStore::newTarget({});
    RunRecorder recorder(m_file, target, m_next, {});
    recorder.started(test::sampleStart());
    recorder.checkpointTaken(test::sampleCheckpoint(1, many));
    const auto isKept = [this, &target](qint64 steps) { return RunStore::open(m_file).value()->checkpoint(target.id, steps).ok(); };
    QTRY_VERIFY_WITH_TIMEOUT(isKept(1), 30000);
    recorder.checkpointTaken(test::sampleCheckpoint(2, many));
    recorder.ended(RunEnd{RunEnd::Kind::Stopped, 2, 1, 2, {}, 0.0, false, 0});
    QTRY_COMPARE_WITH_TIMEOUT(recorded(target.id).state, RecordState::Stopped, 30000); // before it is closed
    QVERIFY(isKept(2));
    QCOMPARE(recorder.close(10s), QString());
}

void TestRunRecorder::pauseShowsInTheList()
{
    const RecordingTarget target = RunStore::newTarget({});
    RunRecorder recorder(m_file, target, m_next, {});
    recorder.started(test::sampleStart());
    RunEvent pause;
    pause.kind = RunEvent::Kind::Paused;
    recorder.eventHappened(pause);
    recorder.checkpointTaken(test::sampleCheckpoint(3));
    QTRY_COMPARE_WITH_TIMEOUT(recorded(target.id).state, RecordState::Paused, 30000);
    QTRY_VERIFY_WITH_TIMEOUT(RunStore::open(m_file).value()->checkpoint(target.id, 3).ok(), 30000);
    RunEvent resume;
    resume.kind = RunEvent::Kind::Resumed;
    recorder.eventHappened(resume);
    QTRY_COMPARE_WITH_TIMEOUT(recorded(target.id).state, RecordState::Running, 30000);
}

void TestRunRecorder::writesOnceThereIsRoom()
{
    const QString before = test::recordSample(m_file);
    QSemaphore failed;
    QSemaphore recovered;
    std::atomic<int> reports = 0;
    RunRecorder recorder(m_file, RunStore::newTarget({}), m_next, [&](const QString &sentence) {
        ++reports;
        (sentence.isEmpty() ? recovered : failed).release();
        QVERIFY(sentence.isEmpty() || sentence.contains(m_file));
    });
    {
        const FileSizeLimit full(64 * 1024);
        recorder.started(test::sampleStart());
        recorder.epochFinished(test::sampleEpoch(1));
        recorder.checkpointTaken(test::sampleCheckpoint(5, 1000 * 1000));
        QVERIFY(failed.tryAcquire(1, 60000));
        // Training goes on meanwhile.
        for (qint64 step = 0; step < 5; ++step) {
            recorder.batchTrained(test::samplePoint(step));
        }
        recorder.epochFinished(test::sampleEpoch(2));
    }
    QVERIFY(recovered.tryAcquire(1, 60000));
    QCOMPARE(reports.load(), 2); // once for the trouble, once for its end
    recorder.ended(RunEnd{});
    QCOMPARE(recorder.close(10s), QString());
    const auto store = RunStore::open(m_file);
    const auto run = store.value()->load(recorder.id());
    QVERIFY2(run, qPrintable(run.error()));
    QCOMPARE(run.value().problems, QStringList());
    QCOMPARE(run.value().history->batchCount(), std::size_t(5));
    QCOMPARE(run.value().history->epochCount(), std::size_t(2));
    QVERIFY(store.value()->checkpoint(recorder.id(), 5));
    QCOMPARE(store.value()->load(before).value().problems, QStringList());
}

void TestRunRecorder::saysWhenItCouldNotSave()
{
    const QString before = test::recordSample(m_file);
    {
        const FileSizeLimit full(1);
        RunRecorder recorder(m_file, RunStore::newTarget({}), m_next, {});
        report(recorder, test::sampleNews(1));
        recorder.ended(RunEnd{});
        const QString sentence = recorder.close(1ms);
        QVERIFY2(sentence.contains(m_file), qPrintable(sentence));
    }
    const auto store = RunStore::open(m_file);
    QVERIFY(store);
    QCOMPARE(store.value()->load(before).value().problems, QStringList());
}

/// The size at which the disk is full grows from write to write until all goes well: the run is there as a whole or not at all, and
/// the other one always.
void TestRunRecorder::everyWriteMayFail()
{
    const QString before = test::recordSample(m_file);
    bool succeeded = false;
    int failures = 0;
    for (rlim_t size = 0; !succeeded; size += 4096) {
        QVERIFY(size < 4 * 1024 * 1024);
        const RecordingTarget target = RunStore::newTarget({});
        {
            const FileSizeLimit full(size);
            RunRecorder recorder(m_file, target, m_next, {});
            report(recorder, test::sampleNews(2));
            succeeded = recorder.close(1ms).isEmpty();
        }
        failures += succeeded ? 0 : 1;
        const auto store = RunStore::open(m_file);
        QVERIFY2(store, qPrintable(store.error()));
        QCOMPARE(store.value()->load(before).value().problems, QStringList());
        const Result<RunList> list = store.value()->runs();
        QCOMPARE(list.value().problems, QStringList());
        for (const RunRecord &run : list.value().runs) {
            QCOMPARE(store.value()->load(run.id).value().problems, QStringList());
        }
        QVERIFY(!succeeded || store.value()->run(target.id).value().batches == 10);
    }
    QVERIFY(failures > 3);
}

void TestRunRecorder::stopsWhenTheRunIsDeleted()
{
    QSemaphore told;
    const RecordingTarget target = RunStore::newTarget({});
    RunRecorder recorder(m_file, target, m_next, [&](const QString &) { told.release(); });
    report(recorder, test::sampleNews(1));
    QTRY_COMPARE_WITH_TIMEOUT(recorded(target.id).epochs, 1, 30000);
    openLaboratory(m_file)->query(QStringLiteral("DELETE FROM runs"));
    recorder.epochFinished(test::sampleEpoch(2));
    QVERIFY(told.tryAcquire(1, 30000));
    QVERIFY(!recorder.close(10s).isEmpty());
    QVERIFY(RunStore::open(m_file).value()->runs().value().runs.empty());
}

void TestRunRecorder::nothingWithoutAStart()
{
    RunRecorder recorder(m_file, RunStore::newTarget({}), m_next, {});
    recorder.ended(RunEnd{RunEnd::Kind::Failed, 0, 0, 0, QStringLiteral("no network"), 0.0, false});
    recorder.close(10s);
    QVERIFY(RunStore::open(m_file).value()->runs().value().runs.empty());
}

void TestRunRecorder::theEndTakesTheLastCheckpointAlong()
{
    constexpr qint64 many = 4000000; // takes a while to be written, so the next one has to wait
    RunRecorder recorder(m_file, RunStore::newTarget({}), m_next, {});
    recorder.started(test::sampleStart());
    recorder.checkpointTaken(test::sampleCheckpoint(5, many));
    const auto newest = [this, &recorder] {
        const auto checkpoints = RunStore::open(m_file).value()->checkpoints(recorder.id());
        return checkpoints && !checkpoints.value().empty() ? checkpoints.value().front().steps : 0;
    };
    QTRY_COMPARE_WITH_TIMEOUT(newest(), 5, 60000);
    recorder.checkpointTaken(test::sampleCheckpoint(10));
    recorder.ended(RunEnd{RunEnd::Kind::Finished, 10, 2, 5, {}, 0.0, false});
    QTRY_COMPARE_WITH_TIMEOUT(recorded(recorder.id()).state, RecordState::Finished, 60000);
    QCOMPARE(newest(), 10);
    QCOMPARE(recorder.close(10s), QString());
}

QTEST_GUILESS_MAIN(TestRunRecorder)
#include "tst_runrecorder.moc"
