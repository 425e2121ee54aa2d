// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/experimentjson.h"
#include "core/training/jsonreader.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace convscope {

namespace {

class Messages
{
    Q_DECLARE_TR_FUNCTIONS(ExperimentReader)
};

QString versionKey()
{
    return QStringLiteral("convscope_experiment");
}

/// The words are those of the enumerators from the first to `last`.
template<typename Enum>
void readEnum(JsonReader &reader, const QString &key, Enum last, Enum &value)
{
    QStringList words;
    for (int i = 0; i <= int(last); ++i) {
        words.append(jsonName(Enum(i)));
    }
    int index = int(value);
    reader.readChoice(key, words, index);
    value = Enum(index);
}

ConvBlock readConvBlock(const QJsonObject &object, const QString &path, QString &error)
{
    ConvBlock block;
    JsonReader reader(object, path, error);
    reader.read(QStringLiteral("filters"), block.filters);
    reader.read(QStringLiteral("kernel_size"), block.kernelSize);
    reader.read(QStringLiteral("padding"), block.padding);
    reader.read(QStringLiteral("batch_norm"), block.batchNorm);
    readEnum(reader, QStringLiteral("activation"), Activation::Sigmoid, block.activation);
    reader.read(QStringLiteral("max_pool"), block.maxPool);
    reader.refuseUnknown();
    return block;
}

HiddenLayer readHiddenLayer(const QJsonObject &object, const QString &path, QString &error)
{
    HiddenLayer layer;
    JsonReader reader(object, path, error);
    reader.read(QStringLiteral("width"), layer.width);
    readEnum(reader, QStringLiteral("activation"), Activation::Sigmoid, layer.activation);
    reader.read(QStringLiteral("dropout"), layer.dropout);
    reader.refuseUnknown();
    return layer;
}

Architecture readArchitecture(const QJsonObject &object, const QString &path, QString &error)
{
    Architecture architecture;
    JsonReader reader(object, path, error);
    reader.readList(QStringLiteral("conv_blocks"), [&](const QJsonObject &item, const QString &itemPath) {
        architecture.convBlocks.push_back(readConvBlock(item, itemPath, error));
    });
    reader.readList(QStringLiteral("hidden_layers"), [&](const QJsonObject &item, const QString &itemPath) {
        architecture.hiddenLayers.push_back(readHiddenLayer(item, itemPath, error));
    });
    reader.refuseUnknown();
    return architecture;
}

Schedule readSchedule(const QJsonObject &object, const QString &path, QString &error)
{
    Schedule schedule;
    JsonReader reader(object, path, error);
    readEnum(reader, QStringLiteral("kind"), ScheduleKind::OneCycle, schedule.kind);
    reader.read(QStringLiteral("step_epochs"), schedule.stepEpochs);
    reader.read(QStringLiteral("step_factor"), schedule.stepFactor);
    reader.refuseUnknown();
    return schedule;
}

Augmentation readAugmentation(const QJsonObject &object, const QString &path, QString &error)
{
    Augmentation augmentation;
    JsonReader reader(object, path, error);
    reader.read(QStringLiteral("mirror"), augmentation.mirror);
    reader.read(QStringLiteral("shift"), augmentation.shift);
    reader.read(QStringLiteral("turn"), augmentation.turn);
    reader.read(QStringLiteral("scale"), augmentation.scale);
    reader.read(QStringLiteral("noise"), augmentation.noise);
    reader.read(QStringLiteral("erase"), augmentation.erase);
    reader.refuseUnknown();
    return augmentation;
}

EarlyStopping readEarlyStopping(const QJsonObject &object, const QString &path, QString &error)
{
    EarlyStopping stopping;
    JsonReader reader(object, path, error);
    reader.read(QStringLiteral("patience"), stopping.patience);
    reader.read(QStringLiteral("smallest_change"), stopping.smallestChange);
    reader.refuseUnknown();
    return stopping;
}

FrozenFilter readFrozenFilter(const QJsonObject &object, const QString &path, QString &error)
{
    qint64 block = 0;
    qint64 filter = 0;
    JsonReader reader(object, path, error);
    reader.require(QStringLiteral("block"));
    reader.require(QStringLiteral("filter"));
    reader.read(QStringLiteral("block"), block);
    reader.read(QStringLiteral("filter"), filter);
    reader.refuseUnknown();
    constexpr qint64 most = std::numeric_limits<int>::max(); // which of them there are is validate()'s business
    return {int(std::clamp<qint64>(block, 0, most) - 1), int(std::clamp<qint64>(filter, 0, most) - 1)};
}

TrainingSettings readTraining(const QJsonObject &object, const QString &path, QString &error)
{
    TrainingSettings training;
    JsonReader reader(object, path, error);
    readEnum(reader, QStringLiteral("optimizer"), Optimizer::Sgd, training.optimizer);
    reader.read(QStringLiteral("learning_rate"), training.learningRate);
    reader.read(QStringLiteral("momentum"), training.momentum);
    reader.read(QStringLiteral("weight_decay"), training.weightDecay);
    reader.readObject(QStringLiteral("schedule"), [&](const QJsonObject &member, const QString &memberPath) {
        training.schedule = readSchedule(member, memberPath, error);
    });
    reader.read(QStringLiteral("batch_size"), training.batchSize);
    reader.read(QStringLiteral("epochs"), training.epochs);
    reader.readObject(QStringLiteral("early_stopping"), [&](const QJsonObject &member, const QString &memberPath) {
        training.earlyStopping = readEarlyStopping(member, memberPath, error);
    });
    readEnum(reader, QStringLiteral("final_weights"), FinalWeights::Best, training.finalWeights);
    reader.read(QStringLiteral("seed"), training.seed);
    reader.read(QStringLiteral("threads"), training.threads);
    readEnum(reader, QStringLiteral("engine"), Computation::Reference, training.engine);
    readEnum(reader, QStringLiteral("precision"), Precision::Bfloat16, training.precision);
    reader.read(QStringLiteral("train_images"), training.trainImages);
    reader.read(QStringLiteral("label_noise"), training.labelNoise);
    reader.readObject(QStringLiteral("augmentation"), [&](const QJsonObject &member, const QString &memberPath) {
        training.augmentation = readAugmentation(member, memberPath, error);
    });
    reader.readList(QStringLiteral("frozen_filters"), [&](const QJsonObject &item, const QString &itemPath) {
        training.frozenFilters.push_back(readFrozenFilter(item, itemPath, error));
    });
    std::sort(training.frozenFilters.begin(), training.frozenFilters.end());
    reader.refuseUnknown();
    return training;
}

/// Comes before everything else: a newer version may know other keys.
QString versionProblem(const QJsonObject &object)
{
    if (!object.contains(versionKey())) {
        return Messages::tr("%1: this key is missing, so this is not a ConvScope experiment.").arg(versionKey());
    }
    QString error;
    qint64 version = 0;
    JsonReader(object, QString(), error).read(versionKey(), version);
    if (!error.isEmpty() || version == experimentVersion) {
        return error;
    }
    const QString sentence = version > experimentVersion
        ? Messages::tr("%1: the experiment has version %2, but this program reads version %3. Use a newer ConvScope.")
        : Messages::tr("%1: there is no version %2. This program reads version %3.");
    return sentence.arg(versionKey(), QString::number(version), QString::number(experimentVersion));
}

} // namespace

Result<Experiment> experimentFromJson(const QJsonObject &object)
{
    QString error = versionProblem(object);
    if (!error.isEmpty()) {
        return Result<Experiment>::failure(error);
    }
    Experiment experiment;
    JsonReader reader(object, QString(), error);
    qint64 version = experimentVersion;
    reader.read(versionKey(), version);
    reader.read(QStringLiteral("name"), experiment.name);
    reader.readObject(QStringLiteral("architecture"), [&](const QJsonObject &member, const QString &path) {
        experiment.architecture = readArchitecture(member, path, error);
    });
    reader.readObject(QStringLiteral("training"), [&](const QJsonObject &member, const QString &path) {
        experiment.training = readTraining(member, path, error);
    });
    reader.refuseUnknown();
    reader.require(QStringLiteral("architecture"));
    if (!error.isEmpty()) {
        return Result<Experiment>::failure(error);
    }
    return experiment;
}

} // namespace convscope
