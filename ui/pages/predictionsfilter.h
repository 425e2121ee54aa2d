// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/predictions.h"

namespace convscope {

/// Which test pictures the gallery shows, and in which order.
struct PredictionsFilter
{
    enum class Which { All, Right, Wrong, Changed, NowRight, NowWrong }; ///< the last three: against what is compared with
    enum class Order { Loss, Confidence, LeastConfidence, Margin, Index }; ///< Loss: the largest first; Margin: the smallest first
    int trueClass = -1; ///< -1 = any
    int predicted = -1;
    Which which = Which::All;
    double lowest = 0.0; ///< confidence
    double highest = 1.0;
    Order order = Order::Loss;

    bool operator==(const PredictionsFilter &) const = default;
};

std::vector<int> chosenPictures(const PredictionsState &state, const PredictionsFilter &filter);

} // namespace convscope
