// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspection/connections.h"

#include "core/inspection/receptivefield.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace convscope {

namespace {

/// PyTorch's default, as in the network.
constexpr double normEpsilon = 1e-5;

/// Everything that is asked again and again about one pass.
class Connections
{
public:
    Connections(const Weights &weights, const ForwardPass &pass)
        : m_weights(weights)
        , m_pass(pass)
    {
        for (const LayerOutput &output : pass.layers) {
            m_layers.push_back(output.layer);
        }
    }

    bool has(const UnitAddress &unit) const { return isUnit(m_layers, unit); }
    UnitSources sources(const UnitAddress &unit) const;
    std::vector<Target> targets(const UnitAddress &unit) const;

private:
    const LayerSummary &layer(int index) const { return m_layers[std::size_t(index)]; }
    /// Of the layer's parameters; nullptr where it isn't there or has another size than the layers say.
    const std::vector<float> *array(int index, const char *ending, qint64 size) const;
    double valueIn(int layer, int channel, int y, int x) const;
    double weightedSum(const Feed &feed) const;
    /// The layer whose maps a fully connected layer reads.
    int mapsBefore(int index) const { return layer(index - 1).kind == LayerKind::Flatten ? index - 2 : index - 1; }

    UnitSources convolutionSources(const UnitAddress &unit) const;
    UnitSources normSources(const UnitAddress &unit) const;
    UnitSources linearSources(const UnitAddress &unit) const;
    UnitSources passedOn(const UnitAddress &unit) const;
    std::vector<Target> convolutionTargets(const UnitAddress &unit) const;
    std::vector<Target> linearTargets(const UnitAddress &unit) const;
    Target sameChannelTarget(const UnitAddress &unit) const;

    const Weights &m_weights;
    const ForwardPass &m_pass;
    std::vector<LayerSummary> m_layers;
};

const std::vector<float> *Connections::array(int index, const char *ending, qint64 size) const
{
    const NamedArray *found = m_weights.find(layer(index).name.toStdString() + ending);
    return found && qint64(found->values.size()) == size ? &found->values : nullptr;
}

double Connections::valueIn(int index, int channel, int y, int x) const
{
    const LayerSummary &summary = layer(index);
    if (y < 0 || x < 0 || y >= summary.height || x >= summary.width) {
        return 0.0; // padding
    }
    return double(m_pass.layers[std::size_t(index)].values[(std::size_t(channel) * summary.height + y) * summary.width + x]);
}

double Connections::weightedSum(const Feed &feed) const
{
    double sum = 0.0;
    std::size_t i = 0;
    for (int y = feed.window.top(); y <= feed.window.bottom(); ++y) {
        for (int x = feed.window.left(); x <= feed.window.right(); ++x) {
            sum += double(feed.weights[i++]) * valueIn(feed.layer, feed.channel, y, x);
        }
    }
    return sum;
}

UnitSources Connections::sources(const UnitAddress &unit) const
{
    UnitSources sources;
    switch (layer(unit.layer).kind) {
    case LayerKind::Input:
        break;
    case LayerKind::Convolution:
        sources = convolutionSources(unit);
        break;
    case LayerKind::BatchNorm:
        sources = normSources(unit);
        break;
    case LayerKind::Linear:
        sources = linearSources(unit);
        break;
    case LayerKind::Activation:
    case LayerKind::MaxPool:
    case LayerKind::Flatten:
    case LayerKind::Dropout:
        sources = passedOn(unit);
        break;
    }
    sources.value = valueIn(unit.layer, unit.channel, unit.y, unit.x);
    return sources;
}

UnitSources Connections::convolutionSources(const UnitAddress &unit) const
{
    const QRect window = windowBefore(m_weights.architecture, m_layers, unit);
    const int channels = layer(unit.layer - 1).channels;
    const qint64 size = qint64(window.width()) * window.height();
    const auto *kernels = array(unit.layer, ".weight", size * channels * layer(unit.layer).channels);
    const auto *biases = array(unit.layer, ".bias", layer(unit.layer).channels);
    UnitSources sources;
    if (!kernels || !biases) {
        return sources;
    }
    for (int c = 0; c < channels; ++c) {
        const auto first = kernels->begin() + (qint64(unit.channel) * channels + c) * size;
        Feed feed{unit.layer - 1, c, window, std::vector<float>(first, first + size)};
        feed.contribution = weightedSum(feed);
        sources.feeds.push_back(std::move(feed));
    }
    sources.offset = double((*biases)[std::size_t(unit.channel)]);
    return sources;
}

UnitSources Connections::normSources(const UnitAddress &unit) const
{
    const int channels = layer(unit.layer).channels;
    const auto *scale = array(unit.layer, ".weight", channels);
    const auto *shift = array(unit.layer, ".bias", channels);
    const auto *mean = array(unit.layer, ".running_mean", channels);
    const auto *variance = array(unit.layer, ".running_var", channels);
    UnitSources sources;
    if (!scale || !shift || !mean || !variance) {
        return sources;
    }
    const auto c = std::size_t(unit.channel);
    const double factor = double((*scale)[c]) / std::sqrt(double((*variance)[c]) + normEpsilon);
    Feed feed{unit.layer - 1, unit.channel, QRect(unit.x, unit.y, 1, 1), {float(factor)}};
    feed.contribution = factor * valueIn(unit.layer - 1, unit.channel, unit.y, unit.x);
    sources.feeds.push_back(std::move(feed));
    sources.offset = double((*shift)[c]) - factor * double((*mean)[c]);
    return sources;
}

UnitSources Connections::linearSources(const UnitAddress &unit) const
{
    const int maps = mapsBefore(unit.layer);
    const LayerSummary &before = layer(maps);
    const QRect window(0, 0, before.width, before.height);
    const qint64 size = qint64(before.width) * before.height;
    const auto *rows = array(unit.layer, ".weight", size * before.channels * layer(unit.layer).channels);
    const auto *biases = array(unit.layer, ".bias", layer(unit.layer).channels);
    UnitSources sources;
    if (!rows || !biases) {
        return sources;
    }
    for (int c = 0; c < before.channels; ++c) {
        const auto first = rows->begin() + (qint64(unit.channel) * before.channels + c) * size;
        Feed feed{maps, c, window, std::vector<float>(first, first + size)};
        feed.contribution = weightedSum(feed);
        sources.feeds.push_back(std::move(feed));
    }
    sources.offset = double((*biases)[std::size_t(unit.channel)]);
    return sources;
}

UnitSources Connections::passedOn(const UnitAddress &unit) const
{
    const bool isFlat = layer(unit.layer).kind == LayerKind::Flatten;
    const int channel = isFlat ? unflattened(m_layers, unit).channel : unit.channel;
    Feed feed{unit.layer - 1, channel, windowBefore(m_weights.architecture, m_layers, unit), {}};
    feed.contribution = -std::numeric_limits<double>::infinity();
    for (int y = feed.window.top(); y <= feed.window.bottom(); ++y) {
        for (int x = feed.window.left(); x <= feed.window.right(); ++x) {
            const double value = valueIn(feed.layer, channel, y, x);
            feed.contribution = std::isnan(value) ? value : std::max(feed.contribution, value);
        }
    }
    UnitSources sources;
    sources.feeds.push_back(std::move(feed));
    return sources;
}

std::vector<Target> Connections::targets(const UnitAddress &unit) const
{
    switch (unit.layer + 1 < int(m_layers.size()) ? layer(unit.layer + 1).kind : LayerKind::Input) {
    case LayerKind::Input:
        return {};
    case LayerKind::Convolution:
        return convolutionTargets(unit);
    case LayerKind::Linear:
        return linearTargets(unit);
    case LayerKind::Flatten:
        return {{flattened(m_layers, unit).channel, QRect(0, 0, 1, 1), {}, 1.0}};
    case LayerKind::BatchNorm:
    case LayerKind::Activation:
    case LayerKind::MaxPool:
    case LayerKind::Dropout:
        break;
    }
    return {sameChannelTarget(unit)};
}

Target Connections::sameChannelTarget(const UnitAddress &unit) const
{
    const LayerSummary &next = layer(unit.layer + 1);
    const int stride = next.kind == LayerKind::MaxPool ? 2 : 1;
    const QRect window = QRect(unit.x / stride, unit.y / stride, 1, 1) & QRect(0, 0, next.width, next.height);
    return {unit.channel, window, {}, 1.0};
}

double absoluteSum(const std::vector<float> &weights)
{
    return std::accumulate(weights.begin(), weights.end(), 0.0, [](double sum, float weight) { return sum + std::abs(double(weight)); });
}

std::vector<Target> Connections::convolutionTargets(const UnitAddress &unit) const
{
    const LayerSummary &next = layer(unit.layer + 1);
    const ConvBlock &block = m_weights.architecture.convBlocks[std::size_t(next.block)];
    const int k = block.kernelSize;
    const int channels = layer(unit.layer).channels;
    const auto *kernels = array(unit.layer + 1, ".weight", qint64(next.channels) * channels * k * k);
    std::vector<Target> targets;
    if (!kernels) {
        return targets;
    }
    // Output (y, x) reads from y - padding to y - padding + k - 1.
    const QRect readers(unit.x + block.padding - k + 1, unit.y + block.padding - k + 1, k, k);
    for (int c = 0; c < next.channels; ++c) {
        const auto first = kernels->begin() + (qint64(c) * channels + unit.channel) * k * k;
        Target target{c, readers & QRect(0, 0, next.width, next.height), std::vector<float>(first, first + k * k)};
        target.strength = absoluteSum(target.weights);
        targets.push_back(std::move(target));
    }
    return targets;
}

std::vector<Target> Connections::linearTargets(const UnitAddress &unit) const
{
    const LayerSummary &next = layer(unit.layer + 1);
    const int inputs = layer(unit.layer).channels;
    const auto *rows = array(unit.layer + 1, ".weight", qint64(next.channels) * inputs);
    std::vector<Target> targets;
    if (!rows) {
        return targets;
    }
    for (int c = 0; c < next.channels; ++c) {
        const float weight = (*rows)[std::size_t(c) * std::size_t(inputs) + std::size_t(unit.channel)];
        targets.push_back({c, QRect(0, 0, 1, 1), {weight}, std::abs(double(weight))});
    }
    return targets;
}

bool belongTogether(const Weights &weights, const ForwardPass &pass)
{
    const std::vector<LayerSummary> layers = summarize(weights.architecture, weights.side, weights.classes).layers;
    return std::equal(layers.begin(), layers.end(), pass.layers.begin(), pass.layers.end(), [](const LayerSummary &layer, const LayerOutput &output) {
        return layer.kind == output.layer.kind && layer.channels == output.layer.channels && layer.height == output.layer.height
            && layer.width == output.layer.width && qint64(output.values.size()) == qint64(layer.channels) * layer.height * layer.width;
    });
}

} // namespace

double valueOf(const ForwardPass &pass, const UnitAddress &unit)
{
    const LayerOutput &output = pass.layers[std::size_t(unit.layer)];
    return double(output.values[(std::size_t(unit.channel) * output.layer.height + unit.y) * output.layer.width + unit.x]);
}

UnitSources sourcesOf(const Weights &weights, const ForwardPass &pass, const UnitAddress &unit)
{
    if (!belongTogether(weights, pass)) {
        return {};
    }
    const Connections connections(weights, pass);
    return connections.has(unit) ? connections.sources(unit) : UnitSources();
}

std::vector<Target> targetsOf(const Weights &weights, const ForwardPass &pass, const UnitAddress &unit)
{
    if (!belongTogether(weights, pass)) {
        return {};
    }
    const Connections connections(weights, pass);
    return connections.has(unit) ? connections.targets(unit) : std::vector<Target>();
}

} // namespace convscope
