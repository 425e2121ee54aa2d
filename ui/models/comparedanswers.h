// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/comparedrun.h"
#include "ui/models/laboratory.h"

#include <memory>

namespace convscope {

using ProbabilitiesPtr = std::shared_ptr<const TestProbabilities>;

/// What was answered to the test pictures after two epochs: of two runs, or of one.
struct ComparedAnswers
{
    ProbabilitiesPtr first;
    ProbabilitiesPtr second;
};

/// One epoch of a run.
struct RunEpoch
{
    ComparedRunPtr run;
    int epoch = 0;
};

/// From memory where this session trained the run, else from the laboratory, in the background. A failure where they are not kept, or don't
/// belong to `images` test pictures. `laboratory` may be null.
QFuture<Result<ComparedAnswers>> readAnswers(const Laboratory *laboratory, const RunEpoch &first, const RunEpoch &second, int images);

} // namespace convscope
