// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/reportdocument.h"
#include "core/report/reportedrun.h"

namespace convscope {

/// Everything about one run, in the language of the program. Any thread.
ReportDocument runReport(const ReportedRun &run);

/// A title of the report's own: a line that says what wrote it, and when.
ReportParagraph writtenBy();

void append(std::vector<ReportBlock> &blocks, std::vector<ReportBlock> more);
/// The first layer of its network as pictures, with their heading.
std::vector<ReportBlock> filterBlocks(const ReportedRun &run, int headingLevel);

} // namespace convscope
