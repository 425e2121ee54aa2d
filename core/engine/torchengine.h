// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/torchinspector.h"
#include "core/training/engine.h"

#include <QCoreApplication>

namespace convscope {

/// The engine on LibTorch. info(), train() and searchRate() may be called from any thread; several runs may train at once, each on its own
/// thread: nothing is shared but LibTorch itself, and no random number comes from LibTorch's process-wide generator.
class TorchEngine : public Engine
{
    Q_DECLARE_TR_FUNCTIONS(convscope::TorchEngine)

public:
    TorchEngine();

    EngineInfo info() const override { return m_info; }
    const Inspector &inspector() const override { return m_inspector; }
    Result<QByteArray> onnx(const WeightsPtr &weights) const override;
    RunEnd train(const Experiment &experiment, const Dataset &data, TrainingSink &sink, RunControl &control,
                 const CheckpointPtr &from = {}) noexcept override;
    RateSearchEnd searchRate(const Experiment &experiment, const Dataset &data, const RateSearchPlan &plan, const RateReport &report,
                             RunControl &control) noexcept override;

private:
    /// Sets the threads that the calling thread computes with, and gives their number.
    int useThreads(const Experiment &experiment) const;
    /// About the exception that is being handled.
    static QString sentenceOfException();

    EngineInfo m_info;
    TorchInspector m_inspector;
};

} // namespace convscope
