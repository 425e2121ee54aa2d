// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/common/result.h"
#include "core/inspection/filterstatistics.h"
#include "core/inspection/explanation.h"
#include "core/inspection/forwardpass.h"
#include "core/inspection/picture.h"
#include "core/inspection/trainingstep.h"
#include "core/inspection/weights.h"
#include "core/training/reports.h"

#include <functional>
#include <vector>

namespace convscope {

/// A network's answers to the whole test set.
struct TestAnswers
{
    double loss = 0.0; ///< mean cross-entropy in nats
    double accuracy = 0.0; ///< in [0, 1]; NaN where the loss is not finite
    TestProbabilities probabilities;
};

/// What can be asked of a copy of a network's weights, computed with LibTorch's own operators. Every call is a short job of its
/// own: it blocks, computes on one thread (training has the others), may come from any thread but the one of the window, and
/// throws nothing. Failures are sentences: weights that don't fit their architecture, a picture of another size, no memory.
class Inspector
{
public:
    virtual ~Inspector() = default;

    /// Asked now and then by long jobs; true ends them with a failure without a sentence that matters.
    using IsCancelled = std::function<bool()>;

    virtual Result<ForwardPass> forward(const WeightsPtr &weights, const Picture &picture) const = 0;
    /// [pictures, classes], row-major.
    virtual Result<std::vector<float>> probabilities(const WeightsPtr &weights, const std::vector<Picture> &pictures) const = 0;
    virtual Result<TestAnswers> test(const WeightsPtr &weights, const Dataset &data, const IsCancelled &isCancelled = {}) const = 0;
    /// The step that a run takes after a checkpoint.
    virtual Result<TrainingStep> trainingStep(const StepQuestion &question) const = 0;
    /// What each filter of a layer makes of the test pictures. `layer`: as filterLayer() counts them.
    virtual Result<std::vector<FilterStatistics>> filterStatistics(const WeightsPtr &weights, const Dataset &data, int layer,
                                                                   const IsCancelled &isCancelled = {}) const = 0;
    /// The gradient of the mean cross-entropy over the first `pictures` training pictures, as they are in the file, in evaluation mode:
    /// one array for each parameter, under its name. A step of plain gradient descent goes against it.
    virtual Result<std::vector<NamedArray>> gradients(const WeightsPtr &weights, const Dataset &data, int pictures,
                                                      const IsCancelled &isCancelled = {}) const = 0;
    virtual Result<Explanation> explain(const WeightsPtr &weights, const Picture &picture, const ExplanationQuestion &question,
                                        const IsCancelled &isCancelled = {}) const = 0;
    /// [pictures, features], row-major: what the output layer gets. Pictures near each other there are alike for the network.
    virtual Result<std::vector<float>> features(const WeightsPtr &weights, const std::vector<Picture> &pictures) const = 0;
};

} // namespace convscope
