// SPDX-License-Identifier: GPL-3.0-or-later
// The float32 code of PooledKernels, included by one file an instruction set, which defines CONVSCOPE_VECTOR_FLOATS and
// CONVSCOPE_POOLED_KERNELS (the name of the table).
#pragma once

#include "core/engine/pooledkernelparts.h"

namespace convscope {

namespace {

void packForward(const PooledShape &shape, int realChannels, int begin, int end, const float *plain, float *packed)
{
    const int taps = shape.taps();
    for (int f = begin; f < end; ++f) {
        const int first = f / (tileVectors * width) * (tileVectors * width);
        const int blockFloats = blockVectors(shape, first) * width;
        float *block = packed + first * taps * shape.channels + (f - first);
        for (int c = 0; c < realChannels; ++c) {
            for (int t = 0; t < taps; ++t) {
                block[(t * shape.channels + c) * blockFloats] = plain[(f * realChannels + c) * taps + t];
            }
        }
    }
}

/// [channels / width, filters, taps, width]: what one place needs of one vector of channels lies together.
void packBackward(const PooledShape &shape, int realChannels, int begin, int end, const float *plain, float *packed)
{
    const int taps = shape.taps();
    for (int f = begin; f < end; ++f) {
        for (int c = 0; c < realChannels; ++c) {
            float *to = packed + ((c / width) * shape.filters + f) * taps * width + c % width;
            for (int t = 0; t < taps; ++t) {
                to[t * width] = plain[(f * realChannels + c) * taps + t];
            }
        }
    }
}

struct ForwardTile
{
    const PooledShape &shape;
    const float *map; ///< at the tile's upper left cell
    const float *weights; ///< of the block of filters
    const float *bias;
    float *output;
    std::uint8_t *places;
};

template<int cells, int vectors, bool check>
inline void forwardTile(const ForwardTile &tile, Vector &notFinite)
{
    const PooledShape &shape = tile.shape;
    const int channels = shape.channels;
    const int row = shape.mapSide * channels;
    Vector sums[2][2 * cells][vectors];
    for (int v = 0; v < vectors; ++v) {
        const Vector bias = load(tile.bias + v * width);
        for (int x = 0; x < 2 * cells; ++x) {
            sums[0][x][v] = bias;
            sums[1][x][v] = bias;
        }
    }
    const float *weights = tile.weights;
    for (int ky = 0; ky < shape.kernelSize; ++ky) {
        for (int kx = 0; kx < shape.kernelSize; ++kx) {
            const float *upper = tile.map + ky * row + kx * channels;
            const float *lower = upper + row;
            for (int c = 0; c < channels; ++c) {
                Vector w[vectors];
#pragma GCC unroll 2
                for (int v = 0; v < vectors; ++v) {
                    w[v] = load(weights + v * width);
                }
                weights += vectors * width;
#pragma GCC unroll 8
                for (int x = 0; x < 2 * cells; ++x) {
                    const float up = upper[x * channels + c];
                    const float low = lower[x * channels + c];
#pragma GCC unroll 2
                    for (int v = 0; v < vectors; ++v) {
                        sums[0][x][v] += up * w[v];
                        sums[1][x][v] += low * w[v];
                    }
                }
            }
        }
    }
    for (int x = 0; x < cells; ++x) {
        for (int v = 0; v < vectors; ++v) {
            const Vector &a = sums[0][2 * x][v], &b = sums[0][2 * x + 1][v], &c = sums[1][2 * x][v], &d = sums[1][2 * x + 1][v];
            poolCell(shape, a, b, c, d, tile.output + x * shape.filters + v * width, tile.places + x * shape.filters + v * width);
            if (check) { // 0 times a finite number is 0; times NaN or infinity it is NaN, and stays so in a sum
                notFinite += a * 0.0f + b * 0.0f + c * 0.0f + d * 0.0f;
            }
        }
    }
}

template<int vectors, bool check>
inline void forwardBlock(ForwardTile tile, int outputRow, Vector &notFinite)
{
    const PooledShape &shape = tile.shape;
    const ForwardTile start = tile;
    for (int y = 0; y < shape.pooledSide; ++y) {
        tile.map = start.map + 2 * y * shape.mapSide * shape.channels;
        tile.output = start.output + y * outputRow;
        tile.places = start.places + y * shape.pooledSide * shape.filters;
        for (int x = 0; x < shape.pooledSide;) {
            const int cells = cellsOfTile(shape.pooledSide - x);
            if (cells == tileCells) {
                forwardTile<tileCells, vectors, check>(tile, notFinite);
            } else if (cells == 2) {
                forwardTile<tileCells == 3 ? 2 : 1, vectors, check>(tile, notFinite);
            } else {
                forwardTile<1, vectors, check>(tile, notFinite);
            }
            x += cells;
            tile.map += 2 * cells * shape.channels;
            tile.output += cells * shape.filters;
            tile.places += cells * shape.filters;
        }
    }
}

template<bool check>
bool forwardAll(const PooledShape &shape, const float *map, const float *packed, const float *bias, float *output, int outputRow,
                std::uint8_t *places)
{
    Vector notFinite = {};
    for (int first = 0; first < shape.filters; first += tileVectors * width) {
        const ForwardTile tile{shape, map, packed + first * shape.taps() * shape.channels, bias + first, output + first, places + first};
        if (blockVectors(shape, first) == tileVectors) {
            forwardBlock<tileVectors, check>(tile, outputRow, notFinite);
        } else {
            forwardBlock<1, check>(tile, outputRow, notFinite);
        }
    }
    return isZero(notFinite);
}

bool forward(const PooledShape &shape, const float *map, const float *packed, const float *bias, float *output, int outputRow,
             std::uint8_t *places, bool check, float *)
{
    return check ? forwardAll<true>(shape, map, packed, bias, output, outputRow, places)
                 : forwardAll<false>(shape, map, packed, bias, output, outputRow, places);
}

void activationGradient(const PooledShape &shape, const std::uint8_t *places, float *gradient, float *biasGradient)
{
    for (int f = 0; f < shape.filters; f += width) {
        Vector sum = load(biasGradient + f);
        for (int cell = f; cell < shape.pooledCells() * shape.filters; cell += shape.filters) {
            const IntVector place = __builtin_convertvector(*reinterpret_cast<const ByteVector *>(places + cell), IntVector);
            const Vector behind = load(gradient + cell);
            const Vector before = (place & int(belowZero)) == 0 ? behind : behind * shape.slope;
            store(gradient + cell, before);
            sum += before;
        }
        store(biasGradient + f, sum);
    }
}

template<int taps>
struct PictureTaps
{
    static void run(int firstTap, const PooledShape &shape, const TapOffsets &offsets, const float *map, const float *gradient,
                    const std::uint8_t *places, float *weightGradient)
    {
        const int *at = offsets.values + firstTap;
        Vector sums[taps];
        for (int t = 0; t < taps; ++t) {
            sums[t] = load(weightGradient + (firstTap + t) * shape.filters);
        }
        for (int y = 0; y < shape.pooledSide; ++y) {
            for (int x = 0; x < shape.pooledSide; ++x) {
                const int cell = (y * shape.pooledSide + x) * shape.filters;
                const Vector g = load(gradient + cell);
                const IntVector place
                    = __builtin_convertvector(*reinterpret_cast<const ByteVector *>(places + cell), IntVector) & int(placeMask);
#pragma GCC unroll 4
                for (int q = 0; q < 4; ++q) {
                    const Vector here = place == q ? g : Vector{};
                    const float *window = map + windowOffset(shape, y, x, q);
#pragma GCC unroll 9
                    for (int t = 0; t < taps; ++t) {
                        sums[t] += window[at[t]] * here;
                    }
                }
            }
        }
        for (int t = 0; t < taps; ++t) {
            store(weightGradient + (firstTap + t) * shape.filters, sums[t]);
        }
    }
};

void pictureWeightGradient(const PooledShape &shape, const float *map, const float *gradient, const std::uint8_t *places,
                           float *weightGradient)
{
    const TapOffsets offsets(shape);
    for (int f = 0; f < shape.filters; f += width) {
        forTapGroups<PictureTaps>(shape.taps(), shape, offsets, map, gradient + f, places + f, weightGradient + f);
    }
}

template<int taps, int vectors>
inline void addWindows(int firstTap, const PooledShape &shape, const TapOffsets &offsets, const float *map, const SparseGradient *list,
                       int count, float *weightGradient)
{
    const int *at = offsets.values + firstTap;
    Vector sums[taps][vectors];
    for (int t = 0; t < taps; ++t) {
        for (int v = 0; v < vectors; ++v) {
            sums[t][v] = load(weightGradient + (firstTap + t) * shape.channels + v * width);
        }
    }
    for (int i = 0; i < count; ++i) {
        const float *window = map + list[i].offset;
        const float g = list[i].value;
#pragma GCC unroll 9
        for (int t = 0; t < taps; ++t) {
#pragma GCC unroll 2
            for (int v = 0; v < vectors; ++v) {
                sums[t][v] += g * load(window + at[t] + v * width);
            }
        }
    }
    for (int t = 0; t < taps; ++t) {
        for (int v = 0; v < vectors; ++v) {
            store(weightGradient + (firstTap + t) * shape.channels + v * width, sums[t][v]);
        }
    }
}

template<int taps>
struct WindowTaps
{
    static void run(int firstTap, const PooledShape &shape, const TapOffsets &offsets, const float *map, const SparseGradient *list,
                    int count, float *weightGradient)
    {
        int c = 0;
        for (; shape.channels - c >= gradientVectors * width; c += gradientVectors * width) {
            addWindows<taps, gradientVectors>(firstTap, shape, offsets, map + c, list, count, weightGradient + c);
        }
        for (; c < shape.channels; c += width) {
            addWindows<taps, 1>(firstTap, shape, offsets, map + c, list, count, weightGradient + c);
        }
    }
};

void weightGradient(const PooledShape &shape, int realFilters, const float *map, const float *gradient, const std::uint8_t *places,
                    SparseGradient *list, float *, float *weightGradient)
{
    const TapOffsets offsets(shape);
    for (int f = 0; f < realFilters; ++f) {
        const int count = listWindows(shape, f, gradient, places, list);
        forTapGroups<WindowTaps>(shape.taps(), shape, offsets, map, static_cast<const SparseGradient *>(list), count,
                                 weightGradient + f * shape.taps() * shape.channels);
    }
}

template<int taps>
struct SourceTaps
{
    static void run(int firstTap, const TapOffsets &offsets, const float *packed, const SparseGradient *list, int count, float *window)
    {
        const int *at = offsets.values + firstTap;
        Vector sums[taps];
        for (int t = 0; t < taps; ++t) {
            sums[t] = load(window + at[t]);
        }
        for (int i = 0; i < count; ++i) {
            const float *w = packed + list[i].offset + firstTap * width;
            const float g = list[i].value;
#pragma GCC unroll 9
            for (int t = 0; t < taps; ++t) {
                sums[t] += g * load(w + t * width);
            }
        }
        for (int t = 0; t < taps; ++t) {
            store(window + at[t], sums[t]);
        }
    }
};

void sourceGradient(const PooledShape &shape, int realFilters, const float *packed, const float *gradient, const std::uint8_t *places,
                    SparseGradient *lists, int *counts, float *mapGradient)
{
    const TapOffsets offsets(shape);
    for (int y = 0; y < shape.pooledSide; ++y) { // row by row: the lists and a vector's weights stay in the first cache
        const int firstCell = y * shape.pooledSide * shape.filters;
        for (int x = 0; x < shape.pooledSide; ++x) {
            const int cell = firstCell + x * shape.filters;
            sortByPlace(shape, realFilters, shape.taps() * width, gradient + cell, places + cell, lists + x * 4 * shape.filters, counts + x * 4);
        }
        for (int c = 0; c < shape.channels; c += width) {
            const float *weights = packed + c * shape.filters * shape.taps();
            for (int i = 0; i < 4 * shape.pooledSide; ++i) {
                float *window = mapGradient + windowOffset(shape, y, i / 4, i % 4) + c;
                const SparseGradient *list = lists + i * shape.filters;
                forTapGroups<SourceTaps>(shape.taps(), offsets, weights, list, counts[i], window);
            }
        }
    }
}

} // namespace

const PooledKernels CONVSCOPE_POOLED_KERNELS{width, packForward, packBackward, forward, activationGradient, pictureWeightGradient, weightGradient, sourceGradient};

} // namespace convscope
