// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/numbertext.h"

#include <QCoreApplication>

#include <array>
#include <charconv>
#include <cmath>
#include <string>

namespace convscope {

namespace {

// The context of the sentences below.
struct NumberText
{
    Q_DECLARE_TR_FUNCTIONS(convscope::NumberText)
};

constexpr double largestInteger = 9007199254740992.0; // 2^53: every integer up to here is a double of its own

/// A number taken apart, as ASCII digits: (-1)^negative * whole.fraction * 10^exponent.
struct Parts
{
    bool negative = false;
    std::string whole;
    std::string fraction;
    int exponent = 0;
};

bool isMark(QChar c)
{
    return c == u'.' || c == u',';
}

bool isBlank(QChar c)
{
    // Spaces of every width, and the invisible marks that come along when text is copied from a page.
    return c.isSpace() || c == u'\u200B' || c == u'\u2060' || c == u'\uFEFF' || c == u'\u200E' || c == u'\u200F';
}

bool isMinus(QChar c)
{
    return c == u'-' || c == u'\u2212' || c == u'\u2013' || c == u'\uFE63' || c == u'\uFF0D';
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

QString stripped(const QString &text)
{
    qsizetype begin = 0;
    qsizetype end = text.size();
    while (begin < end && isBlank(text.at(begin)))
        ++begin;
    while (end > begin && isBlank(text.at(end - 1)))
        --end;
    return text.mid(begin, end - begin);
}

QString example()
{
    return formatNumber(0.001);
}

/// Takes a sign at `at`; true where it was a minus.
bool takeSign(const QString &text, qsizetype &at)
{
    if (at >= text.size() || (text.at(at) != u'+' && !isMinus(text.at(at))))
        return false;
    return isMinus(text.at(at++));
}

std::string takeDigits(const QString &text, qsizetype &at)
{
    std::string digits;
    for (; at < text.size() && isDigit(text.at(at)); ++at)
        digits.push_back(char(text.at(at).unicode()));
    return digits;
}

/// [sign] digits [mark digits] [e [sign] digits], with a digit on at least one side of the mark.
std::optional<Parts> takeApart(const QString &text)
{
    Parts parts;
    qsizetype at = 0;
    parts.negative = takeSign(text, at);
    parts.whole = takeDigits(text, at);
    if (at < text.size() && isMark(text.at(at)))
        parts.fraction = takeDigits(text, ++at);
    if (parts.whole.empty() && parts.fraction.empty())
        return std::nullopt;
    if (at < text.size() && (text.at(at) == u'e' || text.at(at) == u'E')) {
        const bool negative = takeSign(text, ++at);
        const std::string digits = takeDigits(text, at);
        if (digits.empty())
            return std::nullopt;
        // Past four digits every exponent is out of range; the exact one no longer matters.
        const int size = digits.size() > 4 ? 99999 : std::stoi(digits);
        parts.exponent = negative ? -size : size;
    }
    if (at != text.size())
        return std::nullopt;
    return parts;
}

/// True for 1.000 and 1,000,000: marks that can only have been meant between thousands of a whole number.
bool looksLikeThousands(const QString &text)
{
    int digits = 0;
    bool marked = false;
    for (const QChar c : text) {
        if (isMark(c)) {
            if ((marked && digits != 3) || digits == 0)
                return false;
            marked = true;
            digits = 0;
        } else if (isDigit(c)) {
            ++digits;
        } else {
            return false;
        }
    }
    return marked && digits == 3;
}

QString withoutMarks(QString text)
{
    return text.remove(u'.').remove(u',');
}

/// A sentence where the text has marks or spaces that it must not have, else empty.
QString separatorProblem(const QString &text, NumberKind kind)
{
    for (const QChar c : text) {
        if (isBlank(c))
            return NumberText::tr("“%1” has a space inside. Write the number without spaces.").arg(text);
    }
    const qsizetype marks = text.count(u'.') + text.count(u',');
    if (kind == NumberKind::Integer && marks > 0) {
        if (looksLikeThousands(text))
            return NumberText::tr("Write %1 without a separator.").arg(withoutMarks(text));
        return NumberText::tr("Write a whole number here, without a decimal mark.");
    }
    if (marks > 1)
        return NumberText::tr("“%1” has two marks. Write only the decimal mark, and nothing between "
                              "thousands.").arg(text);
    return {};
}

bool isWhole(const Parts &parts)
{
    if (parts.exponent >= 0)
        return true;
    const std::size_t kept = parts.whole.find_last_not_of('0');
    const std::size_t zeros = kept == std::string::npos ? parts.whole.size() : parts.whole.size() - kept - 1;
    return kept == std::string::npos || zeros >= std::size_t(-parts.exponent);
}

bool isZero(const Parts &parts)
{
    return parts.whole.find_first_not_of('0') == std::string::npos
        && parts.fraction.find_first_not_of('0') == std::string::npos;
}

Result<double> valueOf(const Parts &parts, const QString &text, int shift)
{
    if (isZero(parts))
        return parts.negative ? -0.0 : 0.0;
    std::string ascii = parts.negative ? "-" : "";
    ascii += parts.whole.empty() ? std::string("0") : parts.whole;
    if (!parts.fraction.empty()) {
        ascii += '.';
        ascii += parts.fraction;
    }
    ascii += 'e';
    ascii += std::to_string(parts.exponent - shift);
    double value = 0.0;
    const auto read = std::from_chars(ascii.data(), ascii.data() + ascii.size(), value);
    if (read.ec == std::errc() && read.ptr == ascii.data() + ascii.size())
        return value;
    if (parts.exponent < 0)
        return Result<double>::failure(NumberText::tr("“%1” is too close to zero to be kept apart from it.").arg(text));
    return Result<double>::failure(NumberText::tr("“%1” is too large.").arg(text));
}

} // namespace

Result<double> parseNumber(const QString &text, NumberKind kind, int shift)
{
    const QString inner = stripped(text);
    if (inner.isEmpty())
        return Result<double>::failure(NumberText::tr("Write a number here."));
    const QString separator = separatorProblem(inner, kind);
    if (!separator.isEmpty())
        return Result<double>::failure(separator);
    const std::optional<Parts> parts = takeApart(inner);
    if (!parts && kind == NumberKind::Integer)
        return Result<double>::failure(NumberText::tr("“%1” is not a whole number. Write only digits, like "
                                                      "64.").arg(inner));
    if (!parts) {
        return Result<double>::failure(
            NumberText::tr("“%1” is not a number. Write it with digits, like %2 or 1e-3.").arg(inner, example()));
    }
    if (kind == NumberKind::Integer && !isWhole(*parts))
        return Result<double>::failure(NumberText::tr("Write a whole number here, without a decimal mark."));
    const Result<double> value = valueOf(*parts, inner, shift);
    if (kind == NumberKind::Integer && value.ok() && std::abs(value.value()) > largestInteger)
        return Result<double>::failure(NumberText::tr("“%1” is too large.").arg(inner));
    return value.ok() && value.value() == 0.0 ? Result<double>(0.0) : value;
}

QString formatNumber(double value, const QLocale &locale, int shift)
{
    if (!std::isfinite(value))
        return QString::number(value);
    if (value == 0.0)
        return QStringLiteral("0");
    // "-1.25e-03": the shortest digits that give the value back; only their place is ours to choose.
    std::array<char, 40> buffer;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::abs(value),
                                   std::chars_format::scientific).ptr;
    const QString scientific = QString::fromLatin1(buffer.data(), end - buffer.data());
    const qsizetype e = scientific.indexOf(u'e');
    const QString digits = scientific.left(e).remove(u'.');
    const int exponent = scientific.mid(e + 1).toInt() + shift;
    const QString mark = locale.decimalPoint();
    QString text;
    if (exponent < -6 || exponent >= 16) {
        text = digits.left(1);
        if (digits.size() > 1)
            text += mark + digits.mid(1);
        text += u'e' + QString::number(exponent);
    } else if (exponent < 0) {
        text = u'0' + mark + QString(-exponent - 1, u'0') + digits;
    } else if (digits.size() <= exponent + 1) {
        text = digits + QString(exponent + 1 - digits.size(), u'0');
    } else {
        text = digits.left(exponent + 1) + mark + digits.mid(exponent + 1);
    }
    return value < 0 ? QString(u'-' + text) : text;
}

} // namespace convscope
