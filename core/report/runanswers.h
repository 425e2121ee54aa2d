// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/answers.h"
#include "core/report/reportdocument.h"
#include "core/report/reportedrun.h"

namespace convscope {

/// What a run answered to the test pictures: which classes it takes for which, how well it tells each, and its worst errors. Where the
/// pictures are not at hand, the sentence that says so.
std::vector<ReportBlock> answerBlocks(const ReportedRun &run, int headingLevel);

/// Each with its true class, the answer, and how sure the network was of it.
ReportPictures answeredPictures(const Dataset &data, const std::vector<Answer> &answers, const std::vector<int> &indices);

} // namespace convscope
