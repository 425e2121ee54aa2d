// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recordedtraining.h"

#include "app/exitcode.h"
#include "app/output.h"
#include "app/progressprinter.h"
#include "app/signalwatcher.h"
#include "core/runs/medianstopper.h"
#include "core/runs/runrecorder.h"
#include "core/training/engineloader.h"

#include <QCoreApplication>

#include <memory>

using namespace convscope;
using namespace std::chrono_literals;

namespace {

/// How long the end of the program may wait for a disk that can't be written.
constexpr auto savingPatience = 3s;

int exitCodeOf(const RunEnd &end)
{
    switch (end.kind) {
    case RunEnd::Kind::Finished:
        return ExitFinished;
    case RunEnd::Kind::Stopped:
        return wasGivenUp(end) ? ExitFinished : ExitInterrupted; // by the sweep's rule: nothing is left to do
    case RunEnd::Kind::Diverged:
    case RunEnd::Kind::Failed:
        break;
    }
    return ExitFailed;
}

RunEnd train(const RecordedTraining &training, TrainingSink &sink, RunControl &control)
{
    const Result<Engine *> engine = loadEngine();
    if (engine) {
        return engine.value()->train(training.experiment, *training.data, sink, control, training.from);
    }
    RunEnd end;
    end.kind = RunEnd::Kind::Failed;
    end.reason = engine.error();
    return end;
}

void printTrouble(const QString &sentence)
{
    printError(sentence.isEmpty()
                   ? QCoreApplication::translate("CommandLine", "Everything is saved again.")
                   : QCoreApplication::translate("CommandLine", "The run can't be saved at the moment; training goes on, and saving is tried again. %1").arg(sentence));
}

/// Prints what went wrong; gives the exit code.
int say(const RunEnd &end, const QString &unsaved, const Output &output)
{
    if (!output.ok()) {
        return fail(output.error(), ExitFailed);
    }
    if (const QString reason = reasonText(end); !reason.isEmpty() && exitCodeOf(end) == ExitFailed) {
        printError(reason);
    }
    if (!unsaved.isEmpty()) {
        printError(QCoreApplication::translate("CommandLine", "Not everything of this run could be saved. %1").arg(unsaved));
        return exitCodeOf(end) == ExitFinished ? int(ExitLaboratory) : exitCodeOf(end);
    }
    return exitCodeOf(end);
}

} // namespace

QString goOnFrom(RunStore &store, const ResumePoint &point, RecordedTraining &training)
{
    Result<RecordingTarget> target = store.claim(point);
    if (!target) {
        return target.error();
    }
    training.experiment.training.threads = point.record.start.threads;
    training.from = point.checkpoint;
    training.last = point.last;
    training.target = std::move(target).value();
    training.target.dataFolder = training.data->folder;
    return QString();
}

TrainingOutcome trainAndRecord(const RecordedTraining &training, SignalWatcher &signalWatcher)
{
    RunControl control;
    signalWatcher.onSignal([&control] { control.requestStop(); });
    Output output;
    const bool isRecorded = !training.laboratory.isEmpty();
    const std::unique_ptr<ProgressPrinter> printer =
        makeProgressPrinter(training.json, output, control,
                            {isRecorded ? training.target.id : QString(), training.target.best, training.last});
    RunEnd end;
    QString unsaved;
    if (isRecorded) {
        RunRecorder recorder(training.laboratory, training.target, *printer, printTrouble);
        MedianStopper stopper(training.laboratory, training.target, recorder, control);
        end = stopper.withReason(train(training, stopper, control));
        recorder.ended(end);
        unsaved = recorder.close(savingPatience);
    } else {
        end = train(training, *printer, control);
    }
    signalWatcher.onSignal({});
    printer->ended(end);
    return {say(end, unsaved, output), end, unsaved.isEmpty(), output.ok()};
}
