// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/jpeglayout.h"
#include "core/data/picturefile.h"
#include "tests/support/idxwriter.h"

#include <QBuffer>
#include <QFile>
#include <QGuiApplication>
#include <QImageWriter>
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
    void jpegsInSeveralScans_data();
    void jpegsInSeveralScans();
    void hugeSizesAreRefusedAtOnce();
    void exifTurns();
    void svgWithOutsideReferences();
    void svgThatRepeatsItselfForEver();
    void svgThatDrawsTooMuch_data();
    void svgThatDrawsTooMuch();
    void svgThatReusesItself();
    void svgKeepsItsOwnPictures();
    void svgHidesNoDrawingInItsPictures();
    void svgWithLargePictures();
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

void TestPictureFile::jpegsInSeveralScans_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isRead");
    QTest::addColumn<qint64>("held");
    const QByteArray plain = encoded(twoColors({400, 200}), "jpeg");
    QByteArray progressive;
    QBuffer buffer(&progressive);
    QImageWriter writer(&buffer, "jpeg");
    writer.setProgressiveScanWrite(true);
    QVERIFY(writer.write(twoColors({400, 200})));
    const auto sized = [](QByteArray jpeg, int width, int height) { // another size in the frame's header
        for (const char *marker : {"\xff\xc0", "\xff\xc2"}) {
            if (const qsizetype place = jpeg.indexOf(marker); place > 0) {
                qToBigEndian(quint16(height), jpeg.data() + place + 5);
                qToBigEndian(quint16(width), jpeg.data() + place + 7);
            }
        }
        return jpeg;
    };
    const auto inTurn = [](QByteArray jpeg) { // the first scan with one component of three
        jpeg[jpeg.indexOf("\xff\xda") + 4] = 1;
        return jpeg;
    };
    QTest::newRow("row by row") << plain << true << qint64(0);
    // Colours at half the size, in whole blocks of 8 x 8: (50 x 25 + 2 x 25 x 13) blocks.
    QTest::newRow("progressive") << progressive << true << qint64(1900 * 64 * 2);
    QTest::newRow("large, row by row") << sized(plain, 12000, 8000) << true << qint64(0);
    QTest::newRow("too large, row by row") << sized(plain, 12000, 9000) << false << qint64(0);
    QTest::newRow("too large, progressive") << sized(progressive, 12000, 8000) << false << qint64(1500 * 1000 * 3 / 2 * 128);
    QTest::newRow("too large, one component after the other") << inTurn(sized(plain, 12000, 8000)) << false << qint64(1500 * 1000 * 3 / 2 * 128);
    const qsizetype scan = progressive.lastIndexOf("\xff\xda");
    QTest::newRow("one scan after the other") << progressive.left(scan) + progressive.mid(scan, progressive.size() - scan - 2).repeated(200) << false << qint64(1900 * 64 * 2);
}

/// A picture that is sent in several goes is held as a whole, however small its file is.
void TestPictureFile::jpegsInSeveralScans()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isRead);
    QFETCH(qint64, held);
    QCOMPARE(jpegLayout(bytes).heldBytes, held);
    const Result<LoadedPicture> loaded = loadPicture(write("scans.jpg", bytes));
    QCOMPARE(loaded.ok(), isRead);
    QVERIFY(isRead || loaded.error().contains(QStringLiteral("scans.jpg")));
    for (qsizetype cut = 0; cut < bytes.size(); cut += 7) {
        jpegLayout(bytes.left(cut)); // and reads nothing behind the end
    }
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

void TestPictureFile::svgThatDrawsTooMuch_data()
{
    QTest::addColumn<QByteArray>("content");
    const QByteArray path = "<path id='p' d='M0 0" + QByteArray("L9 1L0 2").repeated(200000) + "'/>";
    QTest::newRow("one long path, often") << path + QByteArray("<use xlink:href='#p'/>").repeated(5000);
    QTest::newRow("before it is there") << QByteArray("<use xlink:href='#p'/>").repeated(5000) + path;
    const QByteArray toOther = QByteArray("<use xlink:href='#b'/>").repeated(6), toOne = QByteArray("<use xlink:href='#a'/>").repeated(6);
    QTest::newRow("in each other") << "<g id='a'>" + toOther + "<rect width='9' height='9'/></g><g id='b'>" + toOne + "</g>";
    QTest::newRow("deep") << QByteArray("<g>").repeated(100000) + QByteArray("</g>").repeated(100000);
    QTest::newRow("one very long path") << "<path d='M0 0" + QByteArray("L9 1L0 2").repeated(1500000) + "'/>";
    QTest::newRow("all over each other") << QByteArray("<rect width='100' height='100' opacity='.5'/>").repeated(100000);
    QTest::newRow("many") << QByteArray("<g/>").repeated(1000000);
    QImage picture(2000, 2000, QImage::Format_Mono);
    picture.fill(0);
    QTest::newRow("a large picture, often") << "<image id='i' width='90' height='90' xlink:href='data:image/png;base64," + encoded(picture, "png").toBase64() + "'/>"
            + QByteArray("<use xlink:href='#i'/>").repeated(9000);
}

void TestPictureFile::svgThatDrawsTooMuch()
{
    QFETCH(QByteArray, content);
    const Result<LoadedPicture> loaded = loadPicture(
        write("much.svg", "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='100' height='100'>" + content + "</svg>"));
    QVERIFY(!loaded);
    QVERIFY(loaded.error().contains(QStringLiteral("much.svg")));
}

/// As drawing programs do.
void TestPictureFile::svgThatReusesItself()
{
    QByteArray svg = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='100' height='100'>"
                     "<g id='two'><use xlink:href='#one'/><use xlink:href='#one' x='50'/></g><rect id='one' width='10' height='10' fill='blue'/>";
    for (int y = 20; y < 100; y += 20) {
        svg += "<use xlink:href='#two' y='" + QByteArray::number(y) + "'/>";
    }
    const Result<LoadedPicture> loaded = loadPicture(write("reuse.svg", svg + "</svg>"));
    QVERIFY2(loaded, qPrintable(loaded.error()));
    QCOMPARE(loaded.value().image.pixelColor(256 + 25, 4 * 512 / 5 + 25), QColor(Qt::blue));
    QCOMPARE(loaded.value().image.pixelColor(256 - 25, 4 * 512 / 5 + 25).alpha(), 0);
}

/// Qt takes what stands behind the last "base64,".
void TestPictureFile::svgHidesNoDrawingInItsPictures()
{
    const QByteArray picture = encoded(twoColors({50, 50}), "png").toBase64();
    const QString secret = write("hidden.png", encoded(twoColors({50, 50}), "png"));
    const QByteArray drawing = QByteArray("<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='50' height='50'>"
                                          "<rect width='50' height='50' fill='lime'/><image xlink:href='"
                                          + QFile::encodeName(secret) + "' width='50' height='50'/></svg>").toBase64();
    const QByteArray svg = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='100' height='100'>"
                           "<image xlink:href='data:image/png;base64," + picture + "base64," + drawing + "' width='50' height='50'/></svg>";
    const Result<LoadedPicture> loaded = loadPicture(write("twofold.svg", svg));
    QVERIFY2(loaded, qPrintable(loaded.error()));
    QCOMPARE(loaded.value().image.pixelColor(20, 20), QColor(Qt::blue));
    QCOMPARE(loaded.value().image.pixelColor(236, 20), QColor(Qt::red)); // the picture that was looked at
}

/// Small files, all of which are held decoded.
void TestPictureFile::svgWithLargePictures()
{
    QImage large(3000, 3000, QImage::Format_Mono);
    large.fill(0);
    const QByteArray image = "<image xlink:href='data:image/png;base64," + encoded(large, "png").toBase64() + "' width='50' height='50'/>";
    const QByteArray begin = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='100' height='100'>";
    QVERIFY(loadPicture(write("one.svg", begin + image + "</svg>")));
    QVERIFY(!loadPicture(write("many.svg", begin + image.repeated(50) + "</svg>")));
    // A photo in a drawing is large as text and quickly drawn.
    QImage noise(1700, 1700, QImage::Format_RGB32);
    quint32 state = 1;
    for (int y = 0; y < noise.height(); ++y) {
        for (int x = 0; x < noise.width(); ++x) {
            state = state * 1664525u + 1013904223u;
            noise.setPixel(x, y, 0xff000000u | (state >> 8));
        }
    }
    const QByteArray photo = begin + "<image xlink:href='data:image/png;base64," + encoded(noise, "png").toBase64() + "' width='50' height='50'/></svg>";
    QVERIFY(photo.size() > 10'000'000);
    QVERIFY(loadPicture(write("photo.svg", photo)));
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
