// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queuerunner.h"

#include "app/commandtext.h"
#include "app/exitcode.h"
#include "app/output.h"
#include "app/recordedtraining.h"
#include "app/resumecommand.h"
#include "app/signalwatcher.h"
#include "app/traincommand.h"
#include "core/common/helperprocess.h"
#include "core/training/settingrange.h"

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

/// Nothing: not understood.
std::optional<int> threadsFrom(const Options &options, int parallel)
{
    if (!options.threads) {
        return parallel == 1 ? 0 : std::max(1, int(std::thread::hardware_concurrency()) / parallel);
    }
    bool ok = false;
    const int threads = options.threads->toInt(&ok);
    const SettingRange range = settingRange(QStringLiteral("training.threads"));
    return ok && threads >= range.minimum && threads <= range.maximum ? std::optional(threads) : std::nullopt;
}

/// With its output in ours.
void startAnother(QProcess &process, const RunStore &store, const Options &options, int threads)
{
    QStringList arguments;
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
    startQueueHelper(process, QCoreApplication::applicationFilePath(), store.file(), threads, arguments);
    if (!process.waitForStarted()) {
        printError(QCoreApplication::translate("CommandLine", "A second training can't be started: %1.").arg(process.errorString()));
    }
}

TrainingOutcome trainEntry(RunStore &store, QueueEntry entry, const Options &options, int threads, SignalWatcher &signalWatcher)
{
    if (entry.experiment.training.threads == 0) {
        entry.experiment.training.threads = threads;
    }
    if (!entry.run.isEmpty()) {
        const Result<RunRecord> run = store.run(entry.run);
        const Result<std::vector<CheckpointInfo>> kept = store.checkpoints(entry.run);
        const bool hasJustBegun = kept && kept.value().empty(); // it was killed before its first checkpoint, and begins anew
        if (run && !hasJustBegun && !isActive(run.value()) && !run.value().trashed && run.value().epochs < entry.experiment.training.epochs
            && (!run.value().end || run.value().end->kind == RunEnd::Kind::Stopped)) {
            return resumeRun(store, entry.run, options, signalWatcher, entry.sweep);
        }
    }
    return trainExperiment(store, entry, options, signalWatcher);
}

/// Only a run that came to its own end takes its entry along.
bool isDone(const TrainingOutcome &outcome)
{
    return outcome.end && outcome.isSaved && (outcome.end->kind != RunEnd::Kind::Stopped || wasGivenUp(*outcome.end));
}

/// The next entry would meet the same.
bool isEndOfQueue(const TrainingOutcome &outcome)
{
    return !outcome.isPrinted || !outcome.isSaved || outcome.exitCode == ExitInterrupted || outcome.exitCode == ExitData || outcome.exitCode == ExitLaboratory;
}

void putBack(RunStore &store, qint64 number, const TrainingOutcome &outcome)
{
    QStringList problems{store.finishQueued(number, isDone(outcome))};
    if (!outcome.end && !isEndOfQueue(outcome)) { // what is wrong is wrong with this entry, and was said
        problems << store.skipInQueue(number, true)
                 << QCoreApplication::translate("CommandLine", "Entry %1 of the queue is skipped from now on. Change it with `convscope queue edit`, or take it out with `convscope queue remove`.").arg(number);
    }
    problems.removeAll(QString());
    printErrors(problems);
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
        const TrainingOutcome outcome = trainEntry(store, *entry.value(), options, threads, signalWatcher);
        putBack(store, entry.value()->number, outcome);
        if (outcome.exitCode != ExitFinished) {
            code = outcome.exitCode;
        }
        if (isEndOfQueue(outcome)) {
            break;
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
    const std::optional<int> threads = threadsFrom(options, parallel);
    if (!threads) {
        return fail(text(QT_TRANSLATE_NOOP("CommandLine", "%1: “%2” is not a whole number that can be used here.")).arg(QLatin1String("--threads"), *options.threads), ExitUsage);
    }
    QProcess other;
    if (parallel > 1) {
        startAnother(other, store, options, *threads);
    }
    const int code = trainAll(store, options, *threads, signalWatcher);
    if (parallel > 1 && other.state() != QProcess::NotRunning) {
        if (signalWatcher.signalled()) {
            other.terminate();
        }
        other.waitForFinished(-1);
    }
    return code != ExitFinished || parallel == 1 ? code : other.exitCode();
}
