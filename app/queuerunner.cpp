// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queuerunner.h"

#include "app/commandtext.h"
#include "app/exitcode.h"
#include "app/output.h"
#include "app/recordedtraining.h"
#include "app/resumecommand.h"
#include "app/signalwatcher.h"
#include "app/traincommand.h"

#include <QCoreApplication>
#include <QProcess>

#include <algorithm>
#include <thread>

using namespace convscope;

namespace {

constexpr int mostParallel = 2;

/// 0: not understood.
int parallelFrom(const Options &options)
{
    if (!options.parallel) {
        return 1;
    }
    bool ok = false;
    const int count = options.parallel->toInt(&ok);
    return ok && count >= 1 && count <= mostParallel ? count : 0;
}

/// With its output in ours.
void startAnother(QProcess &process, const RunStore &store, const Options &options, int threads)
{
    QStringList arguments{QStringLiteral("queue"), QStringLiteral("run"), QStringLiteral("--laboratory"), store.file(), QStringLiteral("--threads"), QString::number(threads)};
    if (options.json) {
        arguments << QStringLiteral("--json");
    }
    if (options.dataFolder) {
        arguments << QStringLiteral("--data") << *options.dataFolder;
    }
    if (options.language) {
        arguments << QStringLiteral("--language") << *options.language;
    }
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(QCoreApplication::applicationFilePath(), arguments);
}

int trainEntry(RunStore &store, QueueEntry entry, const Options &options, int threads, SignalWatcher &signalWatcher)
{
    if (entry.experiment.training.threads == 0) {
        entry.experiment.training.threads = threads;
    }
    if (!entry.run.isEmpty()) {
        const Result<RunRecord> run = store.run(entry.run);
        if (run && !isActive(run.value()) && !run.value().trashed && run.value().epochs < entry.experiment.training.epochs
            && (!run.value().end || run.value().end->kind == RunEnd::Kind::Stopped)) {
            return resumeRun(store, entry.run, options, signalWatcher, entry.sweep);
        }
    }
    return trainExperiment(store, entry, options, signalWatcher);
}

int trainAll(RunStore &store, const Options &options, int threads, SignalWatcher &signalWatcher)
{
    int code = ExitFinished;
    while (!signalWatcher.signalled()) {
        const Result<std::optional<QueueEntry>> entry = store.takeFromQueue();
        if (!entry) {
            return fail(entry.error(), ExitLaboratory);
        }
        if (!entry.value()) {
            break;
        }
        const int one = trainEntry(store, *entry.value(), options, threads, signalWatcher);
        const bool isDone = one != ExitInterrupted && one != ExitData && one != ExitLaboratory;
        if (const QString problem = store.finishQueued(entry.value()->number, isDone); !problem.isEmpty()) {
            printError(problem);
        }
        if (one != ExitFinished) {
            code = one;
        }
        if (!isDone) {
            break; // the next one would meet the same
        }
    }
    return code;
}

} // namespace

int runQueue(RunStore &store, const Options &options, SignalWatcher &signalWatcher)
{
    const int parallel = parallelFrom(options);
    if (parallel == 0) {
        return fail(text(QT_TRANSLATE_NOOP("CommandLine", "--parallel: choose 1 or %1.")).arg(mostParallel), ExitUsage);
    }
    const int cores = int(std::max(1u, std::thread::hardware_concurrency()));
    const int threads = options.threads ? options.threads->toInt() : parallel == 1 ? 0 : std::max(1, cores / parallel);
    QProcess other;
    if (parallel > 1) {
        startAnother(other, store, options, threads);
    }
    const int code = trainAll(store, options, threads, signalWatcher);
    if (parallel > 1 && other.state() != QProcess::NotRunning) {
        if (signalWatcher.signalled()) {
            other.terminate();
        }
        other.waitForFinished(-1);
    }
    return code != ExitFinished || parallel == 1 ? code : other.exitCode();
}
