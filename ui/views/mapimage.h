// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>

#include <functional>
#include <vector>

namespace convscope {

/// Of the absolute values; 0 without any.
double largestOf(const std::vector<float> &values);

/// One pixel for each value; `color` gets it in units of the largest. Null where there are not side x side of them.
QImage mapImage(const std::vector<float> &values, int side, const std::function<QColor(double)> &color);

} // namespace convscope
