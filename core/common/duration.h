// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace convscope {

/// A duration for people: "0:21", "12:05", "3:02:11"; "–" for NaN, infinity and negative values.
QString durationText(double seconds);

} // namespace convscope
