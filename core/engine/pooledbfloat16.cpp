// SPDX-License-Identifier: GPL-3.0-or-later
// PooledKernels with products in bfloat16. Compiled for AVX512-BF16 (see CMakeLists.txt); called only where the processor has it.
#define CONVSCOPE_VECTOR_FLOATS 16
#include "core/engine/bfloat16code.h"
#include "core/engine/pooledkernelparts.h"

namespace convscope {

namespace {

/// A picture of one channel has no pairs of channels, and few products: it stays float32.
bool isPicture(const PooledShape &shape)
{
    return shape.channels == 1;
}

/// [blocks of filters][taps][channels / 2][filters of the block] pairs of channels
void packForward(const PooledShape &shape, int realChannels, int begin, int end, const float *plain, float *packed)
{
    if (isPicture(shape)) {
        pooledKernelsAvx512.packForward(shape, realChannels, begin, end, plain, packed);
        return;
    }
    const int taps = shape.taps();
    for (int f = begin; f < end; ++f) {
        const int first = f / (tileVectors * width) * (tileVectors * width);
        const int blockHalves = 2 * blockVectors(shape, first) * width;
        Bfloat16 *block = reinterpret_cast<Bfloat16 *>(packed) + first * taps * shape.channels + 2 * (f - first);
        for (int c = 0; c < realChannels; ++c) {
            for (int t = 0; t < taps; ++t) {
                block[(t * shape.channels + c) / 2 * blockHalves + c % 2] = rounded(plain[(f * realChannels + c) * taps + t]);
            }
        }
    }
}

/// Channels that are worked on together from `first` on: 32, the last perhaps 16.
inline int channelsTogether(const PooledShape &shape, int first)
{
    return shape.channels - first >= halves ? halves : width;
}

/// [channels / 32 rounded up][filters][taps][32]: the channels shuffled; the last 16, where no more are left, in their order.
void packBackward(const PooledShape &shape, int realChannels, int begin, int end, const float *plain, float *packed)
{
    const int taps = shape.taps();
    for (int c = 0; c < realChannels; ++c) {
        const int first = c / halves * halves;
        const int together = channelsTogether(shape, first);
        const int place = together == halves ? shuffledPlace(c - first) : c - first;
        Bfloat16 *block = reinterpret_cast<Bfloat16 *>(packed) + first * shape.filters * taps + place;
        for (int f = begin; f < end; ++f) {
            for (int t = 0; t < taps; ++t) {
                block[(f * taps + t) * halves] = rounded(plain[(f * realChannels + c) * taps + t]);
            }
        }
    }
}

/// A map in bfloat16, channels in their order.
inline void roundMap(const PooledShape &shape, const float *map, Bfloat16 *to)
{
    const int count = shape.mapFloats();
    int i = 0;
    for (; count - i >= halves; i += halves) {
        _mm512_storeu_si512(to + i, roundedHalves(load(map + i), load(map + i + width)));
    }
    for (; i < count; ++i) {
        to[i] = rounded(map[i]);
    }
}

/// A map in bfloat16, 32 channels shuffled, as in packBackward().
inline void roundShuffledMap(const PooledShape &shape, const float *map, Bfloat16 *to)
{
    for (int place = 0; place < shape.mapFloats(); place += shape.channels) {
        int c = place;
        for (; place + shape.channels - c >= halves; c += halves) {
            _mm512_storeu_si512(to + c, shuffled(roundedHalves(load(map + c), load(map + c + width))));
        }
        if (c < place + shape.channels) {
            _mm256_storeu_si256(reinterpret_cast<__m256i_u *>(to + c), __m256i(_mm512_cvtneps_pbh(__m512(load(map + c)))));
        }
    }
}

struct ForwardTile
{
    const PooledShape &shape;
    const Bfloat16 *map; ///< at the tile's upper left cell
    const Bfloat16 *weights; ///< of the block of filters
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
    const Bfloat16 *weights = tile.weights;
    for (int ky = 0; ky < shape.kernelSize; ++ky) {
        for (int kx = 0; kx < shape.kernelSize; ++kx) {
            const Bfloat16 *upper = tile.map + ky * row + kx * channels;
            const Bfloat16 *lower = upper + row;
            for (int c = 0; c < channels; c += 2) {
                __m512i w[vectors];
#pragma GCC unroll 2
                for (int v = 0; v < vectors; ++v) {
                    w[v] = loadHalves(weights + v * halves);
                }
                weights += vectors * halves;
#pragma GCC unroll 8
                for (int x = 0; x < 2 * cells; ++x) {
                    const __m512i up = pairEverywhere(upper + x * channels + c);
                    const __m512i low = pairEverywhere(lower + x * channels + c);
#pragma GCC unroll 2
                    for (int v = 0; v < vectors; ++v) {
                        addPairs(sums[0][x][v], w[v], up);
                        addPairs(sums[1][x][v], w[v], low);
                    }
                }
            }
        }
    }
    for (int x = 0; x < cells; ++x) {
        for (int v = 0; v < vectors; ++v) {
            const Vector &a = sums[0][2 * x][v], &b = sums[0][2 * x + 1][v], &c = sums[1][2 * x][v], &d = sums[1][2 * x + 1][v];
            poolCell(shape, a, b, c, d, tile.output + x * shape.filters + v * width, tile.places + x * shape.filters + v * width);
            if (check) {
                notFinite += a * 0.0f + b * 0.0f + c * 0.0f + d * 0.0f;
            }
        }
    }
}

template<int vectors, bool check>
inline void forwardBlock(const ForwardTile &start, int outputRow, Vector &notFinite)
{
    const PooledShape &shape = start.shape;
    ForwardTile tile = start;
    for (int y = 0; y < shape.pooledSide; ++y) {
        tile.map = start.map + 2 * y * shape.mapSide * shape.channels;
        tile.output = start.output + y * outputRow;
        tile.places = start.places + y * shape.pooledSide * shape.filters;
        for (int x = 0; x < shape.pooledSide;) {
            const int cells = cellsOfTile(shape.pooledSide - x);
            if (cells == 3) {
                forwardTile<3, vectors, check>(tile, notFinite);
            } else if (cells == 2) {
                forwardTile<2, vectors, check>(tile, notFinite);
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
bool forwardAll(const PooledShape &shape, const Bfloat16 *map, const Bfloat16 *packed, const float *bias, float *output, int outputRow,
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
             std::uint8_t *places, bool check, float *scratch)
{
    if (isPicture(shape)) {
        return pooledKernelsAvx512.forward(shape, map, packed, bias, output, outputRow, places, check, scratch);
    }
    Bfloat16 *roundedMap = reinterpret_cast<Bfloat16 *>(scratch);
    roundMap(shape, map, roundedMap);
    const Bfloat16 *weights = reinterpret_cast<const Bfloat16 *>(packed);
    return check ? forwardAll<true>(shape, roundedMap, weights, bias, output, outputRow, places)
                 : forwardAll<false>(shape, roundedMap, weights, bias, output, outputRow, places);
}

void activationGradient(const PooledShape &shape, const std::uint8_t *places, float *gradient, float *biasGradient)
{
    pooledKernelsAvx512.activationGradient(shape, places, gradient, biasGradient);
}

void pictureWeightGradient(const PooledShape &shape, const float *map, const float *gradient, const std::uint8_t *places,
                           float *weightGradient)
{
    pooledKernelsAvx512.pictureWeightGradient(shape, map, gradient, places, weightGradient);
}

/// to[toOffsets[t]] += sum over the list of value * from[offset + fromOffsets[t]], 32 shuffled numbers of `from` at once.
template<int taps>
inline void addRows(const Bfloat16 *from, const int *fromOffsets, const SparseGradient *list, int count, float *to, const int *toOffsets)
{
    Vector sums[taps][2];
#pragma GCC unroll 9
    for (int t = 0; t < taps; ++t) {
        sums[t][0] = load(to + toOffsets[t]);
        sums[t][1] = load(to + toOffsets[t] + width);
    }
    for (int i = 0; i < count; i += 2) {
        const Bfloat16 *first = from + list[i].offset;
        const Bfloat16 *second = from + list[i + 1].offset;
        const __m512i g = _mm512_set1_epi32(int(bitsOf(list[i].value)));
#pragma GCC unroll 9
        for (int t = 0; t < taps; ++t) {
            const __m512i a = loadHalves(first + fromOffsets[t]), b = loadHalves(second + fromOffsets[t]);
            addPairs(sums[t][0], _mm512_unpacklo_epi16(a, b), g);
            addPairs(sums[t][1], _mm512_unpackhi_epi16(a, b), g);
        }
    }
#pragma GCC unroll 9
    for (int t = 0; t < taps; ++t) {
        store(to + toOffsets[t], sums[t][0]);
        store(to + toOffsets[t] + width, sums[t][1]);
    }
}

/// The same for 16 numbers in their order.
template<int taps>
inline void addShortRows(const Bfloat16 *from, const int *fromOffsets, const SparseGradient *list, int count, float *to,
                         const int *toOffsets)
{
    const auto widened = [](const Bfloat16 *numbers) {
        return _mm512_cvtepu16_epi32(_mm256_loadu_si256(reinterpret_cast<const __m256i_u *>(numbers)));
    };
    for (int t = 0; t < taps; ++t) {
        Vector sum = load(to + toOffsets[t]);
        for (int i = 0; i < count; i += 2) {
            const __m512i a = widened(from + list[i].offset + fromOffsets[t]);
            const __m512i b = widened(from + list[i + 1].offset + fromOffsets[t]);
            const __m512i g = _mm512_set1_epi32(int(bitsOf(list[i].value)));
            addPairs(sum, _mm512_or_si512(a, _mm512_slli_epi32(b, 16)), g);
        }
        store(to + toOffsets[t], sum);
    }
}

template<int taps>
struct RowTaps
{
    static void run(int firstTap, const Bfloat16 *from, const int *fromOffsets, const SparseGradient *list, int count, float *to,
                    const int *toOffsets, bool isShort)
    {
        const auto add = isShort ? addShortRows<taps> : addRows<taps>;
        add(from, fromOffsets + firstTap, list, count, to, toOffsets + firstTap);
    }
};

void weightGradient(const PooledShape &shape, int realFilters, const float *map, const float *gradient, const std::uint8_t *places,
                    SparseGradient *list, float *scratch, float *weightGradient)
{
    Bfloat16 *roundedMap = reinterpret_cast<Bfloat16 *>(scratch);
    roundShuffledMap(shape, map, roundedMap);
    const TapOffsets offsets(shape);
    int rows[mostTaps];
    for (int t = 0; t < shape.taps(); ++t) {
        rows[t] = t * shape.channels;
    }
    for (int f = 0; f < realFilters; ++f) {
        const int count = pairUp(list, listWindows(shape, f, gradient, places, list));
        float *filter = weightGradient + f * shape.taps() * shape.channels;
        for (int c = 0; c < shape.channels; c += halves) {
            const Bfloat16 *from = roundedMap + c;
            forTapGroups<RowTaps>(shape.taps(), from, static_cast<const int *>(offsets.values), static_cast<const SparseGradient *>(list),
                                  count, filter + c, static_cast<const int *>(rows), channelsTogether(shape, c) == width);
        }
    }
}

void sourceGradient(const PooledShape &shape, int realFilters, const float *packed, const float *gradient, const std::uint8_t *places,
                    SparseGradient *lists, int *counts, float *mapGradient)
{
    const TapOffsets offsets(shape);
    int rows[mostTaps];
    for (int t = 0; t < shape.taps(); ++t) {
        rows[t] = t * halves;
    }
    for (int y = 0; y < shape.pooledSide; ++y) {
        const int firstCell = y * shape.pooledSide * shape.filters;
        for (int x = 0; x < shape.pooledSide; ++x) {
            const int cell = firstCell + x * shape.filters;
            sortByPlace(shape, realFilters, shape.taps() * halves, gradient + cell, places + cell, lists + x * 4 * shape.filters, counts + x * 4);
        }
        for (int i = 0; i < 4 * shape.pooledSide; ++i) {
            counts[i] = pairUp(lists + i * shape.filters, counts[i]);
        }
        for (int c = 0; c < shape.channels; c += halves) {
            const bool isShort = channelsTogether(shape, c) == width;
            const Bfloat16 *weights = reinterpret_cast<const Bfloat16 *>(packed) + c * shape.filters * shape.taps();
            for (int i = 0; i < 4 * shape.pooledSide; ++i) {
                const SparseGradient *list = lists + i * shape.filters;
                forTapGroups<RowTaps>(shape.taps(), weights, static_cast<const int *>(rows), list, counts[i],
                                      mapGradient + windowOffset(shape, y, i / 4, i % 4) + c,
                                      static_cast<const int *>(offsets.values), isShort);
            }
        }
    }
}

} // namespace

const PooledKernels pooledKernelsBfloat16{width, packForward, packBackward, forward, activationGradient, pictureWeightGradient, weightGradient, sourceGradient};

} // namespace convscope
