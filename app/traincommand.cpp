// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/traincommand.h"

#include "app/exitcode.h"
#include "app/experimentfrom.h"
#include "app/output.h"
#include "app/progressprinter.h"
#include "app/signalwatcher.h"
#include "core/data/datafolder.h"
#include "core/data/dataset.h"
#include "core/training/engineloader.h"
#include "core/training/validator.h"

#include <memory>

using namespace convscope;

namespace {

int exitCodeOf(const RunEnd &end)
{
    switch (end.kind) {
    case RunEnd::Kind::Finished:
        return ExitFinished;
    case RunEnd::Kind::Stopped:
        return ExitInterrupted;
    case RunEnd::Kind::Diverged:
    case RunEnd::Kind::Failed:
        break;
    }
    return ExitFailed;
}

bool printProblems(const Experiment &experiment, const Options &options, const Dataset &data)
{
    ExperimentLimits limits;
    limits.side = data.side;
    limits.classes = data.classes;
    limits.trainImages = data.train.count;
    limits.memory = availableMemory();
    const QStringList problems = problemsOf(experiment, options, limits);
    for (const QString &problem : problems) {
        printError(problem);
    }
    return !problems.isEmpty();
}

int train(const Experiment &experiment, const Dataset &data, bool asJson, SignalWatcher &signalWatcher)
{
    RunControl control;
    signalWatcher.onSignal([&control] { control.requestStop(); });
    Output output;
    const std::unique_ptr<ProgressPrinter> printer = makeProgressPrinter(asJson, output, control);
    const Result<Engine *> engine = loadEngine();
    RunEnd end;
    if (engine) {
        end = engine.value()->train(experiment, data, *printer, control);
    } else {
        end.kind = RunEnd::Kind::Failed;
        end.reason = engine.error();
    }
    signalWatcher.onSignal({});
    printer->ended(end);
    if (!output.ok()) {
        printError(output.error());
        return ExitFailed;
    }
    if (const QString reason = reasonText(end); !reason.isEmpty()) {
        printError(reason);
    }
    return exitCodeOf(end);
}

} // namespace

int runTrainCommand(const Options &options, SignalWatcher &signalWatcher)
{
    const Result<Experiment> experiment = experimentFrom(options);
    if (!experiment) {
        printError(experiment.error());
        return ExitUsage;
    }
    const Result<DatasetPtr> data = loadDataset(options.dataFolder.value_or(defaultDataFolder()));
    if (!data) {
        printError(data.error());
        return ExitData;
    }
    if (printProblems(experiment.value(), options, *data.value())) {
        return ExitUsage;
    }
    return train(experiment.value(), *data.value(), options.json, signalWatcher);
}
