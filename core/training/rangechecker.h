// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/settingrange.h"
#include "core/training/validator.h"

#include <QCoreApplication>

#include <utility>
#include <vector>

namespace convscope {

/// Checks single values against their ranges (see settingRange()) and collects a Problem with a sentence for each that lies outside.
/// The name in the sentence is that of settingName(field). NaN lies outside every range.
class RangeChecker
{
    Q_DECLARE_TR_FUNCTIONS(RangeChecker)

public:
    /// True when the value is in its range.
    bool real(const QString &field, double value);
    bool whole(const QString &field, qint64 value);
    /// Where other settings narrow the range.
    bool whole(const QString &field, qint64 value, qint64 minimum, qint64 maximum);

    void add(const QString &field, const QString &message);
    bool hasProblem(const QString &field) const;
    /// True when the field or any part of it has one.
    bool hasProblemBelow(const QString &field) const;
    std::vector<Problem> takeProblems() { return std::move(m_problems); }

private:
    std::vector<Problem> m_problems;
};

} // namespace convscope
