// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/validator.h"

#include <QCoreApplication>

#include <utility>
#include <vector>

namespace convscope {

/// Which ends of a range belong to it.
enum class Interval { Closed, AboveMinimum, BelowMaximum };

/// Checks single values against their ranges and collects a Problem with a sentence for each that lies outside.
/// The name in the sentence is that of settingName(field). NaN lies outside every range.
class RangeChecker
{
    Q_DECLARE_TR_FUNCTIONS(RangeChecker)

public:
    /// True when the value is in its range.
    bool real(const QString &field, double value, double minimum, double maximum, Interval interval = Interval::Closed);
    bool whole(const QString &field, qint64 value, qint64 minimum, qint64 maximum);

    void add(const QString &field, const QString &message);
    bool hasProblem(const QString &field) const;
    /// True when the field or any part of it has one.
    bool hasProblemBelow(const QString &field) const;
    std::vector<Problem> takeProblems() { return std::move(m_problems); }

private:
    std::vector<Problem> m_problems;
};

// The settings that may change while a run trains are checked in two places with one range each.
void checkLearningRate(RangeChecker &checker, double value);
void checkWeightDecay(RangeChecker &checker, double value);
void checkDropout(RangeChecker &checker, const QString &field, double value);

} // namespace convscope
