// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/runstore.h"
#include "tests/support/idxwriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <unistd.h>

using namespace convscope;

namespace {

struct Outcome
{
    int exitCode = -1;
    QByteArray output;
    QByteArray error;
};

QStringList words(const char *text)
{
    return QString::fromUtf8(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

/// The command line where something goes wrong for real: writes that fail, files that may not be written; and the queue, killed.
class TestFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void failingWrites_data();
    void failingWrites();
    void readOnlyLaboratoryIsListed();
    void queueIsTrainedInOrder();
    void queueSurvivesAKill();
    void queueKeepsWhatWasNotTrained();
    void trashIsEmptied();
    void weightsToBeginWith();
    void stopsEarly();

private:
    Outcome run(const QStringList &arguments, const QProcessEnvironment *environment = nullptr) const;
    QProcessEnvironment environment() const;
    QStringList train(const char *more) const { return words("train --preset first-steps --train-images 512 --threads 1 --json --data") + QStringList{m_data} + words(more); }
    QJsonArray runs() const { return QJsonDocument::fromJson(run(words("runs --json")).output).array(); }
    QJsonArray queue() const { return QJsonDocument::fromJson(run(words("queue list --json")).output).array(); }

    QString m_program;
    QTemporaryDir m_dataFolder;
    QString m_data;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_laboratory;
};

void TestFaults::initTestCase()
{
    m_program = qEnvironmentVariable("CONVSCOPE_PROGRAM");
    QVERIFY2(QFileInfo(m_program).isExecutable(), "CONVSCOPE_PROGRAM names the program");
    m_data = m_dataFolder.filePath(QStringLiteral("data"));
    test::writeDataset(m_data, *test::barsDataset(512, 100));
}

void TestFaults::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_laboratory = m_folder->filePath(QStringLiteral("lab/laboratory.sqlite"));
}

QProcessEnvironment TestFaults::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
        environment.remove(QLatin1String(name));
    }
    environment.insert(QStringLiteral("HOME"), m_folder->path());
    environment.insert(QStringLiteral("CONVSCOPE_LABORATORY"), m_laboratory);
    return environment;
}

Outcome TestFaults::run(const QStringList &arguments, const QProcessEnvironment *given) const
{
    QProcess process;
    process.setProcessEnvironment(given ? *given : environment());
    process.start(m_program, arguments + words("--language en"));
    if (!process.waitForFinished(120000) || process.exitStatus() != QProcess::NormalExit) {
        return {-2, process.readAllStandardOutput(), process.readAllStandardError()};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

void TestFaults::failingWrites_data()
{
    QTest::addColumn<QString>("error");
    QTest::addColumn<int>("from"); // the first write to a file of the laboratory that fails
    for (const char *error : {"EIO", "ENOSPC", "EROFS", "EDQUOT", "SHORT"}) {
        for (const int from : {0, 5, 40}) {
            QTest::newRow(qPrintable(QStringLiteral("%1 from write %2").arg(QLatin1String(error)).arg(from))) << QString::fromLatin1(error) << from;
        }
    }
}

/// From some write on all fail for a while, then they work again: training goes on and nothing that was saved before is touched.
void TestFaults::failingWrites()
{
    QFETCH(QString, error);
    QFETCH(int, from);
    QCOMPARE(run(train("--epochs 1")).exitCode, 0);
    const QJsonArray before = runs();
    QProcessEnvironment broken = environment();
    broken.insert(QStringLiteral("LD_PRELOAD"), QStringLiteral(FAILING_WRITES));
    broken.insert(QStringLiteral("FAILING_WRITES_ERROR"), error);
    broken.insert(QStringLiteral("FAILING_WRITES_FROM"), QString::number(from));
    broken.insert(QStringLiteral("FAILING_WRITES_COUNT"), QStringLiteral("3"));
    broken.insert(QStringLiteral("FAILING_WRITES_FILE"), QStringLiteral("laboratory.sqlite"));
    const Outcome outcome = run(train("--epochs 3"), &broken);
    QVERIFY2(outcome.exitCode == 0 || outcome.exitCode == 4, outcome.error.constData());
    QVERIFY2(outcome.exitCode == 0 || outcome.error.contains(m_laboratory.toUtf8()), outcome.error.constData());
    QCOMPARE(runs().last(), before.last());
    if (outcome.exitCode == 0) {
        QCOMPARE(runs().first()[QLatin1String("epochs_done")].toInt(), 3);
    }
    const auto store = RunStore::open(m_laboratory);
    const Result<RunList> list = store.value()->runs();
    for (const RunRecord &record : list.value().runs) {
        QCOMPARE(store.value()->load(record.id).value().problems, QStringList());
    }
}

void TestFaults::readOnlyLaboratoryIsListed()
{
    QCOMPARE(run(train("--epochs 1")).exitCode, 0);
    const QJsonArray before = runs();
    QFile::setPermissions(m_laboratory, QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther);
    QFile::setPermissions(QFileInfo(m_laboratory).path(), QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther);
    // The superuser may write everything, so another user asks.
    QProcess process;
    process.setProcessEnvironment(environment());
    QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther);
    process.setChildProcessModifier([] {
        if (::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0)) {
            ::_exit(99);
        }
    });
    process.start(m_program, words("runs --json --language en"));
    QVERIFY(process.waitForFinished(60000));
    const QByteArray error = process.readAllStandardError();
    QFile::setPermissions(QFileInfo(m_laboratory).path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (process.exitCode() == 99 || process.error() == QProcess::FailedToStart) {
        QSKIP("the user can't be changed here");
    }
    QVERIFY2(process.exitCode() == 0, error.constData());
    QCOMPARE(QJsonDocument::fromJson(process.readAllStandardOutput()).array(), before);
}

void TestFaults::queueIsTrainedInOrder()
{
    for (const char *seed : {"1", "2", "3"}) {
        QCOMPARE(run(words("queue add --preset first-steps --train-images 512 --threads 1 --epochs 1 --seed") + words(seed)).exitCode, 0);
    }
    QCOMPARE(queue().size(), 3);
    QCOMPARE(run(words("queue move 3 1")).exitCode, 0);
    QCOMPARE(run(words("queue skip 2")).exitCode, 0);
    QCOMPARE(run(words("queue remove 99")).exitCode, 1);
    QCOMPARE(run(words("queue edit 3 --epochs 2")).exitCode, 0); // all else stays
    QCOMPARE(queue()[0][QLatin1String("settings")][QLatin1String("training")][QLatin1String("epochs")].toInt(), 2);
    QCOMPARE(run(words("queue edit 3 --epochs 1")).exitCode, 0);
    QCOMPARE(run(words("queue dance")).exitCode, 2);
    QCOMPARE(run(words("queue move 3")).exitCode, 2);
    const Outcome outcome = run(words("queue run --json --data") + QStringList{m_data});
    QVERIFY2(outcome.exitCode == 0, outcome.error.constData());
    const QJsonArray trained = runs();
    QCOMPARE(trained.size(), 2);
    QCOMPARE(trained[1][QLatin1String("settings")][QLatin1String("training")][QLatin1String("seed")].toInt(), 3);
    QCOMPARE(trained[0][QLatin1String("settings")][QLatin1String("training")][QLatin1String("seed")].toInt(), 1);
    QCOMPARE(queue().size(), 1);
    QCOMPARE(queue()[0][QLatin1String("state")].toString(), QStringLiteral("skipped"));
    QCOMPARE(run(words("queue skip 2 --undo")).exitCode, 0);
    QCOMPARE(run(words("queue add --preset first-steps --train-images 512 --threads 1 --epochs 1 --seed 4")).exitCode, 0);
    QCOMPARE(run(words("queue run --parallel 2 --json --data") + QStringList{m_data}).exitCode, 0);
    QCOMPARE(runs().size(), 4);
    QCOMPARE(queue().size(), 0);
}

void TestFaults::queueSurvivesAKill()
{
    QCOMPARE(run(words("queue add --preset first-steps --train-images 512 --threads 1 --epochs 400")).exitCode, 0);
    QCOMPARE(run(words("queue edit 1 --preset first-steps --train-images 512 --threads 1 --epochs 40")).exitCode, 0);
    QProcess process;
    process.setProcessEnvironment(environment());
    process.start(m_program, words("queue run --json --language en --data") + QStringList{m_data});
    QByteArray output;
    while (output.count("\"epoch\"") < 4 && process.waitForReadyRead(60000)) {
        output += process.readAllStandardOutput();
    }
    process.kill();
    QVERIFY(process.waitForFinished());
    QCOMPARE(queue().size(), 1);
    const Outcome outcome = run(words("queue run --json --data") + QStringList{m_data});
    QVERIFY2(outcome.exitCode == 0, outcome.error.constData());
    QCOMPARE(queue().size(), 0);
    const QJsonArray trained = runs();
    QCOMPARE(trained.size(), 1); // the one that was interrupted went on
    QCOMPARE(trained[0][QLatin1String("epochs_done")].toInt(), 40);
    QCOMPARE(trained[0][QLatin1String("state")].toString(), QStringLiteral("finished"));
}

/// Whoever stops reading stops the queue; what can't be trained is put aside. Neither empties it.
void TestFaults::queueKeepsWhatWasNotTrained()
{
    QCOMPARE(run(words("queue add --preset first-steps --train-images 100000 --threads 1 --epochs 2")).exitCode, 0);
    for (const char *seed : {"1", "2", "3"}) {
        QCOMPARE(run(words("queue add --preset first-steps --train-images 512 --threads 1 --epochs 30 --seed") + words(seed)).exitCode, 0);
    }
    QCOMPARE(run(words("queue run --threads abc --data") + QStringList{m_data}).exitCode, 2);
    QProcess process;
    process.setProcessEnvironment(environment());
    process.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), QStringLiteral("\"$0\" queue run --json --data \"$1\" | head -n 1"), m_program, m_data});
    QVERIFY(process.waitForFinished(120000));
    const QJsonArray left = queue();
    QCOMPARE(left.size(), 4);
    QCOMPARE(left[0][QLatin1String("state")].toString(), QStringLiteral("skipped")); // there are only 512 pictures
    for (int i = 1; i < 4; ++i) {
        QCOMPARE(left[i][QLatin1String("state")].toString(), QStringLiteral("waiting"));
    }
    QCOMPARE(runs().size(), 1); // the first one only
}

void TestFaults::trashIsEmptied()
{
    QCOMPARE(run(train("--epochs 1")).exitCode, 0);
    QCOMPARE(run(words("delete latest")).exitCode, 0);
    QCOMPARE(QJsonDocument::fromJson(run(words("trash --json")).output).array().size(), 1);
    QCOMPARE(run(words("trash --empty")).exitCode, 0);
    QCOMPARE(QJsonDocument::fromJson(run(words("trash --json")).output).array().size(), 0);
}

void TestFaults::weightsToBeginWith()
{
    QCOMPARE(run(train("--epochs 1")).exitCode, 0);
    const QString file = m_folder->filePath(QStringLiteral("weights.safetensors"));
    QCOMPARE(run(words("export latest --format safetensors") + QStringList{file}).exitCode, 0);
    const Outcome again = run(train("--epochs 1 --weights") + QStringList{file});
    QVERIFY2(again.exitCode == 0, again.error.constData());
    const QJsonArray both = runs();
    QVERIFY(both[0][QLatin1String("last")][QLatin1String("train_loss")].toDouble() < both[1][QLatin1String("last")][QLatin1String("train_loss")].toDouble());
    const Outcome other = run(words("train --preset mlp-512 --train-images 512 --batch-size 32 --epochs 1 --data") + QStringList{m_data, QStringLiteral("--weights"), file});
    QCOMPARE(other.exitCode, 2);
    QVERIFY2(other.error.contains("don't fit this network"), other.error.constData());
}

void TestFaults::stopsEarly()
{
    const Outcome outcome = run(train("--epochs 9 --patience 2 --smallest-change 5 --keep best"));
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY2(outcome.output.contains("Stopped early after epoch 3"), outcome.output.constData());
    QCOMPARE(runs()[0][QLatin1String("epochs_done")].toInt(), 3);
    QCOMPARE(runs()[0][QLatin1String("state")].toString(), QStringLiteral("finished"));
    QCOMPARE(run(train("--epochs 9 --keep worst")).exitCode, 2);
    QCOMPARE(run(train("--epochs 9 --patience -1")).exitCode, 2);
}

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
