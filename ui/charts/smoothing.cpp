// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/smoothing.h"

#include <algorithm>
#include <cmath>

namespace convscope {

DebiasedSmoother::DebiasedSmoother(double strength)
    : m_strength(std::clamp(strength, 0.0, 0.9999))
{
}

double DebiasedSmoother::next(double value)
{
    if (!std::isfinite(value)) {
        return value;
    }
    if (m_empty) {
        m_first = value;
        m_empty = false;
    }
    m_constant = m_constant && value == m_first;
    m_average = m_average * m_strength + (1.0 - m_strength) * value;
    m_bias *= m_strength;
    // Rounding would make a constant series tremble.
    return m_constant ? value : m_average / (1.0 - m_bias);
}

} // namespace convscope
