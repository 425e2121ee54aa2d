// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/runstore.h"
#include "tests/core/runs/sampleruns.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace convscope;

namespace {

Experiment named(const char *name)
{
    Experiment experiment;
    experiment.name = QString::fromLatin1(name);
    experiment.training.threads = 2;
    return experiment;
}

} // namespace

/// The experiments that wait.
class TestRunQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void firstInFirstOut();
    void movedSkippedEditedRemoved();
    void whatTrainsCantBeTouched();
    void aTakerThatIsGoneLetsGo();
    void whatIsTrainedAlreadyGoes();
    void damageIsSaid();
    void survivesClosing();

private:
    QString file() const { return m_folder->filePath(QStringLiteral("laboratory.sqlite")); }
    QStringList names()
    {
        QStringList names;
        const Queue queue = m_store->queue().value();
        for (const QueueEntry &entry : queue.entries) {
            names << entry.experiment.name;
        }
        return names;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RunStore> m_store;
    qint64 m_numbers[3] = {};
};

void TestRunQueue::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::move(RunStore::open(file())).value();
    const char *all[] = {"a", "b", "c"};
    for (int i = 0; i < 3; ++i) {
        m_numbers[i] = m_store->enqueue(named(all[i])).value();
    }
}

void TestRunQueue::firstInFirstOut()
{
    QCOMPARE(names(), (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
    const std::optional<QueueEntry> first = m_store->takeFromQueue().value();
    const std::optional<QueueEntry> second = m_store->takeFromQueue().value();
    QCOMPARE(first->experiment, named("a"));
    QCOMPARE(second->experiment.name, QStringLiteral("b")); // two at once get different ones
    QCOMPARE(m_store->finishQueued(first->number, true), QString());
    QCOMPARE(names(), (QStringList{QStringLiteral("b"), QStringLiteral("c")}));
    QCOMPARE(m_store->finishQueued(second->number, false), QString()); // waits again
    QCOMPARE(m_store->takeFromQueue().value()->number, second->number);
    QCOMPARE(m_store->takeFromQueue().value()->experiment.name, QStringLiteral("c"));
    QVERIFY(!m_store->takeFromQueue().value());
    QVERIFY(m_store->enqueue(named("d")).value() > m_numbers[2]);
}

void TestRunQueue::movedSkippedEditedRemoved()
{
    QCOMPARE(m_store->moveInQueue(m_numbers[2], 1), QString());
    QCOMPARE(names(), (QStringList{QStringLiteral("c"), QStringLiteral("a"), QStringLiteral("b")}));
    QCOMPARE(m_store->moveInQueue(m_numbers[2], 99), QString());
    QCOMPARE(names(), (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
    QCOMPARE(m_store->skipInQueue(m_numbers[0], true), QString());
    QCOMPARE(m_store->editInQueue(m_numbers[1], named("B")), QString());
    QCOMPARE(m_store->takeFromQueue().value()->experiment.name, QStringLiteral("B"));
    QCOMPARE(m_store->removeFromQueue(m_numbers[2]), QString());
    QVERIFY(!m_store->takeFromQueue().value());
    QCOMPARE(m_store->skipInQueue(m_numbers[0], false), QString());
    QCOMPARE(m_store->takeFromQueue().value()->experiment.name, QStringLiteral("a"));
    QVERIFY(!m_store->removeFromQueue(4711).isEmpty());
    QVERIFY(!m_store->moveInQueue(4711, 1).isEmpty());
}

void TestRunQueue::whatTrainsCantBeTouched()
{
    QVERIFY(m_store->takeFromQueue().value());
    QVERIFY(!m_store->removeFromQueue(m_numbers[0]).isEmpty());
    QVERIFY(!m_store->editInQueue(m_numbers[0], named("x")).isEmpty());
    QVERIFY(!m_store->skipInQueue(m_numbers[0], true).isEmpty());
    QCOMPARE(m_store->setRunOfQueued(m_numbers[0], QStringLiteral("run id")), QString());
    QCOMPARE(m_store->queue().value().entries.front().run, QStringLiteral("run id"));
}

void TestRunQueue::aTakerThatIsGoneLetsGo()
{
    {
        SqlConnection connection(file(), SqlConnection::Mode::ReadWrite);
        // A process of an earlier boot.
        QCOMPARE(takeFromQueue(connection, QStringLiteral("boot:1:2:x"))->number, m_numbers[0]);
    }
    QVERIFY(m_store->queue().value().entries.front().owner.isEmpty());
    QCOMPARE(m_store->takeFromQueue().value()->number, m_numbers[0]);
}

/// The program was killed between the run's end and its word to the queue.
void TestRunQueue::whatIsTrainedAlreadyGoes()
{
    const QString finished = test::recordSample(file());
    const QString broken = test::recordSample(file(), 2, false);
    for (const auto &[number, run] : {std::pair(m_numbers[0], finished), std::pair(m_numbers[1], broken)}) {
        SqlConnection connection(file(), SqlConnection::Mode::ReadWrite);
        QVERIFY(takeFromQueue(connection, QStringLiteral("boot:1:2:x")));
        setRunOfQueued(connection, number, run);
    }
    QCOMPARE(m_store->takeFromQueue().value()->number, m_numbers[1]); // it still has something to do
    QCOMPARE(names(), (QStringList{QStringLiteral("b"), QStringLiteral("c")}));
}

void TestRunQueue::damageIsSaid()
{
    {
        SqlConnection connection(file(), SqlConnection::Mode::ReadWrite);
        connection.query(QStringLiteral("UPDATE queue SET skipped = 1 WHERE number = ?"), {m_numbers[0]});
    }
    const Queue queue = m_store->queue().value();
    QCOMPARE(queue.entries.size(), std::size_t(2));
    QCOMPARE(queue.problems.size(), 1);
    QCOMPARE(m_store->takeFromQueue().value()->number, m_numbers[1]);
    QCOMPARE(m_store->removeFromQueue(m_numbers[0]), QString());
    QCOMPARE(m_store->queue().value().problems, QStringList());
}

void TestRunQueue::survivesClosing()
{
    m_store.reset();
    m_store = std::move(RunStore::open(file())).value();
    QCOMPARE(names(), (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
    QCOMPARE(m_store->queue().value().entries.front().experiment, named("a"));
}

QTEST_GUILESS_MAIN(TestRunQueue)
#include "tst_runqueue.moc"
