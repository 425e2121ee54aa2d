// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainingsettings.h"

#include <QByteArray>

namespace convscope {

/// A Python script that builds the same network with PyTorch, loads weights that were exported as safetensors (with nothing but
/// torch), tests them and trains on with the same settings. Augmentation and the very order of the batches are this program's own;
/// the script says so. `side` and `classes` are those of the data.
QByteArray pyTorchScript(const Experiment &experiment, int side, int classes);

} // namespace convscope
