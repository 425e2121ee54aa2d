// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/regularfile.h"
#include "core/runs/runexport.h"
#include "core/runs/runstore.h"
#include "tests/core/runs/runparts.h"
#include "tests/core/runs/sampleruns.h"
#include "tests/support/idxwriter.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <unistd.h>

using namespace convscope;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

} // namespace

/// One run as a file: out, in, and what is refused.
class TestRunExchange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void exportAndImport();
    void sameRunTwice();
    void wholeLaboratory();
    void foreignFiles_data();
    void foreignFiles();
    void theLaboratoryIsNotReplaced();
    void exportLeavesNothingBehind();

private:
    QString path(const char *name) const { return m_folder->filePath(QString::fromUtf8(name)); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestRunExchange::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestRunExchange::exportAndImport()
{
    const QString from = path("from.sqlite");
    const QString to = path("to.sqlite");
    const QString file = path("una ejecución.convscope");
    const QString id = test::recordSample(from);
    const auto source = RunStore::open(from);
    const auto target = RunStore::open(to);
    test::writeFile(file, "an older file of that name");
    QCOMPARE(source.value()->exportRun(id, file), QString());
    const QByteArray exported = contentOf(file);
    const auto imported = target.value()->importRun(file);
    QVERIFY2(imported, qPrintable(imported.error()));
    QCOMPARE(imported.value(), id);
    QCOMPARE(test::seenOf(*target.value(), id), test::seenOf(*source.value(), id));
    QCOMPARE(test::seenOf(*target.value(), id).count("1"), 2 + 2 + 6);
    const RunRecord run = target.value()->run(id).value();
    QCOMPARE(run.state, RecordState::Finished);
    QCOMPARE(run.dataFolder, QString()); // of no use elsewhere
    QCOMPARE(contentOf(file), exported);
    // One that trains leaves as interrupted.
    const QString running = test::recordSample(from, 2, false);
    QCOMPARE(source.value()->exportRun(running, file), QString());
    QVERIFY(target.value()->importRun(file));
    QCOMPARE(target.value()->run(running).value().state, RecordState::Interrupted);
    QVERIFY(target.value()->claim(target.value()->resumePoint(running).value()));
}

void TestRunExchange::sameRunTwice()
{
    const QString file = path("run.convscope");
    const QString id = test::recordSample(path("laboratory.sqlite"));
    const auto store = RunStore::open(path("laboratory.sqlite"));
    QCOMPARE(store.value()->exportRun(id, file), QString());
    const auto again = store.value()->importRun(file);
    QVERIFY(!again);
    QVERIFY(again.error().contains(id));
    QCOMPARE(store.value()->runs().value().runs.size(), std::size_t(1));
    // A whole laboratory is no run.
    test::recordSample(path("laboratory.sqlite"));
    const auto other = RunStore::open(path("other.sqlite"));
    QVERIFY(!other.value()->importRun(path("laboratory.sqlite")));
}

void TestRunExchange::wholeLaboratory()
{
    const QString from = path("from.sqlite");
    const QString first = test::recordSample(from);
    const QString damaged = test::recordSample(from);
    const QString training = test::recordSample(from, 2, false);
    const QString trashed = test::recordSample(from);
    const QString last = test::recordSample(from);
    const auto source = RunStore::open(from);
    QCOMPARE(source.value()->moveToTrash(trashed), QString());
    SqlConnection(from, SqlConnection::Mode::ReadWrite).query(QStringLiteral("UPDATE epochs SET report = x'00' WHERE run = ?"), {damaged});
    const auto target = RunStore::open(path("to.sqlite"));
    // While another program has it open: what stands in its log is seen.
    QVERIFY(QFileInfo(from + QStringLiteral("-wal")).size() > 0);
    const auto imported = target.value()->importRuns(from);
    QVERIFY2(imported, qPrintable(imported.error()));
    QCOMPARE(imported.value().ids, (QStringList{first, last}));
    QCOMPARE(imported.value().problems.size(), 2);
    QVERIFY(imported.value().problems.join(QLatin1Char(' ')).contains(QStringLiteral("is training in")));
    QCOMPARE(target.value()->runs().value().runs.front().id, last); // the newest is the newest here, too
    QCOMPARE(test::seenOf(*target.value(), first), test::seenOf(*source.value(), first));
    // Again: nothing comes twice.
    const auto again = target.value()->importRuns(from);
    QCOMPARE(again.value().ids, QStringList());
    QCOMPARE(again.value().known, 2);
    QCOMPARE(target.value()->runs().value().runs.size(), std::size_t(2));
    QVERIFY(!target.value()->run(training));
}

void TestRunExchange::foreignFiles_data()
{
    QTest::addColumn<QString>("sql");
    const auto row = [](const char *name, const char *sql) { QTest::newRow(name) << QString::fromUtf8(sql); };
    row("trigger", "CREATE TRIGGER t AFTER INSERT ON runs BEGIN DELETE FROM runs; END");
    row("view", "CREATE VIEW v AS SELECT 1");
    row("table", "CREATE TABLE more (x)");
    row("no run", "DELETE FROM runs");
    row("wrong seal", "UPDATE runs SET name = 'other'");
    row("damaged epoch", "UPDATE epochs SET report = x'00' WHERE epoch = 1");
    row("missing epoch", "DELETE FROM epochs WHERE epoch = 1");
    row("missing batches", "DELETE FROM batches");
    row("a number of batches that lies", "UPDATE batches SET count = 4096");
    row("part of a checkpoint missing", "DELETE FROM checkpoint_parts WHERE steps = 15");
    row("id that is no id", "UPDATE runs SET id = '../../x'");
    row("text where bytes belong", "UPDATE probabilities SET shares = 'text'");
    row("value too large", "UPDATE probabilities SET shares = zeroblob(70000000) WHERE epoch = 1");
}

void TestRunExchange::foreignFiles()
{
    QFETCH(QString, sql);
    const QString file = path("run.convscope");
    const QString id = test::recordSample(path("laboratory.sqlite"));
    QCOMPARE(RunStore::open(path("laboratory.sqlite")).value()->exportRun(id, file), QString());
    {
        SqlConnection connection(file, SqlConnection::Mode::ReadWrite);
        connection.query(QStringLiteral("PRAGMA foreign_keys=OFF"));
        connection.query(sql);
    }
    const QByteArray before = contentOf(file);
    const auto store = RunStore::open(path("other.sqlite"));
    const auto imported = store.value()->importRun(file);
    QVERIFY(!imported);
    QVERIFY(!imported.error().isEmpty());
    QVERIFY(store.value()->runs().value().runs.empty());
    QCOMPARE(contentOf(file), before);
}

void TestRunExchange::theLaboratoryIsNotReplaced()
{
    const QString laboratory = path("laboratory.sqlite");
    const QString id = test::recordSample(laboratory);
    const auto store = RunStore::open(laboratory);
    QVERIFY(store.value()->rename(id, QStringLiteral("in the log")).isEmpty());
    QVERIFY(QFile::link(laboratory, path("link.convscope")));
    QCOMPARE(::link(QFile::encodeName(laboratory).constData(), QFile::encodeName(path("second name.csv")).constData()), 0);
    for (const char *name : {"laboratory.sqlite", "link.convscope", "second name.csv", "laboratory.sqlite-wal", "laboratory.sqlite-shm", "../laboratory.sqlite"}) {
        const QString target = path(name).replace(QStringLiteral("/../"), QStringLiteral("/./"));
        for (const RunFormat format : {RunFormat::Run, RunFormat::Csv}) {
            const Result<QStringList> outcome = exportRunAs(*store.value(), id, format, target, CsvStyle::Point);
            QVERIFY2(!outcome && outcome.error().contains(QStringLiteral("belongs to the runs")), name);
        }
        QVERIFY2(!RegularFile::open(target), name);
    }
    QVERIFY(!store.value()->importRuns(path("laboratory.sqlite-shm"))); // not even opened
    QCOMPARE(store.value()->run(id).value().name, QStringLiteral("in the log"));
    QVERIFY(exportRunAs(*store.value(), id, RunFormat::Csv, path("run.csv"), CsvStyle::Point));
}

void TestRunExchange::exportLeavesNothingBehind()
{
    const QString id = test::recordSample(path("laboratory.sqlite"));
    const auto store = RunStore::open(path("laboratory.sqlite"));
    QVERIFY(!store.value()->exportRun(id, path("missing/run.convscope")).isEmpty());
    QVERIFY(!store.value()->exportRun(id, m_folder->path()).isEmpty());
    QVERIFY(!store.value()->exportRun(QStringLiteral("nobody"), path("nobody.convscope")).isEmpty());
    QVERIFY(!QFile::exists(path("nobody.convscope")));
    for (const QString &name : QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden)) {
        QVERIFY2(name.startsWith(QStringLiteral("laboratory.sqlite")), qPrintable(name));
    }
}

QTEST_GUILESS_MAIN(TestRunExchange)
#include "tst_runexchange.moc"
