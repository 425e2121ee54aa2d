// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/experimentfile.h"
#include "core/training/experimentjson.h"
#include "tests/support/idxwriter.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <limits>

using namespace convscope;

namespace {

/// No field has its default, and the numbers are ones that decimal digits don't hit.
Experiment unusual()
{
    Experiment experiment;
    experiment.name = QStringLiteral("Ñandú \"1\" \\ 中");
    experiment.architecture.convBlocks
        = {{7, 5, 2, true, Activation::LeakyRelu, false}, {9, 1, 0, true, Activation::Tanh, false}};
    experiment.architecture.hiddenLayers = {{33, Activation::Sigmoid, 1.0 / 3.0}, {34, Activation::Tanh, 0.1 + 0.2}};
    experiment.training = {Optimizer::Sgd,
                           std::nextafter(0.001, 1.0),
                           2.0 / 3.0,
                           1e-17,
                           {ScheduleKind::OneCycle, 3, 0.7000000000000001},
                           65,
                           6,
                           {7, 0.0012345678901234567},
                           FinalWeights::Best,
                           9007199254740991,
                           3,
                           Computation::Reference,
                           1234,
                           0.123456789012345678,
                           {0.5, 2.25, 1.0 / 7.0, 0.2, 5e-324, 0.75},
                           Precision::Bfloat16,
                           {{0, 6}, {1, 0}, {1, 8}}};
    return experiment;
}

QByteArray document(const QByteArray &members)
{
    return "{\"convscope_experiment\": 1, " + members + "}";
}

QByteArray training(const QByteArray &members)
{
    return document("\"architecture\": {}, \"training\": {" + members + "}");
}

QByteArray firstBlock(const QByteArray &members)
{
    return document("\"architecture\": {\"conv_blocks\": [{}, {" + members + "}]}");
}

} // namespace

class ExperimentJsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldComesBack();
    void everyWordComesBack();
    void writesTheDocumentedForm();
    void leftOutKeysTakeTheDefaults();
    void frozenFiltersCountFromOne();
    void refuses_data();
    void refuses();
    void suggestsWhatWasMeant();
    void namesThePlaceOfASyntaxError();
    void readsFiles();
    void refusesFiles();

private:
    void addStructureRows();
    void addVersionRows();
    void addValueRows();
};

void ExperimentJsonTest::everyFieldComesBack()
{
    const Experiment experiment = unusual();
    const auto direct = experimentFromJson(toJson(experiment));
    QVERIFY2(direct, qPrintable(direct.error()));
    QCOMPARE(direct.value(), experiment);
    const auto asText = experimentFromJson(toJsonText(experiment), QStringLiteral("test"));
    QVERIFY2(asText, qPrintable(asText.error()));
    QCOMPARE(asText.value(), experiment); // to the last bit
}

void ExperimentJsonTest::everyWordComesBack()
{
    Experiment experiment;
    for (auto kind : {ScheduleKind::Constant, ScheduleKind::Step, ScheduleKind::Cosine, ScheduleKind::OneCycle}) {
        experiment.training.schedule.kind = kind;
        QCOMPARE(experimentFromJson(toJson(experiment)).value(), experiment);
    }
    for (auto kind : {Activation::Relu, Activation::LeakyRelu, Activation::Tanh, Activation::Sigmoid}) {
        experiment.architecture.convBlocks = {ConvBlock{.activation = kind}};
        QCOMPARE(experimentFromJson(toJson(experiment)).value(), experiment);
    }
    QCOMPARE(jsonName(Activation::LeakyRelu), QStringLiteral("leaky_relu"));
    QCOMPARE(jsonName(Optimizer::Sgd), QStringLiteral("sgd"));
    QCOMPARE(jsonName(ScheduleKind::OneCycle), QStringLiteral("one_cycle"));
}

void ExperimentJsonTest::writesTheDocumentedForm()
{
    const QJsonObject object = toJson(unusual());
    QCOMPARE(object.keys(),
             (QStringList{QStringLiteral("architecture"), QStringLiteral("convscope_experiment"),
                          QStringLiteral("name"), QStringLiteral("training")}));
    QCOMPARE(object.value(QStringLiteral("convscope_experiment")).toInt(), 1);
    const QJsonObject block
        = object[QStringLiteral("architecture")][QStringLiteral("conv_blocks")].toArray().at(0).toObject();
    QCOMPARE(block,
             (QJsonObject{{QStringLiteral("filters"), 7},
                          {QStringLiteral("kernel_size"), 5},
                          {QStringLiteral("padding"), 2},
                          {QStringLiteral("batch_norm"), true},
                          {QStringLiteral("activation"), QStringLiteral("leaky_relu")},
                          {QStringLiteral("max_pool"), false}}));
}

void ExperimentJsonTest::leftOutKeysTakeTheDefaults()
{
    const auto bare = experimentFromJson(document("\"architecture\": {}"), QStringLiteral("test"));
    QVERIFY2(bare, qPrintable(bare.error()));
    QCOMPARE(bare.value(), Experiment());
    const auto some = experimentFromJson(training("\"epochs\": 1e1, \"learning_rate\": 1"), QStringLiteral("test"));
    QVERIFY2(some, qPrintable(some.error()));
    QCOMPARE(some.value().training.epochs, 10); // 1e1 is a whole number
    QCOMPARE(some.value().training.learningRate, 1.0);
    QCOMPARE(some.value().training.batchSize, TrainingSettings().batchSize);
}

void ExperimentJsonTest::frozenFiltersCountFromOne()
{
    const auto read = experimentFromJson(training("\"frozen_filters\": [{\"block\": 2, \"filter\": 1}, {\"block\": 1, \"filter\": 32}]"), QStringLiteral("test"));
    QVERIFY2(read, qPrintable(read.error()));
    QVERIFY((read.value().training.frozenFilters == std::vector<FrozenFilter>{{0, 31}, {1, 0}}));
    QVERIFY(!toJsonText(Experiment()).contains("frozen"));
}

void ExperimentJsonTest::addStructureRows()
{
    QTest::newRow("empty") << QByteArray("  \n") << QByteArray("test");
    QTest::newRow("not JSON") << QByteArray("epochs = 5") << QByteArray("test");
    QTest::newRow("cut off") << document("\"architecture\": {}").chopped(1) << QByteArray("test");
    QTest::newRow("something after the end") << document("\"architecture\": {}") + " {}" << QByteArray("test");
    QTest::newRow("a list") << QByteArray("[]") << QByteArray("test");
    QTest::newRow("nested too deeply") << QByteArray(2000, '[') + QByteArray(2000, ']') << QByteArray("test");
    QTest::newRow("larger than 1 MB") << document("\"architecture\": {}") + QByteArray(1000000, ' ')
                                      << QByteArray("1 MB");
    QTest::newRow("no architecture") << document("\"name\": \"x\"") << QByteArray("architecture");
    QTest::newRow("invalid UTF-8") << document("\"architecture\": {}, \"name\": \"\xff\"") << QByteArray("test");
    QTest::newRow("unknown key") << training("\"dropout_rate\": 1") << QByteArray("training.dropout_rate");
    QTest::newRow("unknown key on top") << document("\"architecture\": {}, \"epochs\": 1") << QByteArray("epochs");
    QTest::newRow("unknown key of a block")
        << firstBlock("\"stride\": 2") << QByteArray("architecture.conv_blocks[1].stride");
    QTest::newRow("unknown key of the schedule")
        << training("\"schedule\": {\"gamma\": 1}") << QByteArray("training.schedule.gamma");
    QTest::newRow("unknown key of the augmentation")
        << training("\"augmentation\": {\"flip\": 1}") << QByteArray("training.augmentation.flip");
    QTest::newRow("key twice") << training("\"epochs\": 5, \"seed\": 1, \"epochs\": 6")
                               << QByteArray("training.epochs");
    QTest::newRow("key twice in a list") << document(
        "\"architecture\": {\"hidden_layers\": [{\"width\": 1}, {\"width\": 1, \"width\": 2}]}")
                                         << QByteArray("architecture.hidden_layers[1].width");
    QTest::newRow("key twice, once escaped")
        << training("\"epochs\": 5, \"epoch\\u0073\": 6") << QByteArray("training.epochs");
}

void ExperimentJsonTest::addVersionRows()
{
    const auto version = [](const char *value) {
        return QByteArray(QByteArray("{\"convscope_experiment\": ") + value + ", \"architecture\": {}, \"new\": 1}");
    };
    QTest::newRow("no version") << QByteArray("{\"architecture\": {}}") << QByteArray("convscope_experiment");
    QTest::newRow("newer version") << version("2") << QByteArray("2");
    QTest::newRow("version 0") << version("0") << QByteArray("0");
    QTest::newRow("version -1") << version("-1") << QByteArray("-1");
    QTest::newRow("version 1.5") << version("1.5") << QByteArray("1.5");
    QTest::newRow("version as text") << version("\"1\"") << QByteArray("\"1\"");
}

void ExperimentJsonTest::addValueRows()
{
    QTest::newRow("name is a number") << document("\"architecture\": {}, \"name\": 1") << QByteArray("name");
    QTest::newRow("architecture is a list") << document("\"architecture\": []") << QByteArray("architecture");
    QTest::newRow("frozen filters are a number") << training("\"frozen_filters\": 3") << QByteArray("training.frozen_filters");
    QTest::newRow("a frozen filter without its block") << training("\"frozen_filters\": [{\"filter\": 3}]") << QByteArray("training.frozen_filters[0].block");
    QTest::newRow("a frozen filter as text") << training("\"frozen_filters\": [{\"block\": 1, \"filter\": \"a\"}]") << QByteArray("training.frozen_filters[0].filter");
    QTest::newRow("training is text") << document("\"architecture\": {}, \"training\": \"x\"")
                                      << QByteArray("training");
    QTest::newRow("blocks are an object")
        << document("\"architecture\": {\"conv_blocks\": {}}") << QByteArray("architecture.conv_blocks");
    QTest::newRow("a block is a number") << document("\"architecture\": {\"conv_blocks\": [{}, 32]}")
                                         << QByteArray("architecture.conv_blocks[1]");
    QTest::newRow("filters as text") << firstBlock("\"filters\": \"32\"")
                                     << QByteArray("architecture.conv_blocks[1].filters");
    QTest::newRow("filters 3.5") << firstBlock("\"filters\": 3.5") << QByteArray("architecture.conv_blocks[1].filters");
    QTest::newRow("filters null") << firstBlock("\"filters\": null")
                                  << QByteArray("architecture.conv_blocks[1].filters");
    QTest::newRow("batch norm as number")
        << firstBlock("\"batch_norm\": 1") << QByteArray("architecture.conv_blocks[1].batch_norm");
    QTest::newRow("unknown activation") << firstBlock("\"activation\": \"gelu\"") << QByteArray("leaky_relu");
    QTest::newRow("activation as number")
        << firstBlock("\"activation\": 0") << QByteArray("architecture.conv_blocks[1].activation");
    QTest::newRow("unknown optimiser") << training("\"optimizer\": \"Adam\"") << QByteArray("training.optimizer");
    QTest::newRow("batch size 1e10") << training("\"batch_size\": 1e10") << QByteArray("training.batch_size");
    QTest::newRow("batch size 1e300") << training("\"batch_size\": 1e300") << QByteArray("training.batch_size");
    QTest::newRow("seed 1e19") << training("\"seed\": 1e19") << QByteArray("training.seed");
    QTest::newRow("seed 0.5") << training("\"seed\": 0.5") << QByteArray("training.seed");
    QTest::newRow("learning rate as text") << training("\"learning_rate\": \"0,001\"") << QByteArray("\"0,001\"");
    QTest::newRow("learning rate NaN") << training("\"learning_rate\": NaN") << QByteArray("test");
    QTest::newRow("learning rate 1e999") << training("\"learning_rate\": 1e999") << QByteArray("test");
}

void ExperimentJsonTest::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("named");
    addStructureRows();
    addVersionRows();
    addValueRows();
}

void ExperimentJsonTest::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, named);
    const auto experiment = experimentFromJson(bytes, QStringLiteral("test.json"));
    QVERIFY(!experiment);
    const QString error = experiment.error();
    QVERIFY2(error.startsWith(QStringLiteral("test.json: ")), qPrintable(error));
    QVERIFY2(error.contains(QLatin1String(named)), qPrintable(error));
    QVERIFY2(error.endsWith(QLatin1Char('.')) || error.endsWith(QLatin1Char('?')), qPrintable(error));
}

void ExperimentJsonTest::suggestsWhatWasMeant()
{
    const QString error = experimentFromJson(training("\"learnig_rate\": 0.1"), QStringLiteral("test")).error();
    QVERIFY2(error.contains(QStringLiteral("training.learnig_rate")), qPrintable(error));
    QVERIFY2(error.contains(QStringLiteral("\"learning_rate\"")), qPrintable(error));
    // The misspelled key is the cause, so it is named before what is missing because of it.
    const QString missing = experimentFromJson(document("\"architectur\": {}"), QStringLiteral("test")).error();
    QVERIFY2(missing.contains(QStringLiteral("\"architecture\"")), qPrintable(missing));
}

void ExperimentJsonTest::namesThePlaceOfASyntaxError()
{
    const QString error
        = experimentFromJson("{\n  \"convscope_experiment\": 1,\n  oops\n}", QStringLiteral("test")).error();
    QVERIFY2(error.contains(QLatin1Char('3')), qPrintable(error));
}

void ExperimentJsonTest::readsFiles()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("settings.json"));
    test::writeFile(path, toJsonText(unusual()));
    const auto experiment = readExperimentFile(path);
    QVERIFY2(experiment, qPrintable(experiment.error()));
    QCOMPARE(experiment.value(), unusual());
    test::writeFile(path, "\xef\xbb\xbf" + toJsonText(unusual())); // as some editors begin a file
    QCOMPARE(readExperimentFile(path).value(), unusual());
}

void ExperimentJsonTest::refusesFiles()
{
    const QTemporaryDir folder;
    for (const QString &path : {folder.filePath(QStringLiteral("missing.json")), folder.path()}) {
        const auto experiment = readExperimentFile(path);
        QVERIFY(!experiment);
        QVERIFY2(experiment.error().contains(path), qPrintable(experiment.error()));
    }
    QVERIFY(!readExperimentFile(QStringLiteral("/dev/zero")));
    const QString large = folder.filePath(QStringLiteral("large.json"));
    test::writeFile(large, document("\"architecture\": {}") + QByteArray(2000000, ' '));
    QVERIFY(!readExperimentFile(large));
}

QTEST_GUILESS_MAIN(ExperimentJsonTest)
#include "tst_experimentjson.moc"
