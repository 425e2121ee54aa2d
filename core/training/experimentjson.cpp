// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/experimentjson.h"

#include "core/training/jsonkeys.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

// The writer, and what turns bytes into JSON. The reader of the JSON itself is in experimentreader.cpp.
namespace convscope {

namespace {

constexpr qsizetype maxFileSize = 1000 * 1000;

class Messages
{
    Q_DECLARE_TR_FUNCTIONS(ExperimentFile)
};

QJsonArray toJson(const std::vector<ConvBlock> &blocks)
{
    QJsonArray array;
    for (const ConvBlock &block : blocks) {
        array.append(QJsonObject{{QStringLiteral("filters"), block.filters},
                                 {QStringLiteral("kernel_size"), block.kernelSize},
                                 {QStringLiteral("padding"), block.padding},
                                 {QStringLiteral("batch_norm"), block.batchNorm},
                                 {QStringLiteral("activation"), jsonName(block.activation)},
                                 {QStringLiteral("max_pool"), block.maxPool}});
    }
    return array;
}

QJsonArray toJson(const std::vector<HiddenLayer> &layers)
{
    QJsonArray array;
    for (const HiddenLayer &layer : layers) {
        array.append(QJsonObject{{QStringLiteral("width"), layer.width},
                                 {QStringLiteral("activation"), jsonName(layer.activation)},
                                 {QStringLiteral("dropout"), layer.dropout}});
    }
    return array;
}

QJsonObject toJson(const Schedule &schedule)
{
    return {{QStringLiteral("kind"), jsonName(schedule.kind)},
            {QStringLiteral("step_epochs"), schedule.stepEpochs},
            {QStringLiteral("step_factor"), schedule.stepFactor}};
}

QJsonObject toJson(const Augmentation &augmentation)
{
    return {{QStringLiteral("mirror"), augmentation.mirror}, {QStringLiteral("shift"), augmentation.shift},
            {QStringLiteral("turn"), augmentation.turn},     {QStringLiteral("scale"), augmentation.scale},
            {QStringLiteral("noise"), augmentation.noise},   {QStringLiteral("erase"), augmentation.erase}};
}

QJsonObject toJson(const EarlyStopping &stopping)
{
    return {{QStringLiteral("patience"), stopping.patience}, {QStringLiteral("smallest_change"), stopping.smallestChange}};
}

QJsonArray toJson(const std::vector<FrozenFilter> &filters)
{
    QJsonArray array;
    for (const FrozenFilter &frozen : filters) {
        array.append(QJsonObject{{QStringLiteral("block"), frozen.block + 1}, {QStringLiteral("filter"), frozen.filter + 1}});
    }
    return array;
}

QJsonObject toJson(const TrainingSettings &training)
{
    QJsonObject object{{QStringLiteral("optimizer"), jsonName(training.optimizer)},
            {QStringLiteral("learning_rate"), training.learningRate},
            {QStringLiteral("momentum"), training.momentum},
            {QStringLiteral("weight_decay"), training.weightDecay},
            {QStringLiteral("schedule"), toJson(training.schedule)},
            {QStringLiteral("batch_size"), training.batchSize},
            {QStringLiteral("epochs"), training.epochs},
            {QStringLiteral("early_stopping"), toJson(training.earlyStopping)},
            {QStringLiteral("final_weights"), jsonName(training.finalWeights)},
            {QStringLiteral("seed"), training.seed},
            {QStringLiteral("threads"), training.threads},
            {QStringLiteral("engine"), jsonName(training.engine)},
            {QStringLiteral("precision"), jsonName(training.precision)},
            {QStringLiteral("train_images"), training.trainImages},
            {QStringLiteral("label_noise"), training.labelNoise},
            {QStringLiteral("augmentation"), toJson(training.augmentation)}};
    if (!training.frozenFilters.empty()) { // few experiments have any, and older versions don't know the word
        object.insert(QStringLiteral("frozen_filters"), toJson(training.frozenFilters));
    }
    return object;
}

/// "line 3, column 14" is where people look, not byte 57.
QString parseProblem(const QByteArray &bytes, const QJsonParseError &error, const QString &source)
{
    const QByteArray before = bytes.left(error.offset);
    const qsizetype line = before.count('\n') + 1;
    const qsizetype column = before.size() - (before.lastIndexOf('\n') + 1) + 1;
    return Messages::tr("%1: this is not valid JSON (line %2, column %3: %4).")
        .arg(source, QString::number(line), QString::number(column), error.errorString());
}

} // namespace

QString jsonName(Activation activation)
{
    switch (activation) {
    case Activation::Relu:
        return QStringLiteral("relu");
    case Activation::LeakyRelu:
        return QStringLiteral("leaky_relu");
    case Activation::Tanh:
        return QStringLiteral("tanh");
    case Activation::Sigmoid:
        return QStringLiteral("sigmoid");
    }
    return QString();
}

QString jsonName(Optimizer optimizer)
{
    return optimizer == Optimizer::Adam ? QStringLiteral("adam") : QStringLiteral("sgd");
}

QString jsonName(ScheduleKind kind)
{
    switch (kind) {
    case ScheduleKind::Constant:
        return QStringLiteral("constant");
    case ScheduleKind::Step:
        return QStringLiteral("step");
    case ScheduleKind::Cosine:
        return QStringLiteral("cosine");
    case ScheduleKind::OneCycle:
        return QStringLiteral("one_cycle");
    }
    return QString();
}

QString jsonName(FinalWeights weights)
{
    return weights == FinalWeights::Last ? QStringLiteral("last") : QStringLiteral("best");
}

QString jsonName(Computation computation)
{
    return computation == Computation::Fast ? QStringLiteral("fast") : QStringLiteral("reference");
}

QString jsonName(Precision precision)
{
    return precision == Precision::Float32 ? QStringLiteral("float32") : QStringLiteral("bfloat16");
}

QJsonObject toJson(const Experiment &experiment)
{
    const QJsonObject architecture{
        {QStringLiteral("conv_blocks"), toJson(experiment.architecture.convBlocks)},
        {QStringLiteral("hidden_layers"), toJson(experiment.architecture.hiddenLayers)},
    };
    return {{QStringLiteral("convscope_experiment"), experimentVersion},
            {QStringLiteral("name"), experiment.name},
            {QStringLiteral("architecture"), architecture},
            {QStringLiteral("training"), toJson(experiment.training)}};
}

QByteArray toJsonText(const Experiment &experiment)
{
    return QJsonDocument(toJson(experiment)).toJson(QJsonDocument::Indented);
}

Result<Experiment> experimentFromJson(const QByteArray &bytes, const QString &source)
{
    if (bytes.size() > maxFileSize) {
        return Result<Experiment>::failure(
            Messages::tr("%1: this file is larger than 1 MB, so it is not a settings file.").arg(source));
    }
    if (bytes.trimmed().isEmpty()) {
        return Result<Experiment>::failure(Messages::tr("%1: the file is empty.").arg(source));
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError) {
        return Result<Experiment>::failure(parseProblem(bytes, error, source));
    }
    if (!document.isObject()) {
        return Result<Experiment>::failure(
            Messages::tr("%1: an experiment in braces { } is expected, but a list was found.").arg(source));
    }
    const QString repeated = firstRepeatedKey(bytes);
    if (!repeated.isEmpty()) {
        return Result<Experiment>::failure(
            Messages::tr("%1: %2: this setting appears twice. Take one of them out.").arg(source, repeated));
    }
    const Result<Experiment> experiment = experimentFromJson(document.object());
    return experiment ? experiment
                      : Result<Experiment>::failure(QStringLiteral("%1: %2").arg(source, experiment.error()));
}

} // namespace convscope
