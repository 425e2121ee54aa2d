// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/pytorchscript.h"
#include "core/runs/tensorboard.h"
#include "tests/core/runs/sampleruns.h"

#include <QLocale>
#include <QtTest>

#include <QtEndian>

using namespace convscope;

class TestExports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checksum();
    void eventFile();
    void script();
    void namesCannotBreakTheScript();
};

void TestExports::checksum()
{
    QCOMPARE(crc32c("123456789"), 0xE3069283U); // the standard's check value
    QCOMPARE(crc32c(QByteArray(32, '\0')), 0x8A9136AAU); // RFC 3720, B.4
    QCOMPARE(crc32c(QByteArray()), 0U);
}

void TestExports::eventFile()
{
    RunHistory history;
    for (int i = 0; i < 5; ++i) {
        history.append(BatchPoint{1.0f + float(i), 0.5f, 0.1f});
    }
    history.append(test::sampleEpoch(1));
    const QByteArray file = tensorBoardEvents(history, QDateTime::fromMSecsSinceEpoch(1'700'000'000'000));
    // Every record: its length and its bytes with a masked checksum each.
    int records = 0;
    QByteArray all;
    for (qsizetype at = 0; at < file.size(); ++records) {
        const auto length = qsizetype(qFromLittleEndian<quint64>(file.constData() + at));
        const auto masked = [](std::uint32_t crc) { return ((crc >> 15) | (crc << 17)) + 0xa282ead8U; };
        QCOMPARE(qFromLittleEndian<quint32>(file.constData() + at + 8), masked(crc32c(file.mid(at, 8))));
        const QByteArray data = file.mid(at + 12, length);
        QCOMPARE(qFromLittleEndian<quint32>(file.constData() + at + 12 + length), masked(crc32c(data)));
        all += data;
        at += 16 + length;
    }
    QCOMPARE(records, 1 + 5 + 1);
    QVERIFY(all.contains("brain.Event:2"));
    // Tag, then field 2 as a float: 0.7, the test loss of the sample's first epoch.
    QByteArray loss("loss/test\x15");
    const float value = 0.7f;
    loss.append(reinterpret_cast<const char *>(&value), sizeof value);
    QVERIFY(all.contains(loss));
}

void TestExports::script()
{
    Experiment experiment;
    experiment.name = QStringLiteral("red");
    experiment.architecture.convBlocks = {{8, 5, 2, true, Activation::LeakyRelu, true}};
    experiment.architecture.hiddenLayers = {{30, Activation::Tanh, 0.25}};
    experiment.training.optimizer = Optimizer::Sgd;
    const QByteArray script = pyTorchScript(experiment, 28, 10);
    for (const char *line : {"self.conv1 = nn.Conv2d(1, 8, kernel_size=5, padding=2)", "self.norm1 = nn.BatchNorm2d(8)", "self.hidden1 = nn.Linear(1568, 30)",
                             "self.output = nn.Linear(30, 10)", "x = F.max_pool2d(F.leaky_relu(self.norm1(self.conv1(x)), 0.01), 2)",
                             "x = F.dropout(torch.tanh(self.hidden1(x)), 0.25, self.training)", "torch.optim.SGD(network.parameters(), lr=0.001, momentum=0.9"}) {
        QVERIFY2(script.contains(line), line);
    }
    QVERIFY(!script.contains("@LAYERS@"));
    experiment.training.learningRate = 0.00123456789;
    experiment.architecture.hiddenLayers[0].dropout = 1.0 / 3.0;
    const QByteArray exact = pyTorchScript(experiment, 28, 10);
    QVERIFY(exact.contains("lr=0.00123456789,"));
    QVERIFY(exact.contains(QByteArray::number(1.0 / 3.0, 'g', QLocale::FloatingPointShortest)));
}

void TestExports::namesCannotBreakTheScript()
{
    Experiment experiment;
    experiment.name = QStringLiteral("''' + import os \\ @LAYERS@");
    const QByteArray script = pyTorchScript(experiment, 28, 10);
    QVERIFY(script.contains("\\'\\'\\' + import os \\\\\\\\ @LAYERS@"));
    QCOMPARE(script.count("'''"), 2);
}

QTEST_GUILESS_MAIN(TestExports)
#include "tst_exports.moc"
