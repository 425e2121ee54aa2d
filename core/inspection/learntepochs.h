// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace convscope {

/// The answers to one picture after each epoch, told as a story. A picture is forgotten where a right answer is followed by a wrong one
/// (Toneva et al., "An Empirical Study of Example Forgetting during Deep Neural Network Learning", ICLR 2019, there for training
/// pictures).
struct LearntEpochs
{
    int firstRight = 0; ///< epoch of the first right answer; 0 = never
    int learnt = 0; ///< the epoch since which all answers are right; 0 where the last one is wrong
    std::vector<int> forgotten; ///< epochs of a wrong answer after a right one, rising

    bool operator==(const LearntEpochs &) const = default;
};

/// `epochs` rising, one entry of `isRight` for each. Epochs that are missing in between are passed over.
LearntEpochs learntEpochs(const std::vector<int> &epochs, const std::vector<bool> &isRight);

} // namespace convscope
