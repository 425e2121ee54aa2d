// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/inspector.h"
#include "core/inspection/lookalikes.h"
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
    /// What most of its look-alikes are, and how many of them have its own label; -1 where they weren't looked for.
    int neighbours = -1;
    int agreeing = -1;

    /// Its look-alikes speak for another class.
    bool isAgainstNeighbours() const { return agreeing >= 0 && agreeing <= 1 && neighbours != label; }
};

/// What was learnt by heart. A picture with a wrong label counts as memorised where the network answers that label: the labels are drawn
/// at random, so the other pictures don't teach it; a few would be confused with that class anyway.
struct MemorisedAnswers
{
    /// All with a wrong label, the memorised ones first; a run without any: those of `asked` that were learnt against their look-alikes,
    /// then the wrongly answered ones. Among these the most confident first.
    std::vector<TrainedAnswer> shown;
    int mislabelled = 0;
    int wrongLabel = 0; ///< of the mislabelled: answered with the wrong label that was given
    int trueClass = 0; ///< recognised in spite of it
    int other = 0;
    /// Pictures with their own label, evenly chosen from those trained with, and how many of them are answered right.
    int asked = 0;
    int askedRight = 0;
    /// A run without wrong labels. Of so many of `asked` the look-alikes were found among each other; so many of them speak for another
    /// class (isAgainstNeighbours()), and of those so many are answered right all the same.
    int compared = 0;
    int againstNeighbours = 0;
    int learntAgainst = 0;
    std::shared_ptr<const Lookalikes> lookalikes; ///< for the next question about the same run
};

/// Asks the network about the training pictures that `settings` chose (see chooseTrainingSubset()). Blocks; in the background.
/// At most `most` pictures with their own label are asked about. `known`: look-alikes from an answer before; they are found anew where the
/// pictures are others.
Result<MemorisedAnswers> askTrained(const Inspector &inspector, const WeightsPtr &weights, const Dataset &data, const TrainingSettings &settings,
                                    int most, const Inspector::IsCancelled &isCancelled = {},
                                    const std::shared_ptr<const Lookalikes> &known = nullptr);

} // namespace convscope
