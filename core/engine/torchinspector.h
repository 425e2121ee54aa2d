// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/inspector.h"

#include <QCoreApplication>

#include <memory>

namespace convscope {

/// The inspector on LibTorch. The network that was built for the last weights is kept: a picture that is drawn asks many times.
class TorchInspector : public Inspector
{
    Q_DECLARE_TR_FUNCTIONS(convscope::TorchInspector)

public:
    TorchInspector();
    ~TorchInspector() override;

    Result<ForwardPass> forward(const WeightsPtr &weights, const Picture &picture) const override;
    Result<std::vector<float>> probabilities(const WeightsPtr &weights, const std::vector<Picture> &pictures) const override;
    Result<TestAnswers> test(const WeightsPtr &weights, const Dataset &data, const IsCancelled &isCancelled) const override;
    Result<TrainingStep> trainingStep(const StepQuestion &question) const override;
    Result<std::vector<FilterStatistics>> filterStatistics(const WeightsPtr &weights, const Dataset &data, int layer,
                                                           const IsCancelled &isCancelled) const override;
    Result<std::vector<NamedArray>> gradients(const WeightsPtr &weights, const Dataset &data, int pictures,
                                              const IsCancelled &isCancelled) const override;
    Result<Explanation> explain(const WeightsPtr &weights, const Picture &picture, const ExplanationQuestion &question,
                                const IsCancelled &isCancelled) const override;
    Result<std::vector<float>> features(const WeightsPtr &weights, const std::vector<Picture> &pictures) const override;

private:
    class Job;
    class NetworkCache;
    const std::unique_ptr<NetworkCache> m_cache;
};

} // namespace convscope
