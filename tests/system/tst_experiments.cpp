// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/idxwriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <csignal>

using namespace convscope;

namespace {

struct Outcome
{
    int exitCode = -1;
    QByteArray output;
    QByteArray error;

    QJsonObject last() const { return QJsonDocument::fromJson(output.trimmed().split('\n').constLast()).object(); }
};

QStringList words(const char *text)
{
    return QString::fromUtf8(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

/// Commands that train many runs, as users of the command line meet them.
class TestExperiments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void paperTrainsOnlyWhatIsMissing();
    void paperReportsInSpanish();
    void paperWrongUsage_data();
    void paperWrongUsage();
    void sweepIsSplitAndCompared();
    void sweepStopsWhenNobodyReads();
    void sweepAndCompareWrongUsage();
    void sweepGivesUpTheHopeless();
    void interruptedGoesOn_data();
    void interruptedGoesOn();
    void partsOnSeveralMachinesAreMerged();

private:
    Outcome run(const QStringList &arguments) const;
    /// Starts it, waits until it has reported so many epochs, and presses Ctrl-C.
    Outcome interrupt(const QStringList &arguments, int afterEpochs) const;
    void prepare(QProcess &process) const;
    QJsonArray runs(const QString &laboratory = {}) const;
    qsizetype runCount() const { return QJsonDocument::fromJson(run(words("runs --json")).output).array().size(); }

    QString m_program;
    QTemporaryDir m_dataFolder;
    QString m_data;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestExperiments::initTestCase()
{
    m_program = qEnvironmentVariable("CONVSCOPE_PROGRAM");
    QVERIFY2(QFileInfo(m_program).isExecutable(), "CONVSCOPE_PROGRAM names the program");
    m_data = m_dataFolder.filePath(QStringLiteral("datos"));
    test::writeDataset(m_data, *test::barsDataset(1000, 100));
}

void TestExperiments::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestExperiments::prepare(QProcess &process) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
        environment.remove(QLatin1String(name));
    }
    environment.insert(QStringLiteral("HOME"), m_folder->path());
    environment.insert(QStringLiteral("CONVSCOPE_LABORATORY"), m_folder->filePath(QStringLiteral("lab.sqlite")));
    process.setProcessEnvironment(environment);
}

QJsonArray TestExperiments::runs(const QString &laboratory) const
{
    const QStringList where = laboratory.isEmpty() ? QStringList() : QStringList{QStringLiteral("--laboratory"), laboratory};
    return QJsonDocument::fromJson(run(words("runs --json") + where).output).array();
}

Outcome TestExperiments::interrupt(const QStringList &arguments, int afterEpochs) const
{
    QProcess process;
    prepare(process);
    process.start(m_program, arguments + words("--json --language en"));
    QByteArray output;
    while (output.count("\"event\":\"epoch\"") < afterEpochs && process.waitForReadyRead(300000)) {
        output += process.readAllStandardOutput();
    }
    if (process.processId() <= 0) { // 0 would be this program
        return {-3, output, process.readAllStandardError()};
    }
    ::kill(pid_t(process.processId()), SIGINT);
    if (!process.waitForFinished(300000) || process.exitStatus() != QProcess::NormalExit) {
        return {-2, output, process.readAllStandardError()};
    }
    return {process.exitCode(), output + process.readAllStandardOutput(), process.readAllStandardError()};
}

Outcome TestExperiments::run(const QStringList &arguments) const
{
    QProcess process;
    prepare(process);
    process.start(m_program, arguments.contains(QStringLiteral("--language")) ? arguments : arguments + words("--language en"));
    if (!process.waitForFinished(300000) || process.exitStatus() != QProcess::NormalExit) {
        return {-2, process.readAllStandardOutput(), process.readAllStandardError()};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

void TestExperiments::paperTrainsOnlyWhatIsMissing()
{
    const QStringList command = words("paper --epochs 1 --json") + QStringList{QStringLiteral("--data"), m_data};
    const Outcome first = run(command);
    QVERIFY2(first.exitCode == 0, first.error.constData());
    QCOMPARE(first.output.count("\"event\":\"started\""), 4); // cnn-2 and cnn-3 differ only in their epochs
    QCOMPARE(runCount(), 4);
    const QJsonObject summary = first.last();
    QCOMPARE(summary[QLatin1String("event")].toString(), QStringLiteral("paper"));
    for (const QJsonValue &claim : summary[QLatin1String("claims")].toArray()) {
        QCOMPARE(claim[QLatin1String("verdict")].toString(), QStringLiteral("not_measured")); // a trial says nothing
    }
    const Outcome second = run(command + words("--seeds 1-2"));
    QVERIFY2(second.exitCode == 0, second.error.constData());
    QCOMPARE(second.output.count("\"event\":\"started\""), 2); // seed 2 of the convolutional networks
    QCOMPARE(runCount(), 6);
}

void TestExperiments::paperReportsInSpanish()
{
    const QString folder = m_folder->filePath(QStringLiteral("informe ñ"));
    const Outcome outcome = run(words("paper --report-only --language es") + QStringList{QStringLiteral("--data"), m_data, QStringLiteral("--report"), folder});
    QVERIFY2(outcome.exitCode == 0, outcome.error.constData());
    QVERIFY(outcome.output.contains("sin medir"));
    QFile page(folder + QStringLiteral("/paper.html"));
    QVERIFY(page.open(QIODevice::ReadOnly));
    QVERIFY(page.readAll().contains("<html lang=\"es\">"));
    QCOMPARE(runCount(), 0);
}

void TestExperiments::paperWrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("seeds") << words("--seeds 3-1") << 2;
    QTest::newRow("epochs") << words("--epochs 0") << 2;
    QTest::newRow("data") << words("--data /nonexistent") << 3;
    QTest::newRow("laboratory") << words("--laboratory /dev/null/lab") << 4;
}

void TestExperiments::paperWrongUsage()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    const QStringList data = arguments.contains(QStringLiteral("--data")) ? QStringList() : QStringList{QStringLiteral("--data"), m_data};
    const Outcome outcome = run(words("paper") + arguments + data);
    QCOMPARE(outcome.exitCode, exitCode);
    QVERIFY(outcome.error.startsWith("convscope: "));
}

void TestExperiments::sweepIsSplitAndCompared()
{
    const QString file = m_folder->filePath(QStringLiteral("barrido.json"));
    test::writeFile(file, R"({"convscope_sweep": 1, "preset": "first-steps", "settings": {"training.learning_rate": [0.001, 0.01],
        "training.seed": [1, 2, 3], "training.epochs": [1], "training.train_images": [512]}})");
    const QStringList sweep{QStringLiteral("sweep"), file, QStringLiteral("--data"), m_data, QStringLiteral("--json")};
    const Outcome plan = run(sweep + words("--plan"));
    QVERIFY2(plan.exitCode == 0, plan.error.constData());
    QVERIFY(plan.output.contains("6 of 6"));
    QCOMPARE(run(sweep + words("--index 0 --of 2")).exitCode, 0);
    QCOMPARE(runCount(), 3);
    const Outcome rest = run(sweep);
    QVERIFY2(rest.exitCode == 0, rest.error.constData());
    QCOMPARE(rest.output.count("\"event\":\"started\""), 3); // not again what is there
    QCOMPARE(runCount(), 6);
    QVERIFY(run(sweep + words("--plan")).output.contains("All 6 are trained already."));

    QStringList compare{QStringLiteral("compare")};
    for (const QJsonValue &entry : QJsonDocument::fromJson(run(words("runs --json")).output).array()) {
        compare << entry[QLatin1String("id")].toString();
    }
    const Outcome text = run(compare);
    QVERIFY2(text.exitCode == 0, text.error.constData());
    QVERIFY(text.output.contains("Learning rate") && text.output.contains("Seed") && !text.output.contains("Batch size"));
    QVERIFY(text.output.contains("With 3 seeds in pairs"));
    QStringList reversed{QStringLiteral("compare")};
    std::copy(compare.crbegin(), compare.crend() - 1, std::back_inserter(reversed));
    QVERIFY(!text.output.contains("average -") && !run(reversed).output.contains("average -")); // in whichever order
    const QJsonObject object = run(compare + words("--json")).last();
    QCOMPARE(object[QLatin1String("runs")].toArray().size(), 6);
    QCOMPARE(object[QLatin1String("differing")].toArray().size(), 2);
    const QJsonValue test = object[QLatin1String("paired_test")];
    QCOMPARE(test[QLatin1String("pairs")].toInt(), 3);
    QVERIFY(test[QLatin1String("p")].toDouble(-1.0) >= 0.0 && test[QLatin1String("p")].toDouble() <= 1.0);
    double difference = 0.0; // as the kept accuracies say
    for (const QJsonValue &entry : object[QLatin1String("runs")].toArray()) {
        const double accuracy = entry[QLatin1String("kept")][QLatin1String("test_accuracy")].toDouble(-1.0);
        QVERIFY(accuracy >= 0.0);
        difference += (entry[QLatin1String("name")].toString().startsWith(test[QLatin1String("first")].toString().section(QLatin1Char(','), 0, 0)) ? accuracy : -accuracy) / 3.0;
    }
    QVERIFY2(std::abs(difference - test[QLatin1String("mean_difference")].toDouble()) < 1e-9, QByteArray::number(difference).constData());
}

/// Nobody reads what is printed: it ends at once, and doesn't say that all went well.
void TestExperiments::sweepStopsWhenNobodyReads()
{
    const QString file = m_folder->filePath(QStringLiteral("s.json"));
    test::writeFile(file, R"({"convscope_sweep": 1, "preset": "first-steps", "settings": {"training.seed": [1, 2, 3], "training.epochs": [1], "training.train_images": [512]}})");
    QProcess process;
    prepare(process);
    process.setStandardOutputFile(QStringLiteral("/dev/full"));
    process.start(m_program, {QStringLiteral("sweep"), file, QStringLiteral("--data"), m_data, QStringLiteral("--json")});
    QVERIFY(process.waitForFinished(300000));
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(runCount() <= 1);
}

void TestExperiments::sweepAndCompareWrongUsage()
{
    QCOMPARE(run(words("sweep /nonexistent.json")).exitCode, 2);
    const QString file = m_folder->filePath(QStringLiteral("s.json"));
    test::writeFile(file, R"({"convscope_sweep": 1, "preset": "first-steps", "settings": {"training.seed": [1]}})");
    for (const char *wrong : {"--index 0", "--of 2", "--index 2 --of 2", "--threads many", "--index a --of 2", "--index -1 --of 2"}) {
        const Outcome outcome = run(QStringList{QStringLiteral("sweep"), file} + words(wrong));
        QVERIFY2(outcome.exitCode == 2, wrong);
    }
    QCOMPARE(run(QStringList{QStringLiteral("sweep"), file} + words("--data /nonexistent")).exitCode, 3);
    QCOMPARE(run(words("compare")).exitCode, 2);
    QCOMPARE(run(words("compare 1234abcd")).exitCode, 2);
    QCOMPARE(run(words("compare latest --laboratory /dev/null/lab")).exitCode, 4);
}

/// The last variant learns nothing. Run again, it is not trained again; without the rule it goes on.
void TestExperiments::sweepGivesUpTheHopeless()
{
    const QString file = m_folder->filePath(QStringLiteral("barrido.json"));
    const QByteArray variants = R"("convscope_sweep": 1, "name": "tasas ñ", "preset": "first-steps", "settings": {"training.learning_rate": [0.001, 0.002, 0.003, 1e-9],
        "training.epochs": [3], "training.train_images": [512]})";
    test::writeFile(file, "{" + variants + R"(, "stop": {"rule": "median", "after_epochs": 2}})");
    const QStringList sweep{QStringLiteral("sweep"), file, QStringLiteral("--data"), m_data};
    const Outcome first = run(sweep + words("--json"));
    QVERIFY2(first.exitCode == 0, first.error.constData());
    QCOMPARE(first.output.count("\"event\":\"finished\""), 3);
    QCOMPARE(first.last()[QLatin1String("event")].toString(), QStringLiteral("stopped"));
    QCOMPARE(first.last()[QLatin1String("epochs")].toInt(), 2);
    QVERIFY(first.last()[QLatin1String("reason")].toString().contains(QStringLiteral("median of 3 other runs")));
    for (const QJsonValue &entry : runs()) {
        QCOMPARE(entry[QLatin1String("tags")].toArray(), QJsonArray{QStringLiteral("tasas ñ")});
    }
    const Outcome shown = run(words("show latest"));
    QVERIFY2(shown.output.contains("by the median rule"), shown.output.constData());
    const Outcome again = run(sweep + words("--language es"));
    QVERIFY2(again.exitCode == 0, again.error.constData());
    QCOMPARE(runCount(), 4);
    QVERIFY(run(sweep + words("--plan")).output.contains("All 4 are trained already."));
    test::writeFile(file, "{" + variants + "}");
    QVERIFY(run(sweep + words("--plan")).output.contains("1 of 4"));
    const Outcome rest = run(sweep + words("--json"));
    QVERIFY2(rest.exitCode == 0, rest.error.constData());
    QCOMPARE(rest.output.count("\"event\":\"epoch\""), 1); // the third
    QCOMPARE(runCount(), 4);
}

void TestExperiments::interruptedGoesOn_data()
{
    QTest::addColumn<QString>("command");
    QTest::newRow("sweep") << "sweep";
    QTest::newRow("paper") << "paper";
}

/// After Ctrl-C the same command trains what is missing: what was finished stays, what was interrupted goes on, nothing is there twice.
void TestExperiments::interruptedGoesOn()
{
    QFETCH(QString, command);
    const QString file = m_folder->filePath(QStringLiteral("s.json"));
    test::writeFile(file, R"({"convscope_sweep": 1, "preset": "cnn-1", "settings": {"training.seed": [1, 2, 3], "training.epochs": [3]}})");
    const bool isSweep = command == QLatin1String("sweep");
    const QStringList arguments = (isSweep ? QStringList{command, file} : words("paper --epochs 3")) + QStringList{QStringLiteral("--data"), m_data};
    const int all = isSweep ? 3 : 4; // cnn-2 and cnn-3 differ only in their epochs
    const Outcome first = interrupt(arguments, 4); // one has finished, the second has one epoch
    QCOMPARE(first.exitCode, 130);
    QVERIFY2(first.error.contains("The same command goes on from here"), first.error.constData());
    const qsizetype begun = runCount();
    QVERIFY(begun >= 2 && begun <= all);
    const Outcome second = run(arguments + words("--json"));
    QVERIFY2(second.exitCode == 0, second.error.constData());
    QCOMPARE(runCount(), qsizetype(all));
    for (const QJsonValue &entry : runs()) {
        QCOMPARE(entry[QLatin1String("state")].toString(), QStringLiteral("finished"));
        QCOMPARE(entry[QLatin1String("epochs_done")].toInt(), 3);
    }
    const auto epochs = [](const Outcome &outcome) { return outcome.output.count("\"event\":\"epoch\""); };
    QCOMPARE(epochs(first) + epochs(second), qsizetype(3 * all)); // no epoch twice
    const Outcome third = run(arguments + words("--json"));
    QCOMPARE(third.output.count("\"event\":\"started\""), 0);
}

/// As GNU parallel or a job array does it: each part into a laboratory of its own, at the same time.
void TestExperiments::partsOnSeveralMachinesAreMerged()
{
    const QString file = m_folder->filePath(QStringLiteral("s.json"));
    test::writeFile(file, R"({"convscope_sweep": 1, "name": "parts", "preset": "first-steps", "settings": {"training.seed": [1, 2, 3, 4, 5], "training.epochs": [1],
        "training.train_images": [256]}})");
    const int parts = 2;
    QProcess processes[parts];
    QStringList laboratories;
    for (int i = 0; i < parts; ++i) {
        laboratories << m_folder->filePath(QStringLiteral("lab%1.sqlite").arg(i));
        prepare(processes[i]);
        processes[i].start(m_program, QStringList{QStringLiteral("sweep"), file, QStringLiteral("--data"), m_data, QStringLiteral("--laboratory"), laboratories.last()}
                                          + words("--threads 1 --json --index") + QStringList{QString::number(i), QStringLiteral("--of"), QString::number(parts)});
    }
    for (QProcess &process : processes) {
        QVERIFY(process.waitForFinished(300000));
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
    }
    QCOMPARE(runs(laboratories[0]).size(), 3);
    QCOMPARE(runs(laboratories[1]).size(), 2);
    for (int twice = 0; twice < 2; ++twice) {
        for (const QString &laboratory : laboratories) {
            run({QStringLiteral("import"), laboratory});
        }
        QCOMPARE(runCount(), 5);
    }
    const Outcome plan = run(QStringList{QStringLiteral("sweep"), file, QStringLiteral("--data"), m_data} + words("--plan"));
    QVERIFY2(plan.output.contains("All 5 are trained already."), plan.output.constData());
}

QTEST_GUILESS_MAIN(TestExperiments)
#include "tst_experiments.moc"
