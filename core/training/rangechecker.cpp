// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/rangechecker.h"

#include "core/common/counttext.h"
#include "core/training/settingname.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

QString realText(double value)
{
    if (std::isnan(value)) {
        return QStringLiteral("NaN");
    }
    if (std::isinf(value)) {
        return value > 0 ? QStringLiteral("∞") : QStringLiteral("-∞");
    }
    return QLocale().toString(value, 'g', QLocale::FloatingPointShortest);
}

bool isInside(double value, const SettingRange &range)
{
    switch (range.interval) {
    case Interval::Closed:
        return value >= range.minimum && value <= range.maximum;
    case Interval::AboveMinimum:
        return value > range.minimum && value <= range.maximum;
    case Interval::BelowMaximum:
        return value >= range.minimum && value < range.maximum;
    }
    return false;
}

} // namespace

bool RangeChecker::real(const QString &field, double value)
{
    const SettingRange range = settingRange(field);
    if (isInside(value, range)) {
        return true;
    }
    QString sentence;
    switch (range.interval) {
    case Interval::Closed:
        sentence = tr("%1: %2 is out of range. Choose a number from %3 to %4.");
        break;
    case Interval::AboveMinimum:
        sentence = tr("%1: %2 is out of range. Choose a number above %3 and at most %4.");
        break;
    case Interval::BelowMaximum:
        sentence = tr("%1: %2 is out of range. Choose a number that is at least %3 and below %4.");
        break;
    }
    add(field, sentence.arg(settingName(field), realText(value), realText(range.minimum), realText(range.maximum)));
    return false;
}

bool RangeChecker::whole(const QString &field, qint64 value)
{
    const SettingRange range = settingRange(field);
    return whole(field, value, qint64(range.minimum), qint64(range.maximum));
}

bool RangeChecker::whole(const QString &field, qint64 value, qint64 minimum, qint64 maximum)
{
    if (value >= minimum && value <= maximum) {
        return true;
    }
    const QString name = settingName(field);
    const QString sentence = minimum == maximum
        ? tr("%1: %2 is out of range. Only %3 is possible here.")
              .arg(name, countText(value), countText(minimum))
        : tr("%1: %2 is out of range. Choose a whole number from %3 to %4.")
              .arg(name, countText(value), countText(minimum), countText(maximum));
    add(field, sentence);
    return false;
}

void RangeChecker::add(const QString &field, const QString &message)
{
    m_problems.push_back({field, message});
}

bool RangeChecker::hasProblem(const QString &field) const
{
    return std::any_of(m_problems.begin(), m_problems.end(),
                       [&field](const Problem &problem) { return problem.field == field; });
}

bool RangeChecker::hasProblemBelow(const QString &field) const
{
    return std::any_of(m_problems.begin(), m_problems.end(),
                       [&field](const Problem &problem) { return problem.field.startsWith(field); });
}

} // namespace convscope
