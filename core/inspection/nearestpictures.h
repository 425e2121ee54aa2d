// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/inspector.h"

namespace convscope {

struct NearPicture
{
    int index = 0; ///< of the training picture
    int label = 0;
    double distance = 0.0; ///< Euclidean, in what the output layer gets
};

/// So many of the first training pictures are compared; all 60,000 would take half a minute.
inline constexpr int nearestCandidates = 6000;

/// The training pictures that are most alike for the network, nearest first. A second or two; any thread.
Result<std::vector<NearPicture>> nearestPictures(const Inspector &inspector, const WeightsPtr &weights, const Dataset &data, const Picture &picture, int count = 10);

} // namespace convscope
