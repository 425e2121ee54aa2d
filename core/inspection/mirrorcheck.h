// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace convscope {

/// Whether a network is clearly surer of the mirrored picture: its most likely class, another one or the same, is at least `margin` more
/// likely than the best of the picture as it is. False where one of them is empty or not a number.
bool mirroredIsSurer(const std::vector<float> &probabilities, const std::vector<float> &mirrored, float margin = 0.1f);

} // namespace convscope
