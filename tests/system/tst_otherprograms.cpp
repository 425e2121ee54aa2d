// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/runstore.h"
#include "tests/support/idxwriter.h"

#include <QtTest>

#include <QProcess>

#include <cmath>
#include <cstring>

using namespace convscope;

/// What leaves the program means the same elsewhere: a network that was trained here is tested by OpenCV and by PyTorch, where those
/// are installed for the system's Python.
class TestOtherPrograms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void onnxInOpenCv_data() { addNetworks(); }
    void onnxInOpenCv();
    void scriptInPyTorch_data() { addNetworks(); }
    void scriptInPyTorch();
    void tensorBoardNeedsAName();

private:
    struct Outcome
    {
        int exitCode;
        QByteArray output, error;
    };

    static void addNetworks();
    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    Outcome run(const QString &program, const QStringList &arguments) const;
    Outcome convscope(const char *words, const QStringList &more = {}) const;
    /// Trains the network of this row, and gives what it answered to the test pictures at the end.
    void train(std::vector<std::uint16_t> &probabilities, double &testLoss) const;

    QString m_program;
    QTemporaryDir m_folder;
};

void TestOtherPrograms::addNetworks()
{
    QTest::addColumn<QByteArray>("architecture");
    QTest::newRow("convolutions") << QByteArray(R"({"conv_blocks": [{"filters": 4}, {"filters": 6}], "hidden_layers": [{"width": 16, "dropout": 0.25}]})");
    QTest::newRow("batch norm, no pooling, other activations")
        << QByteArray(R"({"conv_blocks": [{"filters": 4, "batch_norm": true}, {"filters": 6, "kernel_size": 5, "padding": 0, "activation": "tanh", "max_pool": false}],
                          "hidden_layers": [{"width": 16, "activation": "leaky_relu"}, {"width": 12, "activation": "sigmoid"}]})");
    QTest::newRow("mlp") << QByteArray(R"({"hidden_layers": [{"width": 20}]})");
}

TestOtherPrograms::Outcome TestOtherPrograms::run(const QString &program, const QStringList &arguments) const
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("CONVSCOPE_LABORATORY"), path("laboratory.sqlite"));
    environment.insert(QStringLiteral("HOME"), m_folder.path());
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    if (!process.waitForFinished(120000) || process.exitStatus() != QProcess::NormalExit) {
        return {-1, process.readAllStandardOutput(), process.readAllStandardError()};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

TestOtherPrograms::Outcome TestOtherPrograms::convscope(const char *words, const QStringList &more) const
{
    return run(m_program, QString::fromLatin1(words).split(QLatin1Char(' ')) + more + QStringList{QStringLiteral("--language"), QStringLiteral("en")});
}

void TestOtherPrograms::initTestCase()
{
    m_program = qEnvironmentVariable("CONVSCOPE_PROGRAM");
    QVERIFY2(QFileInfo(m_program).isExecutable(), "CONVSCOPE_PROGRAM names the program");
    test::writeDataset(path("data"), *test::barsDataset(512, 100));
}

void TestOtherPrograms::train(std::vector<std::uint16_t> &probabilities, double &testLoss) const
{
    QFETCH(QByteArray, architecture);
    test::writeFile(path("net.json"), R"({"convscope_experiment": 1, "name": "net", "training": {"epochs": 2, "batch_size": 32}, "architecture": )" + architecture + "}");
    const Outcome trained = convscope("train --json --settings", {path("net.json"), QStringLiteral("--data"), path("data")});
    QVERIFY2(trained.exitCode == 0, trained.error.constData());
    const auto store = RunStore::open(path("laboratory.sqlite"));
    const QString id = store.value()->findId(QStringLiteral("latest")).value();
    probabilities = store.value()->probabilities(id, 2).value().values;
    testLoss = store.value()->run(id).value().last->testLoss;
}

void TestOtherPrograms::onnxInOpenCv()
{
    std::vector<std::uint16_t> expected;
    double testLoss = 0.0;
    train(expected, testLoss);
    const Outcome exported = convscope("export latest --format onnx", {path("net.onnx")});
    if (exported.error.contains("built without ONNX")) {
        QSKIP("built without ONNX");
    }
    QVERIFY2(exported.exitCode == 0, exported.error.constData());
    const Outcome python = run(QStringLiteral(PYTHON), {QStringLiteral(TEST_FILES "/check_exports.py"), QStringLiteral("onnx"), path("net.onnx"),
                                                        path("data/t10k-images-idx3-ubyte"), path("probabilities")});
    if (python.exitCode == 77) {
        QSKIP("OpenCV for Python is not installed");
    }
    QVERIFY2(python.exitCode == 0, python.error.constData());
    QFile file(path("probabilities"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QCOMPARE(bytes.size(), qsizetype(expected.size() * sizeof(float)));
    for (std::size_t i = 0; i < expected.size(); ++i) {
        float share = 0.0f;
        std::memcpy(&share, bytes.constData() + i * sizeof share, sizeof share);
        QVERIFY2(std::abs(double(share) - expected[i] / 65535.0) < 2e-5, qPrintable(QString::number(i)));
    }
}

void TestOtherPrograms::scriptInPyTorch()
{
    if (run(QStringLiteral(PYTHON), {QStringLiteral("-c"), QStringLiteral("import torch")}).exitCode != 0) {
        QSKIP("PyTorch for Python is not installed");
    }
    std::vector<std::uint16_t> expected;
    double testLoss = 0.0;
    train(expected, testLoss);
    QCOMPARE(convscope("export latest --format pytorch", {path("net.py")}).exitCode, 0);
    QCOMPARE(convscope("export latest --format safetensors", {path("net.safetensors")}).exitCode, 0);
    const Outcome python = run(QStringLiteral(PYTHON), {path("net.py"), QStringLiteral("--data"), path("data"), QStringLiteral("--weights"),
                                                        path("net.safetensors"), QStringLiteral("--epochs"), QStringLiteral("1")});
    QVERIFY2(python.exitCode == 0, python.error.constData());
    const QRegularExpression loss(QStringLiteral("before training: test loss ([0-9.]+)"));
    const double theirs = loss.match(QString::fromLatin1(python.output)).captured(1).toDouble();
    QVERIFY2(std::abs(theirs - testLoss) < 1e-5 * testLoss + 1e-6, python.output.constData());
    const QRegularExpression after(QStringLiteral("epoch 1: .*test loss ([0-9.]+)"));
    QVERIFY2(after.match(QString::fromLatin1(python.output)).captured(1).toDouble() < theirs, python.output.constData()); // it learns on
}

void TestOtherPrograms::tensorBoardNeedsAName()
{
    const Outcome refused = convscope("export latest --format tensorboard", {path("curves.log")});
    QCOMPARE(refused.exitCode, 2);
    QVERIFY(refused.error.contains("tfevents"));
    QVERIFY(!QFileInfo::exists(path("curves.log")));
    QCOMPARE(convscope("export latest --format tensorboard", {path("events.out.tfevents.1.x")}).exitCode, 0);
    QVERIFY(QFileInfo(path("events.out.tfevents.1.x")).size() > 1000);
    const Outcome unknown = convscope("export latest --format pickle", {path("x")});
    QCOMPARE(unknown.exitCode, 2);
    QVERIFY(unknown.error.contains("onnx"));
}

QTEST_GUILESS_MAIN(TestOtherPrograms)
#include "tst_otherprograms.moc"
