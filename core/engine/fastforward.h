// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/architecture.h"
#include "core/training/trainingsettings.h"

#include <torch/torch.h>

#include <memory>
#include <vector>

namespace convscope {

/// The forward and backward pass of a whole network through oneDNN (the library that LibTorch itself calls), as one function of
/// autograd: parameters stay LibTorch's tensors, gradients arrive in their grad(). It is quicker than layer by layer because
/// activations stay in oneDNN's layouts, the activation is fused, and no buffer is allocated twice.
/// Used by one thread at a time. A backward pass belongs to the latest forward pass; asking for an older one throws.
class FastForward
{
public:
    /// Whether a network of this architecture can be computed here. Others take the plain layers.
    static bool covers(const Architecture &architecture, int side);

    /// The same with products in bfloat16.
    static bool coversInBfloat16(const Architecture &architecture);

    /// Whether the bits are the same however many of its threads work at a step.
    static bool isIndependentOfThreads(const Architecture &architecture);

    /// `threads`: the most that will work on it.
    FastForward(const Architecture &architecture, int side, int classes, int threads, Precision precision = Precision::Float32);
    ~FastForward();

    /// images [N, 1, S, S] float32 -> logits [N, K]. `parameters`: weight and bias of each convolution, of each hidden layer and of the
    /// output. `masks`: one for each hidden layer, [N, width] or undefined. `training`: a backward pass may follow.
    torch::Tensor forward(const torch::Tensor &images, const std::vector<torch::Tensor> &parameters,
                          const std::vector<torch::Tensor> &masks, bool training);

    class Private;

private:
    std::shared_ptr<Private> d; ///< shared with autograd's nodes
};

} // namespace convscope
