// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/fieldtable.h"

#include <span>

namespace convscope {

/// The table behind fieldSpecs(): the one place where a setting is declared.
std::span<const FieldSpec> fieldTexts();

} // namespace convscope
