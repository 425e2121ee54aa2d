// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace convscope {

/// The shapes of one convolution block with 2x2 max-pooling, as the kernels see them. Maps are stored channels last with the
/// convolution's padding around them: [mapSide, mapSide, channels]. Channels and filters are padded to whole vectors with
/// zeros, but for the single channel of a picture.
struct PooledShape
{
    int mapSide = 0;
    int channels = 0; ///< of the input, padded; 1 for a picture
    int filters = 0; ///< padded
    int kernelSize = 0;
    int pooledSide = 0; ///< of the output; an odd last row or column of the convolution is dropped, as pooling does
    float slope = 0.0f; ///< of the activation below 0

    int taps() const { return kernelSize * kernelSize; }
    int pooledCells() const { return pooledSide * pooledSide; }
    int mapFloats() const { return mapSide * mapSide * channels; }
    int weightFloats() const { return taps() * channels * filters; }
};

/// One place of a convolution's output that has a gradient, in a list for one filter (offset: of its window in the input
/// map) or for one place (offset: of its filter in the packed weights).
struct SparseGradient
{
    std::int32_t offset;
    float value;
};

/// In the byte that remembers where a pooled value came from: the place within its 2x2 window (0 to 3, row by row), and
/// whether the activation's slope applies to it.
constexpr std::uint8_t placeMask = 3;
constexpr std::uint8_t belowZero = 4;

/// The inner loops of PooledTrunk for one picture, compiled once an instruction set. No memory is allocated, no thread
/// started, nothing thrown. Convolution is PyTorch's: cross-correlation, weights [filters, channels, k, k].
struct PooledKernels
{
    int vectorFloats; ///< what channels and filters are padded to

    /// Plain weights [realFilters, realChannels, k, k] -> what forward() reads, for the filters from `begin` to before `end`.
    /// `packed`: weightFloats(), zero before the first call.
    void (*packForward)(const PooledShape &shape, int realChannels, int begin, int end, const float *plain, float *packed);
    /// The same for sourceGradient(); not for the single channel of a picture.
    void (*packBackward)(const PooledShape &shape, int realChannels, int begin, int end, const float *plain, float *packed);

    /// Convolution, activation and pooling. bias [filters]; the output's cell (y, x) starts at output + y * outputRow +
    /// x * filters; places [pooledCells, filters]. With `check`, false when a number before pooling was NaN or infinite;
    /// else always true. `scratch`, here and below: room for mapFloats(), for this call.
    bool (*forward)(const PooledShape &shape, const float *map, const float *packed, const float *bias, float *output,
                    int outputRow, std::uint8_t *places, bool check, float *scratch);

    /// The gradient [pooledCells, filters] before the activation from the one behind it, in place; adds it up to biasGradient.
    void (*activationGradient)(const PooledShape &shape, const std::uint8_t *places, float *gradient, float *biasGradient);

    /// Adds to weightGradient [taps, filters] for a picture of one channel. gradient [pooledCells, filters]: the
    /// one before the activation, here and below.
    void (*pictureWeightGradient)(const PooledShape &shape, const float *map, const float *gradient,
                                  const std::uint8_t *places, float *weightGradient);
    /// Adds to weightGradient [filters, taps, channels]. After pooling at most one place in four has a gradient, and none
    /// where the activation is flat: only those are visited. `list`: room for pooledCells() entries and one more.
    void (*weightGradient)(const PooledShape &shape, int realFilters, const float *map, const float *gradient,
                           const std::uint8_t *places, SparseGradient *list, float *scratch, float *weightGradient);
    /// Adds to mapGradient [mapSide, mapSide, channels]. `lists`: room for pooledSide * 4 * filters entries; `counts`: for
    /// pooledSide * 4.
    void (*sourceGradient)(const PooledShape &shape, int realFilters, const float *packed, const float *gradient,
                           const std::uint8_t *places, SparseGradient *lists, int *counts, float *mapGradient);
};

/// The best the processor has; nullptr where there is none (then oneDNN computes the convolutions).
const PooledKernels *pooledKernels();

/// The same with the products in bfloat16 and the sums in float32: maps, weights and gradients are rounded (to nearest, ties to
/// even) where they are multiplied, but for the pictures of one channel. Everything that comes in and goes out stays float32, packed
/// weights are theirs. nullptr where the processor has no AVX512-BF16.
const PooledKernels *pooledBfloat16Kernels();

extern const PooledKernels pooledKernelsAvx2;
extern const PooledKernels pooledKernelsAvx512;
extern const PooledKernels pooledKernelsBfloat16;

} // namespace convscope
