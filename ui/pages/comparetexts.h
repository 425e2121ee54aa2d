// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/duel.h"
#include "ui/models/comparedruns.h"

#include <QCoreApplication>

namespace convscope {

/// What the page says of two runs, in plain words and the language of the program.
class CompareTexts
{
    Q_DECLARE_TR_FUNCTIONS(convscope::CompareTexts)

public:
    /// "They differ in one setting: Batch size: 64 against 128"
    static QString differences(const Duel &duel, const ComparedRun &a, const ComparedRun &b);
    /// Why the difference can't be put down to one setting; empty where it can.
    /// Empty where that can't be said.
    static QString sharedWeights(const Duel &duel);
    static QString outcome(const ComparedRow &a, const ComparedRow &b);
    /// Over several seeds, with the paired test; empty below two pairs.
    static QStringList seeds(const SeedDuel &duel, const QString &a, const QString &b);
    /// A share's difference in percentage points, without a sign.
    static QString points(double difference, int decimals = 2);
};

} // namespace convscope
