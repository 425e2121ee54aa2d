// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/confusion.h"

#include <limits>

namespace convscope {

/// How well one class is told from the others. A share of nothing is NaN: precision of a class that was never answered, recall of one
/// without pictures.
struct ClassMetrics
{
    int pictures = 0; ///< of the class
    int called = 0; ///< answers with the class
    int right = 0; ///< both
    double precision = std::numeric_limits<double>::quiet_NaN(); ///< right / called
    double recall = std::numeric_limits<double>::quiet_NaN(); ///< right / pictures
    /// 2 right / (pictures + called), the harmonic mean of both; NaN only where there is neither a picture nor an answer.
    double f1 = std::numeric_limits<double>::quiet_NaN();
};

std::vector<ClassMetrics> classMetrics(const Confusion &confusion);

/// The mean over the classes whose F1 is a number; NaN where there is none.
double macroF1(const std::vector<ClassMetrics> &metrics);

} // namespace convscope
