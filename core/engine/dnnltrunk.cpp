// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/dnnltrunk.h"

#include "core/engine/dnnlcommon.h"
#include "core/engine/elementwise.h"

#include <algorithm>
#include <cstring>

namespace convscope {

using namespace dnnlcommon;
using dnnl::memory;
using Tag = dnnl::memory::format_tag;

bool DnnlTrunk::knows(const Architecture &architecture)
{
    return std::all_of(architecture.convBlocks.begin(), architecture.convBlocks.end(),
                       [](const ConvBlock &block) { return !block.batchNorm && coversActivation(block.activation); });
}

DnnlTrunk::DnnlTrunk(const dnnl::engine &engine, const Architecture &architecture, int side, int pictures, bool training)
    : m_engine(engine)
    , m_stream(engine)
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
}

template<typename Descriptor>
void DnnlTrunk::noteImplementation(const Descriptor &descriptor)
{
    if (std::strstr(descriptor.impl_info_str(), "ref") != nullptr) {
        m_isQuick = false;
    }
}

void DnnlTrunk::addConv(const ConvBlock &block, const memory &source, int channels, int side)
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

void DnnlTrunk::addConvBackward(ConvStage &stage, const ConvBlock &block, const dnnl::convolution_forward::primitive_desc &forward)
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

void DnnlTrunk::addPool(ConvStage &stage, int filters, int side)
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

void DnnlTrunk::addFlatten(int channels, int side)
{
    m_flat = pointing(plain({m_pictures, channels, side, side}, Tag::nchw), m_engine);
    m_flatten = dnnl::reorder(lastMap(), m_flat);
    if (m_training) {
        m_unflatten = dnnl::reorder(m_flat, mapGradient(m_convs.size() - 1));
    }
}

const memory &DnnlTrunk::lastMap() const
{
    const ConvStage &stage = m_convs.back();
    return stage.pools ? stage.pooled : stage.activated;
}

memory &DnnlTrunk::mapGradient(std::size_t index)
{
    ConvStage &stage = m_convs[index];
    return stage.pools ? stage.pooledGradient : stage.activatedGradient;
}

bool DnnlTrunk::forward(const float *images, const std::vector<ParameterPointers> &parameters, float *flat)
{
    m_images.set_data_handle(const_cast<float *>(images)); // oneDNN reads only
    bool finite = true;
    for (std::size_t i = 0; i < m_convs.size(); ++i) {
        ConvStage &stage = m_convs[i];
        stage.plainWeight.set_data_handle(parameters[i].weight);
        stage.bias.set_data_handle(parameters[i].bias);
        stage.packWeight.execute(m_stream, stage.plainWeight, stage.weight);
        stage.forward.execute(m_stream, {{DNNL_ARG_SRC, stage.source},
                                       {DNNL_ARG_WEIGHTS, stage.weight},
                                       {DNNL_ARG_BIAS, stage.bias},
                                       {DNNL_ARG_DST, stage.activated}});
        finite = finite && allFinite(floats(stage.activated), floatCount(stage.activated));
        if (stage.pools) {
            std::unordered_map<int, memory> arguments{{DNNL_ARG_SRC, stage.activated}, {DNNL_ARG_DST, stage.pooled}};
            if (m_training) {
                arguments.emplace(DNNL_ARG_WORKSPACE, stage.workspace);
            }
            stage.pool.execute(m_stream, arguments);
        }
    }
    memory last = lastMap();
    m_flat.set_data_handle(flat);
    m_flatten.execute(m_stream, last, m_flat);
    return finite;
}

void DnnlTrunk::backward(const float *flatGradient, const std::vector<ParameterPointers> &parameters,
                         const std::vector<ParameterPointers> &gradients)
{
    m_flat.set_data_handle(const_cast<float *>(flatGradient)); // oneDNN reads only
    m_unflatten.execute(m_stream, m_flat, mapGradient(m_convs.size() - 1));
    for (std::size_t i = m_convs.size(); i-- > 0;) {
        ConvStage &stage = m_convs[i];
        // Pooling and activation can be swapped, since the activation never falls: the slope is looked up where the
        // pooled value came from, a quarter of the places.
        memory &gradient = mapGradient(i);
        const memory &output = stage.pools ? stage.pooled : stage.activated;
        multiplyBySlope(floats(gradient), floats(output), nullptr, stage.slope, floatCount(gradient));
        if (stage.pools) {
            stage.poolBackward.execute(m_stream, {{DNNL_ARG_DIFF_DST, stage.pooledGradient},
                                                {DNNL_ARG_WORKSPACE, stage.workspace},
                                                {DNNL_ARG_DIFF_SRC, stage.activatedGradient}});
        }
        stage.plainWeightGradient.set_data_handle(gradients[i].weight);
        stage.biasGradient.set_data_handle(gradients[i].bias);
        stage.backwardWeights.execute(m_stream, {{DNNL_ARG_SRC, stage.source},
                                               {DNNL_ARG_DIFF_DST, stage.activatedGradient},
                                               {DNNL_ARG_DIFF_WEIGHTS, stage.weightGradient},
                                               {DNNL_ARG_DIFF_BIAS, stage.biasGradient}});
        stage.unpackWeightGradient.execute(m_stream, stage.weightGradient, stage.plainWeightGradient);
        if (stage.backwardData) {
            stage.plainWeight.set_data_handle(parameters[i].weight);
            stage.packWeightForSource.execute(m_stream, stage.plainWeight, stage.weightForSource);
            stage.backwardData.execute(m_stream, {{DNNL_ARG_DIFF_DST, stage.activatedGradient},
                                                {DNNL_ARG_WEIGHTS, stage.weightForSource},
                                                {DNNL_ARG_DIFF_SRC, mapGradient(i - 1)}});
        }
    }
}

} // namespace convscope
