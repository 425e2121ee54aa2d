// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace convscope {

/// Exponential moving average without the pull towards zero that a plain one has at its start: value i is the weighted
/// mean of the values so far with weights strength^(i - j). A constant series stays exactly what it is. Values that are
/// not finite come back as they are and leave the average alone.
class DebiasedSmoother
{
public:
    /// strength in [0, 1): 0 changes nothing, 0.99 averages over about 100 values.
    explicit DebiasedSmoother(double strength = 0.0);

    /// The smoothed value at the place of `value`; call once for each value, in order.
    double next(double value);

private:
    double m_strength;
    double m_average = 0.0;
    /// strength^n for n finite values: what of the average still belongs to its start at zero.
    double m_bias = 1.0;
    double m_first = 0.0;
    bool m_constant = true;
    bool m_empty = true;
};

} // namespace convscope
