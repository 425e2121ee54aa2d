// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspection/operation.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace convscope {

namespace {

constexpr double batchNormEpsilon = 1e-5; // PyTorch's default, as the network is built with

/// Computes the parts of one unit. Every reader says false where an array is missing or has another shape.
class Anatomist
{
    Q_DECLARE_TR_FUNCTIONS(convscope::Anatomist)

public:
    Anatomist(const ForwardPass &pass, const Weights &weights, const UnitAddress &unit, int most, std::optional<double> dropout)
        : m_pass(pass)
        , m_weights(weights)
        , m_unit(unit)
        , m_most(std::size_t(std::max(0, most)))
        , m_dropout(dropout)
    {
    }

    Result<Anatomy> run();

private:
    bool belongTogether() const;
    const LayerSummary &layer() const { return m_pass.layers[std::size_t(m_unit.layer)].layer; }
    const LayerOutput &before() const { return m_pass.layers[std::size_t(m_unit.layer - 1)]; }
    double own() const { return m_pass.layers[std::size_t(m_unit.layer)].values[indexOf(layer(), m_unit)]; }
    double valueBefore() const { return before().values[indexOf(before().layer, m_unit)]; }
    /// nullptr where there is none, or not of that many numbers.
    const NamedArray *array(const char *suffix, qint64 count, const QString &name) const;

    bool take(InputParts &parts);
    bool take(ConvolutionParts &parts);
    bool take(BatchNormParts &parts);
    bool take(ActivationParts &parts);
    bool take(MaxPoolParts &parts);
    bool take(FlattenParts &parts);
    bool take(NeuronParts &parts);
    bool take(DropoutParts &parts);
    template<typename Parts>
    bool takeAs();
    bool takeByKind();
    ChannelPart channelPart(const ConvolutionParts &parts, const NamedArray &kernels, int channel) const;

    const ForwardPass &m_pass;
    const Weights &m_weights;
    const UnitAddress m_unit;
    const std::size_t m_most;
    const std::optional<double> m_dropout;
    Anatomy m_anatomy;
};

Result<Anatomy> Anatomist::run()
{
    if (!belongTogether() || !takeByKind()) {
        return Result<Anatomy>::failure(tr("This unit can't be taken apart: its layer and the weights don't belong together."));
    }
    m_anatomy.unit = m_unit;
    m_anatomy.layer = layer();
    m_anatomy.output = own();
    return m_anatomy;
}

bool Anatomist::belongTogether() const
{
    if (m_unit.layer < 0 || m_unit.layer >= int(m_pass.layers.size())) {
        return false;
    }
    for (const LayerOutput &output : m_pass.layers) {
        if (output.values.size() != std::size_t(output.layer.channels) * std::size_t(output.layer.height) * std::size_t(output.layer.width)) {
            return false;
        }
    }
    std::vector<LayerSummary> layers;
    for (const LayerOutput &output : m_pass.layers) {
        layers.push_back(output.layer);
    }
    return m_pass.layers.front().layer.kind == LayerKind::Input && clampedTo(layers, m_unit) == m_unit;
}

template<typename Parts>
bool Anatomist::takeAs()
{
    Parts parts;
    if ((!std::is_same_v<Parts, InputParts> && m_unit.layer == 0) || !take(parts)) {
        return false;
    }
    m_anatomy.parts = parts;
    return true;
}

bool Anatomist::takeByKind()
{
    switch (layer().kind) {
    case LayerKind::Input:
        return takeAs<InputParts>();
    case LayerKind::Convolution:
        return takeAs<ConvolutionParts>();
    case LayerKind::BatchNorm:
        return takeAs<BatchNormParts>();
    case LayerKind::Activation:
        return takeAs<ActivationParts>();
    case LayerKind::MaxPool:
        return takeAs<MaxPoolParts>();
    case LayerKind::Flatten:
        return takeAs<FlattenParts>();
    case LayerKind::Linear:
        return takeAs<NeuronParts>();
    case LayerKind::Dropout:
        return takeAs<DropoutParts>();
    }
    return false;
}

const NamedArray *Anatomist::array(const char *suffix, qint64 count, const QString &name) const
{
    const NamedArray *found = m_weights.find(name.toStdString() + suffix);
    return found && qint64(found->values.size()) == count ? found : nullptr;
}

bool Anatomist::take(InputParts &parts)
{
    m_anatomy.result = parts.value = own();
    return true;
}

ChannelPart Anatomist::channelPart(const ConvolutionParts &parts, const NamedArray &kernels, int channel) const
{
    const LayerSummary &input = before().layer;
    const int k = parts.kernelSize;
    const std::size_t first = (std::size_t(m_unit.channel) * std::size_t(input.channels) + std::size_t(channel)) * std::size_t(k * k);
    ChannelPart part;
    part.channel = channel;
    part.kernel.assign(kernels.values.begin() + std::ptrdiff_t(first), kernels.values.begin() + std::ptrdiff_t(first) + k * k);
    for (int i = 0; i < k * k; ++i) {
        const int y = parts.top + i / k;
        const int x = parts.left + i % k;
        const bool isInside = y >= 0 && x >= 0 && y < input.height && x < input.width;
        part.window.push_back(isInside ? before().values[indexOf(input, {0, channel, y, x})] : 0.0f);
        part.products.push_back(double(part.window.back()) * double(part.kernel[std::size_t(i)]));
    }
    part.sum = std::accumulate(part.products.begin(), part.products.end(), 0.0);
    return part;
}

bool Anatomist::take(ConvolutionParts &parts)
{
    if (layer().block < 0 || layer().block >= int(m_weights.architecture.convBlocks.size())) {
        return false;
    }
    const ConvBlock &block = m_weights.architecture.convBlocks[std::size_t(layer().block)];
    const int channels = before().layer.channels;
    const NamedArray *kernels = array(".weight", qint64(layer().channels) * channels * block.kernelSize * block.kernelSize, layer().name);
    const NamedArray *biases = array(".bias", layer().channels, layer().name);
    if (!kernels || !biases) {
        return false;
    }
    parts.kernelSize = block.kernelSize;
    parts.padding = block.padding;
    parts.top = m_unit.y - block.padding;
    parts.left = m_unit.x - block.padding;
    for (int channel = 0; channel < channels; ++channel) {
        parts.strongest.push_back(channelPart(parts, *kernels, channel));
        parts.sum += parts.strongest.back().sum;
    }
    std::stable_sort(parts.strongest.begin(), parts.strongest.end(),
                     [](const ChannelPart &a, const ChannelPart &b) { return std::abs(a.sum) > std::abs(b.sum); });
    for (std::size_t i = m_most; i < parts.strongest.size(); ++i) {
        parts.othersSum += parts.strongest[i].sum;
        ++parts.others;
    }
    parts.strongest.resize(std::min(parts.strongest.size(), m_most));
    parts.bias = double(biases->values[std::size_t(m_unit.channel)]);
    m_anatomy.result = parts.sum += parts.bias;
    return true;
}

bool Anatomist::take(BatchNormParts &parts)
{
    const NamedArray *gamma = array(".weight", layer().channels, layer().name);
    const NamedArray *beta = array(".bias", layer().channels, layer().name);
    const NamedArray *mean = array(".running_mean", layer().channels, layer().name);
    const NamedArray *variance = array(".running_var", layer().channels, layer().name);
    if (!gamma || !beta || !mean || !variance) {
        return false;
    }
    const auto channel = std::size_t(m_unit.channel);
    parts = {valueBefore(), mean->values[channel], variance->values[channel], batchNormEpsilon, gamma->values[channel], beta->values[channel]};
    parts.normalised = (parts.input - parts.mean) / std::sqrt(parts.variance + parts.epsilon);
    m_anatomy.result = parts.result = parts.gamma * parts.normalised + parts.beta;
    return true;
}

bool Anatomist::take(ActivationParts &parts)
{
    const Architecture &architecture = m_weights.architecture;
    // A hidden layer's activation follows a fully connected layer.
    const bool isHidden = before().layer.kind == LayerKind::Linear;
    const auto block = std::size_t(layer().block);
    if (layer().block < 0 || block >= (isHidden ? architecture.hiddenLayers.size() : architecture.convBlocks.size())) {
        return false;
    }
    parts.activation = isHidden ? architecture.hiddenLayers[block].activation : architecture.convBlocks[block].activation;
    parts.input = valueBefore();
    m_anatomy.result = parts.result = activated(parts.activation, parts.input);
    return true;
}

bool Anatomist::take(MaxPoolParts &parts)
{
    parts.top = 2 * m_unit.y;
    parts.left = 2 * m_unit.x;
    for (int i = 0; i < 4; ++i) {
        parts.window[std::size_t(i)] = before().values[indexOf(before().layer, {0, m_unit.channel, parts.top + i / 2, parts.left + i % 2})];
    }
    parts.winner = int(std::max_element(parts.window.begin(), parts.window.end()) - parts.window.begin());
    m_anatomy.result = parts.result = double(parts.window[std::size_t(parts.winner)]);
    return true;
}

bool Anatomist::take(FlattenParts &parts)
{
    const LayerSummary &maps = before().layer;
    parts.height = maps.height;
    parts.width = maps.width;
    parts.channel = m_unit.channel / (maps.height * maps.width);
    parts.y = m_unit.channel / maps.width % maps.height;
    parts.x = m_unit.channel % maps.width;
    m_anatomy.result = parts.value = double(before().values[indexOf(maps, {0, parts.channel, parts.y, parts.x})]);
    return true;
}

bool Anatomist::take(NeuronParts &parts)
{
    parts.inputs = int(before().values.size());
    const NamedArray *weights = array(".weight", qint64(layer().channels) * parts.inputs, layer().name);
    const NamedArray *biases = array(".bias", layer().channels, layer().name);
    if (!weights || !biases) {
        return false;
    }
    std::vector<NeuronTerm> terms;
    const float *row = weights->values.data() + std::size_t(m_unit.channel) * std::size_t(parts.inputs);
    for (int i = 0; i < parts.inputs; ++i) {
        const double value = double(before().values[std::size_t(i)]);
        terms.push_back({i, value, double(row[i]), value * double(row[i])});
        parts.sum += terms.back().product;
    }
    std::stable_sort(terms.begin(), terms.end(), [](const NeuronTerm &a, const NeuronTerm &b) { return a.product > b.product; });
    double listed = 0.0;
    for (std::size_t i = 0; i < std::min(m_most, terms.size()) && terms[i].product > 0.0; ++i) {
        parts.positive.push_back(terms[i]);
        listed += terms[i].product;
    }
    for (std::size_t i = 0; i < std::min(m_most, terms.size()) && terms[terms.size() - 1 - i].product < 0.0; ++i) {
        parts.negative.push_back(terms[terms.size() - 1 - i]);
        listed += parts.negative.back().product;
    }
    parts.others = parts.inputs - int(parts.positive.size() + parts.negative.size());
    parts.othersSum = parts.others > 0 ? parts.sum - listed : 0.0;
    parts.bias = double(biases->values[std::size_t(m_unit.channel)]);
    m_anatomy.result = parts.sum += parts.bias;
    return true;
}

bool Anatomist::take(DropoutParts &parts)
{
    const auto block = std::size_t(layer().block);
    if (layer().block < 0 || block >= m_weights.architecture.hiddenLayers.size()) {
        return false;
    }
    Architecture architecture = m_weights.architecture;
    if (m_dropout) {
        setDropout(architecture, *m_dropout); // as while training: all layers that have some share it
    }
    parts.probability = architecture.hiddenLayers[block].dropout;
    parts.scale = parts.probability < 1.0 ? 1.0 / (1.0 - parts.probability) : 0.0;
    m_anatomy.result = parts.value = valueBefore();
    return true;
}

} // namespace

Result<Anatomy> anatomyOf(const ForwardPass &pass, const Weights &weights, const UnitAddress &unit, int most, std::optional<double> dropout)
{
    return Anatomist(pass, weights, unit, most, dropout).run();
}

UnitAddress clampedTo(const std::vector<LayerSummary> &layers, UnitAddress unit)
{
    if (layers.empty()) {
        return {};
    }
    unit.layer = std::clamp(unit.layer, 0, int(layers.size()) - 1);
    const LayerSummary &layer = layers[std::size_t(unit.layer)];
    unit.channel = std::clamp(unit.channel, 0, std::max(0, layer.channels - 1));
    unit.y = std::clamp(unit.y, 0, std::max(0, layer.height - 1));
    unit.x = std::clamp(unit.x, 0, std::max(0, layer.width - 1));
    return unit;
}

std::size_t indexOf(const LayerSummary &layer, const UnitAddress &unit)
{
    return (std::size_t(unit.channel) * std::size_t(layer.height) + std::size_t(unit.y)) * std::size_t(layer.width) + std::size_t(unit.x);
}

double activated(Activation activation, double x)
{
    switch (activation) {
    case Activation::Relu:
        return std::max(0.0, x);
    case Activation::LeakyRelu:
        return x > 0.0 ? x : leakyReluSlope * x;
    case Activation::Tanh:
        return std::tanh(x);
    case Activation::Sigmoid:
        return 1.0 / (1.0 + std::exp(-x));
    }
    return x;
}

SoftmaxParts softmaxOf(const std::vector<float> &logits, int label)
{
    SoftmaxParts parts;
    parts.logits.assign(logits.begin(), logits.end());
    if (logits.empty()) {
        return parts;
    }
    parts.largest = *std::max_element(parts.logits.begin(), parts.logits.end());
    for (const double logit : parts.logits) {
        parts.exponentials.push_back(std::exp(logit - parts.largest));
        parts.sum += parts.exponentials.back();
    }
    for (const double exponential : parts.exponentials) {
        parts.probabilities.push_back(exponential / parts.sum);
    }
    if (label >= 0 && label < int(logits.size())) {
        parts.label = label;
        parts.loss = std::log(parts.sum) - (parts.logits[std::size_t(label)] - parts.largest); // finite where p rounds to 0
    }
    return parts;
}

std::optional<NeuronMap> neuronMapOf(const ForwardPass &pass, const Weights &weights, const UnitAddress &unit, int rank)
{
    if (unit.layer < 2 || unit.layer >= int(pass.layers.size())) {
        return std::nullopt;
    }
    const LayerOutput &flat = pass.layers[std::size_t(unit.layer - 1)];
    const LayerSummary &maps = pass.layers[std::size_t(unit.layer - 2)].layer;
    const LayerSummary &layer = pass.layers[std::size_t(unit.layer)].layer;
    const NamedArray *array = weights.find(layer.name.toStdString() + ".weight");
    if (flat.layer.kind != LayerKind::Flatten || !array || array->values.size() != flat.values.size() * std::size_t(layer.channels)) {
        return std::nullopt;
    }
    const auto area = std::size_t(maps.height) * std::size_t(maps.width);
    const float *row = array->values.data() + std::size_t(unit.channel) * flat.values.size();
    std::vector<double> sums;
    for (std::size_t first = 0; first < flat.values.size(); first += area) {
        sums.push_back(std::inner_product(row + first, row + first + area, flat.values.begin() + std::ptrdiff_t(first), 0.0,
                                          std::plus<double>(), [](float a, float b) { return double(a) * double(b); }));
    }
    NeuronMap map;
    map.ranking.resize(sums.size());
    std::iota(map.ranking.begin(), map.ranking.end(), 0);
    std::stable_sort(map.ranking.begin(), map.ranking.end(), [&sums](int a, int b) { return std::abs(sums[std::size_t(a)]) > std::abs(sums[std::size_t(b)]); });
    map.channel = map.ranking[std::size_t(std::clamp(rank, 0, int(sums.size()) - 1))];
    map.height = maps.height;
    map.width = maps.width;
    map.sum = sums[std::size_t(map.channel)];
    const std::size_t first = std::size_t(map.channel) * area;
    for (std::size_t i = first; i < first + area; ++i) {
        map.inputs.push_back(flat.values[i]);
        map.weights.push_back(row[i]);
        map.products.push_back(flat.values[i] * row[i]);
    }
    return map;
}

} // namespace convscope
