// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/infocommands.h"

#include "app/commandtext.h"
#include "app/exitcode.h"
#include "app/experimentfrom.h"
#include "app/output.h"
#include "app/table.h"
#include "core/common/counttext.h"
#include "core/model/layersummary.h"
#include "core/training/engineloader.h"
#include "core/training/experimentjson.h"
#include "core/training/presets.h"
#include "core/training/validator.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace convscope;

namespace {

QString shapeText(const LayerSummary &layer)
{
    if (layer.height == 1 && layer.width == 1) {
        return QString::number(layer.channels);
    }
    return QStringLiteral("%1 × %2 × %3").arg(layer.channels).arg(layer.height).arg(layer.width);
}

QString layerTitle(const LayerSummary &layer)
{
    return layer.name.isEmpty() ? layerKindName(layer.kind)
                                : QStringLiteral("%1 (%2)").arg(layerKindName(layer.kind), layer.name);
}

/// For programs: the same in every language.
QString jsonName(LayerKind kind)
{
    switch (kind) {
    case LayerKind::Input:
        return QStringLiteral("input");
    case LayerKind::Convolution:
        return QStringLiteral("convolution");
    case LayerKind::BatchNorm:
        return QStringLiteral("batch_norm");
    case LayerKind::Activation:
        return QStringLiteral("activation");
    case LayerKind::MaxPool:
        return QStringLiteral("max_pool");
    case LayerKind::Flatten:
        return QStringLiteral("flatten");
    case LayerKind::Linear:
        return QStringLiteral("linear");
    case LayerKind::Dropout:
        return QStringLiteral("dropout");
    }
    return {};
}

QJsonObject layerJson(const LayerSummary &layer)
{
    return {{QStringLiteral("layer"), jsonName(layer.kind)},
            {QStringLiteral("name"), layer.name},
            {QStringLiteral("shape"), QJsonArray{layer.channels, layer.height, layer.width}},
            {QStringLiteral("parameters"), layer.parameters},
            {QStringLiteral("multiplications"), layer.multiplications}};
}

void printSummaryJson(const Experiment &experiment, const ArchitectureSummary &summary, Output &output)
{
    QJsonArray layers;
    for (const LayerSummary &layer : summary.layers) {
        layers.append(layerJson(layer));
    }
    output.json({{QStringLiteral("name"), experiment.name},
                 {QStringLiteral("layers"), layers},
                 {QStringLiteral("parameters"), summary.parameters},
                 {QStringLiteral("multiplications"), summary.multiplications}});
}

void printSummary(const Experiment &experiment, const ArchitectureSummary &summary, Output &output)
{
    QVector<QStringList> rows{{experiment.name, text(QT_TRANSLATE_NOOP("CommandLine", "output")),
                               text(QT_TRANSLATE_NOOP("CommandLine", "parameters")),
                               text(QT_TRANSLATE_NOOP("CommandLine", "multiplications"))}};
    for (const LayerSummary &layer : summary.layers) {
        rows.append({layerTitle(layer), shapeText(layer), countText(layer.parameters),
                     countText(layer.multiplications)});
    }
    rows.append({text(QT_TRANSLATE_NOOP("CommandLine", "total")), QString(), countText(summary.parameters),
                 countText(summary.multiplications)});
    printTable(rows, output);
}

} // namespace

int runPresetsCommand(const Options &options)
{
    Output output;
    QStringList unreadable;
    std::vector<Preset> presets = builtInPresets();
    const std::vector<Preset> own = userPresets(userPresetFolder(), &unreadable);
    presets.insert(presets.end(), own.begin(), own.end());
    QJsonArray array;
    for (const Preset &preset : presets) {
        if (options.json) {
            array.append(toJson(preset.experiment));
        } else {
            output.line(preset.experiment.name.leftJustified(14) + preset.description);
        }
    }
    if (options.json) {
        output.line(QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Indented)).trimmed());
    }
    for (const QString &sentence : unreadable) {
        printError(sentence);
    }
    return finish(output);
}

int runDescribeCommand(const Options &options)
{
    const Result<Experiment> experiment = experimentFrom(options);
    if (!experiment) {
        return fail(experiment.error(), ExitUsage);
    }
    const ExperimentLimits limits;
    if (printErrors(problemsOf(experiment.value(), options, limits))) {
        return ExitUsage;
    }
    const ArchitectureSummary summary = summarize(experiment.value().architecture, limits.side, limits.classes);
    Output output;
    if (options.json) {
        printSummaryJson(experiment.value(), summary, output);
    } else {
        printSummary(experiment.value(), summary, output);
    }
    return finish(output);
}

int runVersionCommand()
{
    Output output;
    output.line(QStringLiteral("ConvScope " CONVSCOPE_VERSION));
    output.line(QStringLiteral("Qt %1").arg(QLatin1String(qVersion())));
    const Result<Engine *> engine = loadEngine();
    if (!engine) {
        return fail(engine.error(), ExitFailed);
    }
    const EngineInfo info = engine.value()->info();
    output.line(QStringLiteral("LibTorch %1").arg(info.libTorchVersion));
    output.line(text(QT_TRANSLATE_NOOP("CommandLine", "Matrix library: %1")).arg(info.blas));
    output.line(QCoreApplication::translate("CommandLine", "Training on %n thread(s) unless told otherwise", nullptr,
                                            info.defaultThreads));
    if (!info.blasIsFast) {
        output.line(text(QT_TRANSLATE_NOOP("CommandLine", "This matrix library is slow: please install the package libopenblas0-openmp.")));
    }
    return finish(output);
}
