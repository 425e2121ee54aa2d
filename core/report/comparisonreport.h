// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/reportdocument.h"
#include "core/report/reportedrun.h"

namespace convscope {

/// Two runs or more side by side: in which settings they differ, what came out, their curves in one chart, and then each by itself. Of
/// more than six runs only how to repeat each. In the language of the program. Any thread.
ReportDocument comparisonReport(const std::vector<ReportedRun> &runs);

} // namespace convscope
