// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/network.h"
#include "core/inspection/explanation.h"

#include <functional>

namespace convscope {

/// picture [1, 1, S, S]; the network in evaluation mode. `checkpoint` is called now and then and may throw to end the work.
Explanation explain(Network &network, const torch::Tensor &picture, const ExplanationQuestion &question, const std::function<void()> &checkpoint);

/// pictures [N, 1, S, S] -> [N, F]: what the output layer gets: the last hidden layer's activations, or without one the flattened
/// convolutions.
torch::Tensor lastFeatures(Network &network, const torch::Tensor &pictures);

} // namespace convscope
