// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Numbers as people read them, in the language of the program. Not for files.
namespace convscope {

/// With a power of ten as people write it: "1.5·10³⁴", "10⁻⁵"; `digits` after the point at most. Finite values only.
QString powerOfTenText(double value, int digits);
/// Four significant digits: "0.2415", "12.35".
QString lossText(double loss);
/// A share in [0, 1] as "91.4 %".
QString percentText(double share, int decimals = 1);
/// A whole number with its thousands marked.
QString wholeText(double count);
/// As few digits as a setting needs: "0.001", "2.5·10⁻⁵".
QString settingText(double value);

} // namespace convscope
