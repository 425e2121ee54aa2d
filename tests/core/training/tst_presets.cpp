// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/layersummary.h"
#include "core/training/experimentjson.h"
#include "core/training/presets.h"
#include "tests/support/idxwriter.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <limits>

using namespace convscope;

namespace {

QStringList namesOf(const std::vector<Preset> &presets)
{
    QStringList names;
    for (const Preset &preset : presets) {
        names.append(preset.experiment.name);
    }
    return names;
}

Experiment named(const QString &name)
{
    Experiment experiment;
    experiment.name = name;
    experiment.architecture.hiddenLayers = {HiddenLayer{.width = 30}};
    return experiment;
}

} // namespace

class PresetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void hasThePapersExperiments_data();
    void hasThePapersExperiments();
    void showsThemInOrderWithASentenceEach();
    void firstStepsIsSmall();
    void savesAndFindsOwnPresets();
    void anyNameIsASafeFileName_data();
    void anyNameIsASafeFileName();
    void longNamesThatBeginAlikeStayApart();
    void refusesNames_data();
    void refusesNames();
    void refusesWhatCouldNotBeReadAgain();
    void brokenFilesAreLeftOutAndNamed();
    void unknownNameListsTheNames();
    void nothingIsReadOrWrittenWithoutAFolder();
};

void PresetsTest::hasThePapersExperiments_data()
{
    QTest::addColumn<double>("learningRate");
    QTest::addColumn<int>("batchSize");
    QTest::addColumn<int>("epochs");
    QTest::addColumn<qint64>("parameters");
    QTest::addColumn<double>("dropout");
    QTest::newRow("cnn-1") << 0.001 << 64 << 5 << qint64(1974346) << 0.25;
    QTest::newRow("cnn-2") << 0.00001 << 1000 << 30 << qint64(1974346) << 0.25;
    QTest::newRow("cnn-3") << 0.00001 << 1000 << 100 << qint64(1974346) << 0.25;
    QTest::newRow("mlp-2048") << 0.001 << 500 << 100 << qint64(1628170) << 0.0;
    QTest::newRow("mlp-512") << 0.001 << 1000 << 40 << qint64(407050) << 0.0;
}

void PresetsTest::hasThePapersExperiments()
{
    const auto preset = findPreset(QString::fromLatin1(QTest::currentDataTag()), QString());
    QVERIFY2(preset, qPrintable(preset.error()));
    QVERIFY(preset.value().builtIn);
    const TrainingSettings &training = preset.value().experiment.training;
    QTEST(training.learningRate, "learningRate");
    QTEST(training.batchSize, "batchSize");
    QTEST(training.epochs, "epochs");
    QCOMPARE(training.optimizer, Optimizer::Adam);
    QCOMPARE(training.seed, 1);
    QCOMPARE(training.trainImages, 0);
    QCOMPARE(training.labelNoise, 0.0);
    QVERIFY(training.augmentation.isOff());
    QCOMPARE(training.schedule.kind, ScheduleKind::Constant);
    const Architecture &architecture = preset.value().experiment.architecture;
    QTEST(summarize(architecture, 28, 10).parameters, "parameters");
    QTEST(dropoutOf(architecture), "dropout");
    if (architecture.convBlocks.empty()) {
        QCOMPARE(architecture.hiddenLayers.size(), std::size_t(1));
        return;
    }
    const Architecture paper{{ConvBlock{.filters = 32}, ConvBlock{.filters = 64}},
                             {HiddenLayer{.width = 600, .dropout = 0.25}, HiddenLayer{.width = 120}}};
    QCOMPARE(architecture, paper);
}

void PresetsTest::showsThemInOrderWithASentenceEach()
{
    const std::vector<Preset> presets = builtInPresets();
    QCOMPARE(namesOf(presets),
             (QStringList{QStringLiteral("cnn-1"), QStringLiteral("cnn-2"), QStringLiteral("cnn-3"),
                          QStringLiteral("mlp-2048"), QStringLiteral("mlp-512"), QStringLiteral("first-steps")}));
    for (const Preset &preset : presets) {
        QVERIFY(preset.description.endsWith(QLatin1Char('.')));
    }
}

void PresetsTest::firstStepsIsSmall()
{
    const Experiment experiment = builtInPresets().back().experiment;
    QCOMPARE(experiment.training.trainImages, 10000);
    QVERIFY(summarize(experiment.architecture, 28, 10).parameters < 100000);
}

void PresetsTest::savesAndFindsOwnPresets()
{
    const QTemporaryDir folder;
    const QString below = folder.filePath(QStringLiteral("a/presets"));
    QCOMPARE(userPresets(below).size(), std::size_t(0));
    const auto path = saveUserPreset(below, named(QStringLiteral("mía")));
    QVERIFY2(path, qPrintable(path.error()));
    QVERIFY(QFileInfo::exists(path.value()));
    QVERIFY(saveUserPreset(below, named(QStringLiteral("another"))));
    QCOMPARE(namesOf(userPresets(below)), (QStringList{QStringLiteral("another"), QStringLiteral("mía")}));

    Experiment changed = named(QStringLiteral("mía"));
    changed.training.epochs = 77;
    QCOMPARE(saveUserPreset(below, changed).value(), path.value()); // replaces it
    const auto found = findPreset(QStringLiteral("mía"), below);
    QVERIFY2(found, qPrintable(found.error()));
    QCOMPARE(found.value().experiment, changed);
    QVERIFY(!found.value().builtIn);
    QCOMPARE(userPresets(below).size(), std::size_t(2));
}

void PresetsTest::anyNameIsASafeFileName_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("way out of the folder") << QStringLiteral("../../etc/passwd");
    QTest::newRow("two dots") << QStringLiteral("..");
    QTest::newRow("hidden") << QStringLiteral(".hidden");
    QTest::newRow("slash") << QStringLiteral("lr 0.1/2");
    QTest::newRow("percent") << QStringLiteral("100%2F");
    QTest::newRow("quotes and stars") << QStringLiteral("\"*?<>|\\'");
    QTest::newRow("80 letters of three bytes") << QString(80, QChar(0x4e2d));
    QTest::newRow("spaces around") << QStringLiteral(" a ");
}

void PresetsTest::anyNameIsASafeFileName()
{
    QFETCH(QString, name);
    const QTemporaryDir folder;
    const auto path = saveUserPreset(folder.path(), named(name));
    QVERIFY2(path, qPrintable(path.error()));
    QCOMPARE(QFileInfo(path.value()).canonicalPath(), QFileInfo(folder.path()).canonicalFilePath());
    QCOMPARE(namesOf(userPresets(folder.path())), QStringList{name});
}

void PresetsTest::longNamesThatBeginAlikeStayApart()
{
    const QTemporaryDir folder;
    const QString begin(79, QChar(0x4e2d));
    QVERIFY(saveUserPreset(folder.path(), named(begin + QLatin1Char('1'))));
    QVERIFY(saveUserPreset(folder.path(), named(begin + QLatin1Char('2'))));
    QCOMPARE(userPresets(folder.path()).size(), std::size_t(2));
}

void PresetsTest::refusesNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("empty") << QString();
    QTest::newRow("only spaces") << QStringLiteral("   ");
    QTest::newRow("81 letters") << QString(81, QLatin1Char('x'));
    QTest::newRow("line break") << QStringLiteral("a\nb");
    QTest::newRow("NUL") << QString(QStringLiteral("a") + QChar(0));
    QTest::newRow("half a character") << QString(QChar(0xd800));
    QTest::newRow("built in") << QStringLiteral("cnn-1");
}

void PresetsTest::refusesNames()
{
    QFETCH(QString, name);
    const QTemporaryDir folder;
    const auto path = saveUserPreset(folder.path(), named(name));
    QVERIFY(!path);
    QVERIFY(path.error().endsWith(QLatin1Char('.')));
    QVERIFY(QDir(folder.path()).isEmpty());
}

void PresetsTest::refusesWhatCouldNotBeReadAgain()
{
    const QTemporaryDir folder;
    Experiment experiment = named(QStringLiteral("broken"));
    experiment.training.learningRate = std::numeric_limits<double>::quiet_NaN();
    QVERIFY(!saveUserPreset(folder.path(), experiment));
    QVERIFY(QDir(folder.path()).isEmpty());
}

void PresetsTest::brokenFilesAreLeftOutAndNamed()
{
    const QTemporaryDir folder;
    QVERIFY(saveUserPreset(folder.path(), named(QStringLiteral("good"))));
    test::writeFile(folder.filePath(QStringLiteral("half.json")), "{\"convscope_experiment\": 1,");
    test::writeFile(folder.filePath(QStringLiteral("again.json")), toJsonText(named(QStringLiteral("good"))));
    test::writeFile(folder.filePath(QStringLiteral("own.json")), toJsonText(named(QStringLiteral("cnn-1"))));
    test::writeFile(folder.filePath(QStringLiteral("notes.txt")), "nothing to do with presets");
    QStringList problems;
    QCOMPARE(namesOf(userPresets(folder.path(), &problems)), QStringList{QStringLiteral("good")});
    QCOMPARE(problems.size(), 3);
    QVERIFY(problems.filter(QStringLiteral("half.json")).size() == 1);
    QVERIFY(problems.filter(QStringLiteral("own.json")).size() == 1);
    // The program's own wins.
    QVERIFY(findPreset(QStringLiteral("cnn-1"), folder.path()).value().builtIn);
}

void PresetsTest::unknownNameListsTheNames()
{
    const QTemporaryDir folder;
    QVERIFY(saveUserPreset(folder.path(), named(QStringLiteral("mine"))));
    const auto preset = findPreset(QStringLiteral("cnn-9"), folder.path());
    QVERIFY(!preset);
    for (const char *part : {"cnn-9", "cnn-1", "mlp-512", "first-steps", "mine"}) {
        QVERIFY2(preset.error().contains(QLatin1String(part)), qPrintable(preset.error()));
    }
}

void PresetsTest::nothingIsReadOrWrittenWithoutAFolder()
{
    QCOMPARE(userPresets(QString()).size(), std::size_t(0));
    QVERIFY(!saveUserPreset(QString(), named(QStringLiteral("mine"))));
    QVERIFY(userPresetFolder() != QStringLiteral("/presets"));
    QVERIFY(userPresetFolder().endsWith(QStringLiteral("/presets")));
}

QTEST_GUILESS_MAIN(PresetsTest)
#include "tst_presets.moc"
