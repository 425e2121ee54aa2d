// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace convscope {

/// Where a filter answered: the test picture and the place in the output of the convolution.
struct FilterPeak
{
    int picture = 0;
    int y = 0;
    int x = 0;
    float value = 0.0f; ///< after the activation function
};

/// What one filter (or neuron) makes of the whole test set. "Active" is a place where its sum, after batch normalisation where there is
/// one, is above zero: there a ReLU lets it through.
struct FilterStatistics
{
    double mean = 0.0; ///< after the activation function, over all pictures and places
    double activePlaces = 0.0; ///< share in [0, 1]
    double activePictures = 0.0; ///< share of pictures with an active place at least
    float least = 0.0f; ///< after the activation function
    float most = 0.0f;
    /// The nine strongest answers, strongest first, no two of one picture; fewer where a ReLU is active in fewer pictures.
    std::vector<FilterPeak> peaks;
};

} // namespace convscope
