// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/fastforward.h"
#include "core/model/architecture.h"
#include "core/training/trainingsettings.h"

#include <QtGlobal>

#include <torch/torch.h>

#include <memory>
#include <vector>

namespace convscope {

/// Which masks dropout draws: they depend on (seed, step, layer) only, so a step can be repeated alone.
struct DropoutDraw
{
    qint64 seed = 0;
    qint64 step = 0;
};

/// The network that an Architecture describes. N = batch, S = side of a picture, K = classes.
/// Parameters are registered under the names of the layer summary: "conv1.weight" [filters, C, k, k], "conv1.bias"
/// [filters], "norm1.weight"/"norm1.bias" [filters] with buffers "norm1.running_mean"/"norm1.running_var",
/// "hidden1.weight" [width, F], "hidden1.bias" [width], "output.weight" [K, F], "output.bias" [K].
/// Initial values are LibTorch's defaults (uniform within 1/sqrt(fan_in), as Conv2d and Linear do; 1 and 0 for batch
/// normalisation), drawn from (seed, parameter name, shape) alone: two networks share them wherever name and shape agree.
class NetworkImpl : public torch::nn::Module
{
public:
    /// `fast`: computes in FastForward what that covers; otherwise, and for the rest, layer by layer with LibTorch's own
    /// operators.
    /// Throws std::invalid_argument where Bfloat16 is asked for and FastForward doesn't know it.
    NetworkImpl(const Architecture &architecture, int side, int classes, qint64 seed, bool fast = true,
                Precision precision = Precision::Float32);
    ~NetworkImpl() override;

    /// images [N, 1, S, S] float32 in [0, 1] -> logits [N, K]. In train() mode batch normalisation uses the batch's
    /// statistics and dropout draws its masks; in eval() mode neither.
    torch::Tensor forward(const torch::Tensor &images, const DropoutDraw &draw);

    /// The output of every layer of summarize(), the pictures first and the logits last, by the plain layers: [N, C, H, W], after the
    /// flattening [N, F]. In eval() mode.
    std::vector<torch::Tensor> forwardLayers(const torch::Tensor &images);

    /// What the activation function of a convolution block is given, [N, filters, H, W]: the convolution's sums, normalised where the
    /// block does. By the plain layers, in eval() mode; nothing behind the block is computed.
    torch::Tensor forwardSums(const torch::Tensor &images, int block);

    /// See convscope::setDropout(); acts at the next forward pass.
    void setDropout(double probability);
    /// False where the plain layers compute.
    bool isFast() const { return m_fast != nullptr; }
    /// Whether the bits are the same however many of the threads there were at construction work at a step.
    bool isIndependentOfThreads() const;
    const Architecture &architecture() const { return m_architecture; }

private:
    struct ConvLayer
    {
        torch::Tensor weight, bias;
        torch::Tensor normWeight, normBias, runningMean, runningVar;
    };
    struct LinearLayer
    {
        torch::Tensor weight, bias;
    };

    ConvLayer addConvLayer(int index, const ConvBlock &block, int inputChannels, qint64 seed);
    LinearLayer addLinearLayer(const std::string &name, qint64 inputs, qint64 outputs, qint64 seed);
    /// Appended to by forwardPlain() where it is not null.
    using Trace = std::vector<torch::Tensor>;
    torch::Tensor forwardPlain(const torch::Tensor &images, const DropoutDraw &draw, Trace *trace = nullptr);
    torch::Tensor forwardFast(const torch::Tensor &images, const DropoutDraw &draw);
    torch::Tensor forwardConv(const torch::Tensor &x, int index, Trace *trace);
    /// Undefined where nothing is dropped.
    torch::Tensor maskFor(int hiddenLayer, qint64 pictures, const DropoutDraw &draw) const;

    const Architecture m_built;
    Architecture m_architecture;
    std::vector<ConvLayer> m_convLayers;
    std::vector<LinearLayer> m_hiddenLayers;
    LinearLayer m_output;
    std::unique_ptr<FastForward> m_fast;
};
TORCH_MODULE(Network);

torch::Tensor activate(const torch::Tensor &x, Activation activation);

/// 0 where a value is dropped, 1 / (1 - probability) where it stays. [rows, columns] float32.
torch::Tensor dropoutMask(qint64 rows, qint64 columns, double probability, const DropoutDraw &draw, int layer);

} // namespace convscope
