// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/architecture.h"

#include <QString>
#include <QtGlobal>

#include <optional>
#include <vector>

namespace convscope {

enum class LayerKind { Input, Convolution, BatchNorm, Activation, MaxPool, Flatten, Linear, Dropout };

/// What one layer does to the shape of a picture, and what it costs.
struct LayerSummary
{
    LayerKind kind = LayerKind::Input;
    /// The name the parameters carry: "conv1", "norm1", "hidden2", "output"; empty where there are none.
    QString name;
    /// Index into Architecture::convBlocks or, after the flattening, into hiddenLayers; -1 for input and output.
    int block = -1;
    /// Output of the layer for one picture: [channels, height, width]; after the flattening [channels, 1, 1].
    int channels = 0;
    int height = 0;
    int width = 0;
    /// Trainable numbers: weights and biases.
    qint64 parameters = 0;
    /// Multiplications of one forward pass of one picture (weights only).
    qint64 multiplications = 0;
};

/// Why an architecture can't be built.
struct ArchitectureProblem
{
    /// As in the JSON form: "architecture.conv_blocks[1].kernel_size".
    QString field;
    /// A sentence that names the layer and the reason.
    QString message;
};

struct ArchitectureSummary
{
    /// Up to the layer before the problem, if there is one.
    std::vector<LayerSummary> layers;
    qint64 parameters = 0;
    qint64 multiplications = 0;
    /// Values that one picture leaves behind in a forward pass (for the estimate of memory).
    qint64 activations = 0;
    std::optional<ArchitectureProblem> problem;
};

/// Layer by layer shapes, parameter counts and multiplications. Pure. Pictures are [1, side, side].
ArchitectureSummary summarize(const Architecture &architecture, int side, int classes);

/// "Convolution", "Max-pooling", … in the language of the program.
QString layerKindName(LayerKind kind);

} // namespace convscope
