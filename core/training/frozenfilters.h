// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainingsettings.h"

namespace convscope {

/// "convolution block 1: 4, 7; convolution block 2: 1", counted from 1, in the language of the program; empty for none.
QString frozenFiltersText(const std::vector<FrozenFilter> &filters);

/// Empty, or the first that the network doesn't have or that is named twice, as a sentence. One is enough: whoever has changed the
/// network since gets rid of all of them at once.
QString frozenFiltersProblem(const std::vector<FrozenFilter> &filters, const Architecture &architecture);

} // namespace convscope
