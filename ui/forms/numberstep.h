// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace convscope {

/// How a number moves with the arrow keys and the wheel.
enum class Stepping {
    Linear, ///< by `step`, on its multiples
    OneTwoFive, ///< 1, 2, 5, 10, 20, …; below `step` comes the minimum
    Doubling ///< 1, 2, 4, 8, …; below `step` comes the minimum
};

/// The value after `steps` steps up (or down, where negative), within [minimum, maximum]. Pure.
double steppedNumber(double value, int steps, Stepping stepping, double step, double minimum, double maximum);

} // namespace convscope
