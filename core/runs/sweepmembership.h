// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/medianrule.h"

namespace convscope {

/// What a run or an entry of the queue belongs to: runs that were planned together. Its name is a tag of each of its runs, so that a
/// laboratory knows them after a restart, and after runs of other laboratories have been added.
struct SweepMembership
{
    QString name;
    /// When its runs are given up; nothing for never.
    std::optional<MedianRule> stop;

    bool operator==(const SweepMembership &) const = default;
};

} // namespace convscope
