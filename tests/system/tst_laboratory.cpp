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

#include <cmath>
#include <csignal>
#include <cstring>

using namespace convscope;

namespace {

struct Outcome
{
    int exitCode = -1;
    QByteArray output;
    QByteArray error;

    QList<QJsonObject> objects() const
    {
        QList<QJsonObject> list;
        for (const QByteArray &line : output.split('\n')) {
            if (!line.isEmpty()) {
                list << QJsonDocument::fromJson(line).object();
            }
        }
        return list;
    }
};

constexpr int patience = 600000; // milliseconds; far more than it takes, on a busy machine too
constexpr const char *killedEpochs = "--epochs 150";

/// "train --preset x" as arguments.
QStringList words(const char *text)
{
    return QString::fromUtf8(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

/// The laboratory as users of the command line meet it: recorded, killed, continued, full disks, files that travel.
class TestLaboratory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void trainingIsRecorded();
    void noneRecordsNothing();
    void killedAgainAndAgain();
    void stoppedRunGoesOn();
    void moreEpochs();
    void fullDisk();
    void twoProgramsOnOneFile();
    void aVisitorLeavesTheLogInPlace();
    void unusableLaboratory_data();
    void unusableLaboratory();
    void exportAndImport();
    void aWholeLaboratoryIsImported();
    void thinningAsksFirst();
    void deleteAndUndo();
    void wrongUsage();
    void otherDataAreRefused();
    void divergedStaysDiverged();
    void weightsGiveTheSameProbabilitiesInPyTorch();

private:
    QProcessEnvironment environment() const;
    Outcome run(const QStringList &arguments, const QString &laboratory = {}) const;
    void start(QProcess &process, const QStringList &arguments) const;
    QStringList train(const char *more) const { return words("train --preset first-steps --train-images 512 --threads 1 --json") + words(more) + QStringList{QStringLiteral("--data"), m_data}; }
    QJsonArray runs() const { return QJsonDocument::fromJson(run(words("runs --json")).output).array(); }
    bool hasRuns() const { return !RunStore::open(m_laboratory).value()->runs().value().runs.empty(); }
    bool trainAndKill(QRandomGenerator &random);
    void checkAsUndisturbed(const Outcome &undisturbed) const;
    /// Everything in the laboratory is readable and right.
    void checkEverything() const;

    QString m_program;
    QTemporaryDir m_dataFolder;
    QString m_data;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_laboratory;
};

QProcessEnvironment TestLaboratory::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
        environment.remove(QLatin1String(name));
    }
    environment.insert(QStringLiteral("HOME"), m_folder->path());
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_folder->filePath(QStringLiteral("config")));
    environment.insert(QStringLiteral("XDG_DATA_HOME"), m_folder->filePath(QStringLiteral("share")));
    environment.insert(QStringLiteral("CONVSCOPE_LABORATORY"), m_laboratory);
    return environment;
}

void TestLaboratory::start(QProcess &process, const QStringList &arguments) const
{
    process.setProcessEnvironment(environment());
    process.start(m_program, arguments + words("--language en"));
}

Outcome TestLaboratory::run(const QStringList &arguments, const QString &laboratory) const
{
    QProcess process;
    start(process, laboratory.isEmpty() ? arguments : arguments + QStringList{QStringLiteral("--laboratory"), laboratory});
    if (!process.waitForFinished(patience) || process.exitStatus() != QProcess::NormalExit) {
        return {-2, process.readAllStandardOutput(), process.readAllStandardError()};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

void TestLaboratory::initTestCase()
{
    m_program = qEnvironmentVariable("CONVSCOPE_PROGRAM");
    QVERIFY2(QFileInfo(m_program).isExecutable(), "CONVSCOPE_PROGRAM names the program");
    m_data = m_dataFolder.filePath(QStringLiteral("datos ñ"));
    test::writeDataset(m_data, *test::barsDataset(512, 100));
}

void TestLaboratory::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_laboratory = m_folder->filePath(QStringLiteral("mi año/laboratory.sqlite"));
}

void TestLaboratory::checkEverything() const
{
    const auto store = RunStore::open(m_laboratory);
    QVERIFY2(store, qPrintable(store.error()));
    const Result<RunList> list = store.value()->runs();
    QCOMPARE(list.value().problems, QStringList());
    for (const RunRecord &record : list.value().runs) {
        const Result<LoadedRun> loaded = store.value()->load(record.id);
        QVERIFY2(loaded, qPrintable(loaded.error()));
        QCOMPARE(loaded.value().problems, QStringList());
        const auto checkpoints = store.value()->checkpoints(record.id);
        for (const CheckpointInfo &info : checkpoints.value()) {
            const auto checkpoint = store.value()->checkpoint(record.id, info.steps);
            QVERIFY2(checkpoint, qPrintable(checkpoint.error()));
        }
        const Result<RunMoments> moments = store.value()->moments(record.id);
        QVERIFY2(moments, qPrintable(moments.error()));
        for (const qint64 steps : moments.value().weights) {
            const auto weights = store.value()->weights(record.id, steps);
            QVERIFY2(weights, qPrintable(weights.error()));
        }
    }
}

void TestLaboratory::trainingIsRecorded()
{
    const Outcome trained = run(train("--epochs 2"));
    QCOMPARE(trained.exitCode, 0);
    const QJsonArray list = runs();
    QCOMPARE(list.size(), 1);
    const QJsonObject object = list.first().toObject();
    QCOMPARE(object.keys(), words("best epochs epochs_done id last name preset settings state tags"));
    QCOMPARE(object[QLatin1String("id")], trained.objects().first()[QLatin1String("id")]);
    QCOMPARE(object[QLatin1String("state")].toString(), QStringLiteral("finished"));
    QCOMPARE(object[QLatin1String("preset")].toString(), QStringLiteral("first-steps"));
    QCOMPARE(object[QLatin1String("epochs_done")].toInt(), 2);
    QCOMPARE(object[QLatin1String("settings")], trained.objects().first()[QLatin1String("experiment")]);
    const QJsonObject last = object[QLatin1String("last")].toObject();
    QCOMPARE(last.keys(), words("epoch test_accuracy test_loss train_accuracy train_loss"));
    QCOMPARE(last[QLatin1String("test_loss")], trained.objects().last()[QLatin1String("test_loss")]);
    const Outcome shown = run(words("show latest"));
    QCOMPARE(shown.exitCode, 0);
    QVERIFY(shown.output.contains(object[QLatin1String("id")].toString().toUtf8()));
    checkEverything();
}

void TestLaboratory::noneRecordsNothing()
{
    QCOMPARE(run(train("--epochs 1 --laboratory none")).exitCode, 0);
    QVERIFY(runs().isEmpty());
}

/// A run that is there goes on, else one begins; killed at a random moment, or in the middle of a write. True if it was through before.
bool TestLaboratory::trainAndKill(QRandomGenerator &random)
{
    QProcess process;
    QProcessEnvironment deadly = environment();
    const bool whileSaving = random.bounded(2) == 0;
    if (whileSaving) {
        deadly.insert(QStringLiteral("LD_PRELOAD"), QStringLiteral(FAILING_WRITES));
        deadly.insert(QStringLiteral("FAILING_WRITES_ERROR"), QStringLiteral("KILL"));
        deadly.insert(QStringLiteral("FAILING_WRITES_FILE"), QStringLiteral("laboratory.sqlite"));
        deadly.insert(QStringLiteral("FAILING_WRITES_FROM"), QString::number(random.bounded(60)));
        deadly.insert(QStringLiteral("FAILING_WRITES_COUNT"), QStringLiteral("1"));
    }
    process.setProcessEnvironment(deadly);
    const bool isThere = QFileInfo::exists(m_laboratory) && hasRuns();
    process.start(m_program, (isThere ? words("resume latest --json") : train(killedEpochs)) + words("--language en"));
    while (!whileSaving && !process.peek(1 << 20).contains("started") && process.waitForReadyRead(patience)) {
    }
    if (process.waitForFinished(whileSaving ? patience : random.bounded(150))) {
        return process.exitStatus() == QProcess::NormalExit;
    }
    process.kill();
    process.waitForFinished();
    return false;
}

/// Killed again and again at random moments of training and of saving; CONVSCOPE_KILLS asks for more or fewer.
void TestLaboratory::killedAgainAndAgain()
{
    const int kills = qEnvironmentVariable("CONVSCOPE_KILLS", QStringLiteral("50")).toInt();
    const Outcome undisturbed = run(train(QByteArray(QByteArray(killedEpochs) + " --laboratory none").constData()));
    QCOMPARE(undisturbed.exitCode, 0);
    QRandomGenerator random(20260102);
    int killed = 0;
    while (killed < kills) {
        if (trainAndKill(random)) { // it was through
            checkAsUndisturbed(undisturbed);
            QVERIFY(QDir(QFileInfo(m_laboratory).path()).removeRecursively());
        } else {
            ++killed;
            checkEverything();
            if (hasRuns()) { // else killed before its first transaction
                QCOMPARE(int(RunStore::open(m_laboratory).value()->runs().value().runs.front().state), int(RecordState::Interrupted));
            }
        }
        if (QTest::currentTestFailed()) {
            return;
        }
    }
    qInfo("killed %d times", killed);
    if (!hasRuns() || runs().first()[QLatin1String("state")].toString() != QLatin1String("finished")) {
        const Outcome last = run(hasRuns() ? words("resume latest --json") : train(killedEpochs));
        QVERIFY2(last.exitCode == 0, last.error.constData());
        QCOMPARE(last.objects().last(), undisturbed.objects().last());
    }
    checkAsUndisturbed(undisturbed);
}

/// The whole curve is that of a run that nobody disturbed.
void TestLaboratory::checkAsUndisturbed(const Outcome &undisturbed) const
{
    const qsizetype epochs = undisturbed.objects().size() - 2; // but the beginning and the end
    QCOMPARE(runs().size(), 1);
    QCOMPARE(runs().first()[QLatin1String("last")][QLatin1String("test_loss")], undisturbed.objects().last()[QLatin1String("test_loss")]);
    const auto store = RunStore::open(m_laboratory);
    const auto loaded = store.value()->load(runs().first()[QLatin1String("id")].toString());
    QCOMPARE(loaded.value().problems, QStringList());
    QCOMPARE(loaded.value().history->batchCount(), std::size_t(epochs * 8));
    const std::vector<EpochReport> reports = loaded.value().history->epochs();
    QCOMPARE(qsizetype(reports.size()), epochs);
    for (qsizetype i = 0; i < epochs; ++i) {
        const QJsonObject epoch = undisturbed.objects()[i + 1];
        QCOMPARE(reports[std::size_t(i)].trainLoss, epoch[QLatin1String("train_loss")].toDouble());
        QCOMPARE(reports[std::size_t(i)].testLoss, epoch[QLatin1String("test_loss")].toDouble());
    }
}

void TestLaboratory::stoppedRunGoesOn()
{
    QProcess process;
    start(process, train("--epochs 60"));
    while (!process.peek(1 << 20).contains("\"epoch\":2,")) {
        QVERIFY(process.waitForReadyRead(patience));
    }
    QCOMPARE(::kill(pid_t(process.processId()), SIGINT), 0);
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitCode(), 130);
    QCOMPARE(runs().first()[QLatin1String("state")].toString(), QStringLiteral("stopped"));
    const Outcome resumed = run(words("resume latest --json"));
    QCOMPARE(resumed.exitCode, 0);
    const Outcome undisturbed = run(train("--epochs 60 --laboratory none"));
    QCOMPARE(resumed.objects().last(), undisturbed.objects().last());
    QCOMPARE(runs().size(), 1);
    checkEverything();
}

void TestLaboratory::moreEpochs()
{
    QCOMPARE(run(train("--epochs 2")).exitCode, 0);
    const Outcome done = run(words("resume latest"));
    QCOMPARE(done.exitCode, 2);
    QVERIFY2(done.error.contains("--epochs"), done.error.constData());
    QCOMPARE(run(words("resume latest --epochs 1")).exitCode, 2);
    QCOMPARE(run(words("resume latest --epochs many")).exitCode, 2);
    const Outcome more = run(words("resume latest --epochs 4 --json"));
    QCOMPARE(more.exitCode, 0);
    QCOMPARE(more.objects().first()[QLatin1String("steps")].toInt(), 16);
    QCOMPARE(more.objects().last(), run(train("--epochs 4 --laboratory none")).objects().last());
    QCOMPARE(runs().first()[QLatin1String("epochs")].toInt(), 4);
    QCOMPARE(runs().first()[QLatin1String("epochs_done")].toInt(), 4);
}

void TestLaboratory::fullDisk()
{
    QCOMPARE(run(train("--epochs 2")).exitCode, 0);
    const QJsonArray before = runs();
    const qint64 size = QFileInfo(m_laboratory).size() / 1024;
    // No file may grow beyond that, in kilobytes: from nothing at all to nearly enough.
    for (const qint64 limit : {qint64(0), qint64(8), qint64(64), size / 2, size, size + 64}) {
        QProcess shell;
        shell.setProcessEnvironment(environment());
        const QStringList command = QStringList{QStringLiteral("-c"), QStringLiteral("ulimit -f %1; exec \"$0\" \"$@\"").arg(limit), m_program}
            + train("--epochs 2 --language en");
        shell.start(QStringLiteral("bash"), command);
        QVERIFY(shell.waitForFinished(patience));
        QCOMPARE(shell.exitStatus(), QProcess::NormalExit);
        const QByteArray error = shell.readAllStandardError();
        // Near the end SQLite makes room by itself: it empties its log.
        const bool isSaved = error.isEmpty() || error.contains("Everything is saved again");
        QVERIFY2(shell.exitCode() == (isSaved ? 0 : 4), error.constData());
        QVERIFY2(shell.exitCode() == 0 || error.contains(m_laboratory.toUtf8()), error.constData());
        checkEverything();
        QCOMPARE(runs().last(), before.last());
    }
    QCOMPARE(run(train("--epochs 1")).exitCode, 0);
    QCOMPARE(runs().first()[QLatin1String("state")].toString(), QStringLiteral("finished"));
}

void TestLaboratory::twoProgramsOnOneFile()
{
    QProcess first;
    QProcess second;
    start(first, train("--epochs 20"));
    start(second, train("--epochs 20 --seed 2"));
    QVERIFY(first.waitForFinished(patience));
    QVERIFY(second.waitForFinished(patience));
    QCOMPARE(first.exitCode(), 0);
    QCOMPARE(second.exitCode(), 0);
    const QJsonArray list = runs();
    QCOMPARE(list.size(), 2);
    for (const QJsonValue &value : list) {
        QCOMPARE(value[QLatin1String("state")].toString(), QStringLiteral("finished"));
        QCOMPARE(value[QLatin1String("epochs_done")].toInt(), 20);
    }
    checkEverything();
}

/// This program stands for a window, which opens the laboratory again and again: none of that may take away the locks by which
/// another program sees that it isn't the last one.
void TestLaboratory::aVisitorLeavesTheLogInPlace()
{
    QCOMPARE(run(train("--epochs 1")).exitCode, 0);
    const auto store = RunStore::open(m_laboratory);
    QVERIFY(store);
    const QString id = store.value()->runs().value().runs.front().id;
    QVERIFY(RunStore::open(m_laboratory));
    QVERIFY(RunStore::openForReading(m_laboratory));
    QCOMPARE(store.value()->rename(id, QStringLiteral("before the visit")), QString());
    QCOMPARE(runs().first()[QLatin1String("name")].toString(), QStringLiteral("before the visit"));
    QVERIFY(QFile::exists(m_laboratory + QStringLiteral("-wal")));
    QCOMPARE(store.value()->rename(id, QStringLiteral("after it")), QString());
    QCOMPARE(runs().first()[QLatin1String("name")].toString(), QStringLiteral("after it"));
}

void TestLaboratory::unusableLaboratory_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"garbage", "empty", "folder"}) {
        QTest::newRow(kind) << QString::fromLatin1(kind);
    }
}

void TestLaboratory::unusableLaboratory()
{
    QFETCH(QString, kind);
    const QString file = m_folder->filePath(QStringLiteral("bad.sqlite"));
    const QByteArray content = kind == QLatin1String("garbage") ? QByteArray(9000, '?') : QByteArray();
    if (kind == QLatin1String("folder")) {
        QVERIFY(QDir().mkpath(file));
    } else {
        test::writeFile(file, content);
    }
    for (const QStringList &command : {words("runs --json"), words("show latest"), words("resume latest"), words("export latest x.csv --format csv"),
                                       words("import x.convscope"), words("delete latest"), train("--epochs 1")}) {
        const Outcome outcome = run(command, file);
        QVERIFY2(outcome.exitCode == 4, outcome.error.constData());
        QVERIFY2(outcome.error.contains(file.toUtf8()), outcome.error.constData());
        QVERIFY(outcome.output.isEmpty());
    }
    if (kind != QLatin1String("folder")) {
        QFile left(file);
        QVERIFY(left.open(QIODevice::ReadOnly));
        QCOMPARE(left.readAll(), content);
    }
}

void TestLaboratory::exportAndImport()
{
    QCOMPARE(run(train("--epochs 2")).exitCode, 0);
    const auto exported = [&](const char *format) {
        const QString path = m_folder->filePath(QStringLiteral("mi ejecución.") + QString::fromLatin1(format));
        const Outcome outcome = run({QStringLiteral("export"), QStringLiteral("latest"), path, QStringLiteral("--format"), QString::fromLatin1(format)});
        return outcome.exitCode == 0 ? path : QString::fromUtf8(outcome.error);
    };
    const QString file = exported("convscope");
    const QString other = m_folder->filePath(QStringLiteral("other.sqlite"));
    const Outcome imported = run({QStringLiteral("import"), file}, other);
    QVERIFY2(imported.exitCode == 0, imported.error.constData());
    QCOMPARE(QJsonDocument::fromJson(run(words("runs --json"), other).output).array(), runs());
    const Outcome again = run({QStringLiteral("import"), file}, other);
    QCOMPARE(again.exitCode, 1);
    // The settings train the same run once more.
    const Outcome same = run({QStringLiteral("train"), QStringLiteral("--settings"), exported("settings"), QStringLiteral("--data"), m_data, QStringLiteral("--json"), QStringLiteral("--laboratory"), QStringLiteral("none")});
    QCOMPARE(same.objects().last()[QLatin1String("test_loss")], runs().first()[QLatin1String("last")][QLatin1String("test_loss")]);
    QFile csv(exported("csv"));
    QVERIFY(csv.open(QIODevice::ReadOnly));
    const QByteArray numbers = csv.readAll();
    QCOMPARE(numbers.count('\n'), 3);
    const QString withCommas = m_folder->filePath(QStringLiteral("comma.csv"));
    QCOMPARE(run(words("export latest --format csv --decimal comma") + QStringList{withCommas}).exitCode, 0);
    QFile comma(withCommas);
    QVERIFY(comma.open(QIODevice::ReadOnly));
    QByteArray expected(numbers);
    QCOMPARE(comma.readAll(), expected.replace(',', ';').replace('.', ','));
    QVERIFY(QFileInfo(exported("safetensors")).size() > 1000);
    QCOMPARE(run({QStringLiteral("import"), exported("safetensors")}).exitCode, 1);
    QCOMPARE(run(words("export latest /dev/full --format csv")).exitCode, 1);
}

void TestLaboratory::aWholeLaboratoryIsImported()
{
    QCOMPARE(run(train("--epochs 1")).exitCode, 0);
    QCOMPARE(run(train("--epochs 1 --seed 2")).exitCode, 0);
    const QString other = m_folder->filePath(QStringLiteral("other machine.sqlite"));
    const Outcome imported = run({QStringLiteral("import"), m_laboratory}, other);
    QVERIFY2(imported.exitCode == 0, imported.error.constData());
    QCOMPARE(imported.output.trimmed().split('\n').size(), 2);
    QCOMPARE(QJsonDocument::fromJson(run(words("runs --json"), other).output).array(), runs());
    QCOMPARE(run(train("--epochs 1 --seed 3")).exitCode, 0);
    const Outcome again = run({QStringLiteral("import"), m_laboratory}, other);
    QCOMPARE(again.exitCode, 0);
    QCOMPARE(again.output.trimmed().split('\n').size(), 1); // no run comes twice
    QCOMPARE(QJsonDocument::fromJson(run(words("runs --json"), other).output).array(), runs());
}

void TestLaboratory::thinningAsksFirst()
{
    QCOMPARE(run(train("--epochs 4")).exitCode, 0);
    const auto store = RunStore::open(m_laboratory);
    const QString id = store.value()->findId(QStringLiteral("latest")).value();
    const qint64 before = store.value()->diskUse(id).value();
    const Outcome asked = run(words("thin latest"));
    QCOMPARE(asked.exitCode, 0);
    QVERIFY2(asked.output.contains("--yes"), asked.output.constData());
    QCOMPARE(store.value()->diskUse(id).value(), before);
    QCOMPARE(run(words("thin latest --yes")).exitCode, 0);
    QVERIFY(store.value()->diskUse(id).value() < before);
    checkEverything();
    QCOMPARE(run(words("resume latest --epochs 5")).exitCode, 0);
    QCOMPARE(run(words("thin nobody")).exitCode, 2);
}

void TestLaboratory::deleteAndUndo()
{
    QCOMPARE(run(train("--epochs 1")).exitCode, 0);
    const QString id = runs().first()[QLatin1String("id")].toString();
    QCOMPARE(run({QStringLiteral("delete"), id.left(8)}).exitCode, 0);
    QVERIFY(runs().isEmpty());
    QCOMPARE(run({QStringLiteral("delete"), QStringLiteral("--undo"), id.left(8)}).exitCode, 0);
    QCOMPARE(runs().size(), 1);
}

void TestLaboratory::wrongUsage()
{
    QCOMPARE(run(words("show latest")).exitCode, 2); // there is none
    QCOMPARE(run(train("--epochs 1")).exitCode, 0);
    for (const char *command : {"show", "show zzzzzzzz", "export latest x.bin --format bin", "export latest x.csv", "export latest --format csv", "export latest x.csv --format csv --decimal colon", "export latest x.json --format settings --decimal comma", "resume", "delete zzzz", "runs more"}) {
        const Outcome outcome = run(words(command));
        QVERIFY2(outcome.exitCode == 2, command);
        QVERIFY2(outcome.error.startsWith("convscope: "), command);
    }
    for (const char *language : {"en", "es"}) {
        const Outcome help = run({QStringLiteral("export"), QStringLiteral("--help"), QStringLiteral("--language"), QString::fromLatin1(language)});
        QCOMPARE(help.exitCode, 0);
        QVERIFY(help.output.contains("safetensors"));
    }
}

void TestLaboratory::otherDataAreRefused()
{
    QCOMPARE(run(train("--epochs 1")).exitCode, 0);
    const QString other = m_folder->filePath(QStringLiteral("other data"));
    test::writeDataset(other, *test::barsDataset(600, 100));
    const Outcome outcome = run(words("resume latest --epochs 2") + QStringList{QStringLiteral("--data"), other});
    QCOMPARE(outcome.exitCode, 3);
    QVERIFY2(outcome.error.contains(other.toUtf8()), outcome.error.constData());
    QCOMPARE(runs().first()[QLatin1String("state")].toString(), QStringLiteral("finished"));
}

void TestLaboratory::divergedStaysDiverged()
{
    const QString path = m_folder->filePath(QStringLiteral("diverging.json"));
    test::writeFile(path, R"({"convscope_experiment": 1, "name": "diverging", "architecture": {"hidden_layers": [{"width": 64, "activation": "leaky_relu"}]},
                              "training": {"epochs": 20, "batch_size": 8, "optimizer": "sgd", "learning_rate": 1000}})");
    QCOMPARE(run({QStringLiteral("train"), QStringLiteral("--settings"), path, QStringLiteral("--data"), m_data}).exitCode, 1);
    QCOMPARE(runs().first()[QLatin1String("state")].toString(), QStringLiteral("diverged"));
    QVERIFY(run(words("show latest")).output.contains("learning rate"));
    checkEverything();
}

void TestLaboratory::weightsGiveTheSameProbabilitiesInPyTorch()
{
    const QString path = m_folder->filePath(QStringLiteral("norm.json"));
    test::writeFile(path, R"({"convscope_experiment": 1, "name": "norm", "architecture": {
        "conv_blocks": [{"filters": 4, "batch_norm": true}, {"filters": 6, "kernel_size": 5, "padding": 0, "activation": "tanh", "max_pool": false}],
        "hidden_layers": [{"width": 16, "activation": "leaky_relu", "dropout": 0.25}]}, "training": {"epochs": 2, "batch_size": 32}})");
    for (const QStringList &command : {train("--epochs 2"), QStringList{QStringLiteral("train"), QStringLiteral("--settings"), path, QStringLiteral("--data"), m_data}}) {
        QCOMPARE(run(command).exitCode, 0);
        const QString weights = m_folder->filePath(QStringLiteral("weights.safetensors"));
        QCOMPARE(run({QStringLiteral("export"), QStringLiteral("latest"), weights, QStringLiteral("--format"), QStringLiteral("safetensors")}).exitCode, 0);
        const QString result = m_folder->filePath(QStringLiteral("probabilities"));
        QProcess python;
        python.start(QStringLiteral(PYTHON), {QStringLiteral(TEST_FILES "/pytorch_weights.py"), weights, m_data + QStringLiteral("/t10k-images-idx3-ubyte"), result});
        QVERIFY(python.waitForFinished(patience));
        if (python.exitCode() == 77) {
            QSKIP("PyTorch for Python is not installed");
        }
        QVERIFY2(python.exitCode() == 0, python.readAllStandardError().constData());
        QFile file(result);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        const auto store = RunStore::open(m_laboratory);
        const auto recorded = store.value()->probabilities(store.value()->findId(QStringLiteral("latest")).value(), 2);
        QVERIFY2(recorded, qPrintable(recorded.error()));
        const std::vector<std::uint16_t> &values = recorded.value().values;
        QCOMPARE(bytes.size(), qsizetype(values.size() * sizeof(float)));
        double largest = 0.0;
        for (std::size_t i = 0; i < values.size(); ++i) {
            float share = 0.0f;
            std::memcpy(&share, bytes.constData() + i * sizeof(float), sizeof(float));
            largest = std::max(largest, std::abs(double(share) - values[i] / 65535.0));
        }
        QVERIFY2(largest < 1e-5, qPrintable(QString::number(largest)));
    }
}

QTEST_GUILESS_MAIN(TestLaboratory)
#include "tst_laboratory.moc"
