// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/pooledkernels.h"

namespace convscope {

/// Pictures that are worked on together: their inputs stay in the second cache.
constexpr int pictureBlock = 64;

/// One fully connected layer, as torch.nn.Linear has it: output[n, o] = sum over i of input[n, i] * weight[o, i] + bias[o].
struct DenseShape
{
    int pictures = 0; ///< N
    int inputs = 0; ///< I
    int outputs = 0; ///< O
    bool activates = false; ///< a (leaky) ReLU follows
    float slope = 0.0f; ///< of the activation below 0
};

/// The inner loops of DenseHead, compiled once an instruction set. All matrices lie row by row in LibTorch's layout and are
/// read where they are. Work is cut by outputs or by inputs, so that several threads can share it. No thread is started, nothing
/// thrown; `scratch` belongs to the calling thread.
struct DenseKernels
{
    /// Inputs `begin` to before `end` of input [N, I] in the order that forward() reads. `packed`: room for N
    /// rounded up to a multiple of pictureBlock, times I.
    void (*packInput)(const DenseShape &shape, int begin, int end, const float *input, float *packed);

    /// Outputs `begin` to before `end`, of all pictures: weight [O, I], output [N, O]. `packed` as packInput() left it.
    void (*forward)(const DenseShape &shape, int begin, int end, const float *packed, const float *weight, const float *bias,
                    float *output);

    /// weightGradient [O, I] for outputs `begin` to before `end`, written: sum over n of outputGradient[n, o] * input[n, i]. Where
    /// an activation is flat or dropout took the unit, the gradient is 0; those pictures are left out. `lists`: room for
    /// (end - begin) * pictureBlock entries; `counts` for end - begin.
    void (*weightGradient)(const DenseShape &shape, int begin, int end, const float *input, const float *outputGradient,
                           SparseGradient *lists, int *counts, float *weightGradient, float *biasGradient);

    /// inputGradient [N, I] for inputs `begin` to before `end`, written: sum over o of outputGradient[n, o] * weight[o, i].
    void (*inputGradient)(const DenseShape &shape, int begin, int end, const float *weight, const float *outputGradient,
                          float *inputGradient, float *scratch);
    int (*inputGradientScratch)(const DenseShape &shape);
};

/// The best the processor has; nullptr where there is none (then LibTorch's layers compute).
const DenseKernels *denseKernels();

/// The same with the products in bfloat16 and the sums in float32: inputs, weights and gradients are rounded (to nearest, ties to
/// even) where they are multiplied. Everything that comes in and goes out stays float32, packed inputs are theirs. Cuts of the inputs
/// must lie at even places. nullptr where the processor has no AVX512-BF16.
const DenseKernels *denseBfloat16Kernels();

extern const DenseKernels denseKernelsAvx2;
extern const DenseKernels denseKernelsAvx512;
extern const DenseKernels denseKernelsBfloat16;

} // namespace convscope
