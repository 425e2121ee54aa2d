// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace convscope {

/// What a person writes on a run; nothing of it changes what the run is.
struct RunLabels
{
    QString note;
    QStringList tags;
    bool favourite = false;

    bool operator==(const RunLabels &) const = default;
};

} // namespace convscope
