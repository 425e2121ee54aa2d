// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/densekernels.h"
#include "core/engine/trunk.h"
#include "core/model/architecture.h"
#include "core/training/trainingsettings.h"

#include <torch/torch.h>

#include <vector>

namespace convscope {

/// The hidden layers and the output of a network for one batch size N, in code of our own. Shapes: input [N, F], hidden layer j
/// [N, width], logits [N, K]. Weights and inputs are read where they lie; the gradient of the weights leaves out what ReLU and
/// dropout set to 0. Used by one thread at a time; works with as many threads as LibTorch has for the calling one.
class DenseHead
{
public:
    /// ReLU and leaky ReLU, where the processor has what the code needs.
    static bool covers(const Architecture &architecture);

    /// `features`: F. `threads`: the most that will work on it; no bit depends on how many do. `training`: with everything that a backward pass needs.
    DenseHead(const Architecture &architecture, int features, int classes, int pictures, int threads, bool training,
              Precision precision);

    /// input [N, F] -> logits [N, K]. `parameters`: those of the hidden layers and the output. `masks`: one pointer a hidden
    /// layer, [N, width] or nullptr (no dropout).
    void forward(const float *input, const std::vector<ParameterPointers> &parameters, const std::vector<const float *> &masks,
                 float *logits);

    /// After a forward pass with the same arguments. logitGradients [N, K]; inputGradient [N, F], or nullptr when nobody asks
    /// for it. The gradients are written, not added.
    void backward(const float *input, const float *logitGradients, const std::vector<ParameterPointers> &parameters,
                  const std::vector<const float *> &masks, const std::vector<ParameterPointers> &gradients, float *inputGradient);

private:
    struct Stage
    {
        DenseShape shape;
        torch::Tensor output; ///< [N, O]; not for the last, whose output are the logits
        torch::Tensor outputGradient;
    };
    struct Scratch
    {
        torch::Tensor packedWeight;
        std::vector<SparseGradient> lists;
        std::vector<int> counts;
    };

    void forwardStage(const Stage &stage, const float *input, const ParameterPointers &parameters, float *output);
    void backwardStage(const Stage &stage, const float *input, const float *outputGradient, const ParameterPointers &parameters,
                       const ParameterPointers &gradients, float *inputGradient);

    const DenseKernels &m_kernels;
    std::vector<Stage> m_stages; ///< hidden layers, then the output
    torch::Tensor m_packedInput;
    std::vector<Scratch> m_scratch; ///< one a thread
};

} // namespace convscope
