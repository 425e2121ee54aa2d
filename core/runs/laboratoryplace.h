// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/common/result.h"

#include <QString>

#include <optional>

namespace convscope {

/// Where the laboratory is: `asked` (--laboratory), else what the environment variable CONVSCOPE_LABORATORY names, else
/// <AppDataLocation>/laboratory.sqlite. A failure where there is no home folder to put it in.
Result<QString> laboratoryPlace(const std::optional<QString> &asked);

} // namespace convscope
