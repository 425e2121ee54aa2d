// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/picturepreparation.h"
#include "tests/support/drawnclothes.h"

#include <QPainter>
#include <QtTest>

#include <cmath>

using namespace convscope;

namespace {

QImage rectangle(const QSize &size, const QRect &rect, const QColor &color, const QColor &ground, QImage::Format format = QImage::Format_ARGB32)
{
    QImage image(size, QImage::Format_ARGB32);
    image.fill(ground);
    QPainter painter(&image);
    painter.fillRect(rect, color);
    painter.end();
    return image.convertToFormat(format);
}

float at(const Picture &picture, int x, int y)
{
    return picture.values[std::size_t(y * picture.side + x)];
}

/// Mean difference of the pixels.
double difference(const Picture &a, const Picture &b)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < a.values.size(); ++i) {
        sum += std::abs(double(a.values[i]) - double(b.values[i]));
    }
    return sum / double(a.values.size());
}

QList<PreparationStep::Kind> kinds(const PreparedPicture &prepared)
{
    QList<PreparationStep::Kind> list;
    for (const PreparationStep &step : prepared.steps) {
        list << step.kind;
    }
    return list;
}

} // namespace

class TestPicturePreparation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLookGivesTheSamePicture_data();
    void everyLookGivesTheSamePicture();
    void rectangleByHand();
    void preparedPicturesStayAsTheyAre();
    void testPicturesSurviveThePad();
    void outlinesAreFilled();
    void slotsStayOpen();
    void smallOutlinesAreFilled();
    void settingsAreFollowed();
    void nothingIsFoundInOneColor();
    void anySizeAndFormat_data();
    void anySizeAndFormat();
    void otherSides();
    void specksAreLeftOut();
};

void TestPicturePreparation::everyLookGivesTheSamePicture_data()
{
    QTest::addColumn<int>("garment");
    QTest::addColumn<int>("look");
    QTest::addColumn<QSize>("size");
    const char *names[] = {"white on black", "black on white", "dark on uneven light", "colour on colour", "colour on transparent", "light on transparent", "outline"};
    for (int garment = 0; garment < 4; ++garment) {
        for (int look = 0; look < 7; ++look) {
            for (const QSize &size : {QSize(448, 448), QSize(2000, 3000), QSize(300, 120)}) {
                QTest::addRow("%d %s %dx%d", garment, names[look], size.width(), size.height()) << garment << look << size;
            }
        }
    }
}

void TestPicturePreparation::everyLookGivesTheSamePicture()
{
    QFETCH(int, garment);
    QFETCH(int, look);
    QFETCH(QSize, size);
    const Picture reference = preparePicture(test::garmentImage(test::Garment(garment), test::Look::WhiteOnBlack, {448, 448})).picture;
    const PreparedPicture prepared = preparePicture(test::garmentImage(test::Garment(garment), test::Look(look), size));
    QVERIFY(!prepared.isEmpty);
    // A line has another edge than what it encloses, and is brighter; the trouser's legs leave little between them.
    const bool isOutline = test::Look(look) == test::Look::OutlineOnWhite;
    QVERIFY2(difference(prepared.picture, reference) < (isOutline ? 0.19 : size.height() < 200 ? 0.12 : 0.04), qPrintable(QString::number(difference(prepared.picture, reference))));
}

void TestPicturePreparation::rectangleByHand()
{
    // 40 x 80, black on white: 14 x 28 pixels in the middle, columns 7 to 20; flat white becomes 180 of 255.
    const PreparedPicture prepared = preparePicture(rectangle({200, 200}, {30, 50, 40, 80}, Qt::black, Qt::white));
    QCOMPARE(kinds(prepared), (QList{PreparationStep::Kind::Original, PreparationStep::Kind::Background, PreparationStep::Kind::Cropped, PreparationStep::Kind::Fitted, PreparationStep::Kind::Contrast}));
    QCOMPARE(prepared.steps[1].note, QStringLiteral("background #ffffff"));
    QCOMPARE(prepared.steps[2].note, QStringLiteral("40 × 80"));
    for (int y = 0; y < 28; ++y) {
        for (int x = 0; x < 28; ++x) {
            QCOMPARE(at(prepared.picture, x, y), x >= 7 && x < 21 ? 180.0f / 255.0f : 0.0f);
        }
    }
    QCOMPARE(prepared.steps.back().image, imageOf(prepared.picture));
}

void TestPicturePreparation::preparedPicturesStayAsTheyAre()
{
    Picture picture{28, std::vector<float>(784, 0.0f)};
    for (int y = 3; y < 20; ++y) {
        for (int x = 5; x < 24; ++x) {
            picture.values[std::size_t(28 * y + x)] = float(40 + 8 * x) / 255.0f;
        }
    }
    const PreparedPicture prepared = preparePicture(imageOf(picture));
    QCOMPARE(prepared.picture, picture);
    QCOMPARE(prepared.steps.size(), std::size_t(1));
    // The same as a photograph would have it is negated.
    QImage negative = imageOf(picture);
    negative.invertPixels();
    const PreparedPicture other = preparePicture(negative);
    QVERIFY(other.steps.size() > 1);
    QVERIFY(at(other.picture, 14, 14) > 0.5f);
    QCOMPARE(at(other.picture, 0, 0), 0.0f);
}

void TestPicturePreparation::testPicturesSurviveThePad()
{
    // Sixteen times as large on the black pad, and back: the same bytes.
    Picture picture{28, std::vector<float>(784, 0.0f)};
    for (int y = 0; y < 28; ++y) {
        for (int x = 6; x < 22; ++x) {
            picture.values[std::size_t(28 * y + x)] = float((x * 37 + y * 11) % 200 + 56) / 255.0f;
        }
    }
    PreparationSettings settings;
    settings.background = BackgroundRule::Dark;
    QCOMPARE(preparePicture(imageOf(picture).scaled(448, 448), settings).picture, picture);
}

void TestPicturePreparation::outlinesAreFilled()
{
    QImage image(200, 200, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setPen(QPen(Qt::black, 4));
    painter.drawRect(40, 40, 120, 120);
    painter.end();
    PreparationSettings settings;
    QVERIFY(at(preparePicture(image, settings).picture, 14, 14) > 0.4f);
    settings.filling = PreparationSettings::Filling::Never;
    QCOMPARE(at(preparePicture(image, settings).picture, 14, 14), 0.0f);
    // A gap as wide as the line is thick doesn't let the filling out.
    QPainter eraser(&image);
    eraser.fillRect(QRect(95, 36, 4, 8), Qt::white);
    eraser.end();
    settings.filling = PreparationSettings::Filling::Automatic;
    QVERIFY(at(preparePicture(image, settings).picture, 14, 14) > 0.4f);
    // The hole of a thick ring stays open, unless filling is asked for.
    painter.begin(&image);
    painter.setPen(QPen(Qt::black, 40));
    painter.drawRect(50, 50, 100, 100);
    painter.end();
    QCOMPARE(at(preparePicture(image, settings).picture, 14, 14), 0.0f);
    settings.filling = PreparationSettings::Filling::Always;
    QVERIFY(at(preparePicture(image, settings).picture, 14, 14) > 0.4f);
}

/// What is narrow between two legs is no gap in the line; and the line ends up as bright as what it encloses.
void TestPicturePreparation::slotsStayOpen()
{
    QImage image(224, 224, QImage::Format_RGB32);
    image.fill(Qt::black);
    QPainter painter(&image);
    painter.setPen(QPen(Qt::white, 4, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawPolygon(QPolygon({{52, 12}, {172, 12}, {172, 212}, {118, 212}, {118, 60}, {106, 60}, {106, 212}, {52, 212}}));
    painter.end();
    const Picture picture = preparePicture(image).picture;
    QVERIFY(at(picture, 9, 20) > 0.5f); // in a leg
    QVERIFY2(at(picture, 14, 20) < 0.5f * at(picture, 9, 20), qPrintable(QString::number(double(at(picture, 14, 20))))); // 8 of 224 pixels wide
    QVERIFY(std::abs(at(picture, 9, 4) - at(picture, 9, 1)) < 0.05f);
}

/// Where a line is thinner than a pixel.
void TestPicturePreparation::smallOutlinesAreFilled()
{
    const Picture picture = preparePicture(test::garmentImage(test::Garment::Boot, test::Look::OutlineOnWhite, {16, 16})).picture;
    QVERIFY2(at(picture, 19, 8) > 0.4f, qPrintable(QString::number(double(at(picture, 19, 8))))); // in the shaft
    QVERIFY2(at(picture, 14, 23) > 0.4f, qPrintable(QString::number(double(at(picture, 14, 23))))); // in the foot
}

void TestPicturePreparation::settingsAreFollowed()
{
    const QImage wide = rectangle({100, 100}, {10, 40, 80, 20}, Qt::white, Qt::black);
    PreparationSettings settings;
    settings.quarterTurns = 1;
    QVERIFY(at(preparePicture(wide, settings).picture, 14, 0) > 0.5f);
    QCOMPARE(at(preparePicture(wide, settings).picture, 0, 14), 0.0f);
    settings = {};
    settings.keepAspect = false;
    QVERIFY(at(preparePicture(wide, settings).picture, 0, 0) > 0.5f);
    settings = {};
    settings.contrast = false;
    QCOMPARE(at(preparePicture(wide, settings).picture, 14, 14), 1.0f);
    settings = {};
    settings.crop = false;
    const Picture whole = preparePicture(rectangle({100, 100}, {25, 25, 50, 50}, Qt::white, Qt::black), settings).picture;
    QCOMPARE(at(whole, 6, 6), 0.0f);
    QVERIFY(at(whole, 7, 7) > 0.5f);
    QCOMPARE(at(whole, 21, 14), 0.0f);
    settings = {};
    settings.mirror = true;
    const QImage corner = rectangle({100, 100}, {5, 5, 20, 90}, Qt::white, Qt::black);
    QImage uneven = corner;
    QPainter(&uneven).fillRect(25, 75, 25, 20, Qt::white);
    QCOMPARE(preparePicture(uneven, settings).picture, mirrored(preparePicture(uneven).picture));
    settings = {};
    settings.background = BackgroundRule::Light;
    settings.crop = settings.contrast = false;
    QCOMPARE(at(preparePicture(QImage(wide), settings).picture, 14, 14), 0.0f);
    QCOMPARE(at(preparePicture(QImage(wide), settings).picture, 0, 0), 1.0f);
    // Heavy below: the centre of brightness moves up into the middle.
    QImage heavy = rectangle({100, 100}, {40, 10, 10, 30}, QColor(60, 60, 60), Qt::black);
    QPainter(&heavy).fillRect(20, 40, 60, 10, Qt::white);
    settings = {};
    const Picture byBox = preparePicture(heavy, settings).picture;
    settings.centring = PreparationSettings::Centring::Mass;
    const Picture byMass = preparePicture(heavy, settings).picture;
    QVERIFY(byBox != byMass);
    QVERIFY(at(byMass, 11, 0) > 0.0f); // 19 rows, as high as they can go
}

void TestPicturePreparation::nothingIsFoundInOneColor()
{
    for (const QColor &color : {QColor(Qt::white), QColor(Qt::black), QColor(120, 60, 20), QColor(Qt::transparent)}) {
        for (const QSize &size : {QSize(50, 40), QSize(28, 28), QSize(29, 29)}) { // the network's own size, too
            QImage image(size, QImage::Format_ARGB32);
            image.fill(color);
            const PreparedPicture prepared = preparePicture(image);
            QVERIFY2(prepared.isEmpty, qPrintable(color.name()));
            QCOMPARE(prepared.picture.values, std::vector<float>(784, 0.0f));
        }
    }
    QVERIFY(preparePicture(QImage()).isEmpty);
    QCOMPARE(preparePicture(QImage()).picture.values.size(), std::size_t(784));
}

void TestPicturePreparation::anySizeAndFormat_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("format");
    for (const QSize &size : {QSize(1, 1), QSize(1, 500), QSize(3, 2), QSize(2000, 1), QSize(28, 28), QSize(29, 31)}) {
        for (int format = QImage::Format_Mono; format < QImage::NImageFormats; ++format) {
            QTest::addRow("%dx%d format %d", size.width(), size.height(), format) << size << format;
        }
    }
}

void TestPicturePreparation::anySizeAndFormat()
{
    QFETCH(QSize, size);
    QFETCH(int, format);
    QImage image(size, QImage::Format(format));
    image.fill(0);
    QImage half = rectangle(size, QRect(0, 0, (size.width() + 1) / 2, size.height()), Qt::white, Qt::black).convertToFormat(QImage::Format(format));
    for (const QImage &picture : {image, half}) {
        const PreparedPicture prepared = preparePicture(picture);
        QCOMPARE(prepared.picture.values.size(), std::size_t(784));
        for (const float value : prepared.picture.values) {
            QVERIFY(value >= 0.0f && value <= 1.0f);
        }
    }
}

void TestPicturePreparation::otherSides()
{
    const PreparedPicture prepared = preparePicture(rectangle({100, 100}, {20, 20, 60, 60}, Qt::white, Qt::black), {}, 12);
    QCOMPARE(prepared.picture.side, 12);
    QCOMPARE(prepared.picture.values.size(), std::size_t(144));
    QVERIFY(at(prepared.picture, 0, 0) > 0.5f);
}

void TestPicturePreparation::specksAreLeftOut()
{
    QImage image = rectangle({200, 200}, {60, 60, 80, 80}, Qt::black, Qt::white);
    QPainter painter(&image);
    painter.fillRect(5, 150, 3, 3, Qt::black);
    painter.end();
    QVERIFY(at(preparePicture(image).picture, 0, 0) > 0.5f); // the square fills the picture
}

QTEST_GUILESS_MAIN(TestPicturePreparation)
#include "tst_picturepreparation.moc"
