// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/common/numberformat.h"

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

QString superscript(int number)
{
    static const QString digits = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    QString text = QString::number(std::abs(number));
    for (QChar &c : text) {
        c = digits[c.digitValue()];
    }
    return number < 0 ? QStringLiteral("⁻") + text : text;
}

} // namespace

QString powerOfTenText(double value, int digits)
{
    // QLocale rounds 9.96 to 10.0 and moves the exponent with it.
    const QString plain = QLocale::c().toString(value, 'e', digits);
    const qsizetype e = plain.indexOf(u'e');
    const double mantissa = plain.left(e).toDouble();
    const QString power = QStringLiteral("10") + superscript(plain.mid(e + 1).toInt());
    return mantissa == 1.0 ? power : QLocale().toString(mantissa, 'g', digits + 1) + QStringLiteral("·") + power;
}

QString lossText(double loss)
{
    if (!std::isfinite(loss)) {
        return specialText(loss);
    }
    const double size = std::abs(loss);
    if (size != 0.0 && (size < 1e-4 || size >= 1e6)) {
        return powerOfTenText(loss, 3);
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
    if (!std::isfinite(value)) {
        return specialText(value);
    }
    return value != 0.0 && std::abs(value) < 1e-4 ? powerOfTenText(value, 5) : QLocale().toString(value, 'g', 6);
}

} // namespace convscope
