// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/answers.h"

namespace convscope {

/// The test pictures on which two networks are not of one mind.
struct Disagreements
{
    /// Only one of the two is right; where both were surest first.
    std::vector<int> onlyFirst;
    std::vector<int> onlySecond;
    int bothRight = 0;
    int bothWrong = 0;
};

/// All three with one entry for each picture. Any thread.
Disagreements disagreementsOf(const std::vector<Answer> &first, const std::vector<Answer> &second, const std::vector<std::uint8_t> &labels);

} // namespace convscope
