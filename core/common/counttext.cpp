// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/common/counttext.h"

#include <cstdlib>

namespace convscope {

QString countText(qint64 value, const QLocale &locale)
{
    constexpr qint64 fiveDigits = 10000;
    // Whether four digits are grouped is the locale's habit.
    if (std::abs(value) < fiveDigits)
        return locale.toString(value);
    QString text = QString::number(std::abs(value));
    for (qsizetype at = text.size() - 3; at > 0; at -= 3)
        text.insert(at, locale.groupSeparator());
    return value < 0 ? QString(locale.negativeSign() + text) : text;
}

} // namespace convscope
