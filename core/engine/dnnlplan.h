// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/architecture.h"

#include <oneapi/dnnl/dnnl.hpp>

#include <vector>

namespace convscope {

/// Where the numbers of one layer's parameters lie: the tensors of the network, in LibTorch's plain layout.
struct ParameterPointers
{
    float *weight = nullptr;
    float *bias = nullptr;
};

/// The primitives of oneDNN for one batch size: convolution blocks in oneDNN's blocked layouts with the activation fused and
/// pooling with a workspace, then the hidden layers and the output. All buffers are made once and reused at every step.
/// Shapes: N pictures, block i gives [N, filters, H, W]; hidden layer j [N, width]; logits [N, K].
/// Knows ReLU and leaky ReLU without batch normalisation; see knows().
class DnnlPlan
{
public:
    static bool knows(const Architecture &architecture);

    /// `training`: with everything that a backward pass needs.
    DnnlPlan(const dnnl::engine &engine, const Architecture &architecture, int side, int classes, int pictures, bool training);

    /// False when a convolution fell to oneDNN's plain loops, which are a hundred times slower than LibTorch: it has quick
    /// code for the common numbers of filters only (multiples of 16 between two convolutions).
    bool isQuick() const { return m_isQuick; }

    /// images [N, 1, S, S] -> logits [N, K]. `masks`: one pointer a hidden layer, [N, width] or nullptr (no dropout).
    /// False when a number inside a convolution block was NaN or infinite: maxima drop NaN, so the logits can't tell.
    bool forward(dnnl::stream &stream, const float *images, const std::vector<ParameterPointers> &parameters,
                 const std::vector<const float *> &masks, float *logits);

    /// After a forward pass with the same parameters and masks. logitGradients [N, K]; the gradients are written, not
    /// added.
    void backward(dnnl::stream &stream, const float *logitGradients, const std::vector<ParameterPointers> &parameters,
                  const std::vector<const float *> &masks, const std::vector<ParameterPointers> &gradients);

private:
    struct ConvStage
    {
        float slope = 0.0f; ///< of the activation below 0
        bool pools = false;
        dnnl::memory source; ///< input of the convolution
        dnnl::memory plainWeight, weight, bias; ///< plain: [filters, C, k, k]
        dnnl::memory activated, pooled, workspace;
        dnnl::reorder packWeight;
        dnnl::convolution_forward forward;
        dnnl::pooling_forward pool;
        // Training only.
        dnnl::memory pooledGradient, activatedGradient;
        dnnl::memory weightForSource, weightGradient, plainWeightGradient, biasGradient;
        dnnl::reorder packWeightForSource, unpackWeightGradient;
        dnnl::pooling_backward poolBackward;
        dnnl::convolution_backward_data backwardData;
        dnnl::convolution_backward_weights backwardWeights;
    };
    struct LinearStage
    {
        float slope = 0.0f;
        bool activates = false;
        int width = 0;
        dnnl::memory source, weight, bias, output;
        dnnl::inner_product_forward forward;
        dnnl::memory outputGradient, sourceGradient, weightGradient, biasGradient;
        dnnl::inner_product_backward_data backwardData;
        dnnl::inner_product_backward_weights backwardWeights;
    };

    template<typename Descriptor>
    void noteImplementation(const Descriptor &descriptor);
    void addConv(const ConvBlock &block, const dnnl::memory &source, int channels, int side);
    void addConvBackward(ConvStage &stage, const ConvBlock &block, const dnnl::convolution_forward::primitive_desc &forward);
    void addPool(ConvStage &stage, int filters, int side);
    const dnnl::memory &lastMap() const;
    dnnl::memory &mapGradient(std::size_t index);
    bool forwardConvs(dnnl::stream &stream, const std::vector<ParameterPointers> &parameters);
    void backwardConvs(dnnl::stream &stream, const std::vector<ParameterPointers> &parameters,
                       const std::vector<ParameterPointers> &gradients);
    void addFlatten(int channels, int side);
    void addLinear(int inputs, int width, bool activates, float slope);

    dnnl::engine m_engine;
    int m_pictures;
    bool m_training;
    bool m_isQuick = true;
    std::vector<ConvStage> m_convs;
    dnnl::memory m_images;
    dnnl::memory m_flat, m_flatPicture; ///< the same numbers as [N, F] and as [N, C, H, W], in LibTorch's order
    dnnl::memory m_flatGradient, m_flatGradientPicture;
    dnnl::reorder m_flatten, m_unflatten;
    std::vector<LinearStage> m_linears; ///< hidden layers, then the output
};

} // namespace convscope
