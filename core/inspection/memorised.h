// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/inspector.h"
#include "core/training/trainingsettings.h"

namespace convscope {

/// What a network answers to one of the pictures that it was trained with.
struct TrainedAnswer
{
    int picture = 0; ///< index into Dataset::train
    int label = 0; ///< the true class
    int given = 0; ///< what training said it is
    int predicted = 0;
    float confidence = 0.0f;
};

/// What was learnt by heart. A picture with a wrong label counts as memorised where the network answers that label: the labels are drawn
/// at random, so the other pictures don't teach it; a few would be confused with that class anyway.
struct MemorisedAnswers
{
    /// All with a wrong label, the memorised ones first; a run without any: the wrongly answered ones of `asked`. Among these the most
    /// confident first.
    std::vector<TrainedAnswer> shown;
    int mislabelled = 0;
    int wrongLabel = 0; ///< of the mislabelled: answered with the wrong label that was given
    int trueClass = 0; ///< recognised in spite of it
    int other = 0;
    /// Pictures with their own label, evenly chosen from those trained with, and how many of them are answered right.
    int asked = 0;
    int askedRight = 0;
};

/// Asks the network about the training pictures that `settings` chose (see chooseTrainingSubset()). Blocks; in the background.
/// At most `most` pictures with their own label are asked about.
Result<MemorisedAnswers> askTrained(const Inspector &inspector, const WeightsPtr &weights, const Dataset &data, const TrainingSettings &settings,
                                    int most, const Inspector::IsCancelled &isCancelled = {});

} // namespace convscope
