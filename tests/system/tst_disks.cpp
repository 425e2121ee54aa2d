// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/runstore.h"
#include "tests/support/idxwriter.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QtTest>

using namespace convscope;

namespace {

constexpr int patience = 600000; // milliseconds; far more than it takes
/// A disk writes sectors: each is the old one or the new one.
constexpr qsizetype sectorSize = 512;

/// What of the bytes that nobody had synced is on the disk after a power cut.
enum class Unsynced { Lost, Some, Kept };

QStringList words(const char *text)
{
    return QString::fromUtf8(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Sector by sector what was synced last or what was written last.
QByteArray mixed(const QByteArray &synced, const QByteArray &written, QRandomGenerator &random)
{
    QByteArray mix = random.bounded(2) == 0 ? synced : written;
    for (qsizetype begin = 0; begin < mix.size(); begin += sectorSize) {
        const QByteArray sector = (random.bounded(2) == 0 ? synced : written).mid(begin, sectorSize);
        mix.replace(begin, std::min(sector.size(), mix.size() - begin), sector.left(mix.size() - begin));
    }
    return mix;
}

struct Outcome
{
    int exitCode = -1;
    QByteArray output;
    QByteArray error;
};

} // namespace

/// The command line on disks that lose power and on disks that are too small.
class TestDisks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void whatHasEndedSurvivesAPowerCut();
    void powerCuts();
    void aSmallDisk();

private:
    QProcessEnvironment environment() const;
    Outcome run(const QStringList &arguments) const;
    QStringList train(const char *more) const { return words("train --preset first-steps --train-images 512 --threads 1 --json") + words(more) + QStringList{QStringLiteral("--data"), m_data}; }
    QJsonArray runs() const { return QJsonDocument::fromJson(run(words("runs --json")).output).array(); }
    /// The power goes: the laboratory is what was synced, and some of what was not.
    void cutPower(Unsynced unsynced, QRandomGenerator &random);
    /// The laboratory once more, for this process to look at: what it changes there isn't seen by the library that keeps what is synced.
    QString copied() const;
    void checkEverything(const QString &laboratory) const;

    QString m_program;
    QTemporaryDir m_dataFolder;
    QString m_data;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_laboratory;
    QString m_synced;
};

void TestDisks::initTestCase()
{
    m_program = qEnvironmentVariable("CONVSCOPE_PROGRAM");
    QVERIFY2(QFileInfo(m_program).isExecutable(), "CONVSCOPE_PROGRAM names the program");
    m_data = m_dataFolder.filePath(QStringLiteral("data"));
    test::writeDataset(m_data, *test::barsDataset(512, 100));
}

void TestDisks::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_laboratory = m_folder->filePath(QStringLiteral("lab/laboratory.sqlite"));
    m_synced = m_folder->filePath(QStringLiteral("synced"));
    QVERIFY(QDir().mkpath(m_synced));
    QCOMPARE(run(train("--epochs 1")).exitCode, 0); // a laboratory that was there before
    QVERIFY(QFile::copy(m_laboratory, m_synced + QStringLiteral("/laboratory.sqlite")) || QFileInfo::exists(m_synced + QStringLiteral("/laboratory.sqlite")));
}

QProcessEnvironment TestDisks::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
        environment.remove(QLatin1String(name));
    }
    environment.insert(QStringLiteral("HOME"), m_folder->path());
    environment.insert(QStringLiteral("CONVSCOPE_LABORATORY"), m_laboratory);
    environment.insert(QStringLiteral("LD_PRELOAD"), QStringLiteral(SYNCED_FILES));
    environment.insert(QStringLiteral("SYNCED_FILES_PART"), QStringLiteral("/lab/laboratory.sqlite"));
    environment.insert(QStringLiteral("SYNCED_FILES_FOLDER"), m_synced);
    return environment;
}

Outcome TestDisks::run(const QStringList &arguments) const
{
    QProcess process;
    process.setProcessEnvironment(environment());
    process.start(m_program, arguments + words("--language en"));
    if (!process.waitForFinished(patience) || process.exitStatus() != QProcess::NormalExit) {
        return {-2, process.readAllStandardOutput(), process.readAllStandardError()};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

void TestDisks::cutPower(Unsynced unsynced, QRandomGenerator &random)
{
    for (const char *name : {"/laboratory.sqlite", "/laboratory.sqlite-wal"}) {
        const QString place = QFileInfo(m_laboratory).path() + QLatin1String(name);
        const QString kept = m_synced + QLatin1String(name);
        const QByteArray written = contentOf(place);
        const QByteArray synced = contentOf(kept);
        QFile::remove(place);
        QFile::remove(kept);
        const QByteArray left = unsynced == Unsynced::Lost ? synced : unsynced == Unsynced::Kept ? written : mixed(synced, written, random);
        if (!left.isEmpty()) {
            test::writeFile(place, left);
            test::writeFile(kept, left); // it is on the disk now
        }
    }
    QFile::remove(m_laboratory + QStringLiteral("-shm")); // lives in memory
}

QString TestDisks::copied() const
{
    const QString copy = m_folder->filePath(QStringLiteral("copy.sqlite"));
    for (const char *suffix : {"", "-wal", "-shm"}) {
        QFile::remove(copy + QLatin1String(suffix));
        QFile::copy(m_laboratory + QLatin1String(suffix), copy + QLatin1String(suffix));
    }
    return copy;
}

void TestDisks::checkEverything(const QString &laboratory) const
{
    const auto store = RunStore::open(laboratory);
    QVERIFY2(store, qPrintable(store.error()));
    const Result<RunList> list = store.value()->runs();
    QVERIFY2(list, qPrintable(list.error()));
    QCOMPARE(list.value().problems, QStringList());
    for (const RunRecord &record : list.value().runs) {
        const Result<LoadedRun> loaded = store.value()->load(record.id);
        QVERIFY2(loaded, qPrintable(loaded.error()));
        QCOMPARE(loaded.value().problems, QStringList());
        const auto checkpoints = store.value()->checkpoints(record.id);
        QVERIFY(!checkpoints.value().empty());
        for (const CheckpointInfo &info : checkpoints.value()) {
            const Result<CheckpointPtr> checkpoint = store.value()->checkpoint(record.id, info.steps);
            QVERIFY2(checkpoint, qPrintable(checkpoint.error()));
        }
        const Result<RunMoments> moments = store.value()->moments(record.id);
        for (const qint64 steps : moments.value().weights) {
            const Result<WeightsPtr> weights = store.value()->weights(record.id, steps);
            QVERIFY2(weights, qPrintable(weights.error()));
        }
    }
}

/// The program has said that it is done: the power may go at once.
void TestDisks::whatHasEndedSurvivesAPowerCut()
{
    QRandomGenerator random(1);
    for (const Unsynced unsynced : {Unsynced::Lost, Unsynced::Some}) {
        QCOMPARE(run(train("--epochs 4")).exitCode, 0);
        const QJsonArray before = runs();
        cutPower(unsynced, random);
        checkEverything(copied());
        QCOMPARE(runs(), before);
    }
}

/// Again and again at random moments of one run: it is always readable, never loses what an earlier start found, and comes out as one
/// that nobody disturbed, to the bit. CONVSCOPE_KILLS asks for more or fewer.
void TestDisks::powerCuts()
{
    const int cuts = std::max(1, qEnvironmentVariable("CONVSCOPE_KILLS", QStringLiteral("50")).toInt() * 2 / 5);
    const Outcome undisturbed = run(train("--epochs 60 --seed 5 --laboratory none"));
    QCOMPARE(undisturbed.exitCode, 0);
    const QJsonValue first = runs().last();
    QRandomGenerator random(20260714);
    QString id;
    qint64 steps = -1;
    bool isThrough = false;
    for (int cut = 0; cut < cuts && !isThrough; ++cut) {
        QProcess process;
        process.setProcessEnvironment(environment());
        process.start(m_program, (id.isEmpty() ? train("--epochs 60 --seed 5") : QStringList{QStringLiteral("resume"), id, QStringLiteral("--json")}) + words("--language en"));
        while (!process.peek(1 << 20).contains("started") && process.waitForReadyRead(patience)) {
        }
        isThrough = process.waitForFinished(random.bounded(400));
        process.kill();
        process.waitForFinished();
        cutPower(Unsynced(cut % 3), random);
        checkEverything(copied());
        if (QTest::currentTestFailed()) {
            return;
        }
        const QJsonArray list = runs();
        QCOMPARE(list.last(), first); // what was there before is as it was
        if (list.size() == 2) { // else the power went before the first transaction
            id = list.first()[QLatin1String("id")].toString();
            const auto store = RunStore::open(copied());
            const qint64 newest = store.value()->resumePoint(id).value().checkpoint->steps;
            QVERIFY2(newest >= steps, qPrintable(QStringLiteral("%1 batches after %2").arg(newest).arg(steps)));
            steps = newest;
        }
    }
    const bool isComplete = !id.isEmpty() && runs().first()[QLatin1String("epochs_done")].toInt() == 60; // killed on its way out
    if (!isThrough && !isComplete) {
        const Outcome last = run(id.isEmpty() ? train("--epochs 60 --seed 5") : QStringList{QStringLiteral("resume"), id, QStringLiteral("--json")});
        QVERIFY2(last.exitCode == 0, last.error.constData());
    }
    const QJsonObject end = QJsonDocument::fromJson(undisturbed.output.trimmed().split('\n').last()).object();
    QCOMPARE(runs().first()[QLatin1String("last")][QLatin1String("test_loss")], end[QLatin1String("test_loss")]);
    QCOMPARE(runs().first()[QLatin1String("epochs_done")].toInt(), 60);
}

/// A file system of 96 MB that another file fills: training goes on, says what to do, and once there is room all is saved.
void TestDisks::aSmallDisk()
{
    const QString disk = m_folder->filePath(QStringLiteral("disk"));
    const QString out = m_folder->filePath(QStringLiteral("out"));
    QVERIFY(QDir().mkpath(disk) && QDir().mkpath(out));
    QProcess process;
    process.setProcessEnvironment(environment());
    process.start(QStringLiteral("unshare"), QStringList{QStringLiteral("-rm"), QStringLiteral("bash"), QStringLiteral(TEST_FILES "/smalldisk.sh"), disk, out, m_program}
                                                 + train("--language en"));
    if (!process.waitForStarted() || !process.waitForFinished(patience) || process.exitCode() == 77 || !QFileInfo::exists(out + QStringLiteral("/before.json"))) {
        QSKIP(qPrintable(QStringLiteral("no file system can be mounted here: ") + QString::fromLocal8Bit(process.readAllStandardError())));
    }
    const QByteArray error = process.readAllStandardError();
    QVERIFY2(process.exitCode() == 0, error.constData());
    QVERIFY2(error.contains("can't be saved at the moment; training goes on") && error.contains("Free some space"), error.constData());
    QVERIFY2(error.contains("Everything is saved again"), error.constData());
    const QJsonArray before = QJsonDocument::fromJson(contentOf(out + QStringLiteral("/before.json"))).array();
    const QJsonArray after = QJsonDocument::fromJson(contentOf(out + QStringLiteral("/after.json"))).array();
    QCOMPARE(after.size(), 2);
    QCOMPARE(after.last(), before.last());
    QCOMPARE(after.first()[QLatin1String("epochs_done")].toInt(), 40);
    QCOMPARE(after.first()[QLatin1String("state")].toString(), QStringLiteral("finished"));
    checkEverything(out + QStringLiteral("/laboratory.sqlite"));
}

QTEST_GUILESS_MAIN(TestDisks)
#include "tst_disks.moc"
