// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jsonnumber.h"

#include <cmath>

QJsonValue jsonNumber(double value)
{
    if (std::isnan(value)) {
        return QStringLiteral("nan");
    }
    if (std::isinf(value)) {
        return value > 0 ? QStringLiteral("inf") : QStringLiteral("-inf");
    }
    return value;
}
