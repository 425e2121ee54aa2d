// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/torchengine.h"

#include "core/engine/blasinfo.h"
#include "core/engine/onnxmodel.h"
#include "core/engine/ratefinder.h"
#include "core/engine/threadcount.h"
#include "core/engine/trainer.h"

#include <c10/util/Exception.h>
#include <torch/version.h>

#include <algorithm>
#include <memory>
#include <optional>

#include <malloc.h>
#include <sched.h>

namespace convscope {

namespace {

/// Beyond that, batches of 64 small pictures don't get faster.
constexpr int mostDefaultThreads = 8;

int usableProcessors()
{
    cpu_set_t set;
    CPU_ZERO(&set);
    if (sched_getaffinity(0, sizeof(set), &set) != 0) {
        return 1;
    }
    return std::max(1, CPU_COUNT(&set));
}

/// glibc hands large blocks back to the system at every free, and the next forward pass faults all its pages in again:
/// without this the test pass spends most of its time in the kernel. One arena, so that the worker's large blocks are
/// kept by the same rule as the main thread's.
void keepFreedMemory()
{
    constexpr int megabyte = 1024 * 1024;
    mallopt(M_ARENA_MAX, 1);
    mallopt(M_MMAP_THRESHOLD, 32 * megabyte);
    mallopt(M_TRIM_THRESHOLD, 512 * megabyte);
    mallopt(M_TOP_PAD, 16 * megabyte);
}

/// LibTorch writes its warnings to stderr, with a complaint about its own logger before the first. They concern developers.
class QuietWarnings : public c10::WarningHandler
{
public:
#if TORCH_VERSION_MAJOR >= 2
    void process(const c10::Warning &warning) override { qDebug("LibTorch: %s", warning.msg().c_str()); }
#else
    void process(const c10::SourceLocation &, const std::string &message, const bool) override
    {
        qDebug("LibTorch: %s", message.c_str());
    }
#endif
};

#if TORCH_VERSION_MAJOR >= 2
using WarningGuard = c10::WarningUtils::WarningHandlerGuard;
#else
using WarningGuard = c10::Warning::WarningHandlerGuard;
#endif

/// LibTorch's allocator says so in an error of its own, not in std::bad_alloc.
bool isOutOfMemory(const c10::Error &error)
{
    return QLatin1String(error.what_without_backtrace()).contains(QLatin1String("can't allocate memory"));
}

RunEnd failedBeforeTheStart(const QString &sentence)
{
    RunEnd end;
    end.kind = RunEnd::Kind::Failed;
    end.reason = sentence;
    return end;
}

QString firstLine(const char *text)
{
    return QString::fromLocal8Bit(text).section(QLatin1Char('\n'), 0, 0);
}

} // namespace

TorchEngine::TorchEngine()
{
    keepFreedMemory();
    m_info.libTorchVersion = QStringLiteral(TORCH_VERSION);
    const BlasInfo blas = detectBlas();
    m_info.blas = blas.name;
    m_info.blasIsFast = blas.isFast;
    m_info.defaultThreads = std::min(usableProcessors(), mostDefaultThreads);
}

Result<QByteArray> TorchEngine::onnx(const WeightsPtr &weights) const
{
    return onnxModel(*weights);
}

RunEnd TorchEngine::train(const Experiment &experiment, const Dataset &data, TrainingSink &sink, RunControl &control,
                          const CheckpointPtr &from) noexcept
{
    std::optional<Trainer> trainer;
    QuietWarnings quiet;
    const WarningGuard warningGuard(&quiet); // LibTorch keeps its handler per thread
    try {
        trainer.emplace(experiment, data, useThreads(experiment), sink, control);
        if (from) {
            trainer->restore(*from);
        }
        return trainer->run(QStringLiteral("LibTorch %1, %2").arg(m_info.libTorchVersion, m_info.blas));
    } catch (...) {
        const QString sentence = sentenceOfException();
        return trainer ? trainer->position(RunEnd::Kind::Failed, sentence) : failedBeforeTheStart(sentence);
    }
}

RateSearchEnd TorchEngine::searchRate(const Experiment &experiment, const Dataset &data, const RateSearchPlan &plan, const RateReport &report,
                                      RunControl &control) noexcept
{
    QuietWarnings quiet;
    const WarningGuard warningGuard(&quiet);
    try {
        return RateFinder(experiment, data, plan, useThreads(experiment), control).run(report);
    } catch (...) {
        return {RateSearchEnd::Kind::Failed, sentenceOfException()};
    }
}

int TorchEngine::useThreads(const Experiment &experiment) const
{
    const int threads = experiment.training.threads > 0 ? experiment.training.threads : m_info.defaultThreads;
    setThreadsOfThisThread(threads);
    return threads;
}

QString TorchEngine::sentenceOfException()
{
    const QString outOfMemory
        = tr("Training ended because there was not enough memory. Choose a smaller batch or fewer filters.");
    try {
        throw;
    } catch (const std::bad_alloc &) {
        return outOfMemory;
    } catch (const c10::Error &error) {
        return isOutOfMemory(error) ? outOfMemory
                                    : tr("Training ended because LibTorch reported an error: %1. Please try other settings.")
                                          .arg(firstLine(error.what_without_backtrace()));
    } catch (const std::exception &error) {
        return tr("Training ended because of an unexpected error: %1. Please try other settings.").arg(firstLine(error.what()));
    } catch (...) {
        return tr("Training ended because of an unknown error. Please try other settings.");
    }
}

} // namespace convscope
