// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/laboratoryfile.h"
#include "core/runs/laboratoryplace.h"
#include "core/runs/runstore.h"
#include "core/runs/schema.h"
#include "core/runs/storefailure.h"
#include "tests/core/data/unprivileged.h"
#include "tests/core/runs/runparts.h"
#include "tests/core/runs/sampleruns.h"
#include "tests/support/idxwriter.h"

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

/// The learning rate comes from the batches, which may be missing where the epoch isn't.
QList<QByteArray> linesWithoutRate(const QByteArray &table)
{
    QList<QByteArray> lines;
    for (const QByteArray &line : table.split('\n')) {
        QList<QByteArray> cells = line.split(',');
        if (cells.size() > 6) {
            cells.removeAt(6);
        }
        lines << cells.join(',');
    }
    return lines;
}

/// A table of figures, of which some are missing.
bool areLinesOf(const QByteArray &part, const QByteArray &whole)
{
    const QList<QByteArray> lines = linesWithoutRate(whole);
    const QList<QByteArray> found = linesWithoutRate(part);
    return found.size() > 1 && std::all_of(found.begin(), found.end(), [&lines](const QByteArray &line) { return lines.contains(line); });
}

} // namespace

/// Files: what is opened, and what is refused.
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
    void olderSchema_data();
    void olderSchema();
    void flippedBits();

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

/// Laboratories that were written by earlier versions of the schema; they are kept beside this test and never made anew.
void TestRunFiles::olderSchema_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<bool>("hasMoments");
    QTest::addColumn<int>("waiting");
    QTest::newRow("1") << 1 << false << 0;
    QTest::newRow("2, with films and snapshots") << 2 << true << 0;
    QTest::newRow("3, with a queue") << 3 << true << 2;
}

void TestRunFiles::olderSchema()
{
    QFETCH(int, version);
    QFETCH(bool, hasMoments);
    QFETCH(int, waiting);
    const QString file = path("old.sqlite");
    QVERIFY(QFile::copy(QStringLiteral(TEST_FILES "/laboratory-%1.sqlite").arg(version), file));
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
    const auto today = RunStore::open(now);
    QCOMPARE(test::partsOf(*store.value(), id), test::partsOf(*today.value(), same));
    if (hasMoments) {
        QCOMPARE(test::seenOf(*store.value(), id), test::seenOf(*today.value(), same));
    }
    const Queue queue = store.value()->queue().value();
    QCOMPARE(queue.problems, QStringList());
    QCOMPARE(int(queue.entries.size()), waiting);
    if (waiting > 0) {
        QCOMPARE(queue.entries[0].experiment.name, QStringLiteral("espera ñ"));
        QVERIFY(queue.entries[1].isSkipped);
    }
    QCOMPARE(schemaOf(*openLaboratory(file)), expectedSchema());
}

void TestRunFiles::flippedBits()
{
    const QString original = path("original.sqlite");
    const QString id = test::recordSample(original);
    {
        // Small pages: less free space to hit.
        SqlConnection connection(original, SqlConnection::Mode::ReadWrite);
        connection.query(QStringLiteral("PRAGMA journal_mode=DELETE"));
        connection.query(QStringLiteral("PRAGMA page_size=4096"));
        connection.query(QStringLiteral("VACUUM"));
        connection.query(QStringLiteral("PRAGMA journal_mode=WAL"));
    }
    QByteArray whole = contentOf(original);
    const QList<QByteArray> right = test::seenOf(*RunStore::open(original).value(), id);
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
        const QList<QByteArray> parts = test::seenOf(*store.value(), id);
        if (isWhole && parts == right) {
            continue; // a bit that nothing depends on: free space
        }
        ++noticed;
        // What is given out in spite of the damage is right.
        for (const QByteArray &part : parts) {
            QVERIFY2(right.contains(part) || (!isWhole && areLinesOf(part, right.first())), part.constData());
        }
    }
    QVERIFY2(noticed > 40, qPrintable(QString::number(noticed)));
}

QTEST_GUILESS_MAIN(TestRunFiles)
#include "tst_runfiles.moc"
