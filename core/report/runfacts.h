// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/reportdocument.h"
#include "core/report/reportedrun.h"

namespace convscope {

/// "finished", "stopped", …, in the language of the program.
QString recordStateText(RecordState state);

/// What came out: state, figures, time, size.
ReportTable outcomeTable(const ReportedRun &run);
/// Tags and note; nothing where there are none.
std::vector<ReportBlock> noteBlocks(const ReportedRun &run, int headingLevel);
/// Every setting; those in which it differs from the ready experiment that it is named after come first, beside that one's.
std::vector<ReportBlock> settingBlocks(const ReportedRun &run, int headingLevel);
/// The layers with their shapes and sizes.
ReportTable layerTable(const ReportedRun &run);
/// Versions, processor, threads, data: what the numbers depend on besides the settings; and what happened while it trained.
std::vector<ReportBlock> originBlocks(const ReportedRun &run, int headingLevel);
/// The command that trains it once more, and what it can't repeat.
std::vector<ReportBlock> repeatBlocks(const ReportedRun &run, int headingLevel);

} // namespace convscope
