// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/traincommand.h"

#include "app/exitcode.h"
#include "app/experimentfrom.h"
#include "app/openstore.h"
#include "app/output.h"
#include "app/recordedtraining.h"
#include "core/data/datafolder.h"
#include "core/data/dataset.h"
#include "core/runs/initialweights.h"
#include "core/training/validator.h"

#include <QCoreApplication>

using namespace convscope;

namespace {

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

Result<DatasetPtr> dataFor(const Options &options)
{
    return loadDataset(options.dataFolder.value_or(defaultDataFolder()));
}

} // namespace

int trainExperiment(RunStore &store, const QueueEntry &entry, const Options &options, SignalWatcher &signalWatcher)
{
    const Result<DatasetPtr> data = dataFor(options);
    if (!data) {
        printError(data.error());
        return ExitData;
    }
    ExperimentLimits limits;
    limits.side = data.value()->side;
    limits.classes = data.value()->classes;
    limits.trainImages = data.value()->train.count;
    limits.memory = availableMemory();
    const std::vector<Problem> problems = validate(entry.experiment, limits);
    for (const Problem &problem : problems) {
        printError(problem.message);
    }
    if (!problems.empty()) {
        return ExitUsage;
    }
    RecordedTraining training;
    training.experiment = entry.experiment;
    training.data = data.value();
    training.json = options.json;
    training.laboratory = store.file();
    training.target = RunStore::newTarget(data.value()->folder);
    if (const QString problem = store.setRunOfQueued(entry.number, training.target.id); !problem.isEmpty()) {
        printError(problem);
        return ExitLaboratory;
    }
    return trainAndRecord(training, signalWatcher);
}

int runTrainCommand(const Options &options, SignalWatcher &signalWatcher)
{
    const Result<Experiment> experiment = experimentFrom(options);
    if (!experiment) {
        printError(experiment.error());
        return ExitUsage;
    }
    const Result<DatasetPtr> data = dataFor(options);
    if (!data) {
        printError(data.error());
        return ExitData;
    }
    if (printProblems(experiment.value(), options, *data.value())) {
        return ExitUsage;
    }
    RecordedTraining training;
    training.experiment = experiment.value();
    training.data = data.value();
    training.json = options.json;
    if (options.weights) {
        const Result<CheckpointPtr> weights = initialWeights(*options.weights, training.experiment, training.data->side, training.data->classes);
        if (!weights) {
            printError(weights.error());
            return ExitUsage;
        }
        training.from = weights.value();
    }
    if (options.laboratory != QLatin1String("none")) {
        const auto store = openStore(options);
        const QString problem = store ? store->checkWritable() : QString();
        if (!problem.isEmpty()) {
            printError(problem);
        }
        if (!store || !problem.isEmpty()) {
            return ExitLaboratory;
        }
        training.laboratory = store->file();
        training.target = RunStore::newTarget(data.value()->folder);
        if (options.weights) {
            training.target.note = QCoreApplication::translate("CommandLine", "Began with the weights in %1.").arg(*options.weights);
        }
    }
    return trainAndRecord(training, signalWatcher);
}
