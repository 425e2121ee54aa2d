// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/common/counttext.h"
#include "core/training/presets.h"
#include "core/training/settingname.h"
#include "core/training/testbatchsize.h"
#include "core/training/validator.h"

#include <QLocale>
#include <QtTest>

#include <functional>
#include <limits>

using namespace convscope;

namespace {

using Change = std::function<void(Experiment &)>;

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

Experiment paperNetwork()
{
    Experiment experiment;
    experiment.name = QStringLiteral("paper");
    experiment.architecture = {{ConvBlock{.filters = 32}, ConvBlock{.filters = 64}},
                               {HiddenLayer{.width = 600, .dropout = 0.25}, HiddenLayer{.width = 120}}};
    return experiment;
}

QString fields(const std::vector<Problem> &problems)
{
    QStringList list;
    for (const Problem &problem : problems) {
        list.append(problem.field);
    }
    return list.join(QLatin1Char(' '));
}

/// A row that expects exactly one problem, in the named field.
void row(const char *name, const char *field, const Change &change)
{
    QTest::newRow(name) << QString::fromLatin1(field) << change;
}

} // namespace

class ValidatorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void presetsAreValid();
    void edgesOfTheRangesAreValid();
    void refuses_data();
    void refuses();
    void namesSettingValueAndRange();
    void namesBothSidesOfABatchThatIsTooLarge();
    void refusesALonePictureForBatchNorm();
    void refusesMoreMemoryThanThereIs();
    void estimatesMemory();
    void checksLiveSettings();
    void namesEverySettingOfAProblem();
    void bfloat16NeedsAProcessorAndANetwork();
    void findsAvailableMemory();

private:
    void addTrainingRows();
    void addArchitectureRows();
};

void ValidatorTest::presetsAreValid()
{
    for (const Preset &preset : builtInPresets()) {
        QCOMPARE(fields(validate(preset.experiment, {})), QString());
    }
}

void ValidatorTest::edgesOfTheRangesAreValid()
{
    Experiment experiment = paperNetwork();
    TrainingSettings &training = experiment.training;
    training = {Optimizer::Sgd,   1000.0, 0.0,   1.0, {ScheduleKind::Step, 100000, 1.0}, 10000, 100000,
                {100000, 10.0}, FinalWeights::Best,
                9007199254740991, 256,    Computation::Reference, 10000, 0.5, {1.0, 8.0, 45.0, 0.5, 0.5, 1.0}, Precision::Float32, {}};
    experiment.architecture.hiddenLayers.assign(8, HiddenLayer{.width = 1, .dropout = 0.999});
    experiment.architecture.convBlocks.assign(8,
                                              ConvBlock{.filters = 1, .kernelSize = 7, .padding = 6, .maxPool = false});
    QCOMPARE(fields(validate(experiment, {})), QString());
    training.learningRate = 5e-324;
    training.batchSize = 1;
    training.trainImages = 1;
    training.seed = 0;
    QCOMPARE(fields(validate(experiment, {})), QString());
    QCOMPARE(fields(validate(Experiment(), {})), QString()); // no layer at all is softmax regression
}

void ValidatorTest::addTrainingRows()
{
    const char *rate = "training.learning_rate";
    row("learning rate NaN", rate, [](Experiment &e) { e.training.learningRate = notANumber; });
    row("learning rate infinite", rate, [](Experiment &e) { e.training.learningRate = infinity; });
    row("learning rate 0", rate, [](Experiment &e) { e.training.learningRate = 0; });
    row("learning rate -1", rate, [](Experiment &e) { e.training.learningRate = -1; });
    row("learning rate 1e10", rate, [](Experiment &e) { e.training.learningRate = 1e10; });
    const char *frozen = "training.frozen_filters";
    row("frozen block 0", frozen, [](Experiment &e) { e.training.frozenFilters = {{-1, 0}}; });
    row("frozen block 3 of 2", frozen, [](Experiment &e) { e.training.frozenFilters = {{2, 0}}; });
    row("frozen filter 0", frozen, [](Experiment &e) { e.training.frozenFilters = {{0, -1}}; });
    row("frozen filter 33 of 32", frozen, [](Experiment &e) { e.training.frozenFilters = {{0, 31}, {0, 32}}; });
    row("frozen twice", frozen, [](Experiment &e) { e.training.frozenFilters = {{1, 63}, {1, 63}}; });
    row("momentum 1", "training.momentum", [](Experiment &e) { e.training.momentum = 1; });
    row("momentum -0.1", "training.momentum", [](Experiment &e) { e.training.momentum = -0.1; });
    row("weight decay NaN", "training.weight_decay", [](Experiment &e) { e.training.weightDecay = notANumber; });
    row("weight decay -1", "training.weight_decay", [](Experiment &e) { e.training.weightDecay = -1; });
    row("weight decay 2", "training.weight_decay", [](Experiment &e) { e.training.weightDecay = 2; });
    row("step of 0 epochs", "training.schedule.step_epochs", [](Experiment &e) { e.training.schedule.stepEpochs = 0; });
    row("step factor 0", "training.schedule.step_factor", [](Experiment &e) { e.training.schedule.stepFactor = 0; });
    row("step factor 1.5", "training.schedule.step_factor",
        [](Experiment &e) { e.training.schedule.stepFactor = 1.5; });
    row("batch size 0", "training.batch_size", [](Experiment &e) { e.training.batchSize = 0; });
    row("batch size -1", "training.batch_size", [](Experiment &e) { e.training.batchSize = -1; });
    row("batch size 10^9", "training.batch_size", [](Experiment &e) { e.training.batchSize = 1000000000; });
    row("batch size above the subset", "training.batch_size", [](Experiment &e) { e.training.trainImages = 63; });
    row("epochs 0", "training.epochs", [](Experiment &e) { e.training.epochs = 0; });
    row("epochs 100001", "training.epochs", [](Experiment &e) { e.training.epochs = 100001; });
    row("seed -1", "training.seed", [](Experiment &e) { e.training.seed = -1; });
    row("seed 2^53", "training.seed", [](Experiment &e) { e.training.seed = 9007199254740992; });
    row("threads -1", "training.threads", [](Experiment &e) { e.training.threads = -1; });
    row("threads 257", "training.threads", [](Experiment &e) { e.training.threads = 257; });
    row("training pictures -1", "training.train_images", [](Experiment &e) { e.training.trainImages = -1; });
    row("training pictures 60001", "training.train_images", [](Experiment &e) { e.training.trainImages = 60001; });
    row("wrong labels 0.6", "training.label_noise", [](Experiment &e) { e.training.labelNoise = 0.6; });
    row("wrong labels NaN", "training.label_noise", [](Experiment &e) { e.training.labelNoise = notANumber; });
    row("mirror 2", "training.augmentation.mirror", [](Experiment &e) { e.training.augmentation.mirror = 2; });
    row("shift 9", "training.augmentation.shift", [](Experiment &e) { e.training.augmentation.shift = 9; });
    row("turn 46", "training.augmentation.turn", [](Experiment &e) { e.training.augmentation.turn = 46; });
    row("scale 0.6", "training.augmentation.scale", [](Experiment &e) { e.training.augmentation.scale = 0.6; });
    row("noise -0.1", "training.augmentation.noise", [](Experiment &e) { e.training.augmentation.noise = -0.1; });
    row("erase NaN", "training.augmentation.erase", [](Experiment &e) { e.training.augmentation.erase = notANumber; });
    row("name of two lines", "name", [](Experiment &e) { e.name = QStringLiteral("a\nb"); });
    row("name of 81 letters", "name", [](Experiment &e) { e.name = QString(81, QLatin1Char('x')); });
}

void ValidatorTest::addArchitectureRows()
{
    const auto block = [](Experiment &e) -> ConvBlock & { return e.architecture.convBlocks[1]; };
    const auto layer = [](Experiment &e) -> HiddenLayer & { return e.architecture.hiddenLayers[1]; };
    const char *filters = "architecture.conv_blocks[1].filters";
    const char *kernel = "architecture.conv_blocks[1].kernel_size";
    const char *padding = "architecture.conv_blocks[1].padding";
    const char *width = "architecture.hidden_layers[1].width";
    const char *dropout = "architecture.hidden_layers[1].dropout";
    row("filters 0", filters, [=](Experiment &e) { block(e).filters = 0; });
    row("filters 10^6", filters, [=](Experiment &e) { block(e).filters = 1000000; });
    row("kernel 0", kernel, [=](Experiment &e) { block(e) = {.kernelSize = 0, .padding = 0}; });
    row("kernel 8", kernel, [=](Experiment &e) { block(e).kernelSize = 8; });
    row("kernel larger than its picture", "architecture.conv_blocks[4].kernel_size", [](Experiment &e) {
        e.architecture.convBlocks.assign(4, ConvBlock{});
        e.architecture.convBlocks.push_back({.kernelSize = 7, .padding = 0});
    });
    row("pooling leaves nothing", "architecture.conv_blocks[4].max_pool",
        [](Experiment &e) { e.architecture.convBlocks.assign(5, ConvBlock{}); });
    row("padding -1", padding, [=](Experiment &e) { block(e).padding = -1; });
    row("padding as large as the kernel", padding, [=](Experiment &e) { block(e).padding = 3; });
    row("nine convolution blocks", "architecture.conv_blocks",
        [](Experiment &e) { e.architecture.convBlocks.assign(9, ConvBlock{.maxPool = false}); });
    row("nine hidden layers", "architecture.hidden_layers",
        [](Experiment &e) { e.architecture.hiddenLayers.assign(9, HiddenLayer{}); });
    row("width 0", width, [=](Experiment &e) { layer(e).width = 0; });
    row("width 16385", width, [=](Experiment &e) { layer(e).width = 16385; });
    row("dropout 1", dropout, [=](Experiment &e) { layer(e).dropout = 1; });
    row("dropout -0.1", dropout, [=](Experiment &e) { layer(e).dropout = -0.1; });
    row("dropout NaN", dropout, [=](Experiment &e) { layer(e).dropout = notANumber; });
}

void ValidatorTest::refuses_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<Change>("change");
    addTrainingRows();
    addArchitectureRows();
}

void ValidatorTest::refuses()
{
    QFETCH(QString, field);
    QFETCH(Change, change);
    Experiment experiment = paperNetwork();
    change(experiment);
    const std::vector<Problem> problems = validate(experiment, {});
    QCOMPARE(fields(problems), field);
    QVERIFY(problems.front().message.endsWith(QLatin1Char('.')));
    QVERIFY2(!problems.front().message.contains(QLatin1Char('%')), qPrintable(problems.front().message));
}

void ValidatorTest::namesSettingValueAndRange()
{
    Experiment experiment = paperNetwork();
    experiment.architecture.convBlocks[1].filters = 1000000;
    experiment.training.learningRate = notANumber;
    const std::vector<Problem> problems = validate(experiment, {});
    QCOMPARE(problems.size(), std::size_t(2));
    const QString filters = problems[0].message;
    for (const QString &part : {settingName(problems[0].field), countText(1000000), countText(1),
                                countText(1024)}) {
        QVERIFY2(filters.contains(part), qPrintable(filters));
    }
    const QString rate = problems[1].message;
    for (const QString &part : {settingName(problems[1].field), QStringLiteral("NaN"), countText(1000)}) {
        QVERIFY2(rate.contains(part), qPrintable(rate));
    }
}

void ValidatorTest::namesBothSidesOfABatchThatIsTooLarge()
{
    Experiment experiment = paperNetwork();
    experiment.training.batchSize = 5000;
    experiment.training.trainImages = 1200;
    const QString message = validate(experiment, {}).at(0).message;
    QVERIFY2(message.contains(countText(5000)) && message.contains(countText(1200)),
             qPrintable(message));
    // The smaller of the two counts: the data may have fewer pictures than are asked for.
    experiment.training.trainImages = 0;
    QCOMPARE(fields(validate(experiment, {28, 10, 4999, 0})), QStringLiteral("training.batch_size"));
    QCOMPARE(fields(validate(experiment, {28, 10, 5000, 0})), QString());
}

void ValidatorTest::refusesALonePictureForBatchNorm()
{
    Experiment experiment = paperNetwork();
    // 28 -> 14 -> 7 -> 3 -> 1, normalised at 1 x 1.
    experiment.architecture.convBlocks = {ConvBlock{}, ConvBlock{}, ConvBlock{}, ConvBlock{.maxPool = true},
                                          ConvBlock{.batchNorm = true, .maxPool = false}};
    experiment.training.batchSize = 64;
    experiment.training.trainImages = 640;
    QCOMPARE(fields(validate(experiment, {})), QString());
    experiment.training.trainImages = 641;
    QCOMPARE(fields(validate(experiment, {})), QStringLiteral("training.batch_size"));
    experiment.training.trainImages = 640;
    experiment.training.batchSize = 1;
    QCOMPARE(fields(validate(experiment, {})), QStringLiteral("training.batch_size"));
    experiment.architecture.convBlocks[4].batchNorm = false;
    QCOMPARE(fields(validate(experiment, {})), QString());
    // One picture of more than one pixel has a spread.
    experiment.architecture.convBlocks[0].batchNorm = true;
    QCOMPARE(fields(validate(experiment, {})), QString());
}

void ValidatorTest::refusesMoreMemoryThanThereIs()
{
    Experiment experiment = paperNetwork();
    experiment.training.batchSize = 10000;
    ExperimentLimits limits;
    limits.memory = 500'000'000;
    const qint64 needed = estimatedMemory(experiment, limits);
    QVERIFY(needed > limits.memory);
    const std::vector<Problem> problems = validate(experiment, limits);
    QCOMPARE(fields(problems), QStringLiteral("training.batch_size"));
    const QString message = problems.front().message;
    QVERIFY2(message.contains(countText(needed / 1000000 + 1)) && message.contains(countText(500)),
             qPrintable(message));
    limits.memory = needed;
    QCOMPARE(fields(validate(experiment, limits)), QString());
    limits.memory = 0; // unknown
    QCOMPARE(fields(validate(experiment, limits)), QString());

    Experiment wide;
    wide.architecture.hiddenLayers.assign(8, HiddenLayer{.width = 16384});
    limits.memory = 4'000'000'000;
    QCOMPARE(fields(validate(wide, limits)), QStringLiteral("architecture"));
}

void ValidatorTest::estimatesMemory()
{
    Experiment experiment = paperNetwork();
    const ExperimentLimits limits;
    const qint64 data = 60000LL * 28 * 28;
    const qint64 picture = 87506LL * 4;
    const qint64 activations = picture * testBatchSize; // the test pass is the larger one beside a batch of 64
    QCOMPARE(estimatedMemory(experiment, limits), 4 * 1974346LL * 4 + activations + data);
    experiment.training.optimizer = Optimizer::Sgd;
    QCOMPARE(estimatedMemory(experiment, limits), 3 * 1974346LL * 4 + activations + data);
    experiment.training.batchSize = 1000;
    QCOMPARE(estimatedMemory(experiment, limits), 3 * 1974346LL * 4 + picture * 1500 + data);

    constexpr int huge = std::numeric_limits<int>::max();
    experiment.architecture.hiddenLayers.assign(8, HiddenLayer{.width = huge});
    QCOMPARE(estimatedMemory(experiment, limits), std::numeric_limits<qint64>::max());
}

void ValidatorTest::checksLiveSettings()
{
    QCOMPARE(fields(validate(liveSettingsOf(paperNetwork()))), QString());
    QCOMPARE(liveSettingsOf(paperNetwork()), (LiveSettings{0.001, 0.0, 0.25}));
    QCOMPARE(fields(validate(LiveSettings{notANumber, -1.0, 1.0})),
             QStringLiteral("training.learning_rate training.weight_decay dropout"));
}

void ValidatorTest::bfloat16NeedsAProcessorAndANetwork()
{
    Experiment experiment = paperNetwork();
    experiment.training.precision = Precision::Bfloat16;
    const ExperimentLimits with{.hasBfloat16 = true}, without{.hasBfloat16 = false};
    QCOMPARE(fields(validate(experiment, with)), QString());
    QCOMPARE(fields(validate(experiment, without)), QStringLiteral("training.precision"));
    QVERIFY(validate(experiment, without).front().message.contains(QStringLiteral("AVX512-BF16")));
    experiment.training.engine = Computation::Reference;
    QCOMPARE(fields(validate(experiment, with)), QStringLiteral("training.precision"));
    experiment.training.engine = Computation::Fast;
    experiment.architecture.convBlocks[0].batchNorm = true;
    QCOMPARE(fields(validate(experiment, with)), QStringLiteral("training.precision"));
    experiment.training.precision = Precision::Float32;
    QCOMPARE(fields(validate(experiment, without)), QString());
}

void ValidatorTest::namesEverySettingOfAProblem()
{
    Experiment experiment;
    TrainingSettings &training = experiment.training;
    training = {Optimizer::Sgd,
                notANumber,
                notANumber,
                notANumber,
                {ScheduleKind::Step, 0, notANumber},
                0,
                0,
                {-1, notANumber},
                FinalWeights::Last,
                -1,
                -1,
                Computation::Fast,
                -1,
                notANumber,
                {notANumber, notANumber, notANumber, notANumber, notANumber, notANumber},
                Precision::Float32,
                {}};
    experiment.architecture.convBlocks.assign(9, ConvBlock{0, 0, -1, false, Activation::Relu, true});
    experiment.architecture.hiddenLayers.assign(9, HiddenLayer{0, Activation::Relu, notANumber});
    const std::vector<Problem> problems = validate(experiment, {});
    QCOMPARE(problems.size(), std::size_t(1 + 8 * 3 + 1 + 8 * 2 + 19));
    for (const Problem &problem : problems) {
        QVERIFY2(settingName(problem.field) != problem.field, qPrintable(problem.field));
        QVERIFY2(problem.message.startsWith(settingName(problem.field)), qPrintable(problem.message));
    }
    QVERIFY(settingName(QStringLiteral("architecture.conv_blocks[1].filters")).contains(QLatin1Char('2')));
    QCOMPARE(settingName(QStringLiteral("nonsense")), QStringLiteral("nonsense"));
}

void ValidatorTest::findsAvailableMemory()
{
    const qint64 memory = availableMemory();
    QVERIFY(memory >= 0);
    if (QFile::exists(QStringLiteral("/proc/meminfo"))) {
        QVERIFY(memory > 1'000'000);
    }
}

QTEST_GUILESS_MAIN(ValidatorTest)
#include "tst_validator.moc"
