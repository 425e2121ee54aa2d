// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/weights.h"

#include <vector>

namespace convscope {

/// What of a picture made a network think of a class.
struct ExplanationQuestion
{
    int label = 0;
    /// 0-based: the convolution block for Grad-CAM; -1 = the last one.
    int convolution = -1;
    /// Side of the black square that is moved over the picture.
    int patch = 5;
    /// Pixels from one place of the square to the next.
    int stride = 2;
};

struct Explanation
{
    ExplanationQuestion question;
    /// [side, side]: by how much the class's logit rises when a pixel gets brighter; signed.
    std::vector<float> gradient;
    /// [side, side], >= 0: Grad-CAM (Selvaraju et al. 2017, eq. 1 and 2) of that convolution's activations, bilinear to the picture's
    /// size. Empty where there is no convolution.
    std::vector<float> gradCam;
    /// [side, side]: by how much the class's probability falls while a black square covers the place (Zeiler and Fergus 2014). Signed:
    /// below zero where what is there spoke against the class.
    std::vector<float> occlusion;
};

/// The same network with each layer's weights shuffled: an explanation that stays the same doesn't explain what was learned (Adebayo et
/// al. 2018). Biases and what batch normalisation keeps stay. The same seed shuffles the same way.
WeightsPtr shuffledWeights(const Weights &weights, quint64 seed);

/// Rank correlation (Spearman) of two maps of one size, ties at their mean rank; NaN where one of them is flat or the sizes differ.
double rankCorrelation(const std::vector<float> &a, const std::vector<float> &b);

} // namespace convscope
