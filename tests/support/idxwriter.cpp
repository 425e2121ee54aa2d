// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/idxwriter.h"

#include "core/common/randomstream.h"

#include <QDir>
#include <QFile>
#include <QtEndian>
#include <QtTest>

namespace convscope::test {

namespace {

void appendBigEndian(QByteArray &bytes, quint32 value)
{
    char buffer[4];
    qToBigEndian(value, buffer);
    bytes.append(buffer, 4);
}

LabelledPictures bars(int count, int classes, std::uint64_t seed)
{
    LabelledPictures half;
    half.count = count;
    half.pixels.resize(std::size_t(count) * 28 * 28);
    RandomStream random(StreamPurpose::Subset, {seed});
    for (int i = 0; i < count; ++i) {
        const int label = i % classes;
        half.labels.push_back(std::uint8_t(label));
        std::uint8_t *picture = half.pixels.data() + std::size_t(i) * 28 * 28;
        for (int p = 0; p < 28 * 28; ++p) {
            picture[p] = std::uint8_t(random.below(60));
        }
        const int row = 4 + 2 * label % 24;
        for (int x = 4; x < 24; ++x) {
            picture[row * 28 + x] = std::uint8_t(150 + random.below(100));
        }
    }
    return half;
}

} // namespace

QByteArray idxImageBytes(int count, int rows, int columns, const std::vector<std::uint8_t> &pixels)
{
    QByteArray bytes;
    appendBigEndian(bytes, 0x00000803);
    appendBigEndian(bytes, quint32(count));
    appendBigEndian(bytes, quint32(rows));
    appendBigEndian(bytes, quint32(columns));
    bytes.append(reinterpret_cast<const char *>(pixels.data()), qsizetype(pixels.size()));
    return bytes;
}

QByteArray idxLabelBytes(const std::vector<std::uint8_t> &labels)
{
    QByteArray bytes;
    appendBigEndian(bytes, 0x00000801);
    appendBigEndian(bytes, quint32(labels.size()));
    bytes.append(reinterpret_cast<const char *>(labels.data()), qsizetype(labels.size()));
    return bytes;
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(file.errorString()));
    QCOMPARE(file.write(bytes), bytes.size());
}

DatasetPtr barsDataset(int trainCount, int testCount, int classes)
{
    auto data = std::make_shared<Dataset>();
    data->name = QStringLiteral("bars");
    data->side = 28;
    data->classes = classes;
    data->checksum = QStringLiteral("bars-%1-%2-%3").arg(trainCount).arg(testCount).arg(classes);
    data->train = bars(trainCount, classes, 1);
    data->test = bars(testCount, classes, 2);
    return data;
}

void writeDataset(const QString &folder, const Dataset &data)
{
    QVERIFY(QDir().mkpath(folder));
    const auto path = [&folder](const char *name) { return QDir(folder).filePath(QString::fromLatin1(name)); };
    writeFile(path("train-images-idx3-ubyte"), idxImageBytes(data.train.count, data.side, data.side, data.train.pixels));
    writeFile(path("train-labels-idx1-ubyte"), idxLabelBytes(data.train.labels));
    writeFile(path("t10k-images-idx3-ubyte"), idxImageBytes(data.test.count, data.side, data.side, data.test.pixels));
    writeFile(path("t10k-labels-idx1-ubyte"), idxLabelBytes(data.test.labels));
}

} // namespace convscope::test
