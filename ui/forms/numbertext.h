// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/common/result.h"

#include <QLocale>
#include <QString>

/// Numbers as people write them. The same text means the same number in every locale: `.` and `,` are both decimal
/// marks, nothing is ever a thousands mark, and what could be read in two ways is refused with a sentence.
namespace convscope {

enum class NumberKind { Decimal, Integer };

/// Reads 0.001, 0,001, 1e-3 or +5, with spaces around and with a pasted minus sign. Integer takes digits and 1e3, up to
/// 2^53. `shift` is the number of decimal places between what is written and what is meant: with 2 (per cent), "12.5"
/// gives exactly 0.125. Pure; does not depend on QLocale().
Result<double> parseNumber(const QString &text, NumberKind kind, int shift = 0);

/// The shortest text that parseNumber() reads back as the same value, with the locale's decimal mark and without
/// thousands marks. From 1e-6 up to 1e16 without an exponent.
QString formatNumber(double value, const QLocale &locale = QLocale(), int shift = 0);

} // namespace convscope
