// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace convscope {

/// How many pictures of each true class got each answer: [true class, answer], row-major.
struct Confusion
{
    int classes = 0;
    std::vector<int> counts;

    int at(int trueClass, int answer) const { return counts[std::size_t(trueClass * classes + answer)]; }
    int rowTotal(int trueClass) const; ///< pictures of that class
    int columnTotal(int answer) const; ///< pictures that were called so
    int total() const;
    int right() const; ///< the diagonal

    bool operator==(const Confusion &) const = default;
};

/// Both with one entry for each picture. Entries outside 0..classes-1 are left out.
Confusion confusionOf(const std::vector<std::uint8_t> &labels, const std::vector<std::uint8_t> &answers, int classes);

} // namespace convscope
