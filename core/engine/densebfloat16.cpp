// SPDX-License-Identifier: GPL-3.0-or-later
// DenseKernels with products in bfloat16. Compiled for AVX512-BF16 (see CMakeLists.txt); called only where the processor has it.
#define CONVSCOPE_VECTOR_FLOATS 16
#include "core/engine/bfloat16code.h"
#include "core/engine/densekernelparts.h"

namespace convscope {

namespace {

/// Pictures whose inputs are packed together, and outputs of a tile beside them.
constexpr int packedPictures = pictureBlock;
constexpr int forwardOutputs = 6;
/// Inputs whose products are added one after the other; longer sums are made of sums.
constexpr int sumLength = 128;
constexpr int mostTiles = 10;
/// Of the inputs' gradient: pictures and vectors of a tile, tiles whose weights are packed at once.
constexpr int tileRows = 8;
constexpr int tileColumns = 3;
constexpr int inputColumns = tileColumns * width;
constexpr int packedTiles = 4;
/// Inputs whose weights' gradients are summed up at once.
constexpr int gradientInputs = 4 * halves;

inline int evenly(int count)
{
    return (count + 1) / 2 * 2;
}

/// The first `count` of 32 floats, rounded; zeros behind them.
inline __m512i roundedSome(const float *from, int count)
{
    return roundedHalves(loadSome(from, count), count > width ? loadSome(from + width, count - width) : Vector{});
}

/// `count` floats rounded, and zeros up to the next multiple of 32.
inline void roundRow(const float *from, int count, Bfloat16 *to)
{
    for (int i = 0; i < count; i += halves) {
        _mm512_storeu_si512(to + i, roundedSome(from + i, count - i));
    }
}

/// [N, inputs] -> [N / packedPictures, inputs / 2, packedPictures] pairs of inputs.
void packInput(const DenseShape &shape, int begin, int end, const float *input, float *packed)
{
    for (int first = 0; first < shape.pictures; first += packedPictures) {
        const int pictures = smaller(packedPictures, shape.pictures - first);
        const Rows rows{input + std::int64_t(first) * shape.inputs, shape.inputs};
        float *block = packed + std::int64_t(first) * evenly(shape.inputs) / 2;
        for (int i = begin; i < end; i += halves) {
            const int pairs = smaller(halves, evenly(end - i)) / 2;
            for (int n = 0; n < packedPictures; ++n) {
                const Vector values = n < pictures ? Vector(roundedSome(rows.row(n) + i, end - i)) : Vector{};
                for (int k = 0; k < pairs; ++k) {
                    block[(i / 2 + k) * packedPictures + n] = values[k];
                }
            }
        }
    }
}

/// sums[o][n] += the products of `inputs` inputs. packed: pairs of pictures' inputs; weight: rows of sumLength.
template<int outputs, int vectors>
inline void addProducts(int inputs, const float *packed, const Bfloat16 *weight, Vector (&sums)[outputs][vectors])
{
    Vector tile[outputs][vectors] = {};
    for (int i = 0; i < inputs; i += 2) {
        __m512i x[vectors];
#pragma GCC unroll 4
        for (int v = 0; v < vectors; ++v) {
            x[v] = __m512i(load(packed + i / 2 * packedPictures + v * width));
        }
#pragma GCC unroll 6
        for (int o = 0; o < outputs; ++o) {
            const __m512i w = pairEverywhere(weight + o * sumLength + i);
#pragma GCC unroll 4
            for (int v = 0; v < vectors; ++v) {
                addPairs(tile[o][v], x[v], w);
            }
        }
    }
    for (int o = 0; o < outputs; ++o) {
        for (int v = 0; v < vectors; ++v) {
            sums[o][v] += tile[o][v];
        }
    }
}

template<int outputs, int vectors>
inline void forwardTiles(const DenseShape &shape, const float *packed, Rows weight, const float *bias, int pictures, float *output,
                         int tiles)
{
    Vector sums[mostTiles][outputs][vectors];
    __builtin_memset(sums, 0, std::size_t(tiles) * sizeof(sums[0]));
    Bfloat16 roundedWeight[outputs * sumLength];
    for (int i = 0; i < shape.inputs; i += sumLength) {
        const int inputs = smaller(sumLength, shape.inputs - i);
        for (int t = 0; t < tiles; ++t) {
            for (int o = 0; o < outputs; ++o) {
                roundRow(weight.row(t * outputs + o) + i, inputs, roundedWeight + o * sumLength);
            }
            addProducts(evenly(inputs), packed + i / 2 * packedPictures, roundedWeight, sums[t]);
        }
    }
    for (int t = 0; t < tiles; ++t) {
        writeOutputs(shape, sums[t], bias + t * outputs, pictures, output + t * outputs);
    }
}

template<int outputs>
inline void forwardRows(const DenseShape &shape, const float *packed, Rows weight, const float *bias, int pictures, float *output, int tiles)
{
    if (pictures > 2 * width) {
        forwardTiles<outputs, 4>(shape, packed, weight, bias, pictures, output, tiles);
    } else if (pictures > width) {
        forwardTiles<outputs, 2>(shape, packed, weight, bias, pictures, output, tiles);
    } else {
        forwardTiles<outputs, 1>(shape, packed, weight, bias, pictures, output, tiles);
    }
}

void forward(const DenseShape &shape, int begin, int end, const float *packed, const float *weight, const float *bias, float *output)
{
    for (int first = 0; first < shape.pictures; first += packedPictures) {
        const int pictures = smaller(packedPictures, shape.pictures - first);
        const float *block = packed + std::int64_t(first) * evenly(shape.inputs) / 2;
        float *rows = output + std::int64_t(first) * shape.outputs;
        const auto weights = [&](int o) { return Rows{weight + std::int64_t(o) * shape.inputs, shape.inputs}; };
        int o = begin;
        while (end - o >= forwardOutputs) {
            const int tiles = smaller(mostTiles, (end - o) / forwardOutputs);
            forwardRows<forwardOutputs>(shape, block, weights(o), bias + o, pictures, rows + o, tiles);
            o += tiles * forwardOutputs;
        }
        for (; o < end; ++o) {
            forwardRows<1>(shape, block, weights(o), bias + o, pictures, rows + o, 1);
        }
    }
}

/// weightGradient[0 .. count) (+)= sum over the list of value * input[offset ...]; the inputs are shuffled.
inline void addRows(const Bfloat16 *input, const SparseGradient *list, int entries, bool adds, int count, float *weightGradient)
{
    constexpr int vectors = gradientInputs / width;
    Vector sums[vectors];
#pragma GCC unroll 8
    for (int v = 0; v < vectors; ++v) {
        sums[v] = adds ? loadSome(weightGradient + v * width, count - v * width) : Vector{};
    }
    for (int i = 0; i < entries; i += 2) {
        const Bfloat16 *first = input + list[i].offset;
        const Bfloat16 *second = input + list[i + 1].offset;
        const __m512i g = _mm512_set1_epi32(int(bitsOf(list[i].value)));
#pragma GCC unroll 4
        for (int v = 0; v < vectors; v += 2) {
            const __m512i a = loadHalves(first + v * width), b = loadHalves(second + v * width);
            addPairs(sums[v], _mm512_unpacklo_epi16(a, b), g);
            addPairs(sums[v + 1], _mm512_unpackhi_epi16(a, b), g);
        }
    }
#pragma GCC unroll 8
    for (int v = 0; v < vectors; ++v) {
        storeSome(weightGradient + v * width, sums[v], count - v * width);
    }
}

void weightGradient(const DenseShape &shape, int begin, int end, const float *input, const float *outputGradient, SparseGradient *lists,
                    int *counts, float *weightGradient, float *biasGradient)
{
    const int outputs = end - begin;
    for (int o = begin; o < end; ++o) {
        biasGradient[o] = 0.0f;
    }
    Bfloat16 roundedInput[pictureBlock * gradientInputs];
    for (int first = 0; first < shape.pictures; first += pictureBlock) {
        const int pictures = smaller(pictureBlock, shape.pictures - first);
        const float *block = input + std::int64_t(first) * shape.inputs;
        listPictures(shape, begin, outputs, pictures, gradientInputs, outputGradient + std::int64_t(first) * shape.outputs, lists, counts);
        for (int o = 0; o < outputs; ++o) {
            SparseGradient *list = lists + o * pictureBlock;
            for (int i = 0; i < counts[o]; ++i) {
                biasGradient[begin + o] += list[i].value;
            }
            counts[o] = pairUp(list, counts[o]);
        }
        for (int i = 0; i < shape.inputs; i += gradientInputs) {
            const int count = smaller(gradientInputs, shape.inputs - i);
            for (int n = 0; n < pictures; ++n) {
                const float *row = block + std::int64_t(n) * shape.inputs + i;
                for (int k = 0; k < gradientInputs; k += halves) {
                    _mm512_storeu_si512(roundedInput + n * gradientInputs + k, shuffled(roundedSome(row + k, count - k)));
                }
            }
            for (int o = 0; o < outputs; ++o) {
                addRows(roundedInput, lists + o * pictureBlock, counts[o], first > 0, count,
                        weightGradient + std::int64_t(begin + o) * shape.inputs + i);
            }
        }
    }
}

/// Halves from one picture's rounded gradients to the next one's.
inline int gradientStride(const DenseShape &shape)
{
    return (shape.outputs + halves - 1) / halves * halves;
}

inline int packedWeights(const DenseShape &shape)
{
    return evenly(shape.outputs) / 2 * packedTiles * inputColumns;
}

/// The packed weights, behind them the rounded gradients.
int inputGradientScratch(const DenseShape &shape)
{
    return packedWeights(shape) + shape.pictures * gradientStride(shape) / 2;
}

/// Weights of all outputs for the inputs `begin` to before `end` -> [tiles, outputs / 2, inputColumns] pairs of outputs.
inline void packWeights(const DenseShape &shape, int begin, int end, const float *weight, float *packed)
{
    alignas(64) std::int16_t order[halves];
    for (int i = 0; i < halves; ++i) {
        order[i] = std::int16_t(i / 2 + i % 2 * width);
    }
    const __m512i interleaving = _mm512_load_si512(order);
    const int tileFloats = evenly(shape.outputs) / 2 * inputColumns;
    for (int o = 0; o < shape.outputs; o += 2) {
        const float *from = weight + std::int64_t(o) * shape.inputs;
        for (int i = begin, column = 0; i < end; i += width, ++column) {
            const Vector upper = loadSome(from + i, end - i);
            const Vector lower = o + 1 < shape.outputs ? loadSome(from + shape.inputs + i, end - i) : Vector{};
            float *to = packed + column / tileColumns * tileFloats + o / 2 * inputColumns + column % tileColumns * width;
            store(to, Vector(_mm512_permutexvar_epi16(interleaving, roundedHalves(upper, lower))));
        }
    }
}

template<int pictures>
inline void inputTile(const DenseShape &shape, const float *packed, const Bfloat16 *gradient, int count, float *to)
{
    Vector tile[pictures][tileColumns] = {};
    const int stride = gradientStride(shape);
    for (int o = 0; o < shape.outputs; o += 2) {
        __m512i w[tileColumns];
#pragma GCC unroll 3
        for (int v = 0; v < tileColumns; ++v) {
            w[v] = __m512i(load(packed + o / 2 * inputColumns + v * width));
        }
#pragma GCC unroll 8
        for (int n = 0; n < pictures; ++n) {
            const __m512i g = pairEverywhere(gradient + n * stride + o);
#pragma GCC unroll 3
            for (int v = 0; v < tileColumns; ++v) {
                addPairs(tile[n][v], w[v], g);
            }
        }
    }
    for (int n = 0; n < pictures; ++n) {
        for (int v = 0; v < tileColumns; ++v) {
            storeSome(to + std::int64_t(n) * shape.inputs + v * width, tile[n][v], count - v * width);
        }
    }
}

void inputGradient(const DenseShape &shape, int begin, int end, const float *weight, const float *outputGradient, float *inputGradient,
                   float *scratch)
{
    const int stride = gradientStride(shape);
    Bfloat16 *gradients = reinterpret_cast<Bfloat16 *>(scratch + packedWeights(shape));
    for (int n = 0; n < shape.pictures; ++n) {
        roundRow(outputGradient + std::int64_t(n) * shape.outputs, shape.outputs, gradients + n * stride);
    }
    for (int first = begin; first < end; first += packedTiles * inputColumns) {
        const int last = smaller(first + packedTiles * inputColumns, end);
        packWeights(shape, first, last, weight, scratch);
        const float *packed = scratch;
        for (int i = first; i < last; i += inputColumns, packed += evenly(shape.outputs) / 2 * inputColumns) {
            const int count = smaller(inputColumns, last - i);
            int n = 0;
            for (; shape.pictures - n >= tileRows; n += tileRows) {
                inputTile<tileRows>(shape, packed, gradients + n * stride, count, inputGradient + std::int64_t(n) * shape.inputs + i);
            }
            for (; n < shape.pictures; ++n) {
                inputTile<1>(shape, packed, gradients + n * stride, count, inputGradient + std::int64_t(n) * shape.inputs + i);
            }
        }
    }
}

} // namespace

const DenseKernels denseKernelsBfloat16{packInput, forward, weightGradient, inputGradient, inputGradientScratch};

} // namespace convscope
