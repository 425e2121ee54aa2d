// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/common/randomstream.h"

#include <QtTest>

#include <cmath>
#include <vector>

using namespace convscope;

class TestRandomStream : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheReference_data();
    void followsTheReference();
    void turnsTheUpperBitsIntoUniformNumbers();
    void isUniform();
    void staysBelowItsBound_data();
    void staysBelowItsBound();
    void isFairBelowABound();
    void isNormal();
    void separatesPurposesAndKeys();
    void hashesNames();
};

/// Computed with another implementation of xoshiro256** and SplitMix64, itself checked against the published values for
/// the states 1, 2, 3, 4 and 1234567.
void TestRandomStream::followsTheReference_data()
{
    QTest::addColumn<int>("purpose");
    QTest::addColumn<std::vector<qint64>>("keys");
    QTest::addColumn<std::vector<quint64>>("expected");
    QTest::newRow("no key") << 1 << std::vector<qint64>()
                            << std::vector<quint64>{0xb3f2af6d0fc710c5u, 0x853b559647364ceau, 0x92f89756082a4514u,
                                                    0x642e1c7bc266a3a7u};
    QTest::newRow("two keys") << 3 << std::vector<qint64>{42, 7}
                              << std::vector<quint64>{0xb33289e44f47a8e6u, 0x4bcfc592eaa71125u, 0x9f8a636ac88c6ed1u,
                                                      0xdcf6f0fab26c0352u};
    QTest::newRow("three keys, one negative")
        << 6 << std::vector<qint64>{-1, 1, 59999}
        << std::vector<quint64>{0xdc57da19c3da97b8u, 0xfc14a88659f149eau, 0x5d8cf53fbaa1fb6bu, 0x17936bad6fa70661u};
}

void TestRandomStream::followsTheReference()
{
    QFETCH(const int, purpose);
    QFETCH(const std::vector<qint64>, keys);
    QFETCH(const std::vector<quint64>, expected);
    const auto kind = static_cast<StreamPurpose>(purpose);
    RandomStream random = keys.empty() ? RandomStream(kind, {})
        : keys.size() == 2
        ? RandomStream(kind, {std::uint64_t(keys[0]), std::uint64_t(keys[1])})
        : RandomStream(kind, {std::uint64_t(keys[0]), std::uint64_t(keys[1]), std::uint64_t(keys[2])});
    for (const quint64 value : expected) {
        QCOMPARE(quint64(random.next()), value);
    }
}

void TestRandomStream::turnsTheUpperBitsIntoUniformNumbers()
{
    RandomStream random(StreamPurpose::Subset, {1});
    for (const double value : {0.9066213144050423, 0.09010873468453762, 0.3653941990760263}) {
        QVERIFY(random.uniform() == value);
    }
}

void TestRandomStream::isUniform()
{
    constexpr int draws = 200000;
    constexpr int bins = 20;
    RandomStream random(StreamPurpose::Subset, {5});
    std::vector<int> counts(bins, 0);
    double sum = 0.0;
    for (int i = 0; i < draws; ++i) {
        const double value = random.uniform();
        QVERIFY(value >= 0.0 && value < 1.0);
        sum += value;
        ++counts[std::size_t(value * bins)];
    }
    QVERIFY(std::abs(sum / draws - 0.5) < 0.003);
    for (const int count : counts) {
        QVERIFY2(std::abs(count - draws / bins) < 500, qPrintable(QString::number(count))); // five standard deviations
    }
}

void TestRandomStream::staysBelowItsBound_data()
{
    QTest::addColumn<quint32>("bound");
    QTest::newRow("1") << 1u;
    QTest::newRow("2") << 2u;
    QTest::newRow("10") << 10u;
    QTest::newRow("60000") << 60000u;
    QTest::newRow("2^31") << 0x80000000u;
    QTest::newRow("2^31 + 1, where most rejections happen") << 0x80000001u;
    QTest::newRow("2^32 - 1") << 0xffffffffu;
}

void TestRandomStream::staysBelowItsBound()
{
    QFETCH(const quint32, bound);
    RandomStream random(StreamPurpose::BatchOrder, {bound});
    double sum = 0.0;
    for (int i = 0; i < 20000; ++i) {
        const std::uint32_t value = random.below(bound);
        QVERIFY(value < bound);
        sum += value;
    }
    const double mean = sum / 20000;
    const double expected = (double(bound) - 1.0) / 2.0;
    QVERIFY(std::abs(mean - expected) <= 0.015 * double(bound)); // seven standard deviations
}

void TestRandomStream::isFairBelowABound()
{
    RandomStream random(StreamPurpose::BatchOrder, {9});
    std::vector<int> counts(7, 0);
    for (int i = 0; i < 70000; ++i) {
        ++counts[random.below(7)];
    }
    for (const int count : counts) {
        QVERIFY(std::abs(count - 10000) < 500);
    }
}

void TestRandomStream::isNormal()
{
    constexpr int draws = 200000;
    RandomStream random(StreamPurpose::Weights, {3});
    double sum = 0.0;
    double squares = 0.0;
    int withinOne = 0;
    for (int i = 0; i < draws; ++i) {
        const double value = random.normal();
        sum += value;
        squares += value * value;
        withinOne += std::abs(value) < 1.0 ? 1 : 0;
    }
    QVERIFY(std::abs(sum / draws) < 0.012);
    QVERIFY(std::abs(squares / draws - 1.0) < 0.016);
    QVERIFY(std::abs(double(withinOne) / draws - 0.682689) < 0.006);
}

void TestRandomStream::separatesPurposesAndKeys()
{
    const quint64 base = RandomStream(StreamPurpose::Weights, {1, 2}).next();
    QCOMPARE(quint64(RandomStream(StreamPurpose::Weights, {1, 2}).next()), base);
    QVERIFY(RandomStream(StreamPurpose::Dropout, {1, 2}).next() != base);
    QVERIFY(RandomStream(StreamPurpose::Weights, {2, 1}).next() != base);
    QVERIFY(RandomStream(StreamPurpose::Weights, {1}).next() != base);
    QVERIFY(RandomStream(StreamPurpose::Weights, {1, 2, 0}).next() != base);
}

void TestRandomStream::hashesNames()
{
    // Published values of FNV-1a with 64 bits.
    QCOMPARE(quint64(streamKey("")), quint64(0xcbf29ce484222325u));
    QCOMPARE(quint64(streamKey("a")), quint64(0xaf63dc4c8601ec8cu));
    QCOMPARE(quint64(streamKey("foobar")), quint64(0x85944171f73967e8u));
}

QTEST_GUILESS_MAIN(TestRandomStream)
#include "tst_randomstream.moc"
