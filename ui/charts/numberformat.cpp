// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/numberformat.h"

#include "core/common/counttext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

// QLocale writes "nan" and "inf"; people read NaN and the sign of infinity.
QString specialText(double value)
{
    if (std::isnan(value)) {
        return QStringLiteral("NaN");
    }
    return value > 0 ? QStringLiteral("∞") : QStringLiteral("−∞");
}

} // namespace

QString lossText(double loss)
{
    if (!std::isfinite(loss)) {
        return specialText(loss);
    }
    const double size = std::abs(loss);
    if (size != 0.0 && (size < 1e-4 || size >= 1e6)) {
        return QLocale().toString(loss, 'e', 3);
    }
    const int magnitude = size > 0.0 ? int(std::floor(std::log10(size))) : 0;
    return QLocale().toString(loss, 'f', std::clamp(3 - magnitude, 0, 7));
}

QString percentText(double share, int decimals)
{
    if (!std::isfinite(share)) {
        return specialText(share);
    }
    //: A share of a hundred; the space does not break the line.
    return QCoreApplication::translate("NumberFormat", "%1\u00a0%")
        .arg(QLocale().toString(share * 100.0, 'f', decimals));
}

QString wholeText(double count)
{
    return std::isfinite(count) ? countText(std::llround(count)) : specialText(count);
}

QString settingText(double value)
{
    return std::isfinite(value) ? QLocale().toString(value, 'g', 6) : specialText(value);
}

} // namespace convscope
