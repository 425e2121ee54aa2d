// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/checkpointbytes.h"
#include "core/runs/reportbytes.h"
#include "core/runs/safetensors.h"
#include "core/runs/seal.h"
#include "core/runs/sha256.h"
#include "tests/core/runs/sampleruns.h"
#include "tests/support/idxwriter.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QCryptographicHash>
#include <QtTest>

#include <cmath>

using namespace convscope;

class TestRunBytes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reportsComeBackAsThemselves();
    void checkpointComesBackAsItself();
    void noPartOfACheckpointIsOne();
    void sizesThatLieTakeNoMemory();
    void safetensorsComeBackAsThemselves();
    void sealsAreSha256();
    void badSafetensors_data();
    void badSafetensors();
};

void TestRunBytes::reportsComeBackAsThemselves()
{
    for (int epoch = 1; epoch <= 3; ++epoch) {
        const EpochReport report = test::sampleEpoch(epoch);
        const std::optional<EpochReport> read = epochReportFrom(bytesOf(report));
        QVERIFY(read);
        QVERIFY(test::sameBits(*read, report));
        QCOMPARE(std::isnan(read->trainLoss), epoch == 3);
        QCOMPARE(std::isinf(read->testLoss), epoch == 3);
    }
    const RunEnd end{RunEnd::Kind::Diverged, 12, 3, 2, QStringLiteral("¿por qué?"), 0.5, true};
    const std::optional<RunEnd> readEnd = runEndFrom(bytesOf(end));
    QVERIFY(readEnd);
    QCOMPARE(readEnd->reason, end.reason);
    QCOMPARE(readEnd->kind, end.kind);
    QVERIFY(readEnd->inTest);
    const RunEvent event = test::sampleNews(1).events.front();
    const std::optional<RunEvent> readEvent = runEventFrom(bytesOf(event));
    QVERIFY(readEvent);
    QVERIFY(readEvent->after == event.after && readEvent->before == event.before);
    QVERIFY(!runEventFrom(bytesOf(event) + 'x'));
    QVERIFY(!epochReportFrom(QByteArray(7, 'x')));
    QVERIFY(!probabilitiesFrom(QByteArray(8, 'x'), 1LL << 62, 4));
}

void TestRunBytes::checkpointComesBackAsItself()
{
    const CheckpointPtr checkpoint = test::sampleCheckpoint(7);
    const CheckpointPtr read = checkpointFrom(bytesOf(*checkpoint));
    QVERIFY(read);
    QVERIFY(test::sameBits(*read, *checkpoint));
    QCOMPARE(read->steps, 7);
    QCOMPARE(read->epoch, 2);
    QCOMPARE(read->batch, 2);
    QVERIFY(!read->epochIsComplete);
    QVERIFY(read->live == checkpoint->live);
    QVERIFY(read->dropoutWasChanged);
    QCOMPARE(read->weights.size(), std::size_t(2));
    QCOMPARE(read->weights[1].name, std::string("linear1.bias"));
    QVERIFY(read->weights[0].values == checkpoint->weights[0].values);
    QVERIFY(read->optimizer[0].shape == checkpoint->optimizer[0].shape);
}

void TestRunBytes::noPartOfACheckpointIsOne()
{
    const QByteArray whole = bytesOf(*test::sampleCheckpoint(5));
    for (qsizetype size = 0; size < whole.size(); ++size) {
        QVERIFY2(!checkpointFrom(whole.left(size)), qPrintable(QString::number(size)));
    }
    QVERIFY(!checkpointFrom(whole + '\0'));
}

void TestRunBytes::sizesThatLieTakeNoMemory()
{
    // Every byte of the file as the largest there is: whatever is a count, a length or a rank lies then.
    const QByteArray whole = bytesOf(*test::sampleCheckpoint(5, 20));
    for (qsizetype at = 0; at + 4 <= whole.size(); ++at) {
        QByteArray damaged = whole;
        damaged.replace(at, 4, QByteArray(4, '\xff'));
        checkpointFrom(damaged); // bad_alloc would end the test
        damaged.replace(at, 4, QByteArray("\x00\x00\x00\x7f", 4));
        checkpointFrom(damaged);
    }
    QCOMPARE(elementCount({1LL << 40, 1LL << 40}), -1);
    QCOMPARE(elementCount({2, -1}), -1);
    QCOMPARE(elementCount({}), 1);
}

void TestRunBytes::safetensorsComeBackAsThemselves()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("pesos ñ.safetensors"));
    const std::vector<NamedArray> weights = test::sampleCheckpoint(5)->weights;
    const QByteArray bytes = safetensorsBytes(weights, test::sampleStart().experiment);
    test::writeFile(path, bytes);
    const Result<std::vector<NamedArray>> read = readSafetensors(path);
    QVERIFY2(read, qPrintable(read.error()));
    QCOMPARE(read.value().size(), weights.size());
    for (std::size_t i = 0; i < weights.size(); ++i) {
        QCOMPARE(read.value()[i].name, weights[i].name);
        QVERIFY(read.value()[i].shape == weights[i].shape);
        QVERIFY(read.value()[i].values == weights[i].values);
    }
    const qint64 length = qFromLittleEndian<qint64>(bytes.constData());
    QCOMPARE(length % 8, 0);
    const QJsonObject header = QJsonDocument::fromJson(bytes.mid(8, length)).object();
    QCOMPARE(header[QLatin1String("__metadata__")][QLatin1String("format")].toString(), QStringLiteral("pt"));
    // Cut anywhere, it is refused.
    for (qsizetype size = 0; size < bytes.size(); ++size) {
        test::writeFile(path, bytes.left(size));
        QVERIFY(!readSafetensors(path));
    }
}

/// FIPS 180-4's examples, and a seal added up by hand.
void TestRunBytes::sealsAreSha256()
{
    Sha256 empty;
    QCOMPARE(empty.result().toHex(), QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    Sha256 pieces;
    pieces.add("a");
    pieces.add("bc");
    QCOMPARE(pieces.result().toHex(), QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    const QByteArray sealed = QByteArray("epochs") + QByteArray("t\1\0\0\0\0\0\0\0x", 10) + QByteArray("i\2\1\0\0\0\0\0\0", 9)
        + QByteArray("b\1\0\0\0\0\0\0\0y", 10);
    QCOMPARE(sealOf("epochs", {QStringLiteral("x"), qint64(258), QByteArray("y")}), QCryptographicHash::hash(sealed, QCryptographicHash::Sha256));
}

void TestRunBytes::badSafetensors_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const QByteArray &header, qsizetype data) {
        QByteArray bytes(8, '\0');
        qToLittleEndian<qint64>(header.size(), bytes.data());
        QTest::newRow(name) << bytes + header + QByteArray(data, '\1');
    };
    QTest::newRow("header of 2^63") << QByteArray("\x00\x00\x00\x00\x00\x00\x00\x80", 8) + "{}";
    QTest::newRow("header longer than the file") << QByteArray("\x00\x10\x00\x00\x00\x00\x00\x00", 8) + "{}";
    row("no JSON", "hello", 0);
    row("a list", "[]", 0);
    row("other type", R"({"a":{"dtype":"F16","shape":[2],"data_offsets":[0,4]}})", 4);
    row("shape too large", R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}})", 4);
    row("shape overflows", R"({"a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,0]}})", 0);
    row("shape negative", R"({"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}})", 4);
    row("shape a fraction", R"({"a":{"dtype":"F32","shape":[1.5],"data_offsets":[0,4]}})", 4);
    row("offsets outside", R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})", 4);
    row("offsets backwards", R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}})", 4);
    row("overlap", R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})", 4);
    row("hole", R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})", 8);
    row("something behind", R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})", 8);
    row("twice the same", R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})", 4);
    row("no shape", R"({"a":{"dtype":"F32","data_offsets":[0,4]}})", 4);
}

void TestRunBytes::badSafetensors()
{
    QFETCH(QByteArray, bytes);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("bad.safetensors"));
    test::writeFile(path, bytes);
    const Result<std::vector<NamedArray>> read = readSafetensors(path);
    QVERIFY(!read);
    QVERIFY2(read.error().contains(path), qPrintable(read.error()));
}

QTEST_GUILESS_MAIN(TestRunBytes)
#include "tst_runbytes.moc"
