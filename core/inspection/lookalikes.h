// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

#include <functional>

namespace convscope {

/// How many of its nearest pictures are compared with each.
inline constexpr int lookalikeCount = 5;

/// What the pictures that look most like one another are called: which of them stand against their neighbours.
struct Lookalikes
{
    std::vector<int> pictures; ///< indices into Dataset::train
    /// Of the lookalikeCount nearest other ones among `pictures` (squared distance of the pixels; of equal ones the first): how many have the
    /// picture's own label, and the label that most of them have (the nearest one's where several are as frequent).
    std::vector<int> agreeing;
    std::vector<int> majority;
};

/// Of training pictures with their true labels. Compares each with each: n squared times the pixels of one (2,000 take about a second).
/// Any thread; empty where it was cancelled, or where there are no more pictures than lookalikeCount.
Lookalikes lookalikesOf(const Dataset &data, const std::vector<int> &pictures, const std::function<bool()> &isCancelled = {});

} // namespace convscope
