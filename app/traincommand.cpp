// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/traincommand.h"

#include "app/exitcode.h"
#include "app/experimentfrom.h"
#include "app/openstore.h"
#include "app/output.h"
#include "app/recordedtraining.h"
#include "core/data/datafolder.h"
#include "core/data/dataset.h"
#include "core/training/validator.h"

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
    RecordedTraining training;
    training.experiment = experiment.value();
    training.data = data.value();
    training.json = options.json;
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
    }
    return trainAndRecord(training, signalWatcher);
}
