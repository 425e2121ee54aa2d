// SPDX-License-Identifier: GPL-3.0-or-later
// What the float32 and the bfloat16 code of PooledKernels share; included by one file an instruction set.
#pragma once

#include "core/engine/pooledkernels.h"
#include "core/engine/vectorcode.h"

namespace convscope {

namespace {

/// How many vectors of filters a tile of the forward pass spans, and how many pooled cells: as many sums as fit into the
/// registers (32 with AVX-512, 16 with AVX2) beside the weights.
constexpr int tileVectors = 2;
constexpr int tileCells = width == 16 ? 3 : 1;
/// Taps summed up at once in the backward passes, and vectors of channels beside each other.
constexpr int tapGroup = 9;
constexpr int gradientVectors = width == 16 ? 2 : 1;

/// Filters are packed in blocks of two vectors, the last perhaps of one.
inline int blockVectors(const PooledShape &shape, int firstFilter)
{
    return shape.filters - firstFilter >= tileVectors * width ? tileVectors : 1;
}

/// The largest of the four places (the first of equals, as LibTorch has it), the activation, and where it came from.
inline void poolCell(const PooledShape &shape, const Vector &a, const Vector &b, const Vector &c, const Vector &d, float *output,
                     std::uint8_t *places)
{
    Vector best = a;
    IntVector place = {};
    place = b > best ? place * 0 + 1 : place;
    best = b > best ? b : best;
    place = c > best ? place * 0 + 2 : place;
    best = c > best ? c : best;
    place = d > best ? place * 0 + 3 : place;
    best = d > best ? d : best;
    const Vector none = {};
    place = best > none ? place : place + int(belowZero);
    best = best > none ? best : best * shape.slope + 0.0f; // no -0
    store(output, best);
    *reinterpret_cast<ByteVector *>(places) = __builtin_convertvector(place, ByteVector);
}

/// Pooled cells of the next tile, when `rest` are left of a row. No row ends with a single cell where two of two do: 7 is 3 + 2 + 2.
inline int cellsOfTile(int rest)
{
    if (tileCells < 3 || rest == 1) {
        return 1;
    }
    return rest == 2 || rest == 4 ? 2 : 3;
}

inline bool isZero(const Vector &values)
{
    float sum = 0.0f;
    for (int i = 0; i < width; ++i) {
        sum += values[i];
    }
    return sum == 0.0f;
}

/// Where the window of a place within a pooled cell starts in the input map.
inline int windowOffset(const PooledShape &shape, int y, int x, int place)
{
    return ((2 * y + (place >> 1)) * shape.mapSide + 2 * x + (place & 1)) * shape.channels;
}

/// Calls Function<number of taps>(first tap) for groups of 9, 3 and 1 until all taps are done.
template<template<int> class Function, typename... Arguments>
inline void forTapGroups(int taps, const Arguments &...arguments)
{
    int t = 0;
    for (; taps - t >= tapGroup; t += tapGroup) {
        Function<tapGroup>::run(t, arguments...);
    }
    for (; taps - t >= 3; t += 3) {
        Function<3>::run(t, arguments...);
    }
    for (; t < taps; ++t) {
        Function<1>::run(t, arguments...);
    }
}

constexpr int mostTaps = 49;

struct TapOffsets
{
    int values[mostTaps];

    explicit TapOffsets(const PooledShape &shape)
    {
        int t = 0;
        for (int ky = 0; ky < shape.kernelSize; ++ky) {
            for (int kx = 0; kx < shape.kernelSize; ++kx) {
                values[t++] = (ky * shape.mapSide + kx) * shape.channels;
            }
        }
    }
};

/// The windows of all cells where filter f has a gradient. Returns how many; `list`: room for pooledCells().
inline int listWindows(const PooledShape &shape, int f, const float *gradient, const std::uint8_t *places, SparseGradient *list)
{
    int count = 0;
    int cell = f;
    for (int y = 0; y < shape.pooledSide; ++y) {
        for (int x = 0; x < shape.pooledSide; ++x, cell += shape.filters) {
            list[count] = {windowOffset(shape, y, x, places[cell] & placeMask), gradient[cell]};
            count += gradient[cell] != 0.0f;
        }
    }
    return count;
}

/// Sorts the filters that have a gradient at this pooled cell by the place it goes to. lists [4, filters].
/// `filterStep`: from the weights of one filter to those of the next.
inline void sortByPlace(const PooledShape &shape, int realFilters, int filterStep, const float *gradient, const std::uint8_t *places,
                        SparseGradient *lists, int *counts)
{
    for (int q = 0; q < 4; ++q) {
        counts[q] = 0;
    }
    for (int f = 0; f < realFilters; ++f) {
        const int q = places[f] & placeMask;
        lists[q * shape.filters + counts[q]] = {f * filterStep, gradient[f]};
        counts[q] += gradient[f] != 0.0f;
    }
}

} // namespace

} // namespace convscope
