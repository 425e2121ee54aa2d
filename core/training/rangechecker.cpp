// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/rangechecker.h"

#include "core/common/counttext.h"
#include "core/training/settingname.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

/// Far above any sensible rate, so that a student can see on purpose how training diverges.
constexpr double maxLearningRate = 1000.0;

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

bool isInside(double value, double minimum, double maximum, Interval interval)
{
    switch (interval) {
    case Interval::Closed:
        return value >= minimum && value <= maximum;
    case Interval::AboveMinimum:
        return value > minimum && value <= maximum;
    case Interval::BelowMaximum:
        return value >= minimum && value < maximum;
    }
    return false;
}

} // namespace

bool RangeChecker::real(const QString &field, double value, double minimum, double maximum, Interval interval)
{
    if (isInside(value, minimum, maximum, interval)) {
        return true;
    }
    QString sentence;
    switch (interval) {
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
    add(field, sentence.arg(settingName(field), realText(value), realText(minimum), realText(maximum)));
    return false;
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

void checkLearningRate(RangeChecker &checker, double value)
{
    checker.real(QStringLiteral("training.learning_rate"), value, 0.0, maxLearningRate, Interval::AboveMinimum);
}

void checkWeightDecay(RangeChecker &checker, double value)
{
    checker.real(QStringLiteral("training.weight_decay"), value, 0.0, 1.0);
}

void checkDropout(RangeChecker &checker, const QString &field, double value)
{
    checker.real(field, value, 0.0, 1.0, Interval::BelowMaximum);
}

} // namespace convscope
