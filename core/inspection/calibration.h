// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/answers.h"

#include <limits>

namespace convscope {

/// The answers whose confidence lies in (low, high].
struct CalibrationBin
{
    double low = 0.0;
    double high = 0.0;
    int pictures = 0;
    double confidence = std::numeric_limits<double>::quiet_NaN(); ///< mean; NaN in an empty bin
    double accuracy = std::numeric_limits<double>::quiet_NaN(); ///< share of right answers; NaN in an empty bin
};

/// Whether a network is right as often as it says it is: the reliability diagram and the expected calibration error
/// ECE = sum over bins of |bin| / n * |accuracy - confidence|, after Guo, Pleiss, Sun and Weinberger, "On Calibration of Modern
/// Neural Networks", ICML 2017, eq. 3, with equally wide bins.
struct Calibration
{
    std::vector<CalibrationBin> bins;
    double error = std::numeric_limits<double>::quiet_NaN(); ///< ECE in [0, 1]; NaN without pictures
    double confidence = std::numeric_limits<double>::quiet_NaN(); ///< mean over all pictures
    double accuracy = std::numeric_limits<double>::quiet_NaN();
    int pictures = 0;
};

/// `bins` from 1 on.
Calibration calibrationOf(const std::vector<Answer> &answers, const std::vector<std::uint8_t> &labels, int bins);

} // namespace convscope
