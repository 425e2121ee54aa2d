// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspection/sandbox.h"

#include <QtTest>

#include <cmath>

using namespace convscope;
using namespace convscope::sandbox;

class TestSandbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sizesFollowTheFormula();
    void identityChangesNothing();
    void sobelFindsTheEdge();
    void stridesAndPadding();
    void blurKeepsTheMean();
    void presetsStandInTheMiddle();
    void cropsTheMiddle();
};

void TestSandbox::sizesFollowTheFormula()
{
    QCOMPARE(outputSize(28, 3, 1, 0), 26);
    QCOMPARE(outputSize(28, 3, 1, 1), 28);
    QCOMPARE(outputSize(28, 5, 2, 2), 14);
    QCOMPARE(outputSize(7, 3, 2, 0), 3);
    QCOMPARE(outputSize(8, 3, 2, 0), 3); // the last column is left out
    QCOMPARE(outputSize(3, 7, 1, 1), 0);
    QCOMPARE(outputSize(3, 7, 1, 2), 1);
    QCOMPARE(outputSize(3, 3, 0, 0), 0);
}

void TestSandbox::identityChangesNothing()
{
    const Grid picture = pictureOf(PicturePreset::Checkerboard, 9);
    for (const int size : {3, 5, 7}) {
        QCOMPARE(convolved(picture, kernelOf(KernelPreset::Identity, size), 1, size / 2), picture);
    }
}

void TestSandbox::sobelFindsTheEdge()
{
    Grid picture = filledGrid(4, 3);
    for (int y = 0; y < 3; ++y) {
        picture.set(y, 2, 1.0f);
        picture.set(y, 3, 1.0f);
    }
    const Grid result = convolved(picture, kernelOf(KernelPreset::SobelVertical, 3), 1, 0);
    QCOMPARE(result, (Grid{2, 1, {4.0f, 4.0f}}));
    QCOMPARE(convolved(picture, kernelOf(KernelPreset::SobelHorizontal, 3), 1, 0), (Grid{2, 1, {0.0f, 0.0f}}));
}

void TestSandbox::stridesAndPadding()
{
    Grid picture = filledGrid(5, 5, 1.0f);
    picture.set(0, 0, 3.0f);
    const Grid ones = filledGrid(3, 3, 1.0f);
    const Placement corner = placementAt(picture, ones, 2, 1, 0, 0);
    QCOMPARE(corner.top, -1);
    QCOMPARE(corner.left, -1);
    QCOMPARE(corner.window, (std::vector<float>{0, 0, 0, 0, 3, 1, 0, 1, 1}));
    QCOMPARE(corner.sum, 6.0);
    const Grid result = convolved(picture, ones, 2, 1);
    QCOMPARE(result, (Grid{3, 3, {6, 6, 4, 6, 9, 6, 4, 6, 4}}));
    QCOMPARE(convolved(filledGrid(2, 2), ones, 1, 0).values.size(), std::size_t(0));
}

void TestSandbox::blurKeepsTheMean()
{
    const Grid result = convolved(filledGrid(6, 6, 0.5f), kernelOf(KernelPreset::Blur, 5), 1, 0);
    QCOMPARE(result.width, 2);
    for (const float value : result.values) {
        QVERIFY(std::abs(value - 0.5f) < 1e-6f);
    }
}

void TestSandbox::presetsStandInTheMiddle()
{
    const Grid sharpen = kernelOf(KernelPreset::Sharpen, 5);
    QCOMPARE(sharpen.at(2, 2), 5.0f);
    QCOMPARE(sharpen.at(1, 2), -1.0f);
    QCOMPARE(sharpen.at(0, 2), 0.0f);
    QCOMPARE(kernelOf(KernelPreset::Edges, 3).at(1, 1), 8.0f);
}

void TestSandbox::cropsTheMiddle()
{
    Picture picture{4, std::vector<float>(16)};
    picture.values[5] = 0.449f;
    QCOMPARE(cropOf(picture, 2), (Grid{2, 2, {0.4f, 0, 0, 0}}));
    QCOMPARE(cropOf(picture, 6).at(2, 2), 0.4f); // larger than the picture: a margin
    QCOMPARE(cropOf(picture, 6).at(0, 0), 0.0f);
}

QTEST_GUILESS_MAIN(TestSandbox)
#include "tst_sandbox.moc"
