// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/epochcsv.h"
#include "core/runs/laboratoryfile.h"
#include "core/runs/laboratoryplace.h"
#include "core/runs/runstore.h"
#include "core/runs/schema.h"
#include "core/runs/storefailure.h"
#include "tests/core/data/unprivileged.h"
#include "tests/core/runs/sampleruns.h"
#include "tests/support/idxwriter.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/stat.h>

using namespace convscope;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

/// What a run holds, as comparable bytes; parts that are damaged are left out.
QList<QByteArray> partsOf(RunStore &store, const QString &id)
{
    QList<QByteArray> parts;
    if (const auto loaded = store.load(id)) {
        parts << epochCsv(*loaded.value().history) << loaded.value().record.name.toUtf8();
    }
    if (const auto list = store.checkpoints(id)) {
        for (const CheckpointInfo &info : list.value()) {
            if (const auto checkpoint = store.checkpoint(id, info.steps)) {
                parts << QByteArray::number(test::sameBits(*checkpoint.value(), *test::sampleCheckpoint(info.steps)));
            }
        }
    }
    for (int epoch = 1; epoch <= 2; ++epoch) {
        if (const auto probabilities = store.probabilities(id, epoch)) {
            parts << QByteArray::number(probabilities.value().values == test::sampleEpoch(epoch).probabilities->values);
        }
    }
    return parts;
}

/// partsOf(), and what the time line reads.
QList<QByteArray> seenOf(RunStore &store, const QString &id)
{
    QList<QByteArray> seen = partsOf(store, id);
    for (const qint64 steps : {5, 10, 15}) {
        if (const auto weights = store.weights(id, steps)) {
            seen << QByteArray::number(weights.value()->arrays[0].values == test::sampleWeights(steps)->arrays[0].values);
        }
        if (const auto film = store.film(id, steps); film && film.value().firstStep == steps - 4) { // not one before a lost one
            seen << QByteArray::number(film.value().values == test::sampleFilm(steps - 4).values);
        }
    }
    return seen;
}

} // namespace

/// Files: what is opened, what is refused, what travels.
class TestRunFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void refusedFiles_data();
    void refusedFiles();
    void newerSchemaIsLeftAlone();
    void notWritable();
    void placeOfTheLaboratory();
    void schemaVersionOne();
    void flippedBits();
    void exportAndImport();
    void sameRunTwice();
    void foreignFiles_data();
    void foreignFiles();
    void exportLeavesNothingBehind();

private:
    QString path(const char *name) const { return m_folder->filePath(QString::fromUtf8(name)); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestRunFiles::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestRunFiles::refusedFiles_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("short garbage") << QByteArray("hello");
    QTest::newRow("garbage") << QByteArray(5000, 'x');
    QTest::newRow("another program's") << QByteArray("SQLite format 3\0", 16) + QByteArray(4080, '\0');
    QTest::newRow("folder") << QByteArray();
    QTest::newRow("pipe") << QByteArray();
}

void TestRunFiles::refusedFiles()
{
    QFETCH(QByteArray, content);
    const QString file = path("bad.sqlite");
    const QString kind = QString::fromUtf8(QTest::currentDataTag());
    if (kind == QLatin1String("folder")) {
        QVERIFY(QDir().mkpath(file));
    } else if (kind == QLatin1String("pipe")) {
        QCOMPARE(::mkfifo(QFile::encodeName(file).constData(), 0600), 0);
    } else {
        test::writeFile(file, content);
    }
    const auto store = RunStore::open(file);
    QVERIFY(!store);
    QVERIFY2(store.error().contains(file), qPrintable(store.error()));
    const auto laboratory = RunStore::open(path("good.sqlite"));
    QVERIFY(laboratory);
    QVERIFY(!laboratory.value()->importRun(file));
    QVERIFY(laboratory.value()->runs().value().runs.empty());
    if (QFileInfo(file).isFile()) {
        QCOMPARE(contentOf(file), content);
    }
    QVERIFY(!QFile::exists(file + QStringLiteral("-wal")));
}

void TestRunFiles::newerSchemaIsLeftAlone()
{
    const QString file = path("newer.sqlite");
    test::recordSample(file);
    SqlConnection(file, SqlConnection::Mode::ReadWrite).query(QStringLiteral("PRAGMA user_version=%1").arg(schemaVersion() + 1));
    const QByteArray before = contentOf(file);
    const auto store = RunStore::open(file);
    QVERIFY(!store);
    QVERIFY2(store.error().contains(QStringLiteral("newer")), qPrintable(store.error()));
    QCOMPARE(contentOf(file), before);
    QVERIFY(!QFile::exists(file + QStringLiteral("-wal")));
}

void TestRunFiles::notWritable()
{
    const QString file = path("laboratory.sqlite");
    QCOMPARE(RunStore::open(file).value()->checkWritable(), QString());
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup));
    QVERIFY(QFile::setPermissions(file, QFile::ReadOwner | QFile::ReadGroup));
    const test::Unprivileged unprivileged;
    if (!unprivileged.isEffective()) {
        QSKIP("the superuser may write everything");
    }
    const auto store = RunStore::open(file);
    const QString sentence = store ? store.value()->checkWritable() : store.error();
    QVERIFY2(sentence.contains(file), qPrintable(sentence));
    const auto missing = RunStore::open(path("other.sqlite"));
    QVERIFY(!missing);
    QVERIFY2(missing.error().contains(path("other.sqlite")), qPrintable(missing.error()));
    QVERIFY(!QFile::exists(path("other.sqlite")));
}

void TestRunFiles::placeOfTheLaboratory()
{
    qputenv("CONVSCOPE_LABORATORY", "/somewhere/my.sqlite");
    QCOMPARE(laboratoryPlace({}).value(), QStringLiteral("/somewhere/my.sqlite"));
    QCOMPARE(laboratoryPlace(QStringLiteral("/else.sqlite")).value(), QStringLiteral("/else.sqlite"));
    qunsetenv("CONVSCOPE_LABORATORY");
    QVERIFY(laboratoryPlace({}).value().endsWith(QStringLiteral("/laboratory.sqlite")));
}

/// A laboratory that was written by the first version of the schema; it is kept beside this test and never made anew.
void TestRunFiles::schemaVersionOne()
{
    const QString file = path("old.sqlite");
    QVERIFY(QFile::copy(QStringLiteral(TEST_FILES "/laboratory-1.sqlite"), file));
    QVERIFY(QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner));
    const auto store = RunStore::open(file);
    QVERIFY2(store, qPrintable(store.error()));
    const Result<RunList> list = store.value()->runs();
    QCOMPARE(list.value().problems, QStringList());
    QCOMPARE(list.value().runs.size(), std::size_t(1));
    const QString id = list.value().runs.front().id;
    QCOMPARE(store.value()->load(id).value().problems, QStringList());
    const QString now = path("now.sqlite");
    const QString same = test::recordSample(now);
    QCOMPARE(partsOf(*store.value(), id), partsOf(*RunStore::open(now).value(), same));
    QCOMPARE(schemaOf(*openLaboratory(file)), expectedSchema());
}

void TestRunFiles::flippedBits()
{
    const QString original = path("original.sqlite");
    const QString id = test::recordSample(original);
    QByteArray whole = contentOf(original);
    const QList<QByteArray> right = seenOf(*RunStore::open(original).value(), id);
    QRandomGenerator random(20260101);
    int noticed = 0;
    const QString damaged = path("damaged.sqlite");
    for (int i = 0; i < 800; ++i) {
        QFile::remove(damaged);
        test::writeFile(damaged, whole);
        test::flipBit(damaged, random.bounded(qint64(whole.size())), random.bounded(8));
        const auto store = RunStore::open(damaged);
        if (!store) {
            ++noticed;
            continue;
        }
        const auto loaded = store.value()->load(id);
        const bool isWhole = loaded && loaded.value().problems.isEmpty();
        const QList<QByteArray> parts = seenOf(*store.value(), id);
        if (isWhole && parts == right) {
            continue; // a bit that nothing depends on: free space
        }
        ++noticed;
        // What is given out in spite of the damage is right.
        for (const QByteArray &part : parts) {
            QVERIFY2(right.contains(part) || (!isWhole && part != "0"), part.constData());
        }
    }
    QVERIFY2(noticed > 40, qPrintable(QString::number(noticed)));
}

void TestRunFiles::exportAndImport()
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
    QCOMPARE(seenOf(*target.value(), id), seenOf(*source.value(), id));
    QCOMPARE(seenOf(*target.value(), id).count("1"), 2 + 2 + 6);
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

void TestRunFiles::sameRunTwice()
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

void TestRunFiles::foreignFiles_data()
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

void TestRunFiles::foreignFiles()
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

void TestRunFiles::exportLeavesNothingBehind()
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

QTEST_GUILESS_MAIN(TestRunFiles)
#include "tst_runfiles.moc"
