// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/resumecommand.h"

#include "app/exitcode.h"
#include "app/openstore.h"
#include "app/output.h"
#include "app/recordedtraining.h"
#include "core/data/datafolder.h"
#include "core/training/validator.h"

#include <QCoreApplication>
#include <QDir>

using namespace convscope;

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("CommandLine", source);
}

int fail(const QString &sentence, int exitCode)
{
    printError(sentence);
    return exitCode;
}

/// Sets how many epochs the run shall have in all. Empty, or what is wrong with that.
QString chooseEpochs(const Options &options, const Checkpoint &from, Experiment &experiment)
{
    const int done = from.epochIsComplete ? from.epoch : from.epoch - 1;
    if (options.epochs) {
        bool ok = false;
        experiment.training.epochs = options.epochs->toInt(&ok);
        if (!ok) {
            return text(QT_TRANSLATE_NOOP("CommandLine", "%1: “%2” is not a whole number that can be used here.")).arg(QLatin1String("--epochs"), *options.epochs);
        }
    }
    if (experiment.training.epochs <= done) {
        return QCoreApplication::translate("CommandLine", "This run has trained %n epoch(s) already. For more, say how many it shall have in all: --epochs %1, for example.", nullptr, done)
            .arg(done + 5);
    }
    return QString();
}

/// The folder that was asked for, else the one the run was trained with if it is still there.
QString dataFolderFor(const Options &options, const RunRecord &run)
{
    if (options.dataFolder) {
        return *options.dataFolder;
    }
    return !run.dataFolder.isEmpty() && QDir(run.dataFolder).exists() ? run.dataFolder : defaultDataFolder();
}

Result<DatasetPtr> loadDataOf(const RunRecord &run, const QString &folder)
{
    const Result<DatasetPtr> data = loadDataset(folder);
    if (data && data.value()->checksum != run.start.dataChecksum) {
        return Result<DatasetPtr>::failure(
            text(QT_TRANSLATE_NOOP("CommandLine", "The pictures in %1 are not those that the run “%2” was trained with. Name their folder with --data.")).arg(QDir::toNativeSeparators(folder), run.name));
    }
    return data;
}

bool printProblems(const Experiment &experiment, const Dataset &data)
{
    ExperimentLimits limits;
    limits.side = data.side;
    limits.classes = data.classes;
    limits.trainImages = data.train.count;
    limits.memory = availableMemory();
    const std::vector<Problem> problems = validate(experiment, limits);
    for (const Problem &problem : problems) {
        printError(problem.message);
    }
    return !problems.empty();
}

} // namespace

int runResumeCommand(const Options &options, SignalWatcher &signalWatcher)
{
    const auto store = openStore(options);
    if (!store) {
        return ExitLaboratory;
    }
    const QString id = chosenRun(*store, options);
    return id.isEmpty() ? int(ExitUsage) : resumeRun(*store, id, options, signalWatcher);
}

int resumeRun(RunStore &store, const QString &id, const Options &options, SignalWatcher &signalWatcher)
{
    const Result<ResumePoint> found = store.resumePoint(id);
    if (!found) {
        return fail(found.error(), ExitFailed);
    }
    const ResumePoint &point = found.value();
    for (const QString &problem : point.problems) {
        printError(problem);
    }
    RecordedTraining training;
    training.experiment = point.record.start.experiment;
    training.experiment.training.threads = point.record.start.threads; // another number gives other bits
    training.from = point.checkpoint;
    training.last = point.last;
    training.laboratory = store.file();
    training.json = options.json;
    if (const QString problem = chooseEpochs(options, *point.checkpoint, training.experiment); !problem.isEmpty()) {
        return fail(problem, ExitUsage);
    }
    const Result<DatasetPtr> data = loadDataOf(point.record, dataFolderFor(options, point.record));
    if (!data) {
        return fail(data.error(), ExitData);
    }
    training.data = data.value();
    if (printProblems(training.experiment, *training.data)) {
        return ExitUsage;
    }
    Result<RecordingTarget> target = store.claim(point);
    if (!target) {
        return fail(target.error(), ExitLaboratory);
    }
    training.target = std::move(target).value();
    training.target.dataFolder = training.data->folder;
    return trainAndRecord(training, signalWatcher);
}
