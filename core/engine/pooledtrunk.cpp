// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/pooledtrunk.h"

#include "core/engine/elementwise.h"
#include "core/engine/pieces.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace convscope {

namespace {

/// Sums whose parts stay below it in magnitude can't overflow: the largest float32 is 3.4e38.
constexpr double safeBound = 1e37;

bool coversBlock(const ConvBlock &block)
{
    return block.maxPool && !block.batchNorm
        && (block.activation == Activation::Relu || block.activation == Activation::LeakyRelu);
}

int padded(int count, int width)
{
    return (count + width - 1) / width * width;
}

float *floats(const torch::Tensor &tensor, int64_t row = 0)
{
    return tensor.data_ptr<float>() + row * tensor.stride(0);
}

} // namespace

bool PooledTrunk::covers(const Architecture &architecture)
{
    return pooledKernels() && !architecture.convBlocks.empty()
        && std::all_of(architecture.convBlocks.begin(), architecture.convBlocks.end(), coversBlock);
}

PooledTrunk::PooledTrunk(const Architecture &architecture, int side, int pictures, int threads, bool training,
                         Precision precision)
    : m_kernels(precision == Precision::Bfloat16 ? *pooledBfloat16Kernels() : *pooledKernels())
    , m_pictures(pictures)
    , m_threads(threads)
    , m_training(training)
    , m_side(side)
    , m_pieces(std::min(pictures, piecesPerThread * threads))
{
    int channels = 1;
    for (const ConvBlock &block : architecture.convBlocks) {
        addStage(block, channels, side);
        channels = block.filters;
        side = m_stages.back().shape.pooledSide;
    }
    for (int i = 0; i < threads; ++i) {
        addScratch();
    }
}

void PooledTrunk::addStage(const ConvBlock &block, int channels, int side)
{
    Stage stage;
    stage.padding = block.padding;
    stage.channels = channels;
    stage.filters = block.filters;
    PooledShape &shape = stage.shape;
    shape.mapSide = side + 2 * block.padding;
    shape.channels = m_stages.empty() ? 1 : padded(channels, m_kernels.vectorFloats);
    shape.filters = padded(block.filters, m_kernels.vectorFloats);
    shape.kernelSize = block.kernelSize;
    shape.pooledSide = (shape.mapSide - block.kernelSize + 1) / 2;
    shape.slope = block.activation == Activation::LeakyRelu ? float(leakyReluSlope) : 0.0f;
    const int slots = m_training ? m_pictures : m_threads;
    stage.maps = torch::zeros({slots, shape.mapFloats()}); // the border stays 0
    stage.places = torch::empty({slots, shape.pooledCells() * shape.filters}, torch::kUInt8);
    stage.packedForward = torch::zeros({shape.weightFloats()});
    stage.bias = torch::zeros({shape.filters});
    if (m_training) {
        stage.packedBackward = torch::zeros({m_stages.empty() ? 0 : shape.weightFloats()});
        stage.weightGradients = torch::empty({m_pieces, shape.weightFloats()});
        stage.biasGradients = torch::empty({m_pieces, shape.filters});
    }
    m_stages.push_back(std::move(stage));
}

void PooledTrunk::addScratch()
{
    int64_t outputs = 0, maps = 0, entries = 0, counts = 0;
    for (const Stage &stage : m_stages) {
        const PooledShape &shape = stage.shape;
        outputs = std::max<int64_t>(outputs, shape.pooledCells() * shape.filters);
        maps = std::max<int64_t>(maps, shape.mapFloats());
        entries = std::max<int64_t>({entries, shape.pooledCells() + 1, 4 * shape.pooledSide * shape.filters});
        counts = std::max<int64_t>(counts, 4 * shape.pooledSide);
    }
    Scratch scratch;
    scratch.output = torch::empty({outputs});
    scratch.map = torch::empty({maps});
    if (m_training) {
        scratch.gradient = torch::empty({outputs});
        scratch.mapGradient = torch::empty({maps});
        scratch.lists.resize(std::size_t(entries));
        scratch.counts.resize(std::size_t(counts));
    }
    m_scratch.push_back(std::move(scratch));
}

template<typename Function>
void PooledTrunk::forEachPicture(const Function &function)
{
    convscope::forEachPiece(m_pieces, [&](int piece, int thread) {
        const int first = int(int64_t(m_pictures) * piece / m_pieces);
        const int end = int(int64_t(m_pictures) * (piece + 1) / m_pieces);
        for (int n = first; n < end; ++n) {
            function(n, piece, n == first, thread);
        }
    });
}

void PooledTrunk::packWeights(const std::vector<ParameterPointers> &parameters)
{
    for (std::size_t i = 0; i < m_stages.size(); ++i) {
        Stage &stage = m_stages[i];
        std::copy_n(parameters[i].bias, stage.filters, floats(stage.bias));
        at::parallel_for(0, stage.filters, /*grain_size=*/8, [&](int64_t begin, int64_t end) {
            m_kernels.packForward(stage.shape, stage.channels, int(begin), int(end), parameters[i].weight, floats(stage.packedForward));
            if (m_training && i > 0) {
                m_kernels.packBackward(stage.shape, stage.channels, int(begin), int(end), parameters[i].weight,
                                       floats(stage.packedBackward));
            }
        });
    }
}

/// Whether no sum in the forward pass can overflow: |output| <= |bias| + sum |weight| * max |input|, from block to block.
/// Spares looking at every output. False also where a number is NaN.
bool PooledTrunk::isBounded(const float *images, const std::vector<ParameterPointers> &parameters) const
{
    double bound = largestMagnitude(images, int64_t(m_pictures) * m_side * m_side);
    for (std::size_t i = 0; i < m_stages.size(); ++i) {
        const Stage &stage = m_stages[i];
        const int64_t inputs = int64_t(stage.channels) * stage.shape.taps();
        double largest = 0.0;
        for (int f = 0; f < stage.filters; ++f) {
            const double sum = std::abs(double(parameters[i].bias[f]))
                + bound * sumOfMagnitudes(parameters[i].weight + f * inputs, inputs);
            largest = sum <= largest ? largest : sum; // NaN goes on
        }
        bound = largest;
        if (!(bound < safeBound)) {
            return false;
        }
    }
    return true;
}

bool PooledTrunk::forward(const float *images, const std::vector<ParameterPointers> &parameters, float *flat)
{
    packWeights(parameters);
    const bool check = !isBounded(images, parameters);
    const int64_t pixels = int64_t(m_side) * m_side;
    const Stage &last = m_stages.back();
    const int64_t features = int64_t(last.filters) * last.shape.pooledCells();
    std::atomic<bool> finite = true;
    forEachPicture([&](int n, int, bool, int thread) {
        const int slot = m_training ? n : thread;
        if (!forwardPicture(images + n * pixels, slot, m_scratch[std::size_t(thread)], check, flat + n * features)) {
            finite = false;
        }
    });
    return finite;
}

bool PooledTrunk::forwardPicture(const float *image, int slot, Scratch &scratch, bool check, float *flat)
{
    Stage &picture = m_stages.front();
    for (int y = 0; y < m_side; ++y) {
        float *row = floats(picture.maps, slot) + (y + picture.padding) * picture.shape.mapSide + picture.padding;
        std::memcpy(row, image + y * m_side, std::size_t(m_side) * sizeof(float));
    }
    bool finite = true;
    for (std::size_t i = 0; i < m_stages.size(); ++i) {
        const Stage &stage = m_stages[i];
        const PooledShape &shape = stage.shape;
        float *output = floats(scratch.output);
        int outputRow = shape.pooledSide * shape.filters;
        if (i + 1 < m_stages.size()) {
            const Stage &next = m_stages[i + 1];
            outputRow = next.shape.mapSide * shape.filters;
            output = floats(next.maps, slot) + next.padding * (outputRow + shape.filters);
        }
        std::uint8_t *places = stage.places.data_ptr<std::uint8_t>() + slot * stage.places.stride(0);
        finite = m_kernels.forward(shape, floats(stage.maps, slot), floats(stage.packedForward), floats(stage.bias), output, outputRow,
                                   places, check, floats(scratch.map))
            && finite;
    }
    const Stage &last = m_stages.back();
    const int cells = last.shape.pooledCells();
    for (int cell = 0; cell < cells; ++cell) { // [cells, filters] -> [filters, cells]
        const float *output = floats(scratch.output) + cell * last.shape.filters;
        for (int f = 0; f < last.filters; ++f) {
            flat[f * cells + cell] = output[f];
        }
    }
    return finite;
}

void PooledTrunk::backward(const float *flatGradient, const std::vector<ParameterPointers> &,
                           const std::vector<ParameterPointers> &gradients)
{
    const Stage &last = m_stages.back();
    const int64_t features = int64_t(last.filters) * last.shape.pooledCells();
    forEachPicture([&](int n, int piece, bool isFirstOfPiece, int thread) {
        if (isFirstOfPiece) {
            for (const Stage &stage : m_stages) {
                std::fill_n(floats(stage.weightGradients, piece), stage.shape.weightFloats(), 0.0f);
                std::fill_n(floats(stage.biasGradients, piece), stage.shape.filters, 0.0f);
            }
        }
        backwardPicture(n, piece, m_scratch[std::size_t(thread)], flatGradient + n * features);
    });
    collectGradients(gradients);
}

void PooledTrunk::gatherFlatGradient(const float *flatGradient, Scratch &scratch) const
{
    const Stage &last = m_stages.back();
    const int cells = last.shape.pooledCells();
    for (int cell = 0; cell < cells; ++cell) { // [filters, cells] -> [cells, filters]
        float *gradient = floats(scratch.gradient) + cell * last.shape.filters;
        for (int f = 0; f < last.filters; ++f) {
            gradient[f] = flatGradient[f * cells + cell];
        }
        std::fill(gradient + last.filters, gradient + last.shape.filters, 0.0f);
    }
}

void PooledTrunk::gatherMapGradient(const Stage &above, Scratch &scratch) const
{
    const int inner = above.shape.mapSide - 2 * above.padding;
    const int row = above.shape.mapSide * above.shape.channels;
    const float *from = floats(scratch.mapGradient) + above.padding * (row + above.shape.channels);
    for (int y = 0; y < inner; ++y) {
        const int count = inner * above.shape.channels;
        std::memcpy(floats(scratch.gradient) + y * count, from + y * row, std::size_t(count) * sizeof(float));
    }
}

void PooledTrunk::backwardPicture(int picture, int piece, Scratch &scratch, const float *flatGradient)
{
    gatherFlatGradient(flatGradient, scratch);
    float *gradient = floats(scratch.gradient);
    for (std::size_t i = m_stages.size(); i-- > 0;) {
        const Stage &stage = m_stages[i];
        const std::uint8_t *places = stage.places.data_ptr<std::uint8_t>() + picture * stage.places.stride(0);
        m_kernels.activationGradient(stage.shape, places, gradient, floats(stage.biasGradients, piece));
        if (i == 0) {
            m_kernels.pictureWeightGradient(stage.shape, floats(stage.maps, picture), gradient, places,
                                            floats(stage.weightGradients, piece));
            return; // nobody asks for the gradient of the pictures here
        }
        m_kernels.weightGradient(stage.shape, stage.filters, floats(stage.maps, picture), gradient, places, scratch.lists.data(),
                                 floats(scratch.map), floats(stage.weightGradients, piece));
        std::fill_n(floats(scratch.mapGradient), stage.shape.mapFloats(), 0.0f);
        m_kernels.sourceGradient(stage.shape, stage.filters, floats(stage.packedBackward), gradient, places, scratch.lists.data(),
                                 scratch.counts.data(), floats(scratch.mapGradient));
        gatherMapGradient(stage, scratch);
    }
}

/// Adds up the pieces, in order, and brings the weights' gradients into LibTorch's layout.
void PooledTrunk::collectGradients(const std::vector<ParameterPointers> &gradients)
{
    for (std::size_t i = 0; i < m_stages.size(); ++i) {
        const Stage &stage = m_stages[i];
        const PooledShape &shape = stage.shape;
        const int64_t pieceFloats = stage.weightGradients.stride(0);
        const int tapStride = i == 0 ? shape.filters : shape.channels; // [taps, filters] or [filters, taps, channels]
        const int filterStride = i == 0 ? 1 : shape.taps() * shape.channels;
        at::parallel_for(0, stage.filters, /*grain_size=*/8, [&](int64_t begin, int64_t end) {
            for (int64_t f = begin; f < end; ++f) {
                gradients[i].bias[f] = 0.0f;
                for (int piece = 0; piece < m_pieces; ++piece) {
                    gradients[i].bias[f] += floats(stage.biasGradients, piece)[f];
                }
                float *filter = floats(stage.weightGradients) + f * filterStride;
                for (int t = 0; t < shape.taps(); ++t) {
                    for (int c = 0; c < stage.channels; ++c) {
                        const float *from = filter + t * tapStride + c;
                        float sum = 0.0f;
                        for (int piece = 0; piece < m_pieces; ++piece) {
                            sum += from[piece * pieceFloats];
                        }
                        gradients[i].weight[(f * stage.channels + c) * shape.taps() + t] = sum;
                    }
                }
            }
        });
    }
}

} // namespace convscope
