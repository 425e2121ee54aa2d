// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspection/learntepochs.h"

#include <algorithm>

namespace convscope {

LearntEpochs learntEpochs(const std::vector<int> &epochs, const std::vector<bool> &isRight)
{
    LearntEpochs story;
    for (std::size_t i = 0; i < std::min(epochs.size(), isRight.size()); ++i) {
        const bool wasRight = i > 0 && isRight[i - 1];
        if (!isRight[i]) {
            story.learnt = 0;
            if (wasRight) {
                story.forgotten.push_back(epochs[i]);
            }
        } else if (!wasRight) {
            story.learnt = epochs[i];
            story.firstRight = story.firstRight == 0 ? epochs[i] : story.firstRight;
        }
    }
    return story;
}

} // namespace convscope
