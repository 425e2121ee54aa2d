// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/trunk.h"
#include "core/model/architecture.h"

#include <oneapi/dnnl/dnnl.hpp>

namespace convscope {

/// Convolution blocks through the primitives of oneDNN (the library that LibTorch itself calls), in its blocked layouts, with
/// the activation fused and pooling with a workspace. For what PooledTrunk doesn't cover.
class DnnlTrunk : public Trunk
{
public:
    /// ReLU and leaky ReLU without batch normalisation.
    static bool knows(const Architecture &architecture);

    /// At least one block. `training`: with everything that a backward pass needs.
    DnnlTrunk(const dnnl::engine &engine, const Architecture &architecture, int side, int pictures, bool training);

    /// False when a convolution fell to oneDNN's plain loops, which are a hundred times slower than LibTorch: it has quick
    /// code for the common numbers of filters only (multiples of 16 between two convolutions).
    bool isQuick() const { return m_isQuick; }

    bool forward(const float *images, const std::vector<ParameterPointers> &parameters, float *flat) override;
    void backward(const float *flatGradient, const std::vector<ParameterPointers> &parameters,
                  const std::vector<ParameterPointers> &gradients) override;

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

    template<typename Descriptor>
    void noteImplementation(const Descriptor &descriptor);
    void addConv(const ConvBlock &block, const dnnl::memory &source, int channels, int side);
    void addConvBackward(ConvStage &stage, const ConvBlock &block, const dnnl::convolution_forward::primitive_desc &forward);
    void addPool(ConvStage &stage, int filters, int side);
    void addFlatten(int channels, int side);
    const dnnl::memory &lastMap() const;
    dnnl::memory &mapGradient(std::size_t index);

    dnnl::engine m_engine;
    dnnl::stream m_stream;
    int m_pictures;
    bool m_training;
    bool m_isQuick = true;
    std::vector<ConvStage> m_convs;
    dnnl::memory m_images;
    dnnl::memory m_flat; ///< [N, C, H, W] in LibTorch's order, which is [N, F]
    dnnl::reorder m_flatten, m_unflatten;
};

} // namespace convscope
