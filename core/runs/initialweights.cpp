// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/initialweights.h"

#include "core/model/layersummary.h"
#include "core/runs/safetensors.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <map>

namespace convscope {

namespace {

using Shapes = std::map<std::string, std::vector<qint64>>;

QString text(const char *source)
{
    return QCoreApplication::translate("convscope::InitialWeights", source);
}

Shapes shapesOf(const Architecture &architecture, int side, int classes)
{
    Shapes shapes;
    qint64 channels = 1;
    for (std::size_t i = 0; i < architecture.convBlocks.size(); ++i) {
        const ConvBlock &block = architecture.convBlocks[i];
        const std::string number = std::to_string(i + 1);
        shapes["conv" + number + ".weight"] = {block.filters, channels, block.kernelSize, block.kernelSize};
        shapes["conv" + number + ".bias"] = {block.filters};
        if (block.batchNorm) {
            for (const char *part : {".weight", ".bias", ".running_mean", ".running_var"}) {
                shapes["norm" + number + part] = {block.filters};
            }
        }
        channels = block.filters;
    }
    qint64 features = 0;
    for (const LayerSummary &layer : summarize(architecture, side, classes).layers) {
        if (layer.kind == LayerKind::Flatten) {
            features = layer.channels;
        }
    }
    const auto addLinear = [&shapes, &features](const std::string &name, qint64 width) {
        shapes[name + ".weight"] = {width, features};
        shapes[name + ".bias"] = {width};
        features = width;
    };
    for (std::size_t i = 0; i < architecture.hiddenLayers.size(); ++i) {
        addLinear("hidden" + std::to_string(i + 1), architecture.hiddenLayers[i].width);
    }
    addLinear("output", classes);
    return shapes;
}

QString shapeText(const std::vector<qint64> &shape)
{
    QStringList sizes;
    for (const qint64 size : shape) {
        sizes << QString::number(size);
    }
    return sizes.join(QStringLiteral(" × "));
}

/// Empty, or what is wrong with the first array that doesn't fit.
QString misfit(const std::vector<NamedArray> &arrays, Shapes expected)
{
    for (const NamedArray &array : arrays) {
        const QString name = QString::fromStdString(array.name);
        const auto found = expected.find(array.name);
        if (found == expected.end()) {
            return text(QT_TRANSLATE_NOOP("convscope::InitialWeights", "the network has no “%1”")).arg(name);
        }
        if (found->second != array.shape) {
            return text(QT_TRANSLATE_NOOP("convscope::InitialWeights", "“%1” is %2, but the network needs %3")).arg(name, shapeText(array.shape), shapeText(found->second));
        }
        expected.erase(found);
    }
    return expected.empty() ? QString() : text(QT_TRANSLATE_NOOP("convscope::InitialWeights", "“%1” is missing")).arg(QString::fromStdString(expected.begin()->first));
}

} // namespace

Result<CheckpointPtr> initialWeights(const QString &path, const Experiment &experiment, int side, int classes)
{
    Result<std::vector<NamedArray>> arrays = readSafetensors(path);
    if (!arrays) {
        return Result<CheckpointPtr>::failure(arrays.error());
    }
    if (const QString problem = misfit(arrays.value(), shapesOf(experiment.architecture, side, classes)); !problem.isEmpty()) {
        return Result<CheckpointPtr>::failure(text(QT_TRANSLATE_NOOP("convscope::InitialWeights", "The weights in %1 don't fit this network: %2. Choose the settings that they were trained with."))
                                                  .arg(QDir::toNativeSeparators(path), problem));
    }
    auto checkpoint = std::make_shared<Checkpoint>();
    checkpoint->epoch = 1;
    checkpoint->live = liveSettingsOf(experiment);
    checkpoint->weights = arrays.value();
    return CheckpointPtr(checkpoint);
}

} // namespace convscope
