// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/icons.h"

#include <QApplication>
#include <QImage>
#include <QTest>

using namespace convscope;

namespace {

QPalette paletteOf(const QColor &text, const QColor &ground)
{
    QPalette palette;
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Window, ground);
    return palette;
}

QImage imageOf(const QIcon &icon, int side, QIcon::Mode mode = QIcon::Normal)
{
    return icon.pixmap(QSize(side, side), 1.0, mode).toImage().convertToFormat(QImage::Format_ARGB32);
}

/// The sum of all alpha values: how much is drawn.
qint64 ink(const QImage &image)
{
    qint64 sum = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            sum += qAlpha(image.pixel(x, y));
    }
    return sum;
}

/// Of the pixel that is drawn most strongly.
QColor strongestColor(const QImage &image)
{
    QRgb strongest = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qAlpha(image.pixel(x, y)) > qAlpha(strongest))
                strongest = image.pixel(x, y);
        }
    }
    return QColor::fromRgb(strongest);
}

} // namespace

class IconsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsEveryNameTheWindowUses();
    void everyIconFollowsThePalette_data();
    void everyIconFollowsThePalette();
    void disabledIsFainter();
    void isSharpAtDoubleRatio();
    void followsTheApplicationPalette();
    void stateTakesItsColor();
    void unknownNameIsNull();
    void applicationIconHasAllSizes();
};

void IconsTest::knowsEveryNameTheWindowUses()
{
    const QStringList names = themedIconNames();
    for (const char *name :
         {"start",         "pause",          "step-batch",   "step-epoch",     "stop",         "data",
          "curves",        "runs",           "add",          "remove",         "move-up",      "move-down",
          "undo",          "reset",          "follow",       "zoom-in",        "zoom-out",     "zoom-reset",
          "export",        "copy",           "table",        "warning",        "error",        "information",
          "close",         "save",           "folder",       "state-training", "state-paused", "state-finished",
          "state-stopped", "state-diverged", "state-failed", "language",       "help"})
        QVERIFY2(names.contains(QString::fromLatin1(name)), name);
}

void IconsTest::everyIconFollowsThePalette_data()
{
    QTest::addColumn<QString>("name");
    const QStringList names = themedIconNames();
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << name;
}

void IconsTest::everyIconFollowsThePalette()
{
    QFETCH(const QString, name);
    const QPalette light = paletteOf(Qt::black, Qt::white);
    const QPalette dark = paletteOf(Qt::white, Qt::black);
    for (const int side : {16, 22, 32, 64}) {
        const QImage onLight = imageOf(themedIcon(qPrintable(name), light), side);
        const QImage onDark = imageOf(themedIcon(qPrintable(name), dark), side);
        QCOMPARE(onLight.size(), QSize(side, side));
        // At least a twentieth of the area is drawn, and it isn't a filled square.
        QVERIFY(ink(onLight) > 255LL * side * side / 20);
        QVERIFY(ink(onLight) < 255LL * side * side * 3 / 4);
        QVERIFY(onLight != onDark);
        QVERIFY(strongestColor(onLight).lightness() < 40);
        QVERIFY(strongestColor(onDark).lightness() > 215);
    }
}

void IconsTest::disabledIsFainter()
{
    const QIcon icon = themedIcon("start", paletteOf(Qt::black, Qt::white));
    const qint64 normal = ink(imageOf(icon, 22));
    const qint64 disabled = ink(imageOf(icon, 22, QIcon::Disabled));
    QVERIFY(disabled > normal / 5);
    QVERIFY(disabled < normal / 2);
}

void IconsTest::isSharpAtDoubleRatio()
{
    const QPixmap pixmap = themedIcon("curves").pixmap(QSize(22, 22), 2.0);
    QCOMPARE(pixmap.size(), QSize(44, 44));
    QCOMPARE(pixmap.devicePixelRatio(), 2.0);
}

void IconsTest::followsTheApplicationPalette()
{
    const QPalette before = QApplication::palette();
    const QIcon icon = themedIcon("stop");
    QApplication::setPalette(paletteOf(Qt::black, Qt::white));
    const QColor onLight = strongestColor(imageOf(icon, 22));
    QApplication::setPalette(paletteOf(Qt::white, Qt::black));
    const QColor onDark = strongestColor(imageOf(icon, 22));
    QApplication::setPalette(before);
    QCOMPARE(onLight, QColor(Qt::black));
    QCOMPARE(onDark, QColor(Qt::white));
}

void IconsTest::stateTakesItsColor()
{
    const QColor green(0x00, 0x9E, 0x73);
    QCOMPARE(strongestColor(imageOf(themedIcon("stop", green), 22)), green);
}

void IconsTest::unknownNameIsNull()
{
    QTest::ignoreMessage(QtWarningMsg, "There is no icon named no-such-icon.");
    QVERIFY(themedIcon("no-such-icon").isNull());
}

void IconsTest::applicationIconHasAllSizes()
{
    const QIcon icon = applicationIcon();
    for (const int side : {16, 32, 48, 64, 128, 256}) {
        const QImage image = imageOf(icon, side);
        QCOMPARE(image.size(), QSize(side, side));
        QVERIFY(ink(image) > 255LL * side * side / 2);
    }
}

QTEST_MAIN(IconsTest)
#include "tst_icons.moc"
