// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/trainingsubset.h"
#include "tests/support/idxwriter.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

using namespace convscope;

class TestTrainingSubset : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void takesEverything_data();
    void takesEverything();
    void choosesAscendingWithoutRepeats();
    void dependsOnTheSeedAlone();
    void containsSmallerChoices();
    void choosesEveryPictureEquallyOften();
    void mislabelsTheExactShare_data();
    void mislabelsTheExactShare();
    void spreadsWrongLabelsOverTheOtherClasses();
    void keepsWrongLabelsWhenTheNoiseGrows();
    void givesAPictureTheSameWrongLabelInEverySubset();
    void leavesASingleClassAlone();
    void ordersEachEpochAnew();
    void ordersFairly();

private:
    DatasetPtr m_data;
};

void TestTrainingSubset::initTestCase()
{
    m_data = test::barsDataset(1000, 10);
}

void TestTrainingSubset::takesEverything_data()
{
    QTest::addColumn<int>("count");
    QTest::newRow("0 means all") << 0;
    QTest::newRow("exactly all") << 1000;
    QTest::newRow("more than there are") << 5000;
}

void TestTrainingSubset::takesEverything()
{
    QFETCH(const int, count);
    const TrainingSubset subset = chooseTrainingSubset(*m_data, count, 0.0, 1);
    std::vector<int> all(1000);
    std::iota(all.begin(), all.end(), 0);
    QVERIFY(subset.pictures == all);
    QVERIFY(subset.labels == m_data->train.labels);
    QVERIFY(subset.mislabelled.empty());
}

void TestTrainingSubset::choosesAscendingWithoutRepeats()
{
    const TrainingSubset subset = chooseTrainingSubset(*m_data, 300, 0.0, 1);
    QCOMPARE(subset.pictures.size(), std::size_t(300));
    QCOMPARE(subset.labels.size(), std::size_t(300));
    QVERIFY(std::is_sorted(subset.pictures.begin(), subset.pictures.end()));
    QVERIFY(std::adjacent_find(subset.pictures.begin(), subset.pictures.end()) == subset.pictures.end());
    QVERIFY(subset.pictures.front() >= 0 && subset.pictures.back() < 1000);
    for (std::size_t i = 0; i < subset.pictures.size(); ++i) {
        QCOMPARE(int(subset.labels[i]), int(m_data->train.labels[std::size_t(subset.pictures[i])]));
    }
}

void TestTrainingSubset::dependsOnTheSeedAlone()
{
    const TrainingSubset first = chooseTrainingSubset(*m_data, 300, 0.2, 7);
    const TrainingSubset again = chooseTrainingSubset(*m_data, 300, 0.2, 7);
    QVERIFY(first.pictures == again.pictures);
    QVERIFY(first.labels == again.labels);
    QVERIFY(first.mislabelled == again.mislabelled);
    QVERIFY(first.pictures != chooseTrainingSubset(*m_data, 300, 0.2, 8).pictures);
    QVERIFY(first.pictures == chooseTrainingSubset(*m_data, 300, 0.0, 7).pictures);
}

void TestTrainingSubset::containsSmallerChoices()
{
    std::vector<int> smaller;
    for (const int count : {1, 10, 299, 300, 999, 1000}) {
        const std::vector<int> larger = chooseTrainingSubset(*m_data, count, 0.0, 3).pictures;
        QCOMPARE(larger.size(), std::size_t(count));
        QVERIFY(std::includes(larger.begin(), larger.end(), smaller.begin(), smaller.end()));
        smaller = larger;
    }
}

void TestTrainingSubset::choosesEveryPictureEquallyOften()
{
    const DatasetPtr small = test::barsDataset(10, 10);
    std::vector<int> counts(10, 0);
    for (int seed = 0; seed < 4000; ++seed) {
        for (const int picture : chooseTrainingSubset(*small, 3, 0.0, seed).pictures) {
            ++counts[std::size_t(picture)];
        }
    }
    for (const int count : counts) {
        QVERIFY2(std::abs(count - 1200) < 150, qPrintable(QString::number(count))); // five standard deviations
    }
}

void TestTrainingSubset::mislabelsTheExactShare_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<double>("noise");
    QTest::addColumn<int>("expected");
    QTest::newRow("none") << 300 << 0.0 << 0;
    QTest::newRow("less than half a picture") << 300 << 0.001 << 0;
    QTest::newRow("rounded up") << 300 << 0.005 << 2;
    QTest::newRow("a fifth") << 300 << 0.2 << 60;
    QTest::newRow("half of all") << 0 << 0.5 << 500;
    QTest::newRow("all") << 300 << 1.0 << 300;
    QTest::newRow("more than all") << 300 << 7.0 << 300;
    QTest::newRow("negative") << 300 << -0.1 << 0;
    QTest::newRow("not a number") << 300 << std::nan("") << 0;
}

void TestTrainingSubset::mislabelsTheExactShare()
{
    QFETCH(const int, count);
    QFETCH(const double, noise);
    QFETCH(const int, expected);
    const TrainingSubset subset = chooseTrainingSubset(*m_data, count, noise, 1);
    QCOMPARE(int(subset.mislabelled.size()), expected);
    QVERIFY(std::is_sorted(subset.mislabelled.begin(), subset.mislabelled.end()));
    const std::set<int> wrong(subset.mislabelled.begin(), subset.mislabelled.end());
    QCOMPARE(int(wrong.size()), expected);
    for (std::size_t i = 0; i < subset.pictures.size(); ++i) {
        const int original = m_data->train.labels[std::size_t(subset.pictures[i])];
        QCOMPARE(subset.labels[i] != original, wrong.contains(int(i)));
        QVERIFY(subset.labels[i] < m_data->classes);
    }
}

void TestTrainingSubset::spreadsWrongLabelsOverTheOtherClasses()
{
    const DatasetPtr data = test::barsDataset(20000, 10);
    const TrainingSubset subset = chooseTrainingSubset(*data, 0, 0.5, 1);
    std::vector<int> counts(100, 0);
    std::vector<int> perClass(10, 0);
    for (const int position : subset.mislabelled) {
        const int original = data->train.labels[std::size_t(position)];
        ++counts[std::size_t(original * 10 + subset.labels[std::size_t(position)])];
        ++perClass[std::size_t(original)];
    }
    for (int original = 0; original < 10; ++original) {
        QVERIFY(std::abs(perClass[std::size_t(original)] - 1000) < 120);
        for (int given = 0; given < 10; ++given) {
            const int count = counts[std::size_t(original * 10 + given)];
            QVERIFY(original == given ? count == 0 : std::abs(count - 111) < 60);
        }
    }
}

void TestTrainingSubset::keepsWrongLabelsWhenTheNoiseGrows()
{
    const TrainingSubset less = chooseTrainingSubset(*m_data, 300, 0.1, 1);
    const TrainingSubset more = chooseTrainingSubset(*m_data, 300, 0.4, 1);
    QVERIFY(std::includes(more.mislabelled.begin(), more.mislabelled.end(), less.mislabelled.begin(),
                          less.mislabelled.end()));
    for (const int position : less.mislabelled) {
        QCOMPARE(int(more.labels[std::size_t(position)]), int(less.labels[std::size_t(position)]));
    }
    QVERIFY(less.mislabelled != chooseTrainingSubset(*m_data, 300, 0.1, 2).mislabelled);
}

void TestTrainingSubset::givesAPictureTheSameWrongLabelInEverySubset()
{
    const TrainingSubset all = chooseTrainingSubset(*m_data, 0, 1.0, 5);
    const TrainingSubset some = chooseTrainingSubset(*m_data, 100, 1.0, 5);
    for (std::size_t i = 0; i < some.pictures.size(); ++i) {
        QCOMPARE(int(some.labels[i]), int(all.labels[std::size_t(some.pictures[i])]));
    }
}

void TestTrainingSubset::leavesASingleClassAlone()
{
    const DatasetPtr data = test::barsDataset(10, 10, 1);
    const TrainingSubset subset = chooseTrainingSubset(*data, 0, 0.5, 1);
    QVERIFY(subset.mislabelled.empty());
    QVERIFY(subset.labels == data->train.labels);
}

void TestTrainingSubset::ordersEachEpochAnew()
{
    const std::vector<int> first = batchOrder(500, 1, 1);
    std::vector<int> sorted = first;
    std::sort(sorted.begin(), sorted.end());
    std::vector<int> all(500);
    std::iota(all.begin(), all.end(), 0);
    QVERIFY(sorted == all);
    QVERIFY(first != all);
    QVERIFY(batchOrder(500, 1, 1) == first);
    QVERIFY(batchOrder(500, 1, 2) != first);
    QVERIFY(batchOrder(500, 2, 1) != first);
    QVERIFY(batchOrder(0, 1, 1).empty());
    QVERIFY(batchOrder(1, 1, 1) == std::vector<int>{0});
}

void TestTrainingSubset::ordersFairly()
{
    std::vector<int> counts(24, 0);
    for (int epoch = 1; epoch <= 24000; ++epoch) {
        const std::vector<int> order = batchOrder(4, 1, epoch);
        const int code = order[0] * 6 + (order[1] - (order[1] > order[0] ? 1 : 0)) * 2 + (order[2] > order[3] ? 1 : 0);
        ++counts[std::size_t(code)];
    }
    for (const int count : counts) {
        QVERIFY2(std::abs(count - 1000) < 170, qPrintable(QString::number(count)));
    }
}

QTEST_GUILESS_MAIN(TestTrainingSubset)
#include "tst_trainingsubset.moc"
