// SPDX-License-Identifier: GPL-3.0-or-later
// What the float32 and the bfloat16 code of DenseKernels share; included by one file an instruction set.
#pragma once

#include "core/engine/densekernels.h"
#include "core/engine/vectorcode.h"

namespace convscope {

namespace {

inline int smaller(int a, int b)
{
    return a < b ? a : b;
}

/// Rows of numbers, `stride` floats from one to the next.
struct Rows
{
    const float *data;
    std::int64_t stride;

    const float *row(int index) const { return data + index * stride; }
    Rows from(int index) const { return {row(index), stride}; }
};

/// Bias, activation, and back to a row a picture.
template<int outputs, int vectors>
inline void writeOutputs(const DenseShape &shape, Vector (&sums)[outputs][vectors], const float *bias, int pictures, float *output)
{
    for (int o = 0; o < outputs; ++o) {
        for (int v = 0; v < vectors; ++v) {
            const Vector value = sums[o][v] + bias[o];
            const Vector none = {};
            sums[o][v] = shape.activates ? (value <= none ? value * shape.slope + 0.0f : value) : value; // NaN stays; no -0
        }
    }
    const int count = smaller(pictures, vectors * width);
    for (int n = 0; n < count; ++n) { // picture by picture: rows may lie a power of 2 apart, and then share a cache line's place
        for (int o = 0; o < outputs; ++o) {
            output[std::int64_t(n) * shape.outputs + o] = reinterpret_cast<const float *>(sums[o])[n];
        }
    }
}

/// The pictures of one block that give each output a gradient. `step`: from one picture's inputs to the next one's. lists [outputs,
/// pictureBlock], counts [outputs]
inline void listPictures(const DenseShape &shape, int begin, int outputs, int pictures, int step, const float *outputGradient,
                         SparseGradient *lists, int *counts)
{
    for (int o = 0; o < outputs; ++o) {
        counts[o] = 0;
    }
    for (int n = 0; n < pictures; ++n) {
        const float *row = outputGradient + std::int64_t(n) * shape.outputs + begin;
        for (int o = 0; o < outputs; ++o) {
            lists[o * pictureBlock + counts[o]] = {n * step, row[o]};
            counts[o] += row[o] != 0.0f;
        }
    }
}

} // namespace

} // namespace convscope
