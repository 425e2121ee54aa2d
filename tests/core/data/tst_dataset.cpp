// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/common/counttext.h"
#include "core/data/classnames.h"
#include "core/data/dataset.h"
#include "tests/core/data/gzipwriter.h"
#include "tests/core/data/unprivileged.h"
#include "tests/support/idxwriter.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTranslator>
#include <QtTest>

#include <numeric>
#include <sys/stat.h>

using namespace convscope;

namespace {

const QString trainImages = QStringLiteral("train-images-idx3-ubyte");
const QString trainLabels = QStringLiteral("train-labels-idx1-ubyte");
const QString testImages = QStringLiteral("t10k-images-idx3-ubyte");
const QString testLabels = QStringLiteral("t10k-labels-idx1-ubyte");
const QString classesFile = QStringLiteral("classes.txt");

/// Stands for a translation file: every text becomes upper case.
class UpperCase : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *text, const char *, int) const override
    {
        return QString::fromUtf8(text).toUpper();
    }
};

QString number(qint64 value)
{
    return countText(value);
}

qint64 sumOf(const std::uint8_t *pixels, std::size_t count)
{
    return std::accumulate(pixels, pixels + count, qint64(0));
}

/// `count` pictures of side x side, all of one grey.
QByteArray greyImages(int count, int rows, int columns)
{
    return test::idxImageBytes(count, rows, columns, std::vector<std::uint8_t>(std::size_t(count * rows * columns), 7));
}

} // namespace

class TestDataset : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void loadsFashionMnist();
    void recognisesFashionMnistByItsPixels();
    void loadsOtherSets();
    void loadsCompressedAndPlainFilesTogether();
    void prefersThePlainFileOnlyWhenItIsNewer();
    void checksumCoversPixelsAndLabels();
    void readsClassNames();
    void refusesBadClassNames_data();
    void refusesBadClassNames();
    void refusesLabelsBeyondTheClassNames_data();
    void refusesLabelsBeyondTheClassNames();
    void refusesBadFolders();
    void refusesAMissingFile_data();
    void refusesAMissingFile();
    void refusesCountsThatDiffer_data();
    void refusesCountsThatDiffer();
    void refusesBadPictures_data();
    void refusesBadPictures();
    void refusesBadLabels_data();
    void refusesBadLabels();
    void reportsADamagedFile();
    void acceptsTheLargestAndTheSmallest();

private:
    QString path(const QString &name) const { return QDir(m_folder).filePath(name); }
    void expectFailure(const QStringList &mentioned) const;

    std::unique_ptr<QTemporaryDir> m_temporary;
    QString m_folder;
};

/// Every test begins with a good set of 40 and 10 pictures of ten classes.
void TestDataset::init()
{
    m_temporary = std::make_unique<QTemporaryDir>();
    QVERIFY(m_temporary->isValid());
    m_folder = m_temporary->filePath(QStringLiteral("Números y señas"));
    test::writeDataset(m_folder, *test::barsDataset(40, 10));
}

void TestDataset::expectFailure(const QStringList &mentioned) const
{
    const Result<DatasetPtr> loaded = loadDataset(m_folder);
    QVERIFY(!loaded.ok());
    QVERIFY(!loaded.error().isEmpty());
    for (const QString &word : mentioned) {
        QVERIFY2(loaded.error().contains(word), qPrintable(QString(word + QStringLiteral(" / ") + loaded.error())));
    }
}

void TestDataset::loadsFashionMnist()
{
    if (!QDir(systemFashionMnistFolder()).exists()) {
        QSKIP("dataset-fashion-mnist is not installed");
    }
    const Result<DatasetPtr> loaded = loadDataset(systemFashionMnistFolder());
    QVERIFY2(loaded.ok(), qPrintable(loaded.error()));
    const Dataset &data = *loaded.value();
    QCOMPARE(data.name, QStringLiteral("Fashion-MNIST"));
    QCOMPARE(data.folder, systemFashionMnistFolder());
    QCOMPARE(data.side, 28);
    QCOMPARE(data.classes, 10);
    QCOMPARE(data.train.count, 60000);
    QCOMPARE(data.test.count, 10000);
    QVERIFY(data.classCounts(data.train) == std::vector<int>(10, 6000));
    QVERIFY(data.classCounts(data.test) == std::vector<int>(10, 1000));
    QCOMPARE(int(data.train.labels[0]), 9);
    QCOMPARE(int(data.train.labels[1]), 0);
    QCOMPARE(int(data.test.labels[0]), 9);
    QCOMPARE(int(data.test.labels[1]), 2);
    QCOMPARE(sumOf(data.train.pixels.data(), data.train.pixels.size()), 3431114169);
    QCOMPARE(sumOf(data.test.pixels.data(), data.test.pixels.size()), 573469082);
    QCOMPARE(sumOf(data.trainPicture(0), 784), 76247);
    QCOMPARE(sumOf(data.trainPicture(59999), 784), 16684);
    QCOMPARE(sumOf(data.testPicture(0), 784), 33456);
    QCOMPARE(sumOf(data.testPicture(9999), 784), 24390);
    QCOMPARE(data.checksum, QStringLiteral("84f6798e21cd69ae9b165235ecfcc4d3ed9e578ad85c4ba920184f3231bce3bf"));
    QCOMPARE(data.originalClassNames, fashionMnistClassNames());
    QCOMPARE(data.originalClassNames.value(9), QStringLiteral("Ankle boot"));
}

void TestDataset::recognisesFashionMnistByItsPixels()
{
    if (!QDir(systemFashionMnistFolder()).exists()) {
        QSKIP("dataset-fashion-mnist is not installed");
    }
    // Elsewhere, under another name, and with somebody's classes.txt beside it.
    const QString elsewhere = m_temporary->filePath(QStringLiteral("copy"));
    QVERIFY(QDir().mkpath(elsewhere));
    for (const QString &name : {trainImages, trainLabels, testImages, testLabels}) {
        const QString file = QString(name + QStringLiteral(".gz"));
        QVERIFY(QFile::link(QDir(systemFashionMnistFolder()).filePath(file), QDir(elsewhere).filePath(file)));
    }
    test::writeFile(QDir(elsewhere).filePath(classesFile), "one\ntwo\n");
    const Result<DatasetPtr> loaded = loadDataset(elsewhere);
    QVERIFY2(loaded.ok(), qPrintable(loaded.error()));
    const Dataset &data = *loaded.value();
    QCOMPARE(data.name, QStringLiteral("Fashion-MNIST"));

    // The class names follow the language at the time of the call; the original ones don't.
    QCOMPARE(data.className(7), QStringLiteral("Sneaker"));
    UpperCase translator;
    QVERIFY(QCoreApplication::installTranslator(&translator));
    QCOMPARE(data.className(0), QStringLiteral("T-SHIRT/TOP"));
    QCOMPARE(data.className(9), QStringLiteral("ANKLE BOOT"));
    QCOMPARE(data.originalClassNames.value(9), QStringLiteral("Ankle boot"));
    QVERIFY(QCoreApplication::removeTranslator(&translator));
    QCOMPARE(data.className(7), QStringLiteral("Sneaker"));
    QCOMPARE(data.className(10), QStringLiteral("10"));
    QCOMPARE(data.className(-1), QStringLiteral("-1"));
}

void TestDataset::loadsOtherSets()
{
    const Result<DatasetPtr> loaded = loadDataset(QString(m_folder + QStringLiteral("/../Números y señas/")));
    QVERIFY2(loaded.ok(), qPrintable(loaded.error()));
    const DatasetPtr written = test::barsDataset(40, 10);
    const Dataset &data = *loaded.value();
    QCOMPARE(data.name, QStringLiteral("Números y señas"));
    QCOMPARE(data.folder, m_folder);
    QCOMPARE(data.side, 28);
    QCOMPARE(data.classes, 10);
    QVERIFY(data.train.pixels == written->train.pixels);
    QVERIFY(data.train.labels == written->train.labels);
    QVERIFY(data.test.pixels == written->test.pixels);
    QVERIFY(data.test.labels == written->test.labels);
    QVERIFY(data.classCounts(data.train) == std::vector<int>(10, 4));
    QCOMPARE(data.className(3), QStringLiteral("3"));
    QCOMPARE(data.originalClassNames.size(), 10);
}

void TestDataset::loadsCompressedAndPlainFilesTogether()
{
    QFile plain(path(trainImages));
    QVERIFY(plain.open(QIODevice::ReadOnly));
    test::writeFile(path(QString(trainImages + QStringLiteral(".gz"))), test::gzipped(plain.readAll()));
    QVERIFY(plain.remove());
    const Result<DatasetPtr> loaded = loadDataset(m_folder);
    QVERIFY2(loaded.ok(), qPrintable(loaded.error()));
    QVERIFY(loaded.value()->train.pixels == test::barsDataset(40, 10)->train.pixels);
}

void TestDataset::prefersThePlainFileOnlyWhenItIsNewer()
{
    // The compressed file has other labels, so that the choice shows.
    const QString packedPath = path(QString(testLabels + QStringLiteral(".gz")));
    test::writeFile(packedPath, test::gzipped(test::idxLabelBytes(std::vector<std::uint8_t>(10, 1))));
    const QDateTime now = QDateTime::currentDateTime();
    const auto setTime = [](const QString &file, const QDateTime &time) {
        QFile opened(file);
        return opened.open(QIODevice::ReadWrite) && opened.setFileTime(time, QFileDevice::FileModificationTime);
    };
    const auto firstTestLabel = [this] {
        const Result<DatasetPtr> loaded = loadDataset(m_folder);
        return loaded.ok() ? int(loaded.value()->test.labels[0]) : -1;
    };
    QVERIFY(setTime(packedPath, now));
    QVERIFY(setTime(path(testLabels), now));
    QCOMPARE(firstTestLabel(), 1);
    QVERIFY(setTime(path(testLabels), now.addSecs(-60)));
    QCOMPARE(firstTestLabel(), 1);
    QVERIFY(setTime(path(testLabels), now.addSecs(60)));
    QCOMPARE(firstTestLabel(), 0);
}

void TestDataset::checksumCoversPixelsAndLabels()
{
    const DatasetPtr written = test::barsDataset(40, 10);
    QByteArray digests;
    for (const LabelledPictures *half : {&written->train, &written->test}) {
        QByteArray bytes(reinterpret_cast<const char *>(half->pixels.data()), qsizetype(half->pixels.size()));
        bytes.append(reinterpret_cast<const char *>(half->labels.data()), qsizetype(half->labels.size()));
        digests += QCryptographicHash::hash(bytes, QCryptographicHash::Blake2b_256);
    }
    const QString expected = QString::fromLatin1(QCryptographicHash::hash(digests, QCryptographicHash::Blake2b_256).toHex());
    QCOMPARE(loadDataset(m_folder).value()->checksum, expected);

    std::vector<std::uint8_t> labels = written->test.labels;
    labels.back() = 0;
    test::writeFile(path(testLabels), test::idxLabelBytes(labels));
    QVERIFY(loadDataset(m_folder).value()->checksum != expected);
}

void TestDataset::readsClassNames()
{
    test::writeFile(path(classesFile),
                    "\xef\xbb\xbfuno\r\ndos\r\n tres  y medio \r\nañil\r\n5\n6\n7\n8\n9\n10\n11\n\n\n");
    const Result<DatasetPtr> loaded = loadDataset(m_folder);
    QVERIFY2(loaded.ok(), qPrintable(loaded.error()));
    const Dataset &data = *loaded.value();
    QCOMPARE(data.classes, 11);
    QCOMPARE(data.className(0), QStringLiteral("uno"));
    QCOMPARE(data.className(2), QStringLiteral("tres y medio"));
    QCOMPARE(data.className(3), QStringLiteral("añil"));
    QCOMPARE(data.className(10), QStringLiteral("11"));
    QVERIFY(data.classCounts(data.train).back() == 0);
}

void TestDataset::refusesBadClassNames_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("mentioned");
    QTest::newRow("empty") << QByteArray() << number(0);
    QTest::newRow("one name") << QByteArrayLiteral("one\n") << number(1);
    QTest::newRow("257 names") << QByteArrayLiteral("x\n").repeated(257) << number(257);
    QTest::newRow("a gap") << QByteArrayLiteral("one\ntwo\n \nfour\n") << number(3);
    QTest::newRow("Latin 1") << QByteArrayLiteral("a\xf1il\nb\n") << QStringLiteral("UTF-8");
    QTest::newRow("binary") << QByteArray("a\0b\nc\n", 6) << QStringLiteral("UTF-8");
    QTest::newRow("70,000 bytes") << QByteArray(70000, 'x') << number(70000);
}

void TestDataset::refusesBadClassNames()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, mentioned);
    test::writeFile(path(classesFile), bytes);
    expectFailure({path(classesFile), mentioned});
}

void TestDataset::refusesLabelsBeyondTheClassNames_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("size");
    QTest::newRow("training") << trainLabels << 40;
    QTest::newRow("test") << testLabels << 10;
}

void TestDataset::refusesLabelsBeyondTheClassNames()
{
    QFETCH(const QString, file);
    QFETCH(const int, size);
    test::writeFile(path(trainLabels), test::idxLabelBytes(test::barsDataset(40, 10, 3)->train.labels));
    test::writeFile(path(testLabels), test::idxLabelBytes(test::barsDataset(40, 10, 3)->test.labels));
    test::writeFile(path(classesFile), "a\nb\nc\n");
    QCOMPARE(loadDataset(m_folder).error(), QString());
    std::vector<std::uint8_t> labels(std::size_t(size), 2);
    labels[7] = 3;
    test::writeFile(path(file), test::idxLabelBytes(labels));
    expectFailure({path(file), number(7), number(3)});
}

void TestDataset::refusesBadFolders()
{
    QVERIFY(!loadDataset(QString()).ok());
    const QString missing = m_temporary->filePath(QStringLiteral("missing"));
    QVERIFY(loadDataset(missing).error().contains(missing));
    QVERIFY(loadDataset(path(trainImages)).error().contains(path(trainImages)));

    QCOMPARE(::chmod(QFile::encodeName(m_temporary->path()).constData(), 0755), 0);
    QCOMPARE(::chmod(QFile::encodeName(m_folder).constData(), 0000), 0);
    QString error;
    {
        const test::Unprivileged unprivileged;
        error = unprivileged.isEffective() ? loadDataset(m_folder).error() : m_folder;
    }
    QCOMPARE(::chmod(QFile::encodeName(m_folder).constData(), 0755), 0);
    QVERIFY2(error.contains(m_folder) && !error.contains(trainImages), qPrintable(error));
}

void TestDataset::refusesAMissingFile_data()
{
    QTest::addColumn<QString>("file");
    for (const QString &file : {trainImages, trainLabels, testImages, testLabels}) {
        QTest::newRow(qPrintable(file)) << file;
    }
}

void TestDataset::refusesAMissingFile()
{
    QFETCH(const QString, file);
    QVERIFY(QFile::remove(path(file)));
    expectFailure({m_folder, file});
}

void TestDataset::refusesCountsThatDiffer_data()
{
    QTest::addColumn<QString>("labels");
    QTest::addColumn<QString>("images");
    QTest::addColumn<int>("pictureCount");
    QTest::addColumn<int>("labelCount");
    QTest::newRow("a training label too few") << trainLabels << trainImages << 40 << 39;
    QTest::newRow("a training label too many") << trainLabels << trainImages << 40 << 41;
    QTest::newRow("a test label too few") << testLabels << testImages << 10 << 9;
    QTest::newRow("the labels of the other half") << testLabels << testImages << 10 << 40;
}

void TestDataset::refusesCountsThatDiffer()
{
    QFETCH(const QString, labels);
    QFETCH(const QString, images);
    QFETCH(const int, pictureCount);
    QFETCH(const int, labelCount);
    test::writeFile(path(labels), test::idxLabelBytes(std::vector<std::uint8_t>(std::size_t(labelCount), 1)));
    expectFailure({path(labels), path(images), number(pictureCount), number(labelCount)});
}

void TestDataset::refusesBadPictures_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("mentioned");
    QTest::newRow("not square") << trainImages << greyImages(40, 28, 30) << QStringList{number(28), number(30)};
    QTest::newRow("test pictures not square")
        << testImages << greyImages(10, 30, 28) << QStringList{number(28), number(30)};
    QTest::newRow("too large") << trainImages << greyImages(40, 257, 257) << QStringList{number(257), number(256)};
    QTest::newRow("other size for the test")
        << testImages << greyImages(10, 32, 32) << QStringList{trainImages, number(28), number(32)};
}

void TestDataset::refusesBadPictures()
{
    QFETCH(const QString, file);
    QFETCH(const QByteArray, bytes);
    QFETCH(const QStringList, mentioned);
    test::writeFile(path(file), bytes);
    expectFailure(QStringList(mentioned) << path(file));
}

void TestDataset::refusesBadLabels_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<std::vector<std::uint8_t>>("labels");
    QTest::addColumn<QStringList>("mentioned");
    QTest::newRow("a single class") << trainLabels << std::vector<std::uint8_t>(40, 4) << QStringList{number(4)};
    std::vector<std::uint8_t> foreign(10, 1);
    foreign[6] = 10;
    QTest::newRow("a test label outside the classes")
        << testLabels << foreign << QStringList{number(6), number(10), trainLabels};
    std::vector<std::uint8_t> withoutSeven;
    for (int i = 0; i < 40; ++i) {
        withoutSeven.push_back(i % 10 == 7 ? std::uint8_t(9) : std::uint8_t(i % 10));
    }
    QTest::newRow("a gap in the training labels") << trainLabels << withoutSeven << QStringList{number(8), trainLabels};
    std::vector<std::uint8_t> withoutNine;
    for (int i = 0; i < 40; ++i) {
        withoutNine.push_back(std::uint8_t(i % 9));
    }
    QTest::newRow("a class of the test that training doesn't have")
        << trainLabels << withoutNine << QStringList{number(9), testLabels};
}

void TestDataset::refusesBadLabels()
{
    QFETCH(const QString, file);
    QFETCH(const std::vector<std::uint8_t>, labels);
    QFETCH(const QStringList, mentioned);
    test::writeFile(path(file), test::idxLabelBytes(labels));
    expectFailure(QStringList(mentioned) << path(file));
}

void TestDataset::reportsADamagedFile()
{
    QFile file(path(testImages));
    QVERIFY(file.resize(5000));
    expectFailure({path(testImages), number(5000), number(16 + 7840)});
    test::writeFile(path(testImages), test::idxLabelBytes({1, 2}));
    expectFailure({path(testImages), QStringLiteral("0x00000801")});
}

void TestDataset::acceptsTheLargestAndTheSmallest()
{
    std::vector<std::uint8_t> every(256);
    std::iota(every.begin(), every.end(), std::uint8_t(0));
    test::writeFile(path(trainImages), greyImages(256, 1, 1));
    test::writeFile(path(trainLabels), test::idxLabelBytes(every));
    test::writeFile(path(testImages), greyImages(1, 1, 1));
    test::writeFile(path(testLabels), test::idxLabelBytes({255}));
    Result<DatasetPtr> loaded = loadDataset(m_folder);
    QVERIFY2(loaded.ok(), qPrintable(loaded.error()));
    QCOMPARE(loaded.value()->classes, 256);
    QCOMPARE(loaded.value()->side, 1);
    QCOMPARE(loaded.value()->className(255), QStringLiteral("255"));

    test::writeFile(path(trainImages), greyImages(2, 256, 256));
    test::writeFile(path(trainLabels), test::idxLabelBytes({0, 1}));
    test::writeFile(path(testImages), greyImages(1, 256, 256));
    test::writeFile(path(testLabels), test::idxLabelBytes({1}));
    loaded = loadDataset(m_folder);
    QVERIFY2(loaded.ok(), qPrintable(loaded.error()));
    QCOMPARE(loaded.value()->side, 256);
}

QTEST_GUILESS_MAIN(TestDataset)
#include "tst_dataset.moc"
