// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace convscope {

/// Two settings tried with the same seeds: is the difference more than chance?
struct PairedTest
{
    int pairs = 0;
    double meanDifference = 0.0; ///< of a - b
    /// Of the differences, with pairs - 1 in the denominator; NaN below two pairs.
    double deviation = 0.0;
    /// Student's t with pairs - 1 degrees of freedom; NaN below two pairs, infinite where all differences are the same and not 0.
    double t = 0.0;
    /// Two-sided: how likely a difference at least as far from 0 is when there is none. 1 where all differences are 0.
    double p = 1.0;
};

/// Student's t-test for paired samples (Student 1908). The vectors are of the same length. Pure.
PairedTest pairedTest(const std::vector<double> &a, const std::vector<double> &b);

/// The regularised incomplete beta function I_x(a, b), for a, b > 0 and x in [0, 1]: the continued fraction of Abramowitz and Stegun,
/// 26.5.8, by Lentz's method.
double incompleteBeta(double a, double b, double x);

} // namespace convscope
