// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/network.h"

#include "core/common/randomstream.h"
#include "core/model/layersummary.h"

#include <ATen/Parallel.h>

#include <cmath>
#include <stdexcept>

namespace convscope {

namespace {

constexpr double batchNormMomentum = 0.1; // PyTorch's defaults
constexpr double batchNormEpsilon = 1e-5;

torch::Tensor uniformTensor(const std::string &name, const std::vector<int64_t> &shape, qint64 fanIn, qint64 seed)
{
    torch::Tensor tensor = torch::empty(shape);
    RandomStream random(StreamPurpose::Weights, {std::uint64_t(seed), streamKey(name.c_str())});
    // The shape goes into the stream too, so that a layer that grew doesn't start as a copy with a tail.
    for (const int64_t size : shape) {
        random = RandomStream(StreamPurpose::Weights, {random.next(), std::uint64_t(size)});
    }
    const double bound = 1.0 / std::sqrt(double(fanIn));
    float *values = tensor.data_ptr<float>();
    for (int64_t i = 0; i < tensor.numel(); ++i) {
        values[i] = float((2.0 * random.uniform() - 1.0) * bound);
    }
    return tensor;
}

torch::Tensor noted(torch::Tensor output, std::vector<torch::Tensor> *trace)
{
    if (trace) {
        trace->push_back(output);
    }
    return output;
}

/// x [N, inputs], weight [outputs, inputs]. One picture is a product of a matrix and a vector: as one of two matrices it would first
/// copy all weights, which takes longer than the product, and whoever draws waits for it sixty times a second.
torch::Tensor linear(const torch::Tensor &x, const torch::Tensor &weight, const torch::Tensor &bias)
{
    return x.size(0) == 1 && !torch::GradMode::is_enabled() ? torch::addmv(bias, weight, x[0]).unsqueeze(0) : torch::linear(x, weight, bias);
}

} // namespace

torch::Tensor activate(const torch::Tensor &x, Activation activation)
{
    switch (activation) {
    case Activation::Relu:
        return torch::relu(x);
    case Activation::LeakyRelu:
        return torch::leaky_relu(x, leakyReluSlope);
    case Activation::Tanh:
        return torch::tanh(x);
    case Activation::Sigmoid:
        return torch::sigmoid(x);
    }
    throw std::logic_error("unknown activation");
}

torch::Tensor dropoutMask(qint64 rows, qint64 columns, double probability, const DropoutDraw &draw, int layer)
{
    torch::Tensor mask = torch::empty({rows, columns});
    RandomStream random(StreamPurpose::Dropout,
                        {std::uint64_t(draw.seed), std::uint64_t(draw.step), std::uint64_t(layer)});
    const auto threshold = std::uint64_t(probability * 0x1.0p32);
    const auto kept = float(1.0 / (1.0 - probability));
    float *values = mask.data_ptr<float>();
    const qint64 count = rows * columns;
    for (qint64 i = 0; i < count; i += 2) {
        const std::uint64_t bits = random.next();
        values[i] = (bits & 0xffffffffULL) < threshold ? 0.0f : kept;
        if (i + 1 < count) {
            values[i + 1] = (bits >> 32) < threshold ? 0.0f : kept;
        }
    }
    return mask;
}

NetworkImpl::NetworkImpl(const Architecture &architecture, int side, int classes, qint64 seed, bool fast,
                         Precision precision)
    : m_built(architecture)
    , m_architecture(architecture)
{
    const ArchitectureSummary summary = summarize(architecture, side, classes);
    if (summary.problem) {
        throw std::invalid_argument(summary.problem->message.toStdString());
    }
    int channels = 1;
    for (int i = 0; i < int(architecture.convBlocks.size()); ++i) {
        m_convLayers.push_back(addConvLayer(i + 1, architecture.convBlocks[i], channels, seed));
        channels = architecture.convBlocks[i].filters;
    }
    qint64 features = 0;
    for (const LayerSummary &layer : summary.layers) {
        if (layer.kind == LayerKind::Flatten) {
            features = layer.channels;
        }
    }
    for (int i = 0; i < int(architecture.hiddenLayers.size()); ++i) {
        const int width = architecture.hiddenLayers[i].width;
        m_hiddenLayers.push_back(addLinearLayer("hidden" + std::to_string(i + 1), features, width, seed));
        features = width;
    }
    m_output = addLinearLayer("output", features, classes, seed);
    if (precision == Precision::Bfloat16 && !(fast && FastForward::coversInBfloat16(architecture))) {
        throw std::invalid_argument("bfloat16 is not possible here: choose float32");
    }
    if (fast && FastForward::covers(architecture, side)) {
        m_fast = std::make_unique<FastForward>(architecture, side, classes, at::get_num_threads(), precision);
    }
}

NetworkImpl::~NetworkImpl() = default;

NetworkImpl::ConvLayer NetworkImpl::addConvLayer(int index, const ConvBlock &block, int inputChannels, qint64 seed)
{
    const std::string number = std::to_string(index);
    auto convolution = register_module("conv" + number, std::make_shared<torch::nn::Module>());
    const qint64 fanIn = qint64(inputChannels) * block.kernelSize * block.kernelSize;
    ConvLayer layer;
    layer.weight = convolution->register_parameter(
        "weight", uniformTensor("conv" + number + ".weight",
                                {block.filters, inputChannels, block.kernelSize, block.kernelSize}, fanIn, seed));
    layer.bias = convolution->register_parameter(
        "bias", uniformTensor("conv" + number + ".bias", {block.filters}, fanIn, seed));
    if (block.batchNorm) {
        auto norm = register_module("norm" + number, std::make_shared<torch::nn::Module>());
        layer.normWeight = norm->register_parameter("weight", torch::ones({block.filters}));
        layer.normBias = norm->register_parameter("bias", torch::zeros({block.filters}));
        layer.runningMean = norm->register_buffer("running_mean", torch::zeros({block.filters}));
        layer.runningVar = norm->register_buffer("running_var", torch::ones({block.filters}));
    }
    return layer;
}

NetworkImpl::LinearLayer NetworkImpl::addLinearLayer(const std::string &name, qint64 inputs, qint64 outputs,
                                                     qint64 seed)
{
    auto linear = register_module(name, std::make_shared<torch::nn::Module>());
    LinearLayer layer;
    layer.weight = linear->register_parameter("weight", uniformTensor(name + ".weight", {outputs, inputs}, inputs, seed));
    layer.bias = linear->register_parameter("bias", uniformTensor(name + ".bias", {outputs}, inputs, seed));
    return layer;
}

torch::Tensor NetworkImpl::forwardConv(const torch::Tensor &x, int index, Trace *trace)
{
    const ConvBlock &block = m_architecture.convBlocks[index];
    const ConvLayer &layer = m_convLayers[index];
    torch::Tensor y = noted(torch::conv2d(x, layer.weight, layer.bias, /*stride=*/1, block.padding), trace); // [N, filters, H', W']
    if (block.batchNorm) {
        y = noted(torch::batch_norm(y, layer.normWeight, layer.normBias, layer.runningMean, layer.runningVar, is_training(),
                                    batchNormMomentum, batchNormEpsilon, /*cudnn_enabled=*/false),
                  trace);
    }
    y = noted(activate(y, block.activation), trace);
    return block.maxPool ? noted(torch::max_pool2d(y, /*kernel_size=*/2, /*stride=*/2), trace) : y;
}

torch::Tensor NetworkImpl::forward(const torch::Tensor &images, const DropoutDraw &draw)
{
    // The gradient of the pictures is the plain layers' business.
    return m_fast && !images.requires_grad() ? forwardFast(images, draw) : forwardPlain(images, draw);
}

bool NetworkImpl::isIndependentOfThreads() const
{
    return m_fast && FastForward::isIndependentOfThreads(m_built);
}

torch::Tensor NetworkImpl::maskFor(int hiddenLayer, qint64 pictures, const DropoutDraw &draw) const
{
    const HiddenLayer &hidden = m_architecture.hiddenLayers[hiddenLayer];
    if (hidden.dropout == 0.0 || !is_training()) {
        return {};
    }
    return dropoutMask(pictures, hidden.width, hidden.dropout, draw, hiddenLayer);
}

torch::Tensor NetworkImpl::forwardFast(const torch::Tensor &images, const DropoutDraw &draw)
{
    std::vector<torch::Tensor> parameters;
    for (const ConvLayer &layer : m_convLayers) {
        parameters.insert(parameters.end(), {layer.weight, layer.bias});
    }
    std::vector<torch::Tensor> masks;
    for (int i = 0; i < int(m_hiddenLayers.size()); ++i) {
        parameters.insert(parameters.end(), {m_hiddenLayers[i].weight, m_hiddenLayers[i].bias});
        masks.push_back(maskFor(i, images.size(0), draw));
    }
    parameters.insert(parameters.end(), {m_output.weight, m_output.bias});
    return m_fast->forward(images, parameters, masks, torch::GradMode::is_enabled());
}

torch::Tensor NetworkImpl::forwardPlain(const torch::Tensor &images, const DropoutDraw &draw, Trace *trace)
{
    torch::Tensor x = noted(images, trace);
    for (int i = 0; i < int(m_convLayers.size()); ++i) {
        x = forwardConv(x, i, trace);
    }
    x = noted(x.flatten(1), trace); // [N, F]
    for (int i = 0; i < int(m_hiddenLayers.size()); ++i) {
        const HiddenLayer &hidden = m_architecture.hiddenLayers[i];
        x = noted(linear(x, m_hiddenLayers[i].weight, m_hiddenLayers[i].bias), trace);
        x = noted(activate(x, hidden.activation), trace);
        if (const torch::Tensor mask = maskFor(i, x.size(0), draw); mask.defined()) {
            x = x * mask;
        }
        if (hidden.dropout > 0.0) {
            noted(x, trace);
        }
    }
    return noted(linear(x, m_output.weight, m_output.bias), trace); // [N, K]
}

std::vector<torch::Tensor> NetworkImpl::forwardLayers(const torch::Tensor &images)
{
    Trace trace;
    forwardPlain(images, {}, &trace);
    return trace;
}

torch::Tensor NetworkImpl::forwardSums(const torch::Tensor &images, int block)
{
    torch::Tensor x = images;
    for (int i = 0; i < block; ++i) {
        x = forwardConv(x, i, nullptr);
    }
    Trace trace;
    forwardConv(x, block, &trace);
    return trace[m_architecture.convBlocks[std::size_t(block)].batchNorm ? 1 : 0];
}

void NetworkImpl::setDropout(double probability)
{
    m_architecture = m_built; // so that layers whose dropout was moved to 0 are remembered as having some
    convscope::setDropout(m_architecture, probability);
}

} // namespace convscope
