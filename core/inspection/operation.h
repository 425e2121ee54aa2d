// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/common/result.h"
#include "core/inspection/forwardpass.h"
#include "core/inspection/unit.h"
#include "core/inspection/weights.h"

#include <array>
#include <optional>
#include <variant>
#include <vector>

/// One operation taken apart: the numbers that made one unit, in the order in which one would compute them by hand. Everything is
/// summed in double from the float32 numbers of a ForwardPass and its Weights, so that results agree with LibTorch's within its own
/// rounding (about 1e-6 of the largest term). Pure functions; any thread.
namespace convscope {

/// One input channel's part in a unit of a convolution.
struct ChannelPart
{
    int channel = 0; ///< of the layer before
    std::vector<float> window; ///< [k, k]: what the kernel lies on; 0 beyond the edge
    std::vector<float> kernel; ///< [k, k]
    std::vector<double> products; ///< [k, k]: window * kernel
    double sum = 0.0;
};

/// z = sum over channels of sum over the window of input * kernel, + bias.
struct ConvolutionParts
{
    int kernelSize = 0;
    int padding = 0;
    /// Where the window lies on the input; negative, or beyond its far edge, on the padding.
    int top = 0;
    int left = 0;
    /// The channels with the largest absolute sums, the largest first.
    std::vector<ChannelPart> strongest;
    /// Those that are not among them.
    int others = 0;
    double othersSum = 0.0;
    double bias = 0.0;
    double sum = 0.0;
};

/// y = gamma * (x - mean) / sqrt(variance + epsilon) + beta, with the running mean and variance.
struct BatchNormParts
{
    double input = 0.0;
    double mean = 0.0;
    double variance = 0.0;
    double epsilon = 1e-5;
    double gamma = 1.0;
    double beta = 0.0;
    double normalised = 0.0; ///< before gamma and beta
    double result = 0.0;
};

struct ActivationParts
{
    Activation activation = Activation::Relu;
    double input = 0.0;
    double result = 0.0;
};

/// The largest of 2 x 2.
struct MaxPoolParts
{
    int top = 0;
    int left = 0;
    std::array<float, 4> window{}; ///< row by row
    int winner = 0; ///< index into window; the first of equals, as LibTorch takes it
    double result = 0.0;
};

/// Row by row, channel after channel: index = (channel * height + y) * width + x.
struct FlattenParts
{
    int channel = 0;
    int y = 0;
    int x = 0;
    int height = 1;
    int width = 1;
    double value = 0.0;
};

struct NeuronTerm
{
    int input = 0;
    double value = 0.0;
    double weight = 0.0;
    double product = 0.0;
};

/// z = sum over all inputs of input * weight, + bias.
struct NeuronParts
{
    int inputs = 0;
    /// The largest positive and the most negative products, the strongest first.
    std::vector<NeuronTerm> positive;
    std::vector<NeuronTerm> negative;
    int others = 0;
    double othersSum = 0.0;
    double bias = 0.0;
    double sum = 0.0;
};

/// In training a value is set to 0 with this probability, else multiplied by `scale` = 1 / (1 - probability).
struct DropoutParts
{
    double probability = 0.0;
    double scale = 1.0;
    double value = 0.0;
};

/// A pixel.
struct InputParts
{
    double value = 0.0;
};

using OperationParts = std::variant<InputParts, ConvolutionParts, BatchNormParts, ActivationParts, MaxPoolParts, FlattenParts, NeuronParts, DropoutParts>;

struct Anatomy
{
    UnitAddress unit;
    LayerSummary layer;
    OperationParts parts;
    /// What the parts come to, computed here.
    double result = 0.0;
    /// What LibTorch's own operation gave.
    double output = 0.0;
};

/// `most`: channels or inputs (each of both signs) that are listed one by one. Fails with a sentence where pass, weights and address don't belong together.
/// `dropout`: what it was changed to while the network trained; else the architecture's counts.
Result<Anatomy> anatomyOf(const ForwardPass &pass, const Weights &weights, const UnitAddress &unit, int most, std::optional<double> dropout = {});

/// The nearest address that exists in these layers.
UnitAddress clampedTo(const std::vector<LayerSummary> &layers, UnitAddress unit);

/// Where the unit's value stands in LayerOutput::values.
std::size_t indexOf(const LayerSummary &layer, const UnitAddress &unit);

/// f(x) in double.
double activated(Activation activation, double x);

/// p_k = exp(z_k - max) / sum of them; loss = -ln(p of the true class) in nats.
struct SoftmaxParts
{
    std::vector<double> logits;
    double largest = 0.0;
    std::vector<double> exponentials; ///< exp(z - largest)
    double sum = 0.0;
    std::vector<double> probabilities;
    int label = -1; ///< -1: not known; then there is no loss
    double loss = 0.0;
};

SoftmaxParts softmaxOf(const std::vector<float> &logits, int label);

/// A neuron's weights for one channel of the maps that were flattened before it.
struct NeuronMap
{
    int channel = 0;
    int height = 0;
    int width = 0;
    std::vector<float> inputs; ///< [height, width]
    std::vector<float> weights;
    std::vector<float> products;
    double sum = 0.0;
    /// The channels by the absolute value of their sums, the largest first.
    std::vector<int> ranking;
};

/// Of the `rank`-th strongest channel (0 = the strongest). Nothing for a layer that doesn't follow the flattening.
std::optional<NeuronMap> neuronMapOf(const ForwardPass &pass, const Weights &weights, const UnitAddress &unit, int rank);

} // namespace convscope
