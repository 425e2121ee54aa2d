// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/layersummary.h"

#include "core/common/counttext.h"
#include "core/model/saturating.h"

#include <QCoreApplication>

#include <limits>

namespace convscope {

namespace {

/// Walks through an architecture from the picture to the logits and keeps the shape of what flows.
class Summarizer
{
    Q_DECLARE_TR_FUNCTIONS(LayerSummary)

public:
    ArchitectureSummary run(const Architecture &architecture, int side, int classes);

private:
    bool addInput(int side, int classes);
    bool addConvBlock(const ConvBlock &block, int index);
    bool addConvolution(const ConvBlock &block, int index);
    bool addMaxPool(int index);
    void addFlatten();
    bool addHiddenLayer(const HiddenLayer &layer, int index);
    void addLinear(const QString &name, int block, int width);

    void append(LayerKind kind, const QString &name, int block, qint64 parameters = 0, qint64 multiplications = 0);
    bool fail(const QString &field, const QString &message);
    qint64 values() const { return saturatingMultiply(m_channels, m_height, m_width); }

    ArchitectureSummary m_summary;
    qint64 m_channels = 1;
    qint64 m_height = 0;
    qint64 m_width = 0;
};

QString blockField(int index, QLatin1String key)
{
    return QStringLiteral("architecture.conv_blocks[%1].%2").arg(index).arg(key);
}

QString number(qint64 value)
{
    return countText(value);
}

/// Shapes travel as int.
bool fitsInt(qint64 value)
{
    return value <= std::numeric_limits<int>::max();
}

ArchitectureSummary Summarizer::run(const Architecture &architecture, int side, int classes)
{
    bool possible = addInput(side, classes);
    for (int i = 0; possible && i < int(architecture.convBlocks.size()); ++i) {
        possible = addConvBlock(architecture.convBlocks[std::size_t(i)], i);
    }
    if (possible) {
        addFlatten();
    }
    for (int i = 0; possible && i < int(architecture.hiddenLayers.size()); ++i) {
        possible = addHiddenLayer(architecture.hiddenLayers[std::size_t(i)], i);
    }
    if (possible) {
        addLinear(QStringLiteral("output"), -1, classes);
    }
    return m_summary;
}

bool Summarizer::addInput(int side, int classes)
{
    if (side < 1 || classes < 1 || !fitsInt(saturatingMultiply(side, side))) {
        return fail(QStringLiteral("architecture"),
                    tr("A network can't be built for pictures of %1 × %1 pixels and %2 classes. Choose other data.")
                        .arg(number(side), number(classes)));
    }
    m_height = side;
    m_width = side;
    append(LayerKind::Input, QString(), -1);
    return true;
}

bool Summarizer::addConvBlock(const ConvBlock &block, int index)
{
    if (!addConvolution(block, index)) {
        return false;
    }
    if (block.batchNorm) {
        append(LayerKind::BatchNorm, QStringLiteral("norm%1").arg(index + 1), index, 2 * m_channels, values());
    }
    append(LayerKind::Activation, QString(), index);
    return !block.maxPool || addMaxPool(index);
}

bool Summarizer::addConvolution(const ConvBlock &block, int index)
{
    if (block.filters < 1) {
        return fail(blockField(index, QLatin1String("filters")),
                    tr("Convolution block %1: it has no filters. Give it at least one.").arg(index + 1));
    }
    if (block.kernelSize < 1 || block.padding < 0) {
        return fail(
            blockField(index, QLatin1String(block.kernelSize < 1 ? "kernel_size" : "padding")),
            tr("Convolution block %1: the kernel size must be at least 1 and the padding at least 0.").arg(index + 1));
    }
    const qint64 paddedHeight = m_height + 2 * qint64(block.padding);
    const qint64 paddedWidth = m_width + 2 * qint64(block.padding);
    if (block.kernelSize > paddedHeight || block.kernelSize > paddedWidth) {
        return fail(blockField(index, QLatin1String("kernel_size")),
                    tr("Convolution block %1: a kernel of %2 × %2 is larger than the %3 × %4 picture that reaches it, "
                       "padding included. Choose a smaller kernel, more padding, or no max-pooling before it.")
                        .arg(number(index + 1), number(block.kernelSize), number(paddedHeight), number(paddedWidth)));
    }
    const qint64 weights = saturatingMultiply(block.filters, m_channels, block.kernelSize, block.kernelSize);
    m_height = paddedHeight - block.kernelSize + 1;
    m_width = paddedWidth - block.kernelSize + 1;
    m_channels = block.filters;
    if (!fitsInt(values())) {
        return fail(blockField(index, QLatin1String("filters")),
                    tr("Convolution block %1: it would turn one picture into %2 numbers, more than can be handled. "
                       "Choose fewer filters or less padding.")
                        .arg(number(index + 1), number(values())));
    }
    append(LayerKind::Convolution, QStringLiteral("conv%1").arg(index + 1), index,
           saturatingAdd(weights, block.filters), saturatingMultiply(weights, m_height, m_width));
    return true;
}

bool Summarizer::addMaxPool(int index)
{
    if (m_height < 2 || m_width < 2) {
        return fail(blockField(index, QLatin1String("max_pool")),
                    tr("Convolution block %1: max-pooling would leave nothing of a picture of %2 × %3. Switch "
                       "max-pooling off in this block or in one before it.")
                        .arg(number(index + 1), number(m_height), number(m_width)));
    }
    m_height /= 2;
    m_width /= 2;
    append(LayerKind::MaxPool, QString(), index);
    return true;
}

void Summarizer::addFlatten()
{
    m_channels = values(); // fits: every layer before was checked
    m_height = 1;
    m_width = 1;
    append(LayerKind::Flatten, QString(), -1);
    // A view of the values before it, not a copy of them.
    m_summary.activations -= m_channels;
}

bool Summarizer::addHiddenLayer(const HiddenLayer &layer, int index)
{
    if (layer.width < 1) {
        return fail(QStringLiteral("architecture.hidden_layers[%1].width").arg(index),
                    tr("Hidden layer %1: it has no neurons. Give it at least one.").arg(index + 1));
    }
    addLinear(QStringLiteral("hidden%1").arg(index + 1), index, layer.width);
    append(LayerKind::Activation, QString(), index);
    if (layer.dropout > 0.0) {
        append(LayerKind::Dropout, QString(), index);
    }
    return true;
}

void Summarizer::addLinear(const QString &name, int block, int width)
{
    const qint64 weights = saturatingMultiply(m_channels, width);
    m_channels = width;
    append(LayerKind::Linear, name, block, saturatingAdd(weights, width), weights);
}

void Summarizer::append(LayerKind kind, const QString &name, int block, qint64 parameters, qint64 multiplications)
{
    m_summary.layers.push_back(
        {kind, name, block, int(m_channels), int(m_height), int(m_width), parameters, multiplications});
    m_summary.parameters = saturatingAdd(m_summary.parameters, parameters);
    m_summary.multiplications = saturatingAdd(m_summary.multiplications, multiplications);
    m_summary.activations = saturatingAdd(m_summary.activations, values());
}

bool Summarizer::fail(const QString &field, const QString &message)
{
    m_summary.problem = ArchitectureProblem{field, message};
    return false;
}

} // namespace

ArchitectureSummary summarize(const Architecture &architecture, int side, int classes)
{
    return Summarizer().run(architecture, side, classes);
}

QString layerKindName(LayerKind kind)
{
    switch (kind) {
    case LayerKind::Input:
        return QCoreApplication::translate("LayerKind", "Input");
    case LayerKind::Convolution:
        return QCoreApplication::translate("LayerKind", "Convolution");
    case LayerKind::BatchNorm:
        return QCoreApplication::translate("LayerKind", "Batch normalisation");
    case LayerKind::Activation:
        return QCoreApplication::translate("LayerKind", "Activation");
    case LayerKind::MaxPool:
        return QCoreApplication::translate("LayerKind", "Max-pooling");
    case LayerKind::Flatten:
        return QCoreApplication::translate("LayerKind", "Flatten");
    case LayerKind::Linear:
        return QCoreApplication::translate("LayerKind", "Fully connected");
    case LayerKind::Dropout:
        return QCoreApplication::translate("LayerKind", "Dropout");
    }
    return QString();
}

} // namespace convscope
