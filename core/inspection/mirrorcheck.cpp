// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspection/mirrorcheck.h"

#include <algorithm>

namespace convscope {

bool mirroredIsSurer(const std::vector<float> &probabilities, const std::vector<float> &mirrored, float margin)
{
    if (probabilities.empty() || mirrored.size() != probabilities.size()) {
        return false;
    }
    const auto best = std::max_element(probabilities.begin(), probabilities.end());
    const auto other = std::max_element(mirrored.begin(), mirrored.end());
    return *other >= *best + margin;
}

} // namespace convscope
