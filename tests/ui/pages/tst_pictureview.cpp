// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/pictureview.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <cmath>
#include <vector>

using namespace convscope;

namespace {

constexpr QRgb ground = 0xff204060;
const QColor frame(0xff, 0x00, 0x00);

/// side x side bytes that all differ from their neighbours.
std::vector<std::uint8_t> pattern(int side)
{
    std::vector<std::uint8_t> bytes(std::size_t(side) * side);
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = std::uint8_t(i * 37 % 251);
    return bytes;
}

} // namespace

class PictureViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void greyImageCopies();
    void extentIsAWholeFactor_data();
    void extentIsAWholeFactor();
    void everyPixelIsHard_data();
    void everyPixelIsHard();
    void keepsTheShapeOfAnyImage();
    void largePictureShrinks();
    void frameLeavesAGap();
};

void PictureViewTest::greyImageCopies()
{
    std::vector<std::uint8_t> bytes{0, 1, 2, 3, 4, 255};
    const QImage image = pictures::greyImage(bytes.data(), 3, 2);
    bytes.assign(6, 9);
    QCOMPARE(image.size(), QSize(3, 2));
    QCOMPARE(qGray(image.pixel(1, 0)), 1);
    QCOMPARE(qGray(image.pixel(0, 1)), 3);
    QCOMPARE(qGray(image.pixel(2, 1)), 255);
}

void PictureViewTest::extentIsAWholeFactor_data()
{
    QTest::addColumn<int>("side");
    QTest::addColumn<double>("available");
    QTest::addColumn<double>("ratio");
    QTest::addColumn<double>("extent");
    QTest::newRow("exactly two") << 28 << 56.0 << 1.0 << 56.0;
    QTest::newRow("not quite two") << 28 << 55.9 << 1.0 << 28.0;
    QTest::newRow("three device pixels at ratio two") << 28 << 45.0 << 2.0 << 42.0;
    QTest::newRow("ratio one and a half") << 28 << 38.0 << 1.5 << 56.0 / 1.5;
    QTest::newRow("too small for one: all there is") << 28 << 20.4 << 1.0 << 20.0;
    QTest::newRow("large picture") << 512 << 100.0 << 1.0 << 100.0;
    QTest::newRow("kernel") << 3 << 100.0 << 1.0 << 99.0;
}

void PictureViewTest::extentIsAWholeFactor()
{
    QFETCH(const int, side);
    QFETCH(const double, available);
    QFETCH(const double, ratio);
    QTEST(pictures::extent(side, available, ratio), "extent");
}

void PictureViewTest::everyPixelIsHard_data()
{
    QTest::addColumn<double>("ratio");
    QTest::addColumn<int>("factor");
    QTest::addColumn<QPointF>("topLeft");
    for (const double ratio : {1.0, 1.25, 1.5, 2.0}) {
        for (const int factor : {1, 2, 3}) {
            QTest::addRow("ratio %.2f factor %d", ratio, factor) << ratio << factor << QPointF(7, 5);
            QTest::addRow("ratio %.2f factor %d, crooked", ratio, factor) << ratio << factor << QPointF(7.3, 5.4);
        }
    }
}

void PictureViewTest::everyPixelIsHard()
{
    QFETCH(const double, ratio);
    QFETCH(const int, factor);
    QFETCH(const QPointF, topLeft);
    const int side = 28;
    const std::vector<std::uint8_t> bytes = pattern(side);
    QImage canvas(220, 220, QImage::Format_RGB32);
    canvas.setDevicePixelRatio(ratio);
    canvas.fill(ground);
    QPainter painter(&canvas);
    const QRectF drawn = pictures::draw(painter, topLeft, pictures::extentAtFactor(side, factor, ratio),
                                        pictures::greyImage(bytes.data(), side, side), frame);
    painter.end();

    const int left = int(std::lround(topLeft.x() * ratio));
    const int top = int(std::lround(topLeft.y() * ratio));
    QCOMPARE(std::lround(drawn.left() * ratio), left);
    QCOMPARE(std::lround(drawn.right() * ratio), left + side * factor);
    for (int y = -2; y < side * factor + 2; ++y) {
        for (int x = -2; x < side * factor + 2; ++x) {
            const QRgb pixel = canvas.pixel(left + x, top + y);
            const bool inside = x >= 0 && y >= 0 && x < side * factor && y < side * factor;
            const bool beyond = x == -2 || y == -2 || x == side * factor + 1 || y == side * factor + 1;
            if (inside) {
                const int grey = bytes[std::size_t(y / factor) * side + std::size_t(x / factor)];
                QCOMPARE(pixel, qRgb(grey, grey, grey));
            } else {
                QCOMPARE(pixel, beyond ? ground : frame.rgb());
            }
        }
    }
}

void PictureViewTest::keepsTheShapeOfAnyImage()
{
    QImage canvas(100, 100, QImage::Format_RGB32);
    canvas.fill(ground);
    QImage wide(6, 2, QImage::Format_RGB32);
    wide.fill(Qt::green);
    QPainter painter(&canvas);
    QCOMPARE(pictures::draw(painter, QPointF(10, 10), 60, wide, frame), QRectF(10, 10, 60, 20));
    painter.end();
    QCOMPARE(canvas.pixelColor(69, 29), QColor(Qt::green));
    QCOMPARE(canvas.pixelColor(69, 30), frame);
}

void PictureViewTest::largePictureShrinks()
{
    QImage large(512, 512, QImage::Format_Grayscale8);
    for (int y = 0; y < 512; ++y) {
        for (int x = 0; x < 512; ++x)
            large.scanLine(y)[x] = (x + y) % 2 ? 255 : 0;
    }
    QImage canvas(100, 100, QImage::Format_RGB32);
    canvas.fill(ground);
    QPainter painter(&canvas);
    pictures::draw(painter, QPointF(10, 10), 64, large, frame);
    painter.end();
    // A fine checkerboard becomes grey: no pixel is picked at random.
    const int grey = qGray(canvas.pixel(40, 40));
    QVERIFY2(grey > 100 && grey < 155, qPrintable(QString::number(grey)));
}

void PictureViewTest::frameLeavesAGap()
{
    QImage canvas(30, 30, QImage::Format_RGB32);
    canvas.fill(ground);
    QPainter painter(&canvas);
    pictures::drawFrame(painter, QRectF(10, 10, 5, 5), frame, 2, 1);
    painter.end();
    QCOMPARE(canvas.pixel(9, 12), ground);
    QCOMPARE(canvas.pixelColor(8, 12), frame);
    QCOMPARE(canvas.pixelColor(7, 7), frame);
    QCOMPARE(canvas.pixel(6, 12), ground);
    QCOMPARE(canvas.pixelColor(17, 17), frame);
    QCOMPARE(canvas.pixel(18, 12), ground);
}

QTEST_GUILESS_MAIN(PictureViewTest)
#include "tst_pictureview.moc"
