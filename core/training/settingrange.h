// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace convscope {

/// Which ends of a range belong to it.
enum class Interval { Closed, AboveMinimum, BelowMaximum };

/// What a number may be, in the units of the settings (shares, not per cent).
struct SettingRange
{
    double minimum = 0.0;
    double maximum = 0.0;
    Interval interval = Interval::Closed;
};

/// The range of a setting that is a number, from its path in the JSON form, with or without indices, or "dropout" for the
/// live setting. The one source of these numbers, for the validator and for the steps of the form's fields. What
/// depends on other settings or on the data (padding, batch size, number of pictures) the validator narrows further.
/// The setting must be a number.
SettingRange settingRange(const QString &field);

} // namespace convscope
