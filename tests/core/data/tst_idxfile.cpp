// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/common/counttext.h"
#include "core/data/dataset.h"
#include "core/data/idxfile.h"
#include "core/data/idxsentences.h"
#include "tests/core/data/gzipwriter.h"
#include "tests/core/data/unprivileged.h"
#include "tests/support/idxwriter.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtEndian>
#include <QtTest>

#include <numeric>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace convscope;

namespace {

std::vector<std::uint8_t> ramp(int size)
{
    std::vector<std::uint8_t> bytes(static_cast<std::size_t>(size));
    std::iota(bytes.begin(), bytes.end(), std::uint8_t(0));
    return bytes;
}

/// Three pictures of 4 x 5 pixels: 76 bytes.
QByteArray goodImages()
{
    return test::idxImageBytes(3, 4, 5, ramp(60));
}

QByteArray goodLabels()
{
    return test::idxLabelBytes({3, 1, 255, 0});
}

QByteArray header(std::initializer_list<quint32> words)
{
    QByteArray bytes;
    for (const quint32 word : words) {
        char buffer[4];
        qToBigEndian(word, buffer);
        bytes.append(buffer, 4);
    }
    return bytes;
}

QByteArray flipped(QByteArray bytes, qsizetype position)
{
    bytes[position] = char(bytes[position] ^ 0x55);
    return bytes;
}

QString number(qint64 value)
{
    return countText(value);
}

/// Lets the process have little more address space than it has now.
class MemoryLimit
{
public:
    explicit MemoryLimit(rlim_t more)
    {
        QFile status(QStringLiteral("/proc/self/statm"));
        if (!status.open(QIODevice::ReadOnly)) {
            return;
        }
        const rlim_t pages = status.readAll().split(' ').value(0).toULongLong();
        ::getrlimit(RLIMIT_AS, &m_old);
        const rlimit limited = {pages * rlim_t(::sysconf(_SC_PAGESIZE)) + more, m_old.rlim_max};
        m_active = ::setrlimit(RLIMIT_AS, &limited) == 0;
    }
    ~MemoryLimit()
    {
        if (m_active) {
            ::setrlimit(RLIMIT_AS, &m_old);
        }
    }
    Q_DISABLE_COPY_MOVE(MemoryLimit)

private:
    rlimit m_old = {};
    bool m_active = false;
};

} // namespace

class TestIdxFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsImages_data();
    void readsImages();
    void readsLabels();
    void readsTheRealFiles();
    void refusesBadImages_data();
    void refusesBadImages();
    void refusesBadLabels_data();
    void refusesBadLabels();
    void refusesEveryTruncation_data();
    void refusesEveryTruncation();
    void survivesEveryDamagedByte();
    void refusesWhatIsNotARegularFile_data();
    void refusesWhatIsNotARegularFile();
    void refusesAnUnreadableFile();
    void takesNoMemoryForALie_data();
    void takesNoMemoryForALie();
    void refusesMoreThanOneGibibyte();

private:
    QString path() const { return m_folder.filePath(QStringLiteral("año nuevo-ubyte")); }
    QTemporaryDir m_folder;
};

void TestIdxFile::initTestCase()
{
    QVERIFY(m_folder.isValid());
}

void TestIdxFile::readsImages_data()
{
    const QByteArray plain = goodImages();
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("plain") << plain;
    QTest::newRow("compressed") << test::gzipped(plain);
    QTest::newRow("compressed in two parts") << QByteArray(test::gzipped(plain.left(9)) + test::gzipped(plain.mid(9)));
    QTest::newRow("compressed with an empty part at the end") << QByteArray(test::gzipped(plain) + test::gzipped({}));
}

void TestIdxFile::readsImages()
{
    QFETCH(const QByteArray, bytes);
    test::writeFile(path(), bytes);
    const Result<IdxImages> read = readIdxImages(path());
    QVERIFY2(read.ok(), qPrintable(read.error()));
    QCOMPARE(read.value().count, 3);
    QCOMPARE(read.value().rows, 4);
    QCOMPARE(read.value().columns, 5);
    QVERIFY(read.value().pixels == ramp(60));
}

void TestIdxFile::readsLabels()
{
    for (const QByteArray &bytes : {goodLabels(), test::gzipped(goodLabels())}) {
        test::writeFile(path(), bytes);
        const auto read = readIdxLabels(path());
        QVERIFY2(read.ok(), qPrintable(read.error()));
        QVERIFY((read.value() == std::vector<std::uint8_t>{3, 1, 255, 0}));
    }
}

void TestIdxFile::readsTheRealFiles()
{
    const QDir folder(systemFashionMnistFolder());
    if (!folder.exists()) {
        QSKIP("dataset-fashion-mnist is not installed");
    }
    const auto images = readIdxImages(folder.filePath(QStringLiteral("train-images-idx3-ubyte.gz")));
    QVERIFY2(images.ok(), qPrintable(images.error()));
    QCOMPARE(images.value().count, 60000);
    QCOMPARE(images.value().pixels.size(), std::size_t(47040000));
    QCOMPARE(std::accumulate(images.value().pixels.begin(), images.value().pixels.end(), qint64(0)), 3431114169);
    const auto labels = readIdxLabels(folder.filePath(QStringLiteral("t10k-labels-idx1-ubyte.gz")));
    QVERIFY2(labels.ok(), qPrintable(labels.error()));
    QCOMPARE(labels.value().size(), std::size_t(10000));
}

void TestIdxFile::refusesBadImages_data()
{
    const QByteArray plain = goodImages();
    const QByteArray packed = test::gzipped(plain);
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("mentioned");
    const auto row = [](const char *name, const QByteArray &bytes, const QStringList &mentioned) {
        QTest::newRow(name) << bytes << mentioned;
    };
    const auto both = [&row](const char *name, const QByteArray &bytes, const QStringList &mentioned) {
        row(name, bytes, mentioned);
        row(qPrintable(QString(QString::fromUtf8(name) + QStringLiteral(", compressed"))), test::gzipped(bytes),
            mentioned);
    };
    const QString images = QStringLiteral("0x00000803");
    row("empty", QByteArray(), {});
    both("labels instead of pictures", goodLabels(), {QStringLiteral("0x00000801"), images});
    both("text", QByteArrayLiteral("Hello, this is no data set"), {QStringLiteral("0x48656c6c"), images});
    both("16-bit pictures", header({0x00000b03, 1, 1, 1}) + QByteArray(2, 'x'), {QStringLiteral("0x00000b03"), images});
    both("colour pictures", header({0x00000804, 1, 1, 1, 3}) + QByteArray(3, 'x'),
         {QStringLiteral("0x00000804"), images});
    both("little endian", header({0x03080000, 1, 1, 1}) + QByteArray(1, 'x'), {QStringLiteral("0x03080000"), images});
    both("no pictures", header({0x803, 0, 28, 28}), {number(0), number(28)});
    both("no rows", header({0x803, 3, 0, 28}), {number(0), number(28)});
    both("no columns", header({0x803, 3, 28, 0}), {number(0), number(28)});
    both("no pictures of huge size", header({0x803, 0, 0xffffffff, 0xffffffff}), {number(0), number(4294967295)});
    both("one picture too many announced", header({0x803, 4, 4, 5}) + plain.mid(16), {number(96), number(76)});
    both("2^31 - 1 pictures announced", header({0x803, 0x7fffffff, 28, 28}) + plain.mid(16), {number(2147483647)});
    both("a negative count", header({0x803, 0xffffffff, 28, 28}) + plain.mid(16), {number(4294967295)});
    both("a product beyond 64 bits", header({0x803, 0xffffffff, 0xffffffff, 0xffffffff}), {number(4294967295)});
    both("a product that is 0 in 32 bits", header({0x803, 0x10000, 0x10000, 1}), {number(65536)});
    both("a product that is 0 in 64 bits", header({0x803, 0x400000, 0x400000, 0x100000}), {number(4194304)});
    row("one byte too many", plain + 'x', {number(76), number(77)});
    row("one byte too many, compressed", test::gzipped(plain + 'x'), {number(76)});
    row("a byte after the compressed data", packed + 'x', {number(1)});
    row("text after the compressed data", packed + QByteArrayLiteral("rubbish"), {number(7)});
    row("zeros after the compressed data", packed + QByteArray(512, '\0'), {number(512)});
    row("garbage after the magic of gzip", QByteArrayLiteral("\x1f\x8b") + QByteArray(100, '\xff'), {});
    row("garbage in a compressed part", packed.left(10) + QByteArray(40, '\xff') + packed.right(8), {});
    row("wrong checksum", flipped(packed, packed.size() - 6), {});
    row("wrong length at the end", flipped(packed, packed.size() - 2), {});
    row("compressed nothing", test::gzipped({}), {number(16), number(0)});
    row("compressed twice", test::gzipped(packed), {images});
}

void TestIdxFile::refusesBadImages()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QStringList, mentioned);
    test::writeFile(path(), bytes);
    const Result<IdxImages> read = readIdxImages(path());
    QVERIFY(!read.ok());
    QVERIFY2(read.error().contains(path()), qPrintable(read.error()));
    for (const QString &word : mentioned) {
        QVERIFY2(read.error().contains(word), qPrintable(read.error()));
    }
}

void TestIdxFile::refusesBadLabels_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("mentioned");
    const QString labels = QStringLiteral("0x00000801");
    QTest::newRow("empty") << QByteArray() << QStringList();
    QTest::newRow("pictures instead of labels") << goodImages() << QStringList{QStringLiteral("0x00000803"), labels};
    QTest::newRow("text") << QByteArrayLiteral("0 1 2 3") << QStringList{QStringLiteral("0x30203120"), labels};
    QTest::newRow("no labels") << header({0x801, 0}) << QStringList();
    QTest::newRow("one too many announced")
        << QByteArray(header({0x801, 5}) + QByteArray(4, '\1')) << QStringList{number(13), number(12)};
    QTest::newRow("one too few announced")
        << QByteArray(header({0x801, 3}) + QByteArray(4, '\1')) << QStringList{number(11), number(12)};
    QTest::newRow("2^32 - 1 announced") << QByteArray(header({0x801, 0xffffffff}) + QByteArray(4, '\1'))
                                        << QStringList{number(4294967295), number(12)};
    QTest::newRow("header cut") << header({0x801}) << QStringList{number(8), number(4)};
}

void TestIdxFile::refusesBadLabels()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QStringList, mentioned);
    test::writeFile(path(), bytes);
    const auto read = readIdxLabels(path());
    QVERIFY(!read.ok());
    QVERIFY2(read.error().contains(path()), qPrintable(read.error()));
    for (const QString &word : mentioned) {
        QVERIFY2(read.error().contains(word), qPrintable(read.error()));
    }
}

void TestIdxFile::refusesEveryTruncation_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("plain") << goodImages();
    QTest::newRow("compressed") << test::gzipped(goodImages());
    // Stored nearly as it is, and longer than the buffers on the way.
    QByteArray noise;
    quint32 state = 1;
    for (int i = 0; i < 200 * 28 * 28; ++i) {
        state = state * 1664525u + 1013904223u;
        noise.append(char(state >> 24));
    }
    QTest::newRow("compressed, large") << test::gzipped(header({0x803, 200, 28, 28}) + noise);
}

void TestIdxFile::refusesEveryTruncation()
{
    QFETCH(const QByteArray, bytes);
    std::vector<qsizetype> sizes = {1,
                                    2,
                                    3,
                                    4,
                                    15,
                                    16,
                                    17,
                                    18,
                                    bytes.size() / 2,
                                    bytes.size() - 9,
                                    bytes.size() - 8,
                                    bytes.size() - 4,
                                    bytes.size() - 1};
    if (bytes.size() < 200) {
        sizes.resize(std::size_t(bytes.size()) - 1);
        std::iota(sizes.begin(), sizes.end(), 1);
    }
    for (const qsizetype size : sizes) {
        test::writeFile(path(), bytes.left(size));
        const Result<IdxImages> read = readIdxImages(path());
        QVERIFY2(!read.ok(), qPrintable(QString::number(size)));
        QVERIFY2(read.error().contains(path()), qPrintable(read.error()));
    }
    test::writeFile(path(), bytes.left(bytes.size() - 1));
    const bool isPlain = bytes.at(0) == 0;
    QVERIFY(!isPlain || readIdxImages(path()).error().contains(number(bytes.size() - 1)));
}

void TestIdxFile::survivesEveryDamagedByte()
{
    const QByteArray packed = test::gzipped(goodImages());
    int refused = 0;
    for (qsizetype position = 0; position < packed.size(); ++position) {
        test::writeFile(path(), flipped(packed, position));
        const Result<IdxImages> read = readIdxImages(path());
        if (read.ok()) {
            QVERIFY2(read.value().pixels == ramp(60), qPrintable(QString::number(position)));
        } else {
            QVERIFY2(read.error().contains(path()), qPrintable(read.error()));
            ++refused;
        }
    }
    QVERIFY(refused > packed.size() - 10); // Only time, system and the like don't matter.
}

void TestIdxFile::refusesWhatIsNotARegularFile_data()
{
    QTest::addColumn<QString>("path");
    const QString folder = m_folder.filePath(QStringLiteral("folder"));
    const QString pipe = m_folder.filePath(QStringLiteral("pipe"));
    const QString socket = m_folder.filePath(QStringLiteral("socket"));
    const QString loop = m_folder.filePath(QStringLiteral("loop"));
    QVERIFY(QDir().mkpath(folder));
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    QVERIFY(QFile::link(loop, loop));

    const int descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    qstrncpy(address.sun_path, QFile::encodeName(socket).constData(), sizeof(address.sun_path));
    QCOMPARE(::bind(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof(address)), 0);
    ::close(descriptor);

    QTest::newRow("missing") << m_folder.filePath(QStringLiteral("missing"));
    QTest::newRow("missing folder") << m_folder.filePath(QStringLiteral("missing/file"));
    QTest::newRow("folder") << folder;
    QTest::newRow("pipe that nobody writes to") << pipe;
    QTest::newRow("socket") << socket;
    QTest::newRow("link to itself") << loop;
    QTest::newRow("device that never ends") << QStringLiteral("/dev/zero");
    QTest::newRow("device that is empty") << QStringLiteral("/dev/null");
}

void TestIdxFile::refusesWhatIsNotARegularFile()
{
    QFETCH(const QString, path);
    const Result<IdxImages> images = readIdxImages(path);
    QVERIFY(!images.ok());
    QVERIFY2(images.error().contains(path), qPrintable(images.error()));
    QVERIFY(!readIdxLabels(path).ok());
}

void TestIdxFile::refusesAnUnreadableFile()
{
    const QString secret = m_folder.filePath(QStringLiteral("secret"));
    test::writeFile(secret, goodImages());
    QCOMPARE(::chmod(QFile::encodeName(m_folder.path()).constData(), 0755), 0);
    QCOMPARE(::chmod(QFile::encodeName(secret).constData(), 0000), 0);
    const test::Unprivileged unprivileged;
    if (!unprivileged.isEffective()) {
        QSKIP("the superuser may read everything");
    }
    const Result<IdxImages> read = readIdxImages(secret);
    QVERIFY(!read.ok());
    QVERIFY2(read.error().contains(secret), qPrintable(read.error()));
}

void TestIdxFile::takesNoMemoryForALie_data()
{
    QTest::addColumn<QByteArray>("bytes");
    // 800 MB announced, 1016 bytes there.
    const QByteArray lie = header({0x803, 1000000, 20, 40}) + QByteArray(1000, 'x');
    QTest::newRow("plain") << lie;
    QTest::newRow("compressed") << test::gzipped(lie);
    // The length at the end of the compressed data supports the lie.
    QByteArray supported = test::gzipped(lie);
    qToLittleEndian(quint32(800000016), supported.data() + supported.size() - 4);
    QTest::newRow("compressed, with a matching end") << supported;
    // 100 MB of zeros behind a header that announces 784 bytes.
    QByteArray bomb = header({0x803, 1, 28, 28});
    bomb.append(QByteArray(100000000, '\0'));
    QTest::newRow("bomb") << test::gzipped(bomb);
}

void TestIdxFile::takesNoMemoryForALie()
{
    QFETCH(const QByteArray, bytes);
    test::writeFile(path(), bytes);
    const MemoryLimit limit(64 << 20);
    const Result<IdxImages> read = readIdxImages(path());
    QVERIFY(!read.ok());
    QVERIFY2(read.error().contains(path()), qPrintable(read.error()));
    // Nor was it asked for in vain.
    const IdxSentences say(path(), IdxKind::Images);
    QVERIFY(read.error() != say.outOfMemory(800000000) && read.error() != say.outOfMemory(800000016));
}

void TestIdxFile::refusesMoreThanOneGibibyte()
{
    // A file with holes, so that the disk doesn't have to hold it.
    const QByteArray start = header({0x803, 2000000, 28, 28});
    test::writeFile(path(), start);
    const qint64 size = 16 + qint64(2000000) * 28 * 28;
    QVERIFY(QFile::resize(path(), size));
    const Result<IdxImages> read = readIdxImages(path());
    QVERIFY(!read.ok());
    QVERIFY2(read.error().contains(path()) && read.error().contains(number(size)), qPrintable(read.error()));
    QVERIFY(QFile::remove(path()));
}

QTEST_GUILESS_MAIN(TestIdxFile)
#include "tst_idxfile.moc"
