// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/network.h"
#include "core/inspection/picture.h"
#include "core/inspection/weights.h"

namespace convscope {

/// A network with these weights, in evaluation mode, of plain layers whose weights ask for no gradient. Throws
/// std::invalid_argument where the weights don't fit their architecture.
Network networkFrom(const Weights &weights);

/// [N, 1, side, side]. Throws std::invalid_argument where a picture has another size than the network's.
torch::Tensor tensorFrom(const std::vector<Picture> &pictures, const Weights &weights);

} // namespace convscope
