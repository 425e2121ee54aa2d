// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/common/result.h"
#include "core/training/checkpoint.h"

namespace convscope {

/// Weights from a safetensors file as the beginning of a training: names and shapes must be exactly those of the experiment's network for
/// pictures of side x side pixels. A failure names the file and the array that doesn't fit, and says what would.
Result<CheckpointPtr> initialWeights(const QString &path, const Experiment &experiment, int side, int classes);

/// The experiment that such a file names in its metadata; `otherwise` where it names none that can be read.
Result<Experiment> experimentOfWeights(const QString &path, const Experiment &otherwise);

} // namespace convscope
