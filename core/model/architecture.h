// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace convscope {

enum class Activation { Relu, LeakyRelu, Tanh, Sigmoid };

/// Negative slope of leaky ReLU: PyTorch's default.
inline constexpr double leakyReluSlope = 0.01;

/// Convolution (stride 1), then batch normalisation if asked, then the activation, then 2x2 max-pooling
/// (stride 2, odd rows and columns at the end dropped) if asked.
/// Input [N, C, H, W], output [N, filters, H', W'] with H' = H + 2*padding - kernelSize + 1, halved by pooling.
struct ConvBlock
{
    int filters = 32;
    int kernelSize = 3;
    int padding = 1;
    bool batchNorm = false;
    Activation activation = Activation::Relu;
    bool maxPool = true;

    bool operator==(const ConvBlock &) const = default;
};

/// Fully connected layer, activation, then dropout with the given probability (0 = none).
/// Input [N, F], output [N, width].
struct HiddenLayer
{
    int width = 120;
    Activation activation = Activation::Relu;
    double dropout = 0.0;

    bool operator==(const HiddenLayer &) const = default;
};

/// A network as a plain value: convolution blocks, hidden layers, then one output per class (logits).
/// Without a convolution block it is a multilayer perceptron.
struct Architecture
{
    std::vector<ConvBlock> convBlocks;
    std::vector<HiddenLayer> hiddenLayers;

    bool operator==(const Architecture &) const = default;
};

/// The dropout probability that one field stands for: that of the first hidden layer that has any, else 0.
double dropoutOf(const Architecture &architecture);

/// Gives every hidden layer that has dropout the new probability; where none has, the first one gets it.
/// Without hidden layers nothing changes. (`--dropout`, and the field that acts while a run trains.)
void setDropout(Architecture &architecture, double probability);

} // namespace convscope
