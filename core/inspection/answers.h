// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/reports.h"

#include <cstdint>
#include <vector>

namespace convscope {

/// What a network said of one picture.
struct Answer
{
    int predicted = -1; ///< the class of the highest probability; the first of equal ones
    float confidence = 0.0f; ///< that probability, in [0, 1]
    float margin = 0.0f; ///< how far it is ahead of the second, in [0, 1]
    /// Cross-entropy in nats: -ln p(true class). Probabilities are kept in steps of 1/65535; one below half a step counts as half a
    /// step, so no loss is above ln(131070) = 11.78.
    float loss = 0.0f;
};

/// One for each picture; empty where labels and probabilities don't belong together. Any thread.
std::vector<Answer> answersFrom(const TestProbabilities &probabilities, const std::vector<std::uint8_t> &labels);

/// Only the predicted class of each picture. Any thread.
std::vector<std::uint8_t> predictedClasses(const TestProbabilities &probabilities);

} // namespace convscope
