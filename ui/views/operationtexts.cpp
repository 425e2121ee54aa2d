// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/operationtexts.h"

#include "core/common/counttext.h"
#include "ui/forms/choicetexts.h"
#include "ui/views/numberpainting.h"

#include <QCoreApplication>

namespace convscope {

namespace {

struct OperationTexts
{
    Q_DECLARE_TR_FUNCTIONS(convscope::OperationTexts)

public:
    static QString explain(const Anatomy &anatomy, const OperationContent &content);
    static QString explainConvolution(const ConvolutionParts &parts, int channels);
    static QString explainActivation(Activation activation);
};

QString OperationTexts::explainConvolution(const ConvolutionParts &parts, int channels)
{
    const QString first = tr("The kernel slides over the whole picture. At each place the %1 × %1 numbers below it are multiplied by its "
                             "%1 × %1 weights; the products are added up, and the bias is added. The weights are the same at every place: "
                             "so one filter finds the same pattern wherever it stands.")
                              .arg(parts.kernelSize);
    const QString padding = parts.padding > 0 ? QLatin1Char(' ') + tr("Hatched: beyond the edge zeros are put (padding).") : QString();
    if (channels == 1) {
        return first + padding;
    }
    return first + QLatin1Char(' ')
        + tr("Each of the %Ln input channel(s) has a kernel of its own; the channels that count most at this place are spelled out.", nullptr, channels)
        + padding;
}

QString OperationTexts::explainActivation(Activation activation)
{
    switch (activation) {
    case Activation::Relu:
        return tr("ReLU lets positive numbers through and turns negative ones into 0: the filter answers, or it is silent. Without such a "
                  "bend all layers together could do no more than one.");
    case Activation::LeakyRelu:
        return tr("Leaky ReLU lets positive numbers through and keeps a hundredth of negative ones, so that no neuron falls silent for good.");
    case Activation::Tanh:
        return tr("The hyperbolic tangent presses every number between −1 and 1. Far from 0 it is flat, and learning there is slow.");
    case Activation::Sigmoid:
        return tr("The sigmoid presses every number between 0 and 1. Far from 0 it is flat, and learning there is slow.");
    }
    return {};
}

QString OperationTexts::explain(const Anatomy &anatomy, const OperationContent &content)
{
    switch (anatomy.layer.kind) {
    case LayerKind::Input:
        return tr("This is what the network sees: a picture as a table of numbers.");
    case LayerKind::Convolution:
        return explainConvolution(std::get<ConvolutionParts>(anatomy.parts), content.layerBefore().layer.channels);
    case LayerKind::BatchNorm:
        return tr("Batch normalisation shifts and scales each channel so that its mean is near 0 and its spread near 1, then by two learned "
                  "numbers, γ and β. In training mean and variance are those of the batch; here those that were averaged while training.");
    case LayerKind::Activation:
        return explainActivation(std::get<ActivationParts>(anatomy.parts).activation);
    case LayerKind::MaxPool:
        return tr("Of each 2 × 2 numbers the largest is kept. The map becomes half as wide and half as high; whether a pattern was found "
                  "stays known, where exactly does not matter any more.");
    case LayerKind::Flatten:
        return tr("The maps are laid out one after another, row by row, as one list of numbers: what comes next looks at all of them at once.");
    case LayerKind::Linear:
        return tr("A neuron multiplies each of its inputs by a weight of its own and adds everything up, with a bias. A large sum means: what "
                  "it has learned to look for is there.");
    case LayerKind::Dropout:
        return tr("While training, dropout silences neurons at random, other ones for each picture, so that none can rely on a single other "
                  "one. That works against overfitting.");
    }
    return {};
}

QString cell(double value)
{
    return QString::number(value, 'g', 7);
}

void addTable(ViewTable &table, const InputParts &parts)
{
    table.rows << QStringList{OperationTexts::tr("pixel"), {}, {}, cell(parts.value)};
}

void addTable(ViewTable &table, const ConvolutionParts &parts)
{
    for (const ChannelPart &part : parts.strongest) {
        for (std::size_t i = 0; i < part.products.size(); ++i) {
            table.rows << QStringList{OperationTexts::tr("channel %1, kernel row %2, column %3").arg(part.channel + 1).arg(int(i) / parts.kernelSize + 1).arg(int(i) % parts.kernelSize + 1),
                                      cell(double(part.window[i])), cell(double(part.kernel[i])), cell(part.products[i])};
        }
    }
    if (parts.others > 0) {
        table.rows << QStringList{OperationTexts::tr("%Ln other channel(s)", nullptr, parts.others), {}, {}, cell(parts.othersSum)};
    }
    table.rows << QStringList{OperationTexts::tr("bias"), {}, {}, cell(parts.bias)};
}

void addTable(ViewTable &table, const BatchNormParts &parts)
{
    const QList<std::pair<QString, double>> rows = {{OperationTexts::tr("input"), parts.input}, {OperationTexts::tr("mean"), parts.mean},
                                                    {OperationTexts::tr("variance"), parts.variance}, {QStringLiteral("epsilon"), parts.epsilon},
                                                    {QStringLiteral("gamma"), parts.gamma}, {QStringLiteral("beta"), parts.beta},
                                                    {OperationTexts::tr("normalised"), parts.normalised}};
    for (const auto &[name, value] : rows) {
        table.rows << QStringList{name, {}, {}, cell(value)};
    }
}

void addTable(ViewTable &table, const ActivationParts &parts)
{
    table.rows << QStringList{OperationTexts::tr("input of %1").arg(choiceText(parts.activation)), {}, {}, cell(parts.input)};
}

void addTable(ViewTable &table, const MaxPoolParts &parts)
{
    for (int i = 0; i < 4; ++i) {
        table.rows << QStringList{OperationTexts::tr("row %1, column %2").arg(parts.top + i / 2 + 1).arg(parts.left + i % 2 + 1), {}, {}, cell(double(parts.window[std::size_t(i)]))};
    }
}

void addTable(ViewTable &table, const FlattenParts &parts)
{
    table.rows << QStringList{OperationTexts::tr("channel %1, row %2, column %3").arg(parts.channel + 1).arg(parts.y + 1).arg(parts.x + 1), {}, {}, cell(parts.value)};
}

void addTable(ViewTable &table, const NeuronParts &parts)
{
    for (const std::vector<NeuronTerm> *terms : {&parts.positive, &parts.negative}) {
        for (const NeuronTerm &term : *terms) {
            table.rows << QStringList{OperationTexts::tr("input %1").arg(term.input + 1), cell(term.value), cell(term.weight), cell(term.product)};
        }
    }
    if (parts.others > 0) {
        table.rows << QStringList{OperationTexts::tr("%Ln other input(s)", nullptr, parts.others), {}, {}, cell(parts.othersSum)};
    }
    table.rows << QStringList{OperationTexts::tr("bias"), {}, {}, cell(parts.bias)};
}

void addTable(ViewTable &table, const DropoutParts &parts)
{
    table.rows << QStringList{OperationTexts::tr("input"), {}, {}, cell(parts.value)};
    table.rows << QStringList{OperationTexts::tr("probability of 0 in training"), {}, {}, cell(parts.probability)};
    table.rows << QStringList{OperationTexts::tr("factor of the others in training"), {}, {}, cell(parts.scale)};
}

ViewTable softmaxTable(const OperationContent &content)
{
    const SoftmaxParts parts = softmaxOf(content.pass->layers.back().values, content.label);
    ViewTable table;
    table.header = QStringList{OperationTexts::tr("class"), OperationTexts::tr("logit"), OperationTexts::tr("exponential"), OperationTexts::tr("probability")};
    for (std::size_t k = 0; k < parts.logits.size(); ++k) {
        const QString name = int(k) < content.classes.size() ? content.classes.at(int(k)) : QString::number(k);
        table.rows << QStringList{name, cell(parts.logits[k]), cell(parts.exponentials[k]), cell(parts.probabilities[k])};
    }
    if (parts.label >= 0) {
        table.rows << QStringList{OperationTexts::tr("loss"), {}, {}, cell(parts.loss)};
    }
    return table;
}

} // namespace

QString layerTitle(const Architecture &architecture, const std::vector<LayerSummary> &layers, int index)
{
    const LayerSummary &layer = layers[std::size_t(index)];
    QString name = layerKindName(layer.kind);
    const auto block = std::size_t(std::max(0, layer.block));
    if (layer.kind == LayerKind::Activation && index > 0) {
        const bool isHidden = layers[std::size_t(index - 1)].kind == LayerKind::Linear;
        name = choiceText(isHidden ? architecture.hiddenLayers.at(block).activation : architecture.convBlocks.at(block).activation);
    } else if (!layer.name.isEmpty() && layer.kind != LayerKind::BatchNorm) {
        name += QLatin1Char(' ') + layer.name;
    }
    const QString shape = layer.height * layer.width > 1 ? QStringLiteral("%1 × %2 × %3").arg(layer.channels).arg(layer.height).arg(layer.width) : countText(layer.channels);
    return QStringLiteral("%1 · %2, %3").arg(QString::number(index), name, shape);
}

QString operationExplanation(const OperationContent &content, const std::optional<Anatomy> &anatomy)
{
    if (content.isSoftmax) {
        return OperationTexts::tr("Softmax makes probabilities of the logits: the exponential of each makes all of them positive, and dividing by their sum "
                                  "makes them add up to 1. The cross-entropy is the loss that training makes smaller: minus the logarithm of the "
                                  "probability of the true class.");
    }
    return anatomy ? OperationTexts::explain(*anatomy, content) : QString();
}

QString operationSentence(const OperationContent &content, const std::optional<Anatomy> &anatomy)
{
    if (content.isSoftmax) {
        const SoftmaxParts parts = softmaxOf(content.pass->layers.back().values, content.label);
        const std::size_t k = std::min(std::size_t(content.unit.channel), parts.logits.size() - 1);
        return OperationTexts::tr("Softmax, class %1: logit %2, probability %3.").arg(k).arg(numbers::text(parts.logits[k]), numbers::text(parts.probabilities[k], 4));
    }
    if (!anatomy) {
        return {};
    }
    const QString where = OperationTexts::tr("%1, channel %2, row %3, column %4").arg(layerKindName(anatomy->layer.kind)).arg(content.unit.channel + 1).arg(content.unit.y + 1).arg(content.unit.x + 1);
    if (const auto *convolution = std::get_if<ConvolutionParts>(&anatomy->parts)) {
        return OperationTexts::tr("%1: the products come to %2, with the bias %3 the sum is %4.")
            .arg(where, numbers::text(convolution->sum - convolution->bias), numbers::text(convolution->bias), numbers::text(convolution->sum));
    }
    if (const auto *neuron = std::get_if<NeuronParts>(&anatomy->parts)) {
        return OperationTexts::tr("%1: the products come to %2, with the bias %3 the sum is %4.")
            .arg(where, numbers::text(neuron->sum - neuron->bias), numbers::text(neuron->bias), numbers::text(neuron->sum));
    }
    return OperationTexts::tr("%1: the result is %2.").arg(where, numbers::text(anatomy->result));
}

ViewTable operationTable(const OperationContent &content, const std::optional<Anatomy> &anatomy)
{
    if (content.isSoftmax) {
        return softmaxTable(content);
    }
    ViewTable table;
    if (!anatomy) {
        return table;
    }
    table.header = QStringList{OperationTexts::tr("term"), OperationTexts::tr("input"), OperationTexts::tr("weight"), OperationTexts::tr("value")};
    std::visit([&table](const auto &parts) { addTable(table, parts); }, anatomy->parts);
    table.rows << QStringList{OperationTexts::tr("result"), {}, {}, cell(anatomy->result)};
    return table;
}

} // namespace convscope
