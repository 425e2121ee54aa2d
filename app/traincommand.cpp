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

#include <QCoreApplication>

using namespace convscope;

namespace {

Result<DatasetPtr> dataFor(const Options &options)
{
    return loadDataset(options.dataFolder.value_or(defaultDataFolder()));
}

} // namespace

TrainingOutcome trainExperiment(RunStore &store, const QueueEntry &entry, const Options &options, SignalWatcher &signalWatcher)
{
    const Result<DatasetPtr> data = dataFor(options);
    if (!data) {
        return {fail(data.error(), ExitData)};
    }
    if (printErrors(problemsOf(entry.experiment, *data.value()))) {
        return {ExitUsage};
    }
    RecordedTraining training;
    training.experiment = entry.experiment;
    training.data = data.value();
    training.json = options.json;
    training.laboratory = store.file();
    training.target = RunStore::newTarget(data.value()->folder);
    training.target.sweep = entry.sweep;
    if (const QString problem = store.setRunOfQueued(entry.number, training.target.id); !problem.isEmpty()) {
        return {fail(problem, ExitLaboratory)};
    }
    return trainAndRecord(training, signalWatcher);
}

int runTrainCommand(const Options &options, SignalWatcher &signalWatcher)
{
    const Result<Experiment> experiment = experimentFrom(options);
    if (!experiment) {
        return fail(experiment.error(), ExitUsage);
    }
    const Result<DatasetPtr> data = dataFor(options);
    if (!data) {
        return fail(data.error(), ExitData);
    }
    if (printErrors(problemsOf(experiment.value(), options, limitsFor(*data.value())))) {
        return ExitUsage;
    }
    RecordedTraining training;
    training.experiment = experiment.value();
    training.data = data.value();
    training.json = options.json;
    if (options.weights) {
        const Result<CheckpointPtr> weights = initialWeights(*options.weights, training.experiment, training.data->side, training.data->classes);
        if (!weights) {
            return fail(weights.error(), ExitUsage);
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
    return trainAndRecord(training, signalWatcher).exitCode;
}
