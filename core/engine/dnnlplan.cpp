// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/dnnlplan.h"

#include "core/engine/elementwise.h"

#include <algorithm>
#include <cstring>

namespace convscope {

namespace {

using dnnl::memory;
using Tag = dnnl::memory::format_tag;

memory::desc plain(const memory::dims &dims, Tag tag)
{
    return {dims, memory::data_type::f32, tag};
}

memory::desc anyLayout(const memory::dims &dims)
{
    return plain(dims, Tag::any);
}

/// Memory whose data pointer is set at every step.
memory pointing(const memory::desc &desc, const dnnl::engine &engine)
{
    return {desc, engine, nullptr};
}

/// With a slope of exactly 0 oneDNN takes a maximum, which turns NaN into 0; with this one it multiplies.
constexpr float almostZeroSlope = 1e-30f;

dnnl::primitive_attr fusedActivation(float slope)
{
    dnnl::post_ops operations;
    operations.append_eltwise(1.0f, dnnl::algorithm::eltwise_relu, slope == 0.0f ? almostZeroSlope : slope, 0.0f);
    dnnl::primitive_attr attributes;
    attributes.set_post_ops(operations);
    return attributes;
}

bool coversActivation(Activation activation)
{
    return activation == Activation::Relu || activation == Activation::LeakyRelu;
}

float slopeOf(Activation activation)
{
    return activation == Activation::LeakyRelu ? float(leakyReluSlope) : 0.0f;
}

float *floats(const memory &buffer)
{
    return static_cast<float *>(buffer.get_data_handle());
}

qint64 floatCount(const memory &buffer)
{
    return qint64(buffer.get_desc().get_size() / sizeof(float));
}

} // namespace

bool DnnlPlan::knows(const Architecture &architecture)
{
    return std::all_of(architecture.convBlocks.begin(), architecture.convBlocks.end(),
                       [](const ConvBlock &block) { return !block.batchNorm && coversActivation(block.activation); })
        && std::all_of(architecture.hiddenLayers.begin(), architecture.hiddenLayers.end(),
                       [](const HiddenLayer &layer) { return coversActivation(layer.activation); });
}

DnnlPlan::DnnlPlan(const dnnl::engine &engine, const Architecture &architecture, int side, int classes, int pictures,
                   bool training)
    : m_engine(engine)
    , m_pictures(pictures)
    , m_training(training)
    , m_images(pointing(plain({pictures, 1, side, side}, Tag::nchw), engine))
{
    int channels = 1;
    memory source = m_images;
    for (const ConvBlock &block : architecture.convBlocks) {
        addConv(block, source, channels, side);
        channels = block.filters;
        side += 2 * block.padding - block.kernelSize + 1;
        if (block.maxPool) {
            addPool(m_convs.back(), channels, side);
            side /= 2;
        }
        source = block.maxPool ? m_convs.back().pooled : m_convs.back().activated;
    }
    addFlatten(channels, side);
    int inputs = channels * side * side;
    for (const HiddenLayer &layer : architecture.hiddenLayers) {
        addLinear(inputs, layer.width, true, slopeOf(layer.activation));
        inputs = layer.width;
    }
    addLinear(inputs, classes, false, 0.0f);
}

template<typename Descriptor>
void DnnlPlan::noteImplementation(const Descriptor &descriptor)
{
    if (std::strstr(descriptor.impl_info_str(), "ref") != nullptr) {
        m_isQuick = false;
    }
}

void DnnlPlan::addConv(const ConvBlock &block, const memory &source, int channels, int side)
{
    const int outputSide = side + 2 * block.padding - block.kernelSize + 1;
    const memory::dims padding{block.padding, block.padding};
    const memory::dims weightDims{block.filters, channels, block.kernelSize, block.kernelSize};
    const auto kind = m_training ? dnnl::prop_kind::forward_training : dnnl::prop_kind::forward_inference;
    const memory::desc biasDesc = plain({block.filters}, Tag::x);
    const dnnl::convolution_forward::desc desc(kind, dnnl::algorithm::convolution_direct, source.get_desc(), anyLayout(weightDims), biasDesc,
                                               anyLayout({m_pictures, block.filters, outputSide, outputSide}), {1, 1},
                                               padding, padding);
    const dnnl::convolution_forward::primitive_desc forward(desc, fusedActivation(slopeOf(block.activation)), m_engine);
    noteImplementation(forward);
    ConvStage stage;
    stage.slope = slopeOf(block.activation);
    stage.pools = block.maxPool;
    stage.source = source;
    stage.plainWeight = pointing(plain(weightDims, Tag::oihw), m_engine);
    stage.weight = memory(forward.weights_desc(), m_engine);
    stage.bias = pointing(biasDesc, m_engine);
    stage.activated = memory(forward.dst_desc(), m_engine);
    stage.packWeight = dnnl::reorder(stage.plainWeight, stage.weight);
    stage.forward = dnnl::convolution_forward(forward);
    if (m_training) {
        addConvBackward(stage, block, forward);
    }
    m_convs.push_back(std::move(stage));
}

void DnnlPlan::addConvBackward(ConvStage &stage, const ConvBlock &block, const dnnl::convolution_forward::primitive_desc &forward)
{
    const memory::dims padding{block.padding, block.padding};
    const memory::dims weightDims = stage.plainWeight.get_desc().dims();
    const memory::desc sourceDesc = stage.source.get_desc();
    const memory::desc biasDesc = stage.bias.get_desc();
    const memory::desc outputDesc = forward.dst_desc();
    stage.activatedGradient = memory(outputDesc, m_engine);
    const dnnl::convolution_backward_weights::desc weightsDesc(dnnl::algorithm::convolution_direct, sourceDesc, anyLayout(weightDims), biasDesc, outputDesc,
                                                               {1, 1}, padding, padding);
    const dnnl::convolution_backward_weights::primitive_desc weights(weightsDesc, m_engine, forward);
    noteImplementation(weights);
    stage.weightGradient = memory(weights.diff_weights_desc(), m_engine);
    stage.plainWeightGradient = pointing(stage.plainWeight.get_desc(), m_engine);
    stage.biasGradient = pointing(biasDesc, m_engine);
    stage.unpackWeightGradient = dnnl::reorder(stage.weightGradient, stage.plainWeightGradient);
    stage.backwardWeights = dnnl::convolution_backward_weights(weights);
    if (m_convs.empty()) {
        return; // nobody asks for the gradient of the pictures here
    }
    const dnnl::convolution_backward_data::desc dataDesc(dnnl::algorithm::convolution_direct, sourceDesc, anyLayout(weightDims), outputDesc,
                                                         {1, 1}, padding, padding);
    const dnnl::convolution_backward_data::primitive_desc data(dataDesc, m_engine, forward);
    noteImplementation(data);
    stage.weightForSource = memory(data.weights_desc(), m_engine);
    stage.packWeightForSource = dnnl::reorder(stage.plainWeight, stage.weightForSource);
    stage.backwardData = dnnl::convolution_backward_data(data);
}

void DnnlPlan::addPool(ConvStage &stage, int filters, int side)
{
    const memory::dims two{2, 2};
    const memory::dims none{0, 0};
    const auto kind = m_training ? dnnl::prop_kind::forward_training : dnnl::prop_kind::forward_inference;
    const memory::dims pooledDims{m_pictures, filters, side / 2, side / 2};
    const dnnl::pooling_forward::desc desc(kind, dnnl::algorithm::pooling_max, stage.activated.get_desc(), anyLayout(pooledDims), two, two, none, none);
    const dnnl::pooling_forward::primitive_desc forward(desc, m_engine);
    stage.pooled = memory(forward.dst_desc(), m_engine);
    stage.pool = dnnl::pooling_forward(forward);
    if (m_training) {
        stage.workspace = memory(forward.workspace_desc(), m_engine);
        stage.pooledGradient = memory(forward.dst_desc(), m_engine);
        const dnnl::pooling_backward::desc backwardDesc(dnnl::algorithm::pooling_max, stage.activated.get_desc(), forward.dst_desc(), two, two, none, none);
        stage.poolBackward = dnnl::pooling_backward({backwardDesc, m_engine, forward});
    }
}

void DnnlPlan::addFlatten(int channels, int side)
{
    if (m_convs.empty()) {
        m_flat = pointing(plain({m_pictures, memory::dim(channels) * side * side}, Tag::nc), m_engine);
        return;
    }
    const memory::desc flatDesc = plain({m_pictures, memory::dim(channels) * side * side}, Tag::nc);
    const memory::desc pictureDesc = plain({m_pictures, channels, side, side}, Tag::nchw);
    m_flat = memory(flatDesc, m_engine);
    m_flatPicture = memory(pictureDesc, m_engine, m_flat.get_data_handle());
    m_flatten = dnnl::reorder(lastMap(), m_flatPicture);
    if (m_training) {
        m_flatGradient = memory(flatDesc, m_engine);
        m_flatGradientPicture = memory(pictureDesc, m_engine, m_flatGradient.get_data_handle());
        m_unflatten = dnnl::reorder(m_flatGradientPicture, mapGradient(m_convs.size() - 1));
    }
}

const memory &DnnlPlan::lastMap() const
{
    const ConvStage &stage = m_convs.back();
    return stage.pools ? stage.pooled : stage.activated;
}

memory &DnnlPlan::mapGradient(std::size_t index)
{
    ConvStage &stage = m_convs[index];
    return stage.pools ? stage.pooledGradient : stage.activatedGradient;
}

void DnnlPlan::addLinear(int inputs, int width, bool activates, float slope)
{
    const auto kind = m_training ? dnnl::prop_kind::forward_training : dnnl::prop_kind::forward_inference;
    const memory source = m_linears.empty() ? m_flat : m_linears.back().output;
    const memory::desc weightDesc = plain({width, inputs}, Tag::oi);
    const memory::desc biasDesc = plain({width}, Tag::x);
    const memory::desc outputDesc = plain({m_pictures, width}, Tag::nc);
    const dnnl::inner_product_forward::desc desc(kind, source.get_desc(), weightDesc, biasDesc, outputDesc);
    const dnnl::inner_product_forward::primitive_desc forward(desc, activates ? fusedActivation(slope) : dnnl::primitive_attr(), m_engine);
    LinearStage stage;
    stage.slope = slope;
    stage.activates = activates;
    stage.width = width;
    stage.source = source;
    stage.weight = pointing(weightDesc, m_engine);
    stage.bias = pointing(biasDesc, m_engine);
    stage.output = activates ? memory(outputDesc, m_engine) : pointing(outputDesc, m_engine);
    stage.forward = dnnl::inner_product_forward(forward);
    if (m_training) {
        stage.outputGradient = activates ? memory(outputDesc, m_engine) : pointing(outputDesc, m_engine);
        stage.weightGradient = pointing(weightDesc, m_engine);
        stage.biasGradient = pointing(biasDesc, m_engine);
        stage.backwardWeights = dnnl::inner_product_backward_weights(
            {dnnl::inner_product_backward_weights::desc(source.get_desc(), weightDesc, biasDesc, outputDesc), m_engine, forward});
        if (!m_linears.empty() || !m_convs.empty()) {
            stage.sourceGradient = m_linears.empty() ? m_flatGradient : m_linears.back().outputGradient;
            stage.backwardData = dnnl::inner_product_backward_data(
                {dnnl::inner_product_backward_data::desc(source.get_desc(), weightDesc, outputDesc), m_engine, forward});
        }
    }
    m_linears.push_back(std::move(stage));
}

bool DnnlPlan::forwardConvs(dnnl::stream &stream, const std::vector<ParameterPointers> &parameters)
{
    bool finite = true;
    for (std::size_t i = 0; i < m_convs.size(); ++i) {
        ConvStage &stage = m_convs[i];
        stage.plainWeight.set_data_handle(parameters[i].weight);
        stage.bias.set_data_handle(parameters[i].bias);
        stage.packWeight.execute(stream, stage.plainWeight, stage.weight);
        stage.forward.execute(stream, {{DNNL_ARG_SRC, stage.source},
                                       {DNNL_ARG_WEIGHTS, stage.weight},
                                       {DNNL_ARG_BIAS, stage.bias},
                                       {DNNL_ARG_DST, stage.activated}});
        finite = finite && allFinite(floats(stage.activated), floatCount(stage.activated));
        if (stage.pools) {
            std::unordered_map<int, memory> arguments{{DNNL_ARG_SRC, stage.activated}, {DNNL_ARG_DST, stage.pooled}};
            if (m_training) {
                arguments.emplace(DNNL_ARG_WORKSPACE, stage.workspace);
            }
            stage.pool.execute(stream, arguments);
        }
    }
    if (!m_convs.empty()) {
        memory last = lastMap();
        m_flatten.execute(stream, last, m_flatPicture);
    }
    return finite;
}

bool DnnlPlan::forward(dnnl::stream &stream, const float *images, const std::vector<ParameterPointers> &parameters,
                       const std::vector<const float *> &masks, float *logits)
{
    (m_convs.empty() ? m_flat : m_images).set_data_handle(const_cast<float *>(images)); // oneDNN reads only
    const bool finite = forwardConvs(stream, parameters);
    m_linears.back().output.set_data_handle(logits);
    for (std::size_t i = 0; i < m_linears.size(); ++i) {
        LinearStage &stage = m_linears[i];
        stage.weight.set_data_handle(parameters[m_convs.size() + i].weight);
        stage.bias.set_data_handle(parameters[m_convs.size() + i].bias);
        stage.forward.execute(stream, {{DNNL_ARG_SRC, stage.source},
                                       {DNNL_ARG_WEIGHTS, stage.weight},
                                       {DNNL_ARG_BIAS, stage.bias},
                                       {DNNL_ARG_DST, stage.output}});
        if (stage.activates && masks[i]) {
            multiplyInPlace(floats(stage.output), masks[i], floatCount(stage.output));
        }
    }
    return finite;
}

void DnnlPlan::backwardConvs(dnnl::stream &stream, const std::vector<ParameterPointers> &parameters,
                             const std::vector<ParameterPointers> &gradients)
{
    for (std::size_t i = m_convs.size(); i-- > 0;) {
        ConvStage &stage = m_convs[i];
        // Pooling and activation can be swapped, since the activation never falls: the slope is looked up where the
        // pooled value came from, a quarter of the places.
        memory &gradient = mapGradient(i);
        const memory &output = stage.pools ? stage.pooled : stage.activated;
        multiplyBySlope(floats(gradient), floats(output), nullptr, stage.slope, floatCount(gradient));
        if (stage.pools) {
            stage.poolBackward.execute(stream, {{DNNL_ARG_DIFF_DST, stage.pooledGradient},
                                                {DNNL_ARG_WORKSPACE, stage.workspace},
                                                {DNNL_ARG_DIFF_SRC, stage.activatedGradient}});
        }
        stage.plainWeightGradient.set_data_handle(gradients[i].weight);
        stage.biasGradient.set_data_handle(gradients[i].bias);
        stage.backwardWeights.execute(stream, {{DNNL_ARG_SRC, stage.source},
                                               {DNNL_ARG_DIFF_DST, stage.activatedGradient},
                                               {DNNL_ARG_DIFF_WEIGHTS, stage.weightGradient},
                                               {DNNL_ARG_DIFF_BIAS, stage.biasGradient}});
        stage.unpackWeightGradient.execute(stream, stage.weightGradient, stage.plainWeightGradient);
        if (stage.backwardData) {
            stage.plainWeight.set_data_handle(parameters[i].weight);
            stage.packWeightForSource.execute(stream, stage.plainWeight, stage.weightForSource);
            stage.backwardData.execute(stream, {{DNNL_ARG_DIFF_DST, stage.activatedGradient},
                                                {DNNL_ARG_WEIGHTS, stage.weightForSource},
                                                {DNNL_ARG_DIFF_SRC, mapGradient(i - 1)}});
        }
    }
}

void DnnlPlan::backward(dnnl::stream &stream, const float *logitGradients,
                        const std::vector<ParameterPointers> &parameters, const std::vector<const float *> &masks,
                        const std::vector<ParameterPointers> &gradients)
{
    m_linears.back().outputGradient.set_data_handle(const_cast<float *>(logitGradients)); // oneDNN reads only
    for (std::size_t i = m_linears.size(); i-- > 0;) {
        LinearStage &stage = m_linears[i];
        const std::size_t at = m_convs.size() + i;
        if (stage.activates) {
            multiplyBySlope(floats(stage.outputGradient), floats(stage.output), masks[i], stage.slope,
                            floatCount(stage.output));
        }
        stage.weightGradient.set_data_handle(gradients[at].weight);
        stage.biasGradient.set_data_handle(gradients[at].bias);
        stage.backwardWeights.execute(stream, {{DNNL_ARG_SRC, stage.source},
                                               {DNNL_ARG_DIFF_DST, stage.outputGradient},
                                               {DNNL_ARG_DIFF_WEIGHTS, stage.weightGradient},
                                               {DNNL_ARG_DIFF_BIAS, stage.biasGradient}});
        if (stage.backwardData) {
            stage.weight.set_data_handle(parameters[at].weight);
            stage.backwardData.execute(stream, {{DNNL_ARG_DIFF_DST, stage.outputGradient},
                                                {DNNL_ARG_WEIGHTS, stage.weight},
                                                {DNNL_ARG_DIFF_SRC, stage.sourceGradient}});
        }
    }
    if (!m_convs.empty()) {
        m_unflatten.execute(stream, m_flatGradientPicture, mapGradient(m_convs.size() - 1));
        backwardConvs(stream, parameters, gradients);
    }
}

} // namespace convscope
