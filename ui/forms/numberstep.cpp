// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/numberstep.h"

#include <QString>

#include <algorithm>
#include <array>
#include <cmath>

namespace convscope {

namespace {

constexpr double slack = 1e-9;

/// 0.30000000000000004 is 0.3 to whoever reads it.
double cleaned(double value)
{
    return QString::number(value, 'g', 12).toDouble();
}

double linearStep(double value, bool up, double step)
{
    const double place = value / step;
    return (up ? std::floor(place + slack) + 1 : std::ceil(place - slack) - 1) * step;
}

double oneTwoFiveStep(double value, bool up, double step)
{
    if (value < step * (1 - slack))
        return up ? step : 0.0;
    const double decade = std::pow(10.0, std::floor(std::log10(value) + slack));
    const double leading = value / decade;
    if (up) {
        for (const double candidate : {1.0, 2.0, 5.0}) {
            if (candidate > leading * (1 + slack))
                return candidate * decade;
        }
        return 10.0 * decade;
    }
    for (const double candidate : {5.0, 2.0, 1.0}) {
        if (candidate < leading * (1 - slack))
            return candidate * decade;
    }
    return 0.5 * decade;
}

double doublingStep(double value, bool up, double step)
{
    if (value < step)
        return up ? step : 0.0;
    const double power = std::log2(value / step);
    return step * std::exp2(up ? std::floor(power + slack) + 1 : std::ceil(power - slack) - 1);
}

double oneStep(double value, bool up, Stepping stepping, double step)
{
    switch (stepping) {
    case Stepping::Linear:
        return linearStep(value, up, step);
    case Stepping::OneTwoFive:
        return oneTwoFiveStep(value, up, step);
    case Stepping::Doubling:
        return doublingStep(value, up, step);
    }
    return value;
}

} // namespace

double steppedNumber(double value, int steps, Stepping stepping, double step, double minimum, double maximum)
{
    for (int i = 0; i < std::abs(steps); ++i) {
        const double next = cleaned(oneStep(value, steps > 0, stepping, step));
        // Below the first step of a factor there is only the minimum.
        const bool belowFirst = stepping != Stepping::Linear && next < step * (1 - slack);
        value = std::clamp(belowFirst ? minimum : next, minimum, maximum);
    }
    return value;
}

} // namespace convscope
