// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/network.h"
#include "core/training/checkpoint.h"

namespace convscope {

/// A copy of a tensor's numbers. float32.
NamedArray arrayOf(const std::string &name, const torch::Tensor &tensor);

/// The array's numbers into `tensor`. Throws std::invalid_argument where the shape differs.
void restoreArray(const NamedArray &array, torch::Tensor tensor);

/// Finds an array by its name. Throws std::invalid_argument where there is none.
const NamedArray &arrayNamed(const std::vector<NamedArray> &arrays, const std::string &name);

/// Parameters and buffers of a network, copied.
std::vector<NamedArray> weightsOf(const Network &network);

/// Throws std::invalid_argument where a name is missing or a shape differs.
void restoreWeights(const std::vector<NamedArray> &weights, Network &network);

} // namespace convscope
