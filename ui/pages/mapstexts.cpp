// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/mapstexts.h"

#include <QCoreApplication>
#include <QLocale>

namespace convscope::mapstexts {

namespace {

class Texts
{
    Q_DECLARE_TR_FUNCTIONS(MapsTexts)
};

bool isBehindFlattening(const std::vector<LayerSummary> &layers, int layer)
{
    for (int i = 0; i <= layer; ++i) {
        if (layers[std::size_t(i)].kind == LayerKind::Flatten) {
            return true;
        }
    }
    return false;
}

Activation activationOf(const Weights &weights, const std::vector<LayerSummary> &layers, int layer)
{
    const auto block = std::size_t(layers[std::size_t(layer)].block);
    return isBehindFlattening(layers, layer) ? weights.architecture.hiddenLayers[block].activation : weights.architecture.convBlocks[block].activation;
}

QString activationName(Activation activation)
{
    switch (activation) {
    case Activation::Relu:
        return QStringLiteral("ReLU");
    case Activation::LeakyRelu:
        return QStringLiteral("Leaky ReLU");
    case Activation::Tanh:
        return QStringLiteral("tanh");
    case Activation::Sigmoid:
        return Texts::tr("Sigmoid");
    }
    return QString();
}

QString activationExplanation(Activation activation)
{
    switch (activation) {
    case Activation::Relu:
        return Texts::tr("Keeps what is above zero, sets the rest to zero.");
    case Activation::LeakyRelu:
        return Texts::tr("Keeps what is above zero; of the rest a hundredth is left.");
    case Activation::Tanh:
        return Texts::tr("Presses every number between −1 and 1.");
    case Activation::Sigmoid:
        return Texts::tr("Presses every number between 0 and 1.");
    }
    return QString();
}

QString convolutionExplanation(const ConvBlock &block, const LayerSummary &before)
{
    const QString kernel = QStringLiteral("%1 × %1").arg(block.kernelSize);
    if (before.channels == 1) {
        return Texts::tr("Each map: the picture, searched by a window of %1 with its own weights.").arg(kernel);
    }
    return Texts::tr("Each map: a window of %1 slides over all maps on the left and adds up.").arg(kernel);
}

} // namespace

QString layerTitle(const Weights &weights, const std::vector<LayerSummary> &layers, int layer)
{
    const LayerSummary &summary = layers[std::size_t(layer)];
    switch (summary.kind) {
    case LayerKind::Convolution:
        return Texts::tr("Convolution %1").arg(summary.block + 1);
    case LayerKind::BatchNorm:
        return Texts::tr("Batch norm. %1").arg(summary.block + 1);
    case LayerKind::Activation:
        return activationName(activationOf(weights, layers, layer));
    case LayerKind::MaxPool:
        return Texts::tr("Max-pooling %1").arg(summary.block + 1);
    case LayerKind::Linear:
        return summary.block < 0 ? Texts::tr("Output") : Texts::tr("Hidden layer %1").arg(summary.block + 1);
    case LayerKind::Input:
    case LayerKind::Flatten:
    case LayerKind::Dropout:
        break;
    }
    return layerKindName(summary.kind);
}

QString layerShape(const LayerSummary &layer)
{
    const QLocale locale;
    if (layer.kind == LayerKind::Flatten || layer.kind == LayerKind::Linear || (layer.height == 1 && layer.width == 1)) {
        return locale.toString(layer.channels);
    }
    return QStringLiteral("%1 × %2 × %3").arg(locale.toString(layer.channels), locale.toString(layer.height), locale.toString(layer.width));
}

QString layerExplanation(const Weights &weights, const std::vector<LayerSummary> &layers, int layer)
{
    const LayerSummary &summary = layers[std::size_t(layer)];
    switch (summary.kind) {
    case LayerKind::Input:
        return Texts::tr("The picture as the network gets it: numbers from 0 (black) to 1.");
    case LayerKind::Convolution:
        return convolutionExplanation(weights.architecture.convBlocks[std::size_t(summary.block)], layers[std::size_t(layer - 1)]);
    case LayerKind::BatchNorm:
        return Texts::tr("Brings each map to a usual mean and spread.");
    case LayerKind::Activation:
        return activationExplanation(activationOf(weights, layers, layer));
    case LayerKind::MaxPool:
        return Texts::tr("Of every 2 × 2 numbers the largest goes on.");
    case LayerKind::Flatten:
        return Texts::tr("All maps' numbers, in one long row.");
    case LayerKind::Dropout:
        return Texts::tr("Silences neurons by chance, but only in training: here nothing changes.");
    case LayerKind::Linear:
        break;
    }
    return summary.block < 0 ? Texts::tr("One sum for each class, turned into probabilities.")
                             : Texts::tr("Each neuron: a weighted sum of all numbers on the left.");
}

QString unitTitle(const Weights &weights, const std::vector<LayerSummary> &layers, const UnitAddress &unit)
{
    const QString title = layerTitle(weights, layers, unit.layer);
    if (unit.layer == 0) {
        return title;
    }
    const QString number = QLocale().toString(unit.channel + 1);
    return isBehindFlattening(layers, unit.layer) ? Texts::tr("%1, number %2").arg(title, number) : Texts::tr("%1, map %2").arg(title, number);
}

QString placeText(const std::vector<LayerSummary> &layers, const UnitAddress &unit)
{
    return isBehindFlattening(layers, unit.layer) ? QString() : Texts::tr("Row %1, column %2").arg(unit.y + 1).arg(unit.x + 1);
}

QString pageText(int first, int shown, int total)
{
    const QLocale locale;
    return Texts::tr("%1 to %2 of %3").arg(locale.toString(first + 1), locale.toString(first + shown), locale.toString(total));
}

QString ownScale()
{
    return Texts::tr("each its own");
}

QString momentText(qint64 steps)
{
    return steps == 0 ? Texts::tr("Untrained") : Texts::tr("After %1 batches").arg(QLocale().toString(steps));
}

QString number(double value)
{
    return QLocale().toString(value, 'g', 4).replace(QLatin1Char('-'), QChar(0x2212));
}

QString shortNumber(double value)
{
    return QLocale().toString(value, 'g', 2).replace(QLatin1Char('-'), QChar(0x2212));
}

} // namespace convscope::mapstexts
