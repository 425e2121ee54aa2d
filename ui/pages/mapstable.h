// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/mapspainter.h"
#include "ui/views/viewexport.h"

namespace convscope {

/// The numbers of the lit map, row by row; of a layer behind the flattening one row for each number; without anything lit, the
/// probabilities. Empty without a flow.
ViewTable mapsTable(const FlowPtr &flow, const MapsFocus *focus);

} // namespace convscope
