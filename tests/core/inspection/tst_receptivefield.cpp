// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspection/receptivefield.h"

#include <QtTest>

using namespace convscope;

namespace {

/// Input, conv1, ReLU, pool, conv2, ReLU, pool, flatten, hidden1, ReLU, output: 11 layers.
const Architecture twoBlocks{{{4, 3, 1, false, Activation::Relu, true}, {6, 3, 1, false, Activation::Relu, true}}, {{12, Activation::Relu, 0.0}}};
/// No pooling: input, conv1, norm, ReLU, conv2, norm, tanh, conv3, norm, ReLU, flatten, output.
const Architecture noPooling{{{4, 5, 2, true, Activation::Relu, false}, {4, 7, 3, true, Activation::Tanh, false}, {4, 5, 0, true, Activation::Relu, false}}, {}};
const Architecture plain{{}, {{20, Activation::Relu, 0.0}}};

QRect fieldOf(const Architecture &architecture, const UnitAddress &unit)
{
    return receptiveField(architecture, summarize(architecture, 28, 10).layers, unit);
}

QRect windowOf(const Architecture &architecture, const UnitAddress &unit)
{
    return windowBefore(architecture, summarize(architecture, 28, 10).layers, unit);
}

} // namespace

class TestReceptiveField : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fields_data();
    void fields();
    void windows();
    void flatteningThereAndBack();
    void unitsThatAreNotThere();
};

void TestReceptiveField::fields_data()
{
    QTest::addColumn<int>("network");
    QTest::addColumn<QList<int>>("unit"); // layer, channel, y, x
    QTest::addColumn<QRect>("field"); // x, y, width, height

    // By hand. A convolution of 3 with padding 1 reads from -1 to +1; a pooling reads 2p and 2p + 1.
    QTest::newRow("input") << 0 << QList{0, 0, 7, 9} << QRect(9, 7, 1, 1);
    QTest::newRow("corner of a convolution, padding read") << 0 << QList{1, 2, 0, 0} << QRect(-1, -1, 3, 3);
    QTest::newRow("activation") << 0 << QList{2, 2, 4, 5} << QRect(4, 3, 3, 3);
    QTest::newRow("pooling") << 0 << QList{3, 0, 5, 3} << QRect(5, 9, 4, 4); // rows 10, 11 of conv1: rows 9 to 12
    QTest::newRow("second convolution") << 0 << QList{4, 0, 6, 6} << QRect(9, 9, 8, 8); // pool 5..7, conv1 10..15, input 9..16
    QTest::newRow("second pooling at the corner") << 0 << QList{6, 5, 0, 0} << QRect(-3, -3, 10, 10); // conv2 0..1, pool -1..2, conv1 -2..5
    QTest::newRow("flattened") << 0 << QList{7, 5 * 49 + 0 * 7 + 0, 0, 0} << QRect(-3, -3, 10, 10);
    QTest::newRow("hidden neuron") << 0 << QList{8, 3, 0, 0} << QRect(-3, -3, 34, 34); // pool 0..6, conv2 0..13, pool -1..14, conv1 -2..29
    QTest::newRow("output") << 0 << QList{10, 9, 0, 0} << QRect(-3, -3, 34, 34);
    QTest::newRow("5, 7 and 5 without pooling") << 1 << QList{7, 0, 0, 0} << QRect(-5, -5, 15, 15); // 0..4, -3..7, -5..9
    QTest::newRow("the same behind the norm") << 1 << QList{8, 3, 10, 4} << QRect(-1, 5, 15, 15);
    QTest::newRow("all of it") << 1 << QList{11, 0, 0, 0} << QRect(-5, -5, 38, 38); // 0..23, 0..27, -3..30, -5..32
    QTest::newRow("no convolution") << 2 << QList{2, 7, 0, 0} << QRect(0, 0, 28, 28);
    QTest::newRow("one pixel, flattened") << 2 << QList{1, 3 * 28 + 5, 0, 0} << QRect(5, 3, 1, 1);
}

void TestReceptiveField::fields()
{
    QFETCH(int, network);
    QFETCH(QList<int>, unit);
    QFETCH(QRect, field);
    const Architecture &architecture = network == 0 ? twoBlocks : network == 1 ? noPooling : plain;
    QCOMPARE(fieldOf(architecture, {unit[0], unit[1], unit[2], unit[3]}), field);
}

void TestReceptiveField::windows()
{
    QCOMPARE(windowOf(twoBlocks, {0, 0, 3, 3}), QRect());
    QCOMPARE(windowOf(twoBlocks, {4, 1, 0, 13}), QRect(12, -1, 3, 3));
    QCOMPARE(windowOf(twoBlocks, {3, 1, 2, 4}), QRect(8, 4, 2, 2));
    QCOMPARE(windowOf(twoBlocks, {5, 1, 2, 4}), QRect(4, 2, 1, 1));
    QCOMPARE(windowOf(twoBlocks, {7, 49 + 7 + 2, 0, 0}), QRect(2, 1, 1, 1));
    QCOMPARE(windowOf(twoBlocks, {8, 0, 0, 0}), QRect(0, 0, 1, 1)); // of each flattened number
    QCOMPARE(windowOf(noPooling, {7, 0, 3, 2}), QRect(2, 3, 5, 5)); // no padding
}

void TestReceptiveField::flatteningThereAndBack()
{
    const std::vector<LayerSummary> layers = summarize(twoBlocks, 28, 10).layers;
    for (int i = 0; i < 6 * 49; ++i) {
        const UnitAddress before = unflattened(layers, {7, i, 0, 0});
        QVERIFY(isUnit(layers, before));
        QCOMPARE(flattened(layers, before), (UnitAddress{7, i, 0, 0}));
    }
    QCOMPARE(unflattened(layers, {7, 2 * 49 + 3 * 7 + 4, 0, 0}), (UnitAddress{6, 2, 3, 4}));
}

void TestReceptiveField::unitsThatAreNotThere()
{
    QCOMPARE(fieldOf(twoBlocks, {11, 0, 0, 0}), QRect());
    QCOMPARE(fieldOf(twoBlocks, {-1, 0, 0, 0}), QRect());
    QCOMPARE(fieldOf(twoBlocks, {1, 4, 0, 0}), QRect());
    QCOMPARE(fieldOf(twoBlocks, {3, 0, 14, 0}), QRect());
    QCOMPARE(fieldOf(twoBlocks, {8, 0, 0, 1}), QRect());
    QCOMPARE(windowOf(twoBlocks, {3, 0, 0, -1}), QRect());
}

QTEST_GUILESS_MAIN(TestReceptiveField)
#include "tst_receptivefield.moc"
