// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/densehead.h"
#include "core/engine/trunk.h"

#include <oneapi/dnnl/dnnl.hpp>

#include <memory>
#include <vector>

namespace convscope {

/// A whole network for one batch size N: a trunk of convolution blocks, where it has some, and the head.
class NetworkPlan
{
public:
    /// Whether there is quick code for all of it.
    static bool covers(const Architecture &architecture, int side);

    /// Whether there is code in bfloat16 for all of it, and a processor for that.
    static bool coversInBfloat16(const Architecture &architecture);

    /// Whether the bits are the same however many of its threads work at a step.
    static bool isIndependentOfThreads(const Architecture &architecture);

    /// `threads`: the most that will work on it. `training`: with everything that a backward pass needs.
    NetworkPlan(const dnnl::engine &engine, const Architecture &architecture, int side, int classes, int pictures, int threads,
                bool training, Precision precision);

    /// images [N, 1, S, S] -> logits [N, K]. `masks`: one pointer a hidden layer, [N, width] or nullptr (no dropout).
    /// False when a number inside a convolution block was NaN or infinite: maxima drop NaN, so the logits can't tell.
    bool forward(const float *images, const std::vector<ParameterPointers> &parameters, const std::vector<const float *> &masks,
                 float *logits);

    /// After a forward pass with the same images, parameters and masks. logitGradients [N, K]; the gradients are written, not
    /// added.
    void backward(const float *logitGradients, const std::vector<ParameterPointers> &parameters,
                  const std::vector<const float *> &masks, const std::vector<ParameterPointers> &gradients);

private:
    std::unique_ptr<Trunk> m_trunk; ///< none: the head reads the pictures
    std::unique_ptr<DenseHead> m_head;
    std::size_t m_blocks;
    std::vector<float> m_flat, m_flatGradient; ///< [N, F]
    const float *m_headInput = nullptr;
};

} // namespace convscope
