// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/densehead.h"

#include "core/engine/elementwise.h"
#include "core/engine/pieces.h"

#include <algorithm>

namespace convscope {

namespace {

/// Outputs and inputs are cut at whole tiles of the kernels.
constexpr int outputStep = 12;
constexpr int inputStep = 192;
/// A piece whose work is smaller isn't worth a thread: multiplications.
constexpr qint64 leastWork = 50'000;
/// Floats of weights that a piece of the forward pass may read, so that they stay in the second cache.
constexpr qint64 mostWeights = 96 * 1024;

bool coversActivation(Activation activation)
{
    return activation == Activation::Relu || activation == Activation::LeakyRelu;
}

/// `count` things cut into pieces of whole steps.
struct Cut
{
    int count;
    int size;

    Cut(int all, int step, qint64 work, qint64 mostInPiece)
        : count(all)
    {
        const qint64 pieces = std::clamp<qint64>(work / leastWork, 1, qint64(piecesPerThread) * at::get_num_threads());
        const qint64 wanted = std::min<qint64>((all + pieces - 1) / pieces, mostInPiece);
        size = int(std::max<qint64>((wanted + step - 1) / step, 1)) * step;
    }
    int pieces() const { return (count + size - 1) / size; }
    int begin(int piece) const { return piece * size; }
    int end(int piece) const { return std::min(count, (piece + 1) * size); }
};

qint64 workOf(const DenseShape &shape)
{
    return qint64(shape.pictures) * shape.inputs * shape.outputs;
}

} // namespace

bool DenseHead::covers(const Architecture &architecture)
{
    return denseKernels()
        && std::all_of(architecture.hiddenLayers.begin(), architecture.hiddenLayers.end(),
                       [](const HiddenLayer &layer) { return coversActivation(layer.activation); });
}

DenseHead::DenseHead(const Architecture &architecture, int features, int classes, int pictures, int threads, bool training,
                     Precision precision)
    : m_kernels(precision == Precision::Bfloat16 ? *denseBfloat16Kernels() : *denseKernels())
{
    int inputs = features;
    const auto addStage = [&](int outputs, bool activates, float slope) {
        Stage stage;
        stage.shape = {pictures, inputs, outputs, activates, slope};
        if (activates) {
            stage.output = torch::empty({pictures, outputs});
            stage.outputGradient = torch::empty({training ? pictures : 0, outputs});
        }
        m_stages.push_back(std::move(stage));
        inputs = outputs;
    };
    for (const HiddenLayer &layer : architecture.hiddenLayers) {
        addStage(layer.width, true, layer.activation == Activation::LeakyRelu ? float(leakyReluSlope) : 0.0f);
    }
    addStage(classes, false, 0.0f);
    int64_t widest = 0, packed = 0, outputs = 0;
    for (const Stage &stage : m_stages) {
        widest = std::max<int64_t>(widest, stage.shape.inputs);
        packed = std::max<int64_t>(packed, m_kernels.inputGradientScratch(stage.shape));
        outputs = std::max<int64_t>(outputs, stage.shape.outputs + outputStep);
    }
    m_packedInput = torch::empty({(pictures + pictureBlock - 1) / pictureBlock * pictureBlock, widest});
    m_scratch.resize(training ? std::size_t(threads) : 0);
    for (Scratch &scratch : m_scratch) {
        scratch.packedWeight = torch::empty({packed});
        scratch.lists.resize(std::size_t(outputs * pictureBlock));
        scratch.counts.resize(std::size_t(outputs));
    }
}

void DenseHead::forwardStage(const Stage &stage, const float *input, const ParameterPointers &parameters, float *output)
{
    const DenseShape &shape = stage.shape;
    float *packed = m_packedInput.data_ptr<float>();
    const Cut inputs(shape.inputs, inputStep, qint64(shape.pictures) * shape.inputs, shape.inputs);
    forEachPiece(inputs.pieces(), [&](int piece, int) { m_kernels.packInput(shape, inputs.begin(piece), inputs.end(piece), input, packed); });
    const Cut outputs(shape.outputs, outputStep, workOf(shape), mostWeights / shape.inputs);
    forEachPiece(outputs.pieces(), [&](int piece, int) {
        m_kernels.forward(shape, outputs.begin(piece), outputs.end(piece), packed, parameters.weight, parameters.bias, output);
    });
}

void DenseHead::forward(const float *input, const std::vector<ParameterPointers> &parameters, const std::vector<const float *> &masks,
                        float *logits)
{
    for (std::size_t i = 0; i < m_stages.size(); ++i) {
        const Stage &stage = m_stages[i];
        float *output = stage.shape.activates ? stage.output.data_ptr<float>() : logits;
        forwardStage(stage, input, parameters[i], output);
        if (stage.shape.activates && masks[i]) {
            multiplyInPlace(output, masks[i], stage.output.numel());
        }
        input = output;
    }
}

void DenseHead::backwardStage(const Stage &stage, const float *input, const float *outputGradient, const ParameterPointers &parameters,
                              const ParameterPointers &gradients, float *inputGradient)
{
    const DenseShape &shape = stage.shape;
    const Cut outputs(shape.outputs, outputStep, workOf(shape), shape.outputs);
    const Cut inputs(shape.inputs, inputStep, inputGradient ? workOf(shape) : 0, shape.inputs);
    const int inputPieces = inputGradient ? inputs.pieces() : 0;
    forEachPiece(outputs.pieces() + inputPieces, [&](int piece, int thread) {
        Scratch &scratch = m_scratch[std::size_t(thread)];
        if (piece < inputPieces) {
            m_kernels.inputGradient(shape, inputs.begin(piece), inputs.end(piece), parameters.weight, outputGradient, inputGradient,
                                    scratch.packedWeight.data_ptr<float>());
        } else {
            piece -= inputPieces;
            m_kernels.weightGradient(shape, outputs.begin(piece), outputs.end(piece), input, outputGradient, scratch.lists.data(),
                                     scratch.counts.data(), gradients.weight, gradients.bias);
        }
    });
}

void DenseHead::backward(const float *input, const float *logitGradients, const std::vector<ParameterPointers> &parameters,
                         const std::vector<const float *> &masks, const std::vector<ParameterPointers> &gradients, float *inputGradient)
{
    for (std::size_t i = m_stages.size(); i-- > 0;) {
        const Stage &stage = m_stages[i];
        const float *outputGradient = logitGradients;
        if (stage.shape.activates) {
            outputGradient = stage.outputGradient.data_ptr<float>();
            multiplyBySlope(stage.outputGradient.data_ptr<float>(), stage.output.data_ptr<float>(), masks[i], stage.shape.slope,
                            stage.output.numel());
        }
        const float *stageInput = i > 0 ? m_stages[i - 1].output.data_ptr<float>() : input;
        float *stageGradient = i > 0 ? m_stages[i - 1].outputGradient.data_ptr<float>() : inputGradient;
        backwardStage(stage, stageInput, outputGradient, parameters[i], gradients[i], stageGradient);
    }
}

} // namespace convscope
