// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/picturefile.h"
#include "tests/support/idxwriter.h"

#include <QBuffer>
#include <QFile>
#include <QGuiApplication>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/stat.h>

using namespace convscope;

namespace {

QByteArray encoded(const QImage &image, const char *format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

QImage twoColors(const QSize &size, QImage::Format format = QImage::Format_RGB32)
{
    QImage image(size, format);
    image.fill(Qt::red);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width() / 2; ++x) {
            image.setPixelColor(x, y, Qt::blue);
        }
    }
    return image;
}

/// A PNG's signature and header that promise a size, and nothing behind.
QByteArray hugePng(quint32 width, quint32 height)
{
    QByteArray png("\x89PNG\r\n\x1a\n", 8);
    QByteArray chunk("IHDR");
    const auto number = [](quint32 value) {
        QByteArray bytes(4, '\0');
        qToBigEndian(value, bytes.data());
        return bytes;
    };
    chunk += number(width) + number(height) + QByteArray("\x08\x02\x00\x00\x00", 5);
    quint32 crc = 0xffffffffu;
    for (const char c : chunk) {
        crc ^= quint8(c);
        for (int i = 0; i < 8; ++i) {
            crc = (crc >> 1) ^ ((crc & 1u) ? 0xedb88320u : 0u);
        }
    }
    return png + number(13) + chunk + number(~crc);
}

} // namespace

class TestPictureFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formats_data();
    void formats();
    void unreadable_data();
    void unreadable();
    void truncatedPng();
    void largeJpegIsShrunk();
    void hugeSizesAreRefusedAtOnce();
    void exifTurns();
    void svgWithOutsideReferences();
    void svgThatRepeatsItselfForEver();
    void svgKeepsItsOwnPictures();
    void sixteenBitAndAlpha();
    void printersColors();
    void animated();
    void notAFile();

private:
    QString write(const char *name, const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(QString::fromUtf8(name));
        test::writeFile(path, bytes);
        return path;
    }

    QTemporaryDir m_folder;
};

void TestPictureFile::formats_data()
{
    QTest::addColumn<QByteArray>("format");
    for (const char *format : {"png", "jpeg", "bmp", "ppm", "xpm", "ico"}) {
        QTest::newRow(format) << QByteArray(format);
    }
}

void TestPictureFile::formats()
{
    QFETCH(QByteArray, format);
    // The name says nothing: the content decides.
    const Result<LoadedPicture> loaded = loadPicture(write("imagen ñ.dat", encoded(twoColors({60, 40}), format.constData())));
    QVERIFY2(loaded, qPrintable(loaded.error()));
    QCOMPARE(loaded.value().image.size(), QSize(60, 40));
    QVERIFY(loaded.value().image.pixelColor(5, 5).blue() > 200);
    QVERIFY(loaded.value().image.pixelColor(55, 35).red() > 200);
}

void TestPictureFile::unreadable_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("Dear diary, this is no picture.\n");
    QTest::newRow("one byte") << QByteArray("\x89");
    QTest::newRow("zeros") << QByteArray(100000, '\0');
    QTest::newRow("png signature") << QByteArray("\x89PNG\r\n\x1a\n", 8);
    QTest::newRow("jpeg start") << QByteArray("\xff\xd8\xff\xe0\x00\x10JFIF", 10);
    QTest::newRow("half an svg") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'><rect wid");
    QTest::newRow("gif header") << QByteArray("GIF89a");
    QTest::newRow("pickle") << QByteArray("\x80\x02}q\x00.", 6);
}

void TestPictureFile::unreadable()
{
    QFETCH(QByteArray, bytes);
    const Result<LoadedPicture> loaded = loadPicture(write("broken.png", bytes));
    QVERIFY(!loaded);
    QVERIFY2(loaded.error().contains(QStringLiteral("broken.png")), qPrintable(loaded.error()));
    QVERIFY(loaded.error().endsWith(QLatin1Char('.')));
}

void TestPictureFile::truncatedPng()
{
    const QByteArray whole = encoded(twoColors({300, 300}), "png");
    for (int cut : {9, 40, int(whole.size()) / 2, int(whole.size()) - 20}) {
        const Result<LoadedPicture> loaded = loadPicture(write("cut.png", whole.left(cut)));
        // What the format's library fills up may count as a picture; otherwise a sentence.
        QVERIFY(loaded.ok() || loaded.error().contains(QStringLiteral("cut.png")));
    }
    QVERIFY(!loadPicture(write("cut.png", whole.left(40))));
}

void TestPictureFile::largeJpegIsShrunk()
{
    const Result<LoadedPicture> loaded = loadPicture(write("large.jpg", encoded(twoColors({5000, 2500}), "jpeg")));
    QVERIFY2(loaded, qPrintable(loaded.error()));
    QCOMPARE(loaded.value().image.size(), QSize(2048, 1024));
    QVERIFY(loaded.value().notes.join(QString()).contains(QLocale().toString(5000)));
}

void TestPictureFile::hugeSizesAreRefusedAtOnce()
{
    for (const auto &[width, height] : {std::pair{30000u, 30000u}, {0x7fffffffu, 0x7fffffffu}, {1000000u, 1u}, {200000u, 200000u}}) {
        const Result<LoadedPicture> loaded = loadPicture(write("huge.png", hugePng(width, height)));
        QVERIFY(!loaded);
        QVERIFY(loaded.error().contains(QStringLiteral("huge.png")));
    }
}

void TestPictureFile::exifTurns()
{
    // Orientation 6: the camera was held upright. APP1 with one entry, big endian.
    const QByteArray jpeg = encoded(twoColors({80, 40}), "jpeg");
    QByteArray exif("\xff\xe1\x00\x22"
                    "Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00\x00\x00\x00\x00",
                    36);
    const Result<LoadedPicture> loaded = loadPicture(write("turned.jpg", jpeg.left(2) + exif + jpeg.mid(2)));
    QVERIFY2(loaded, qPrintable(loaded.error()));
    QCOMPARE(loaded.value().image.size(), QSize(40, 80));
    QVERIFY(loaded.value().image.pixelColor(20, 5).blue() > 200); // what was left is above
}

void TestPictureFile::svgWithOutsideReferences()
{
    const QString secret = write("secret.png", encoded(twoColors({50, 50}), "png"));
    const QByteArray svg = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='100' height='100'>"
                           "<rect width='100' height='100' fill='white'/>"
                           "<image xlink:href='" + QFile::encodeName(secret) + "' width='50' height='50'/>"
                           "<image xlink:href='file://" + QFile::encodeName(secret) + "' width='50' height='50'/>"
                           "<image xlink:href='secret.png' width='50' height='50'/>"
                           "<image xlink:href='http://127.0.0.1:9/x.png' width='50' height='50'/>"
                           "<rect x='60' y='60' width='30' height='30' fill='black'/></svg>";
    const Result<LoadedPicture> loaded = loadPicture(write("outside.svg", svg));
    QVERIFY2(loaded, qPrintable(loaded.error()));
    QCOMPARE(loaded.value().image.size(), QSize(512, 512));
    QCOMPARE(loaded.value().image.pixelColor(384, 384), QColor(Qt::black));
    for (int y = 5; y < 256; y += 50) {
        for (int x = 5; x < 256; x += 50) {
            QCOMPARE(loaded.value().image.pixelColor(x, y), QColor(Qt::white)); // nothing from outside
        }
    }
}

void TestPictureFile::svgThatRepeatsItselfForEver()
{
    QByteArray svg = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='100' height='100'><g id='a0'><rect width='9' height='9'/></g>";
    for (int i = 1; i < 40; ++i) {
        const QByteArray use = "<use xlink:href='#a" + QByteArray::number(i - 1) + "'/>";
        svg += "<g id='a" + QByteArray::number(i) + "'>" + use + use + "</g>";
    }
    QVERIFY(!loadPicture(write("laughs.svg", svg + "</svg>")));
    // Entities may not multiply either.
    QByteArray entities = "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaaaaaaaaaaaa'>";
    for (char c = 'b'; c < 'p'; ++c) {
        const QByteArray before = QByteArray("&") + char(c - 1) + ";";
        entities += QByteArray("<!ENTITY ") + c + " '" + before.repeated(10) + "'>";
    }
    QVERIFY(!loadPicture(write("entities.svg", entities + "]><svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><text>&o;</text></svg>")));
}

void TestPictureFile::svgKeepsItsOwnPictures()
{
    const QByteArray inside = encoded(twoColors({50, 50}), "png").toBase64();
    const QByteArray nested = QByteArray("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9' fill='lime'/></svg>").toBase64();
    const QByteArray svg = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='100' height='100'>"
                           "<image xlink:href='data:image/png;base64," + inside + "' width='50' height='50'/>"
                           "<image xlink:href='data:image/png;base64," + nested + "' x='50' y='50' width='50' height='50'/></svg>";
    const Result<LoadedPicture> loaded = loadPicture(write("inside.svg", svg));
    QVERIFY2(loaded, qPrintable(loaded.error()));
    QCOMPARE(loaded.value().image.pixelColor(20, 20), QColor(Qt::blue));
    QCOMPARE(loaded.value().image.pixelColor(400, 400).alpha(), 0); // a drawing in a drawing could lead out
}

void TestPictureFile::sixteenBitAndAlpha()
{
    QImage deep(20, 20, QImage::Format_RGBA64);
    deep.fill(QColor::fromRgba64(0xffff, 0, 0, 0x8000));
    const Result<LoadedPicture> loaded = loadPicture(write("deep.png", encoded(deep, "png")));
    QVERIFY2(loaded, qPrintable(loaded.error()));
    QVERIFY(loaded.value().image.hasAlphaChannel());
    QVERIFY(std::abs(loaded.value().image.pixelColor(3, 3).alpha() - 128) <= 1);
    const Result<LoadedPicture> grey = loadPicture(write("grey16.png", encoded(twoColors({20, 20}).convertToFormat(QImage::Format_Grayscale16), "png")));
    QVERIFY(grey);
}

/// A CMYK JPEG as printers want it: blue on the left, red on the right.
void TestPictureFile::printersColors()
{
    const QByteArray jpeg = QByteArray::fromBase64(
        "/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwADAgIDAgIDAwMDBAMDBAUIBQUEBAUKBwcGCAwKDAwLCgsLDQ4SEA0OEQ4LCxAWEBETFBUVFQwPFxgWFB"
        "gSFBUU/9sAQwEDBAQFBAUJBQUJFA0LDRQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQU/8AAFAgAEAAQ"
        "BAERAAIRAQMRAQQRAP/EABYAAQEBAAAAAAAAAAAAAAAAAAAHCf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAVAQEBAAAAAAAAAAAAAAAAAAAJBv"
        "/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAOBAEAAhEDEQQAAD8A0FFUuGqaBHIDkL6DcxogRyA5D//Z");
    QVERIFY(jpeg.contains("Adobe"));
    const Result<LoadedPicture> loaded = loadPicture(write("printed.jpg", jpeg));
    QVERIFY2(loaded, qPrintable(loaded.error()));
    QCOMPARE(loaded.value().image.size(), QSize(16, 16));
    const QColor left = loaded.value().image.pixelColor(3, 8);
    const QColor right = loaded.value().image.pixelColor(12, 8);
    QVERIFY2(left.blue() > left.red() + 100, qPrintable(left.name()));
    QVERIFY2(right.red() > right.blue() + 100, qPrintable(right.name()));
}

void TestPictureFile::animated()
{
    // Two frames of one pixel, black and white.
    const QByteArray gif("GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff"
                         "\x21\xf9\x04\x00\x0a\x00\x00\x00\x2c\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02\x44\x01\x00"
                         "\x21\xf9\x04\x00\x0a\x00\x00\x00\x2c\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02\x4c\x01\x00\x3b",
                         19 + 23 + 24);
    const Result<LoadedPicture> loaded = loadPicture(write("moving.gif", gif));
    QVERIFY2(loaded, qPrintable(loaded.error()));
    QCOMPARE(loaded.value().image.size(), QSize(1, 1));
    QCOMPARE(loaded.value().notes.size(), qsizetype(1));
}

void TestPictureFile::notAFile()
{
    QVERIFY(loadPicture(m_folder.filePath(QStringLiteral("missing.png"))).error().contains(QStringLiteral("missing.png")));
    QVERIFY(!loadPicture(m_folder.path()));
    const QString pipe = m_folder.filePath(QStringLiteral("pipe.png"));
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    QVERIFY(!loadPicture(pipe)); // and returns
}

QTEST_GUILESS_MAIN(TestPictureFile)
#include "tst_picturefile.moc"
