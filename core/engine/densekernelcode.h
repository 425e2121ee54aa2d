// SPDX-License-Identifier: GPL-3.0-or-later
// The float32 code of DenseKernels, included by one file an instruction set, which defines CONVSCOPE_VECTOR_FLOATS and
// CONVSCOPE_DENSE_KERNELS (the name of the table).
#pragma once

#include "core/engine/densekernelparts.h"

namespace convscope {

namespace {

// A tile's sums fill the registers beside what is read: 8 * 3 of 32 with AVX-512, 4 * 3 of 16 with AVX2.
constexpr int tileRows = width == 16 ? 8 : 4;
constexpr int tileColumns = 3;
/// Outputs of a tile of the forward pass, beside two vectors of pictures.
constexpr int forwardOutputs = width == 16 ? 12 : 6;
/// Pictures whose inputs are packed together.
constexpr int packedPictures = 2 * width;
/// Products that are added one after the other; longer sums are made of sums, which keeps the rounding small.
constexpr int sumLength = 256;
/// Tiles of the forward pass that share a stretch of inputs.
constexpr int mostTiles = 10;
/// Vectors of inputs whose weights' gradients are summed up at once.
constexpr int gradientChunk = width == 16 ? 8 : 8;

/// [N, inputs] -> [N / packedPictures, inputs, packedPictures], for inputs `begin` to before `end`: what one input has of
/// all pictures of a block lies together. Pictures that are not there are 0.
void packInput(const DenseShape &shape, int begin, int end, const float *input, float *packed)
{
    for (int first = 0; first < shape.pictures; first += packedPictures) {
        const int pictures = smaller(packedPictures, shape.pictures - first);
        const Rows rows{input + std::int64_t(first) * shape.inputs, shape.inputs};
        float *block = packed + std::int64_t(first) * shape.inputs;
        for (int i = begin; i < end; i += width) { // small squares: both sides stay in the first cache
            const int count = smaller(width, end - i);
            for (int n = 0; n < packedPictures; ++n) {
                for (int k = 0; k < count; ++k) {
                    block[(i + k) * packedPictures + n] = n < pictures ? rows.row(n)[i + k] : 0.0f;
                }
            }
        }
    }
}

/// sums[o][n] += the products of inputs `begin` to before `end`.
template<int outputs, int vectors>
inline void addProducts(int begin, int end, const float *packed, Rows weight, Vector (&sums)[outputs][vectors])
{
    Vector tile[outputs][vectors] = {};
    for (int i = begin; i < end; ++i) {
        Vector x[vectors];
#pragma GCC unroll 2
        for (int v = 0; v < vectors; ++v) {
            x[v] = load(packed + i * packedPictures + v * width);
        }
#pragma GCC unroll 12
        for (int o = 0; o < outputs; ++o) {
            const float w = weight.row(o)[i];
#pragma GCC unroll 2
            for (int v = 0; v < vectors; ++v) {
                tile[o][v] += w * x[v];
            }
        }
    }
    for (int o = 0; o < outputs; ++o) {
        for (int v = 0; v < vectors; ++v) {
            sums[o][v] += tile[o][v];
        }
    }
}

/// Neighbouring tiles of outputs for a block of packed pictures. A stretch of the inputs stays in the first cache while all
/// tiles use it.
template<int outputs, int vectors>
inline void forwardTiles(const DenseShape &shape, const float *packed, Rows weight, const float *bias, int pictures, float *output,
                         int tiles)
{
    Vector sums[mostTiles][outputs][vectors];
    __builtin_memset(sums, 0, std::size_t(tiles) * sizeof(sums[0]));
    for (int i = 0; i < shape.inputs; i += sumLength) {
        for (int t = 0; t < tiles; ++t) {
            addProducts(i, smaller(i + sumLength, shape.inputs), packed, weight.from(t * outputs), sums[t]);
        }
    }
    for (int t = 0; t < tiles; ++t) {
        writeOutputs(shape, sums[t], bias + t * outputs, pictures, output + t * outputs);
    }
}

template<int outputs>
inline void forwardRows(const DenseShape &shape, const float *packed, Rows weight, const float *bias, int pictures, float *output, int tiles)
{
    if (pictures > width) {
        forwardTiles<outputs, 2>(shape, packed, weight, bias, pictures, output, tiles);
    } else {
        forwardTiles<outputs, 1>(shape, packed, weight, bias, pictures, output, tiles);
    }
}

void denseForward(const DenseShape &shape, int begin, int end, const float *packed, const float *weight, const float *bias, float *output)
{
    for (int first = 0; first < shape.pictures; first += packedPictures) {
        const int pictures = smaller(packedPictures, shape.pictures - first);
        const float *block = packed + std::int64_t(first) * shape.inputs;
        float *rows = output + std::int64_t(first) * shape.outputs;
        const auto weights = [&](int o) { return Rows{weight + std::int64_t(o) * shape.inputs, shape.inputs}; };
        int o = begin;
        while (end - o >= forwardOutputs) {
            const int tiles = smaller(mostTiles, (end - o) / forwardOutputs);
            forwardRows<forwardOutputs>(shape, block, weights(o), bias + o, pictures, rows + o, tiles);
            o += tiles * forwardOutputs;
        }
        const int rest = (end - o) / 3;
        forwardRows<3>(shape, block, weights(o), bias + o, pictures, rows + o, rest);
        for (o += 3 * rest; o < end; ++o) {
            forwardRows<1>(shape, block, weights(o), bias + o, pictures, rows + o, 1);
        }
    }
}

/// weightGradient[0 .. vectors) (+)= sum over the list of value * input[offset ...]
template<int vectors>
inline void addRows(const float *input, const SparseGradient *list, int count, bool adds, float *weightGradient)
{
    Vector sums[vectors];
    for (int v = 0; v < vectors; ++v) {
        sums[v] = adds ? load(weightGradient + v * width) : Vector{};
    }
    for (int i = 0; i < count; ++i) {
        const float *row = input + list[i].offset;
        const float g = list[i].value;
#pragma GCC unroll 12
        for (int v = 0; v < vectors; ++v) {
            sums[v] += g * load(row + v * width);
        }
    }
    for (int v = 0; v < vectors; ++v) {
        store(weightGradient + v * width, sums[v]);
    }
}

inline void addFewRows(const float *input, const SparseGradient *list, int count, bool adds, int inputs, float *weightGradient)
{
    for (int i = 0; i < inputs; ++i) {
        float sum = adds ? weightGradient[i] : 0.0f;
        for (int entry = 0; entry < count; ++entry) {
            sum += list[entry].value * input[list[entry].offset + i];
        }
        weightGradient[i] = sum;
    }
}

void denseWeightGradient(const DenseShape &shape, int begin, int end, const float *input, const float *outputGradient,
                         SparseGradient *lists, int *counts, float *weightGradient, float *biasGradient)
{
    const int outputs = end - begin;
    for (int o = begin; o < end; ++o) {
        biasGradient[o] = 0.0f;
    }
    for (int first = 0; first < shape.pictures; first += pictureBlock) {
        const int pictures = smaller(pictureBlock, shape.pictures - first);
        const float *gradients = outputGradient + std::int64_t(first) * shape.outputs;
        const float *block = input + std::int64_t(first) * shape.inputs;
        listPictures(shape, begin, outputs, pictures, shape.inputs, gradients, lists, counts);
        for (int o = 0; o < outputs; ++o) {
            for (int i = 0; i < counts[o]; ++i) {
                biasGradient[begin + o] += lists[o * pictureBlock + i].value;
            }
        }
        const bool adds = first > 0;
        int i = 0;
        const auto forAllOutputs = [&](const auto &add, int inputs) {
            for (int o = 0; o < outputs; ++o) {
                add(block + i, lists + o * pictureBlock, counts[o], weightGradient + std::int64_t(begin + o) * shape.inputs + i);
            }
            i += inputs;
        };
        while (shape.inputs - i >= gradientChunk * width) {
            forAllOutputs([adds](const float *rows, const SparseGradient *list, int count,
                                 float *to) { addRows<gradientChunk>(rows, list, count, adds, to); },
                          gradientChunk * width);
        }
        while (shape.inputs - i >= width) {
            forAllOutputs([adds](const float *rows, const SparseGradient *list, int count,
                                 float *to) { addRows<1>(rows, list, count, adds, to); },
                          width);
        }
        const int rest = shape.inputs - i;
        forAllOutputs([adds, rest](const float *rows, const SparseGradient *list, int count,
                                   float *to) { addFewRows(rows, list, count, adds, rest, to); },
                      rest);
    }
}

/// Tiles of the inputs' gradient whose weights are packed at once: whole stretches of a row are read, not single lines.
constexpr int packedTiles = 4;
constexpr int inputColumns = tileColumns * width;

int inputGradientScratch(const DenseShape &shape)
{
    return shape.outputs * packedTiles * inputColumns;
}

/// Weights of all outputs for the inputs `begin` to before `end` -> [tiles, outputs, inputColumns], zeros behind the last.
inline void packWeights(const DenseShape &shape, int begin, int end, const float *weight, float *packed)
{
    for (int o = 0; o < shape.outputs; ++o) {
        const float *from = weight + std::int64_t(o) * shape.inputs;
        float *to = packed + o * inputColumns;
        int i = begin;
        for (; end - i >= inputColumns; i += inputColumns, to += shape.outputs * inputColumns) {
            for (int v = 0; v < tileColumns; ++v) {
                store(to + v * width, load(from + i + v * width));
            }
        }
        for (int k = 0; i < end && k < inputColumns; ++k) {
            to[k] = i + k < end ? from[i + k] : 0.0f;
        }
    }
}

/// rows [outputs, 3 vectors] of packed weights; `count` of the 3 * width inputs are real.
template<int pictures>
inline void inputTile(const float *packed, int outputs, Rows gradient, Rows to, int count)
{
    Vector tile[pictures][tileColumns] = {};
    for (int o = 0; o < outputs; ++o) {
        Vector w[tileColumns];
#pragma GCC unroll 3
        for (int v = 0; v < tileColumns; ++v) {
            w[v] = load(packed + (o * tileColumns + v) * width);
        }
#pragma GCC unroll 8
        for (int n = 0; n < pictures; ++n) {
            const float g = gradient.row(n)[o];
#pragma GCC unroll 3
            for (int v = 0; v < tileColumns; ++v) {
                tile[n][v] += g * w[v];
            }
        }
    }
    for (int n = 0; n < pictures; ++n) {
        float *row = const_cast<float *>(to.row(n));
        if (count == inputColumns) {
            for (int v = 0; v < tileColumns; ++v) {
                store(row + v * width, tile[n][v]);
            }
        } else {
            for (int i = 0; i < count; ++i) {
                row[i] = tile[n][i / width][i % width];
            }
        }
    }
}

void inputColumnsGradient(const DenseShape &shape, const float *packed, const float *outputGradient, int count, float *inputGradient)
{
    const Rows gradients{outputGradient, shape.outputs};
    const Rows results{inputGradient, shape.inputs};
    int n = 0;
    for (; shape.pictures - n >= tileRows; n += tileRows) {
        inputTile<tileRows>(packed, shape.outputs, gradients.from(n), results.from(n), count);
    }
    for (; n < shape.pictures; ++n) {
        inputTile<1>(packed, shape.outputs, gradients.from(n), results.from(n), count);
    }
}

void denseInputGradient(const DenseShape &shape, int begin, int end, const float *weight, const float *outputGradient,
                        float *inputGradient, float *scratch)
{
    for (int first = begin; first < end; first += packedTiles * inputColumns) {
        const int last = smaller(first + packedTiles * inputColumns, end);
        packWeights(shape, first, last, weight, scratch);
        const float *packed = scratch;
        for (int i = first; i < last; i += inputColumns, packed += shape.outputs * inputColumns) {
            inputColumnsGradient(shape, packed, outputGradient, smaller(inputColumns, last - i), inputGradient + i);
        }
    }
}

} // namespace

const DenseKernels CONVSCOPE_DENSE_KERNELS{packInput, denseForward, denseWeightGradient, denseInputGradient, inputGradientScratch};

} // namespace convscope
