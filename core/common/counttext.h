// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

namespace convscope {

/// A whole number for reading, with the locale's thousands marks: "1,882,200", "1.882.200". QLocale in Spanish leaves
/// out one of them and writes 1882.200, which anybody would read as another number.
QString countText(qint64 value, const QLocale &locale = QLocale());

} // namespace convscope
