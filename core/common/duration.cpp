// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/common/duration.h"

#include <QtGlobal>

#include <cmath>

namespace convscope {

QString durationText(double seconds)
{
    constexpr double tooLong = 1e9;
    if (!(seconds >= 0.0) || seconds > tooLong) {
        return QStringLiteral("–");
    }
    const qint64 whole = std::llround(seconds);
    const QChar zero(u'0');
    const QString tail = QStringLiteral(":%1").arg(whole % 60, 2, 10, zero);
    if (whole < 3600) {
        return QString::number(whole / 60) + tail;
    }
    return QStringLiteral("%1:%2").arg(whole / 3600).arg(whole / 60 % 60, 2, 10, zero) + tail;
}

} // namespace convscope
