// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/sweep.h"
#include "core/training/validator.h"

#include <QtTest>

#include <cmath>
#include <set>

using namespace convscope;

namespace {

Result<std::vector<Experiment>> read(const QByteArray &rest)
{
    const Result<Sweep> sweep = sweepFromJson("{\"convscope_sweep\": 1, \"preset\": \"cnn-1\", " + rest + "}", QStringLiteral("s.json"));
    return sweep ? sweep.value().experiments : Result<std::vector<Experiment>>::failure(sweep.error());
}

} // namespace

class TestSweep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void grid();
    void logarithmicRange();
    void randomIsRepeatable();
    void equalOnesOnce();
    void namesSayWhatDiffers();
    void longNamesAreShortened();
    void parts();
    void seedsComeLast();
    void nameAndRule();
    void refused_data();
    void refused();
};

void TestSweep::grid()
{
    const auto variants = read(R"("settings": {"training.seed": [1, 2], "architecture.conv_blocks[1].filters": [16, 32], "dropout": [0.5]})");
    QVERIFY2(variants, qPrintable(variants.error()));
    QCOMPARE(variants.value().size(), std::size_t(4));
    const Experiment &second = variants.value()[1]; // the last setting by name changes fastest
    QCOMPARE(second.architecture.convBlocks[1].filters, 16);
    QCOMPARE(second.training.seed, qint64(2));
    QCOMPARE(dropoutOf(second.architecture), 0.5);
    QCOMPARE(second.architecture.convBlocks[0].filters, 32);
    QVERIFY2(second.name.contains(QLatin1String("seed=2")), qPrintable(second.name));
}

void TestSweep::logarithmicRange()
{
    const auto variants = read(R"("settings": {"training.learning_rate": {"from": 0.0001, "to": 0.01, "steps": 3, "scale": "log"}})");
    QCOMPARE(variants.value().size(), std::size_t(3));
    QVERIFY(std::abs(variants.value()[1].training.learningRate - 0.001) < 1e-15);
    const auto whole = read(R"("settings": {"training.batch_size": {"from": 10, "to": 15, "steps": 3}})");
    QCOMPARE(whole.value()[1].training.batchSize, 13); // 12.5
}

void TestSweep::randomIsRepeatable()
{
    const QByteArray search = R"("search": "random", "count": 20, "seed": 7, "settings": {"training.learning_rate": {"from": 0.0001, "to": 0.01, "scale": "log"}})";
    const auto variants = read(search);
    QVERIFY2(variants, qPrintable(variants.error()));
    QCOMPARE(variants.value().size(), std::size_t(20));
    QCOMPARE(variants.value(), read(search).value());
    for (const Experiment &experiment : variants.value()) {
        QVERIFY(experiment.training.learningRate >= 0.0001 && experiment.training.learningRate < 0.01);
    }
    QByteArray other = search;
    QVERIFY(read(other.replace("7,", "8,")).value() != variants.value());
}

void TestSweep::equalOnesOnce()
{
    QCOMPARE(read(R"("settings": {"training.seed": [1, 2, 1]})").value().size(), std::size_t(2));
}

void TestSweep::namesSayWhatDiffers()
{
    const auto variants = read(R"("settings": {"training.seed": [1, 2], "training.epochs": [7]})");
    QCOMPARE(variants.value()[1].name, QStringLiteral("cnn-1 seed=2"));
    const auto refused = read(R"("settings": {"training.seed": [1, 2], "training.learning_rate": [0.001, 1e9]})");
    QVERIFY2(!refused && refused.error().contains(QLatin1String("learning_rate=1e+09")), qPrintable(refused.error()));
}

void TestSweep::longNamesAreShortened()
{
    const auto variants = read(R"("settings": {"training.learning_rate": [0.0012345678, 0.0001234567], "training.weight_decay": [0.00012345, 0.001],
        "training.batch_size": [16, 32], "training.early_stopping.smallest_change": [0.00001234, 0.001], "dropout": [0.25, 0.5], "training.train_images": [10000, 20000]})");
    QVERIFY2(variants, qPrintable(variants.error()));
    QCOMPARE(variants.value().size(), std::size_t(64));
    std::set<QString> names;
    for (const Experiment &experiment : variants.value()) {
        QVERIFY2(experiment.name.size() <= longestExperimentName, qPrintable(experiment.name));
        QVERIFY(validate(experiment, {}).empty());
        names.insert(experiment.name);
    }
    QCOMPARE(names.size(), std::size_t(64)); // each is still another one
    Experiment longNamed = variants.value().front();
    longNamed.name = QString(longestExperimentName, QLatin1Char('x'));
    QCOMPARE(variantName(longNamed.name, {{QStringLiteral("training.seed"), 3}}).right(6), QStringLiteral("seed=3"));
}

void TestSweep::parts()
{
    const std::vector<Experiment> all = read(R"("settings": {"training.seed": [0, 1, 2, 3, 4]})").value();
    QCOMPARE(partOf(all, 0, 2).size(), std::size_t(3));
    QCOMPARE(partOf(all, 1, 2)[1].training.seed, qint64(3));
    QCOMPARE(partOf(all, 5, 9).size(), std::size_t(0));
}

void TestSweep::seedsComeLast()
{
    const auto variants = read(R"("seeds": 2, "settings": {"training.batch_size": [32, 64]})");
    QVERIFY2(variants, qPrintable(variants.error()));
    QCOMPARE(variants.value().size(), std::size_t(4));
    const std::pair<int, qint64> expected[] = {{32, 1}, {64, 1}, {32, 2}, {64, 2}};
    for (std::size_t i = 0; i < 4; ++i) {
        QCOMPARE(variants.value()[i].training.batchSize, expected[i].first);
        QCOMPARE(variants.value()[i].training.seed, expected[i].second);
    }
    QCOMPARE(variants.value()[2].name, QStringLiteral("cnn-1 batch_size=32, seed=2"));
}

void TestSweep::nameAndRule()
{
    const auto sweep = sweepFromJson(R"({"convscope_sweep": 1, "preset": "cnn-1", "name": " rates  a ", "settings": {"training.seed": [1]},
        "stop": {"rule": "median", "after_epochs": 2}})", QStringLiteral("s.json"));
    QVERIFY2(sweep, qPrintable(sweep.error()));
    QCOMPARE(sweep.value().name, QStringLiteral("rates a"));
    QCOMPARE(sweep.value().base.name, QStringLiteral("cnn-1"));
    QCOMPARE(sweep.value().stop->afterEpochs, 2);
    QVERIFY(!sweepFromJson(R"({"convscope_sweep": 1, "preset": "cnn-1", "settings": {"training.seed": [1]}})", {}).value().stop);
}

void TestSweep::refused_data()
{
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<QString>("names");
    QTest::newRow("no settings") << QByteArray(R"("search": "grid")") << "settings";
    QTest::newRow("unknown key") << QByteArray(R"("serach": "grid", "settings": {"training.seed": [1]})") << "serach";
    QTest::newRow("unknown setting") << QByteArray(R"("settings": {"training.sede": [1]})") << "training.sede";
    QTest::newRow("no such block") << QByteArray(R"("settings": {"architecture.conv_blocks[7].filters": [1]})") << "conv_blocks[7]";
    QTest::newRow("a group") << QByteArray(R"("settings": {"training.schedule": [1]})") << "training.schedule";
    QTest::newRow("wrong type") << QByteArray(R"("settings": {"training.epochs": ["many"]})") << "training.epochs";
    QTest::newRow("no values") << QByteArray(R"("settings": {"training.seed": []})") << "training.seed";
    QTest::newRow("backwards") << QByteArray(R"("settings": {"training.seed": {"from": 3, "to": 1, "steps": 2}})") << "training.seed";
    QTest::newRow("log of zero") << QByteArray(R"("settings": {"training.learning_rate": {"from": 0, "to": 1, "steps": 2, "scale": "log"}})") << "log";
    QTest::newRow("no steps") << QByteArray(R"("settings": {"training.seed": {"from": 1, "to": 3}})") << "steps";
    QTest::newRow("no count") << QByteArray(R"("search": "random", "settings": {"training.seed": [1]})") << "count";
    QTest::newRow("dropout") << QByteArray(R"("settings": {"dropout": [1]})") << "dropout";
    QTest::newRow("both bases") << QByteArray(R"("experiment": {}, "settings": {"training.seed": [1]})") << "preset";
    QTest::newRow("too many") << QByteArray(R"("settings": {"training.seed": {"from": 1, "to": 5000, "steps": 5000}, "training.epochs": {"from": 1, "to": 5000, "steps": 5000}})") << "grid";
    QTest::newRow("seeds twice") << QByteArray(R"("seeds": 2, "settings": {"training.seed": [1]})") << "seeds";
    QTest::newRow("no seeds") << QByteArray(R"("seeds": 0, "settings": {"training.epochs": [1]})") << "seeds";
    QTest::newRow("too many seeds") << QByteArray(R"("seeds": 9000, "settings": {"training.epochs": [1, 2]})") << "seeds";
    QTest::newRow("stop") << QByteArray(R"("stop": "median", "settings": {"training.epochs": [1, 2]})") << "stop.rule";
    QTest::newRow("no JSON") << QByteArray(R"("settings": )") << "JSON";
}

void TestSweep::refused()
{
    QFETCH(QByteArray, rest);
    QFETCH(QString, names);
    const auto variants = read(rest);
    QVERIFY(!variants);
    QVERIFY2(variants.error().startsWith(QLatin1String("s.json")) && variants.error().contains(names), qPrintable(variants.error()));
}

QTEST_GUILESS_MAIN(TestSweep)
#include "tst_sweep.moc"
