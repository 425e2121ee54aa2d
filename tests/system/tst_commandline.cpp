// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/idxwriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>

#include <sys/types.h>

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

} // namespace

/// The program as a process: no display, small IDX files on disk, its exit codes and its output.
class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void helpInBothLanguages();
    void version();
    void presets();
    void describe();
    void trainsWithJson();
    void sameCommandSameBits();
    void optionsReachTheExperiment();
    void trainsFromASettingsFile();
    void problemsNameTheSettingsFile();
    void printsALinePerEpochForPeople();
    void wrongUsage_data();
    void wrongUsage();
    void badData_data();
    void badData();
    void findsALearningRate();
    void divergenceIsExitCodeOne();
    void interruptIs130_data();
    void interruptIs130();
    void hangupIsIgnoredUnderNohup();
    void closedPipeEndsWithAMessage();
    void fullDiskEndsWithAMessage();
    void noDisplayEndsWithAMessage();

private:
    QProcessEnvironment environment() const;
    Outcome run(const QStringList &arguments, const QProcessEnvironment &environment) const;
    Outcome run(const QStringList &arguments) const { return run(arguments, environment()); }
    QStringList trainArguments(const QStringList &more) const
    {
        return QStringList{QStringLiteral("train"), QStringLiteral("--preset"), QStringLiteral("first-steps"),
                           QStringLiteral("--data"), m_data, QStringLiteral("--train-images"), QStringLiteral("256"),
                           QStringLiteral("--epochs"), QStringLiteral("2"), QStringLiteral("--threads"), QStringLiteral("1")}
        + more;
    }

    QString m_program;
    QTemporaryDir m_folder;
    QString m_data;
};

QProcessEnvironment TestCommandLine::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    // No display, and nothing of the user's settings.
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
        environment.remove(QLatin1String(name));
    }
    environment.insert(QStringLiteral("HOME"), m_folder.path());
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_folder.filePath(QStringLiteral("config")));
    environment.insert(QStringLiteral("XDG_DATA_HOME"), m_folder.filePath(QStringLiteral("share")));
    return environment;
}

Outcome TestCommandLine::run(const QStringList &arguments, const QProcessEnvironment &environment) const
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(m_program, arguments);
    if (!process.waitForFinished(120000) || process.exitStatus() != QProcess::NormalExit) {
        return {-2, process.readAllStandardOutput(), process.readAllStandardError()};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

void TestCommandLine::initTestCase()
{
    m_program = qEnvironmentVariable("CONVSCOPE_PROGRAM");
    QVERIFY2(QFileInfo(m_program).isExecutable(), "CONVSCOPE_PROGRAM names the program");
    QVERIFY(m_folder.isValid());
    m_data = m_folder.filePath(QStringLiteral("datos ñ"));
    test::writeDataset(m_data, *test::barsDataset(512, 100));
}

void TestCommandLine::helpInBothLanguages()
{
    const Outcome english = run({QStringLiteral("--help"), QStringLiteral("--language"), QStringLiteral("en")});
    QCOMPARE(english.exitCode, 0);
    for (const char *word : {"train", "presets", "describe", "--version", "Exit codes"}) {
        QVERIFY2(english.output.contains(word), word);
    }
    const Outcome spanish = run({QStringLiteral("train"), QStringLiteral("--help"), QStringLiteral("--language"), QStringLiteral("es")});
    QCOMPARE(spanish.exitCode, 0);
    for (const char *word : {"--learning-rate", "--label-noise", "--json"}) {
        QVERIFY2(spanish.output.contains(word), word);
    }
    const Outcome both = run({QStringLiteral("--help"), QStringLiteral("--language"), QStringLiteral("es")});
    QVERIFY(both.output != english.output);
    QVERIFY(both.output.contains("Uso"));
}

void TestCommandLine::version()
{
    const Outcome outcome = run({QStringLiteral("--version")});
    QCOMPARE(outcome.exitCode, 0);
    for (const char *word : {"ConvScope", "Qt 6", "LibTorch", "BLAS"}) {
        QVERIFY2(outcome.output.contains(word), word);
    }
}

void TestCommandLine::presets()
{
    const Outcome outcome = run({QStringLiteral("presets"), QStringLiteral("--json")});
    QCOMPARE(outcome.exitCode, 0);
    QStringList names;
    for (const QJsonValue &value : QJsonDocument::fromJson(outcome.output).array()) {
        names << value[QStringLiteral("name")].toString();
    }
    QCOMPARE(names, QStringLiteral("cnn-1 cnn-2 cnn-3 mlp-2048 mlp-512 first-steps").split(QLatin1Char(' ')));
    QVERIFY(run({QStringLiteral("presets")}).output.contains("mlp-512"));
}

void TestCommandLine::describe()
{
    const Outcome outcome = run({QStringLiteral("describe"), QStringLiteral("--preset"), QStringLiteral("cnn-1"), QStringLiteral("--json")});
    QCOMPARE(outcome.exitCode, 0);
    // 32*(9+1) + 64*(32*9+1) + 600*(3136+1) + 120*(600+1) + 10*(120+1)
    QCOMPARE(outcome.objects().first()[QStringLiteral("parameters")].toInt(), 1974346);
    const Outcome table = run({QStringLiteral("describe"), QStringLiteral("--preset"), QStringLiteral("mlp-512")});
    QCOMPARE(table.exitCode, 0);
    QVERIFY(table.output.contains("512"));
}

void TestCommandLine::trainsWithJson()
{
    const Outcome outcome = run(trainArguments({QStringLiteral("--json")}));
    QCOMPARE(outcome.exitCode, 0);
    const QList<QJsonObject> objects = outcome.objects();
    QCOMPARE(objects.size(), 4);
    QCOMPARE(objects[0][QStringLiteral("event")].toString(), QStringLiteral("started"));
    QCOMPARE(objects[0][QStringLiteral("train_images")].toInt(), 256);
    for (int epoch = 1; epoch <= 2; ++epoch) {
        const QJsonObject &object = objects[epoch];
        QCOMPARE(object[QStringLiteral("event")].toString(), QStringLiteral("epoch"));
        QCOMPARE(object[QStringLiteral("epoch")].toInt(), epoch);
        for (const char *key : {"train_loss", "train_accuracy", "test_loss", "test_accuracy", "train_seconds", "test_seconds", "train_images_per_second"}) {
            QVERIFY2(object[QLatin1String(key)].isDouble(), key);
        }
    }
    QCOMPARE(objects[3][QStringLiteral("event")].toString(), QStringLiteral("finished"));
    QCOMPARE(objects[3][QStringLiteral("epochs")].toInt(), 2);
}

void TestCommandLine::sameCommandSameBits()
{
    const auto losses = [this](const QStringList &more) {
        QStringList list;
        for (const QJsonObject &object : run(trainArguments(QStringList{QStringLiteral("--json")} + more)).objects()) {
            if (object[QStringLiteral("event")] == QStringLiteral("epoch")) {
                list << QString::number(object[QStringLiteral("train_loss")].toDouble(), 'g', 17)
                     << QString::number(object[QStringLiteral("test_loss")].toDouble(), 'g', 17);
            }
        }
        return list;
    };
    const QStringList first = losses({});
    QCOMPARE(first.size(), 4);
    QCOMPARE(losses({}), first);
    QVERIFY(losses({QStringLiteral("--seed"), QStringLiteral("2")}) != first);
}

void TestCommandLine::optionsReachTheExperiment()
{
    const Outcome outcome = run(trainArguments(
        {QStringLiteral("--json"), QStringLiteral("--learning-rate"), QStringLiteral("1e-4"), QStringLiteral("--batch-size"),
         QStringLiteral("100"), QStringLiteral("--dropout"), QStringLiteral("0.5"), QStringLiteral("--label-noise"),
         QStringLiteral("0.2"), QStringLiteral("--seed"), QStringLiteral("7")}));
    QCOMPARE(outcome.exitCode, 0);
    const QJsonObject experiment = outcome.objects().first()[QStringLiteral("experiment")].toObject();
    const QJsonObject training = experiment[QStringLiteral("training")].toObject();
    QCOMPARE(training[QStringLiteral("learning_rate")].toDouble(), 1e-4);
    QCOMPARE(training[QStringLiteral("batch_size")].toInt(), 100);
    QCOMPARE(training[QStringLiteral("label_noise")].toDouble(), 0.2);
    QCOMPARE(training[QStringLiteral("seed")].toInt(), 7);
    QCOMPARE(experiment[QStringLiteral("architecture")][QStringLiteral("hidden_layers")][0][QStringLiteral("dropout")].toDouble(), 0.5);
}

void TestCommandLine::trainsFromASettingsFile()
{
    const QString path = m_folder.filePath(QStringLiteral("mine.json"));
    test::writeFile(path, R"({"convscope_experiment": 1, "name": "mine", "architecture": {"hidden_layers": [{"width": 8}]},
                              "training": {"epochs": 1, "batch_size": 32}})");
    const Outcome outcome = run({QStringLiteral("train"), QStringLiteral("--settings"), path, QStringLiteral("--data"), m_data, QStringLiteral("--json")});
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(outcome.objects().first()[QStringLiteral("parameters")].toInt(), 785 * 8 + 9 * 10);
}

void TestCommandLine::problemsNameTheSettingsFile()
{
    const QString path = m_folder.filePath(QStringLiteral("out of range.json"));
    test::writeFile(path, R"({"convscope_experiment": 1, "name": "mine", "architecture": {"hidden_layers": [{"width": 8}]},
                              "training": {"epochs": 0, "batch_size": 32}})");
    const QStringList start{QStringLiteral("train"), QStringLiteral("--settings"), path, QStringLiteral("--data"), m_data};
    const Outcome ofFile = run(start);
    QCOMPARE(ofFile.exitCode, 2);
    QVERIFY2(ofFile.error.contains(path.toUtf8()), ofFile.error.constData());
    // What an option says is not the file's fault.
    const Outcome ofOption = run(start + QStringList{QStringLiteral("--epochs"), QStringLiteral("-3")});
    QCOMPARE(ofOption.exitCode, 2);
    QVERIFY2(!ofOption.error.contains(path.toUtf8()), ofOption.error.constData());
}

void TestCommandLine::printsALinePerEpochForPeople()
{
    const Outcome outcome = run(trainArguments({QStringLiteral("--language"), QStringLiteral("en")}));
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY(outcome.output.contains("epoch 2 of 2"));
    QVERIFY(!outcome.output.contains('\r')); // no terminal, no progress line
}

void TestCommandLine::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *name, const QString &arguments, const char *named) {
        QTest::newRow(name) << arguments.split(QLatin1Char(' ')) << QString::fromLatin1(named);
    };
    const QString train = QStringLiteral("train --preset first-steps ");
    row("no preset", QStringLiteral("train"), "--preset");
    row("unknown preset", QStringLiteral("train --preset cnn-9"), "cnn-9");
    row("preset and settings", train + QStringLiteral("--settings x.json"), "--settings");
    row("unknown option", train + QStringLiteral("--epoch 3"), "--epoch");
    row("unknown word", QStringLiteral("train frobnicate --preset cnn-1"), "frobnicate");
    row("learning rate in words", train + QStringLiteral("--learning-rate fast"), "fast");
    row("learning rate with a comma", train + QStringLiteral("--learning-rate 0,001"), "0,001");
    row("learning rate zero", train + QStringLiteral("--learning-rate 0"), "Learning rate: 0 ");
    row("learning rate not a number", train + QStringLiteral("--learning-rate nan"), "NaN");
    row("batch size zero", train + QStringLiteral("--batch-size 0"), "Batch size: 0 ");
    row("batch size of a billion", train + QStringLiteral("--batch-size 1000000000"), "Batch size: 1,000,000,000 ");
    row("epochs with a fraction", train + QStringLiteral("--epochs 2.5"), "2.5");
    row("too many epochs", train + QStringLiteral("--epochs 99999999999"), "99999999999");
    row("dropout one", train + QStringLiteral("--dropout 1"), "ropout");
    row("label noise above half", train + QStringLiteral("--label-noise 0.6"), "Wrong labels: 0.6 ");
    row("rates that fall", QStringLiteral("find-rate --preset first-steps --from 1 --to 0.1"), "must rise");
    row("rate in words", QStringLiteral("find-rate --preset first-steps --to high"), "high");
    row("too few steps to find", QStringLiteral("find-rate --preset first-steps --steps 3"), "steps");
    row("nothing to find a rate for", QStringLiteral("find-rate"), "--preset");
    row("missing value", train + QStringLiteral("--epochs"), "");
    row("misspelt command", QStringLiteral("trian --preset cnn-1"), "trian");
    row("unknown engine", train + QStringLiteral("--engine warp"), "warp");
    row("settings file missing", QStringLiteral("train --settings /nonexistent.json"), "/nonexistent.json");
    row("settings file a folder", QStringLiteral("train --settings /"), "/");
}

void TestCommandLine::wrongUsage()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    const Outcome outcome = run(arguments + QStringList{QStringLiteral("--data"), m_data, QStringLiteral("--language"), QStringLiteral("en")});
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY2(outcome.error.contains(named.toUtf8()), outcome.error.constData());
    QVERIFY(outcome.output.isEmpty());
}

void TestCommandLine::badData_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"missing folder", "empty folder", "truncated", "labels missing"}) {
        QTest::newRow(kind) << QString::fromLatin1(kind);
    }
}

void TestCommandLine::badData()
{
    QFETCH(QString, kind);
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("data"));
    if (kind != QStringLiteral("missing folder")) {
        QVERIFY(QDir().mkpath(path));
    }
    if (kind == QStringLiteral("truncated") || kind == QStringLiteral("labels missing")) {
        test::writeDataset(path, *test::barsDataset(20, 20));
        const QString images = path + QStringLiteral("/train-images-idx3-ubyte");
        if (kind == QStringLiteral("truncated")) {
            QVERIFY(QFile::resize(images, 1000));
        } else {
            QVERIFY(QFile::remove(path + QStringLiteral("/t10k-labels-idx1-ubyte")));
        }
    }
    const Outcome outcome = run({QStringLiteral("train"), QStringLiteral("--preset"), QStringLiteral("cnn-1"), QStringLiteral("--data"), path});
    QCOMPARE(outcome.exitCode, 3);
    QVERIFY2(outcome.error.contains(path.toUtf8()), outcome.error.constData());
    QVERIFY(outcome.output.isEmpty());
}

void TestCommandLine::findsALearningRate()
{
    const QStringList command = QStringLiteral("find-rate --preset first-steps --train-images 512 --threads 1 --language en --data").split(QLatin1Char(' ')) + QStringList{m_data};
    const Outcome found = run(command + QStringList{QStringLiteral("--json"), QStringLiteral("--points")});
    QVERIFY2(found.exitCode == 0, found.error.constData());
    const QJsonObject answer = found.objects().first();
    QCOMPARE(answer[QLatin1String("verdict")].toString(), QStringLiteral("found"));
    const double suggestion = answer[QLatin1String("suggestion")].toDouble();
    QVERIFY(suggestion > 1e-4 && suggestion < 0.1);
    QVERIFY(answer[QLatin1String("steepest")].toDouble() < answer[QLatin1String("breaking")].toDouble());
    const QJsonArray points = answer[QLatin1String("points")].toArray();
    QVERIFY(points.size() > 50 && points.size() <= 150);
    QVERIFY(std::abs(points.first().toObject()[QLatin1String("rate")].toDouble() - 1e-7) < 1e-12);
    const Outcome again = run(command + QStringList{QStringLiteral("--json"), QStringLiteral("--points")});
    QCOMPARE(again.output, found.output); // same seed, same numbers
    const Outcome words = run(command);
    QCOMPARE(words.exitCode, 0);
    for (const char *part : {"Steepest at", "Breaking point at", "Suggestion:"}) {
        QVERIFY2(words.output.contains(part), words.output.constData());
    }
    QCOMPARE(words.output.count('\n'), 3);
    QVERIFY(run(command + QStringList{QStringLiteral("--points")}).output.count('\n') > 50);
    // Rates that are too large from the start: no suggestion.
    const Outcome none = run(command + QStringLiteral("--from 100 --to 1000").split(QLatin1Char(' ')));
    QCOMPARE(none.exitCode, 1);
    QVERIFY2(none.output.contains("Nothing can be suggested"), none.output.constData());
}

void TestCommandLine::divergenceIsExitCodeOne()
{
    const QString path = m_folder.filePath(QStringLiteral("diverging.json"));
    test::writeFile(path, R"({"convscope_experiment": 1, "name": "diverging", "architecture": {"hidden_layers": [{"width": 64, "activation": "leaky_relu"}]},
                              "training": {"epochs": 20, "batch_size": 8, "optimizer": "sgd", "learning_rate": 1000}})");
    const Outcome outcome = run({QStringLiteral("train"), QStringLiteral("--settings"), path, QStringLiteral("--data"), m_data, QStringLiteral("--json")});
    QCOMPARE(outcome.exitCode, 1);
    const QJsonObject last = outcome.objects().last();
    QCOMPARE(last[QStringLiteral("event")].toString(), QStringLiteral("failed"));
    QVERIFY(last[QStringLiteral("diverged")].toBool());
    QVERIFY(last[QStringLiteral("epoch")].toInt() >= 1);
    QVERIFY(!last[QStringLiteral("reason")].toString().isEmpty());
}

void TestCommandLine::interruptIs130_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
}

void TestCommandLine::interruptIs130()
{
    QFETCH(int, signal);
    QProcess process;
    process.setProcessEnvironment(environment());
    process.start(m_program, trainArguments({QStringLiteral("--json"), QStringLiteral("--epochs"), QStringLiteral("100000")}));
    QByteArray output;
    while (!output.contains("\"epoch\":1,")) {
        QVERIFY(process.waitForReadyRead(120000));
        output += process.readAllStandardOutput();
    }
    QCOMPARE(::kill(pid_t(process.processId()), signal), 0);
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 130);
    output += process.readAllStandardOutput();
    QVERIFY(output.contains("\"event\":\"stopped\""));
}

void TestCommandLine::hangupIsIgnoredUnderNohup()
{
    QProcess process;
    process.setProcessEnvironment(environment());
    process.start(QStringLiteral("nohup"), QStringList{m_program} + trainArguments({QStringLiteral("--json"), QStringLiteral("--epochs"), QStringLiteral("100000")}));
    QByteArray output;
    const auto waitFor = [&](const QByteArray &text) {
        while (!output.contains(text) && process.waitForReadyRead(120000)) {
            output += process.readAllStandardOutput();
        }
        return output.contains(text);
    };
    QVERIFY(waitFor("\"epoch\":1,"));
    QCOMPARE(::kill(pid_t(process.processId()), SIGHUP), 0);
    output.clear();
    QVERIFY(waitFor("\"event\":\"epoch\"")); // it goes on
    QCOMPARE(::kill(pid_t(process.processId()), SIGTERM), 0);
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitCode(), 130);
}

void TestCommandLine::closedPipeEndsWithAMessage()
{
    QProcess shell;
    shell.setProcessEnvironment(environment());
    QStringList quoted;
    for (const QString &argument : trainArguments({QStringLiteral("--json"), QStringLiteral("--epochs"), QStringLiteral("100000")})) {
        quoted << QLatin1Char('\'') + argument + QLatin1Char('\'');
    }
    shell.start(QStringLiteral("bash"),
                {QStringLiteral("-c"), QStringLiteral("set -o pipefail; '%1' %2 | head -n 1").arg(m_program, quoted.join(QLatin1Char(' ')))});
    QVERIFY(shell.waitForFinished(120000));
    QCOMPARE(shell.exitCode(), 1);
    QVERIFY(shell.readAllStandardOutput().contains("started"));
    QVERIFY(shell.readAllStandardError().contains("convscope: "));
}

void TestCommandLine::fullDiskEndsWithAMessage()
{
    QProcess process;
    process.setProcessEnvironment(environment());
    process.setStandardOutputFile(QStringLiteral("/dev/full"));
    process.start(m_program, trainArguments({QStringLiteral("--json")}));
    QVERIFY(process.waitForFinished(120000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(process.readAllStandardError().contains("convscope: "));
}

void TestCommandLine::noDisplayEndsWithAMessage()
{
    QProcessEnvironment dead = environment();
    dead.insert(QStringLiteral("DISPLAY"), QStringLiteral(":4321")); // nobody answers there
    for (const Outcome &outcome : {run({}), run({}, dead)}) {
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY(outcome.error.contains("convscope train"));
    }
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
