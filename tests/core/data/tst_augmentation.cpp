// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/augmentation.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

using namespace convscope;

namespace {

using Picture = std::vector<std::uint8_t>;

constexpr int side = 28;

Picture filled(std::uint8_t value, int pictureSide = side)
{
    return Picture(std::size_t(pictureSide) * std::size_t(pictureSide), value);
}

Picture noisy()
{
    Picture picture = filled(0);
    quint32 state = 7;
    for (std::uint8_t &pixel : picture) {
        state = state * 1664525u + 1013904223u;
        pixel = std::uint8_t(state >> 24);
    }
    return picture;
}

/// A bright disc around (column, row), soft at its edge.
Picture disc(double column, double row, double radius)
{
    Picture picture = filled(0);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const double inside = radius - std::hypot(x - column, y - row);
            picture[std::size_t(y * side + x)] = std::uint8_t(std::lround(200.0 * std::clamp(inside, 0.0, 1.0)));
        }
    }
    return picture;
}

Picture augmented(const Augmentation &augmentation, const Picture &source, int index = 0, int epoch = 1,
                  qint64 seed = 1)
{
    Picture target(source.size(), 99);
    const int pictureSide = int(std::lround(std::sqrt(double(source.size()))));
    augment(augmentation, seed, epoch, index, pictureSide, source.data(), target.data());
    return target;
}

struct Moments
{
    double mass = 0.0;
    double x = 0.0;
    double y = 0.0;
};

/// Mass and centre, counted from the middle of the picture.
Moments momentsOf(const Picture &picture)
{
    Moments moments;
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const double value = picture[std::size_t(y * side + x)];
            moments.mass += value;
            moments.x += value * (x - 0.5 * (side - 1));
            moments.y += value * (y - 0.5 * (side - 1));
        }
    }
    moments.x /= moments.mass;
    moments.y /= moments.mass;
    return moments;
}

Picture mirrored(Picture picture)
{
    for (int y = 0; y < side; ++y) {
        std::reverse(picture.begin() + y * side, picture.begin() + (y + 1) * side);
    }
    return picture;
}

} // namespace

class TestAugmentation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void copiesWhenOff();
    void repeatsExactly();
    void differsByPictureEpochAndSeed();
    void keepsReferenceValues();
    void mirrorsTheRightShare();
    void shiftsWithinItsBounds();
    void turnsAroundTheCentre();
    void scalesAroundTheCentre();
    void fillsWithBlack();
    void addsNoiseOfTheRightStrength();
    void erasesOneRectangle();
    void keepsTheOtherDrawsWhenOneIsOff();
    void worksAtEverySide_data();
    void worksAtEverySide();
    void isQuick();
};

void TestAugmentation::copiesWhenOff()
{
    const Picture source = noisy();
    QVERIFY(augmented(Augmentation(), source) == source);
}

void TestAugmentation::repeatsExactly()
{
    const Augmentation all = {0.5, 3.0, 20.0, 0.2, 0.1, 0.5};
    const Picture source = noisy();
    for (int index = 0; index < 20; ++index) {
        QVERIFY(augmented(all, source, index) == augmented(all, source, index));
    }
}

void TestAugmentation::differsByPictureEpochAndSeed()
{
    Augmentation turned;
    turned.turn = 30.0;
    const Picture source = noisy();
    const Picture first = augmented(turned, source, 0, 1, 1);
    QVERIFY(augmented(turned, source, 1, 1, 1) != first);
    QVERIFY(augmented(turned, source, 0, 2, 1) != first);
    QVERIFY(augmented(turned, source, 0, 1, 2) != first);
}

/// A run that is repeated years later on another machine must see the same pictures.
void TestAugmentation::keepsReferenceValues()
{
    const Augmentation all = {0.5, 3.0, 20.0, 0.2, 0.1, 0.5};
    const Picture source = noisy();
    quint64 hash = 0xcbf29ce484222325u;
    for (int index = 0; index < 50; ++index) {
        for (const std::uint8_t pixel : augmented(all, source, index)) {
            hash = (hash ^ pixel) * 0x100000001b3u;
        }
    }
    QCOMPARE(QString::number(hash, 16), QStringLiteral("ede315e508b8495d"));
}

void TestAugmentation::mirrorsTheRightShare()
{
    Augmentation augmentation;
    augmentation.mirror = 0.3;
    const Picture source = noisy();
    const Picture image = mirrored(source);
    int count = 0;
    for (int index = 0; index < 4000; ++index) {
        const Picture result = augmented(augmentation, source, index);
        QVERIFY(result == source || result == image);
        count += result == image ? 1 : 0;
    }
    QVERIFY2(std::abs(count - 1200) < 150, qPrintable(QString::number(count)));
    augmentation.mirror = 1.0;
    QVERIFY(augmented(augmentation, source) == image);
}

void TestAugmentation::shiftsWithinItsBounds()
{
    Augmentation augmentation;
    augmentation.shift = 4.0;
    const Picture source = disc(13.5, 13.5, 5.0);
    const double mass = momentsOf(source).mass;
    double smallest = 9.0;
    double largest = -9.0;
    for (int index = 0; index < 500; ++index) {
        const Moments moments = momentsOf(augmented(augmentation, source, index));
        QVERIFY(std::abs(moments.x) < 4.02 && std::abs(moments.y) < 4.02);
        QVERIFY(std::abs(moments.mass / mass - 1.0) < 0.01);
        smallest = std::min(smallest, moments.x);
        largest = std::max(largest, moments.y);
    }
    QVERIFY(smallest < -3.8 && largest > 3.8);
}

void TestAugmentation::turnsAroundTheCentre()
{
    Augmentation augmentation;
    augmentation.turn = 30.0;
    const Picture source = disc(13.5 + 8.0, 13.5, 3.0);
    double smallest = 90.0;
    double largest = -90.0;
    for (int index = 0; index < 500; ++index) {
        const Moments moments = momentsOf(augmented(augmentation, source, index));
        QVERIFY(std::abs(std::hypot(moments.x, moments.y) - 8.0) < 0.05);
        const double angle = std::atan2(moments.y, moments.x) * 180.0 / 3.14159265358979;
        QVERIFY(std::abs(angle) < 30.2);
        smallest = std::min(smallest, angle);
        largest = std::max(largest, angle);
    }
    QVERIFY(smallest < -29.0 && largest > 29.0);
}

void TestAugmentation::scalesAroundTheCentre()
{
    Augmentation augmentation;
    augmentation.scale = 0.25;
    const Picture source = disc(13.5 + 6.0, 13.5, 3.0);
    const double mass = momentsOf(source).mass;
    double smallest = 9.0;
    double largest = 0.0;
    for (int index = 0; index < 500; ++index) {
        const Moments moments = momentsOf(augmented(augmentation, source, index));
        const double factor = moments.x / 6.0;
        QVERIFY(std::abs(moments.y) < 0.05);
        QVERIFY(factor > 0.745 && factor < 1.255);
        QVERIFY(std::abs(moments.mass / mass / (factor * factor) - 1.0) < 0.06);
        smallest = std::min(smallest, factor);
        largest = std::max(largest, factor);
    }
    QVERIFY(smallest < 0.76 && largest > 1.24);
}

void TestAugmentation::fillsWithBlack()
{
    Augmentation augmentation;
    augmentation.scale = 0.5;
    const Picture source = filled(255);
    bool hasShrunk = false;
    for (int index = 0; index < 50; ++index) {
        const Picture result = augmented(augmentation, source, index);
        QCOMPARE(int(result[14 * side + 14]), 255);
        hasShrunk = hasShrunk || result[0] == 0;
    }
    QVERIFY(hasShrunk);
}

void TestAugmentation::addsNoiseOfTheRightStrength()
{
    Augmentation augmentation;
    augmentation.noise = 0.1;
    double sum = 0.0;
    double squares = 0.0;
    constexpr int pictures = 50;
    for (int index = 0; index < pictures; ++index) {
        for (const std::uint8_t pixel : augmented(augmentation, filled(128), index)) {
            sum += pixel - 128.0;
            squares += (pixel - 128.0) * (pixel - 128.0);
        }
    }
    const double count = double(pictures) * side * side;
    QVERIFY(std::abs(sum / count) < 0.7);
    QVERIFY(std::abs(std::sqrt(squares / count) - 25.5) < 0.6);

    augmentation.noise = 0.5;
    for (const std::uint8_t colour : {0, 255}) {
        const Picture result = augmented(augmentation, filled(colour));
        const auto clipped = std::count(result.begin(), result.end(), colour);
        QVERIFY(clipped > 300 && clipped < 484); // half of the pixels would go past the end
    }
}

void TestAugmentation::erasesOneRectangle()
{
    Augmentation augmentation;
    augmentation.erase = 0.5;
    const Picture source = filled(200);
    int erasedPictures = 0;
    int smallest = side * side;
    int largest = 0;
    for (int index = 0; index < 2000; ++index) {
        const Picture result = augmented(augmentation, source, index);
        int left = side;
        int right = -1;
        int top = side;
        int bottom = -1;
        int count = 0;
        for (int i = 0; i < side * side; ++i) {
            if (result[std::size_t(i)] == 0) {
                left = std::min(left, i % side);
                right = std::max(right, i % side);
                top = std::min(top, i / side);
                bottom = std::max(bottom, i / side);
                ++count;
            } else {
                QCOMPARE(int(result[std::size_t(i)]), 200);
            }
        }
        if (count > 0) {
            ++erasedPictures;
            QCOMPARE(count, (right - left + 1) * (bottom - top + 1));
            smallest = std::min(smallest, count);
            largest = std::max(largest, count);
        }
    }
    QVERIFY2(std::abs(erasedPictures - 1000) < 115, qPrintable(QString::number(erasedPictures)));
    QVERIFY2(smallest >= 16 && smallest < 25, qPrintable(QString::number(smallest))); // 2 % of 784 is 15.7
    QVERIFY2(largest <= 156 && largest > 140, qPrintable(QString::number(largest))); // 20 % is 156.8
}

void TestAugmentation::keepsTheOtherDrawsWhenOneIsOff()
{
    const Picture source = disc(18.0, 12.0, 4.0);
    const Augmentation turned = {0.0, 0.0, 30.0, 0.0, 0.0, 0.0};
    Augmentation more = turned;
    more.erase = 1.0;
    Augmentation mirroredToo = turned;
    mirroredToo.mirror = 0.5;
    int equal = 0;
    for (int index = 0; index < 100; ++index) {
        const Picture base = augmented(turned, source, index);
        const Picture erased = augmented(more, source, index);
        for (std::size_t i = 0; i < base.size(); ++i) {
            QVERIFY(erased[i] == 0 || erased[i] == base[i]);
        }
        equal += augmented(mirroredToo, source, index) == base ? 1 : 0;
    }
    QVERIFY(equal > 30 && equal < 70); // those that were not mirrored

    // With noise on as well, the same rectangle is black.
    const Augmentation erase = {0.0, 0.0, 0.0, 0.0, 0.0, 1.0};
    const Augmentation noise = {0.0, 0.0, 0.0, 0.0, 0.1, 1.0};
    const Picture plain = augmented(erase, filled(200));
    const Picture noised = augmented(noise, filled(200));
    for (std::size_t i = 0; i < plain.size(); ++i) {
        QCOMPARE(noised[i] == 0, plain[i] == 0);
    }
}

void TestAugmentation::worksAtEverySide_data()
{
    QTest::addColumn<int>("pictureSide");
    for (const int pictureSide : {1, 2, 3, 5, 32, 255, 256}) {
        QTest::newRow(qPrintable(QString::number(pictureSide))) << pictureSide;
    }
}

void TestAugmentation::worksAtEverySide()
{
    QFETCH(const int, pictureSide);
    const Augmentation strongest = {1.0, 8.0, 45.0, 0.5, 0.5, 1.0};
    const std::size_t size = std::size_t(pictureSide) * std::size_t(pictureSide);
    for (int index = 0; index < 30; ++index) {
        const Picture source = filled(255, pictureSide);
        Picture target(size + 64, 123);
        augment(strongest, -1, 1, index, pictureSide, source.data(), target.data() + 32);
        // Nothing is written in front of the target or behind it.
        QVERIFY(std::all_of(target.begin(), target.begin() + 32, [](int value) { return value == 123; }));
        QVERIFY(std::all_of(target.end() - 32, target.end(), [](int value) { return value == 123; }));
        const auto black = std::count(target.begin() + 32, target.end() - 32, 0);
        QVERIFY(black > 0);
    }
}

void TestAugmentation::isQuick()
{
    const Augmentation all = {0.5, 2.0, 10.0, 0.1, 0.0, 0.25};
    const Picture source = noisy();
    Picture target(source.size());
    int index = 0;
    QBENCHMARK
    {
        augment(all, 1, 1, ++index, side, source.data(), target.data());
    }
}

QTEST_GUILESS_MAIN(TestAugmentation)
#include "tst_augmentation.moc"
