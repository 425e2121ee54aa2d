// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace convscope {

/// Where the numbers of one layer's parameters lie: the tensors of the network, in LibTorch's plain layout.
struct ParameterPointers
{
    float *weight = nullptr;
    float *bias = nullptr;
};

/// The convolution blocks of a network for one batch size N, forward and backward, with buffers that are made once and used at
/// every step. Used by one thread at a time; works with as many threads as LibTorch has for the calling one.
class Trunk
{
public:
    virtual ~Trunk() = default;

    /// images [N, 1, S, S] -> flat [N, F], in LibTorch's order. `parameters` begin with those of the blocks.
    /// False when a number within a block was NaN or infinite: maxima drop NaN, so `flat` can't tell.
    virtual bool forward(const float *images, const std::vector<ParameterPointers> &parameters, float *flat) = 0;

    /// After a forward pass with the same images and parameters. flatGradient [N, F]; the gradients are written, not added.
    virtual void backward(const float *flatGradient, const std::vector<ParameterPointers> &parameters,
                          const std::vector<ParameterPointers> &gradients)
        = 0;
};

} // namespace convscope
