// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/resumecommand.h"

#include "app/commandtext.h"
#include "app/exitcode.h"
#include "app/experimentfrom.h"
#include "app/openstore.h"
#include "app/output.h"
#include "app/recordedtraining.h"
#include "core/data/datafolder.h"

#include <QCoreApplication>
#include <QDir>

using namespace convscope;

namespace {

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

} // namespace

int runResumeCommand(const Options &options, SignalWatcher &signalWatcher)
{
    const auto store = openStore(options);
    if (!store) {
        return ExitLaboratory;
    }
    const QString id = chosenRun(*store, options);
    return id.isEmpty() ? int(ExitUsage) : resumeRun(*store, id, options, signalWatcher).exitCode;
}

TrainingOutcome resumeRun(RunStore &store, const QString &id, const Options &options, SignalWatcher &signalWatcher, const std::optional<SweepMembership> &sweep)
{
    const Result<ResumePoint> found = store.resumePoint(id);
    if (!found) {
        return {fail(found.error(), ExitFailed)};
    }
    const ResumePoint &point = found.value();
    printErrors(point.problems);
    RecordedTraining training;
    training.experiment = point.record.start.experiment;
    training.laboratory = store.file();
    training.json = options.json;
    if (const QString problem = chooseEpochs(options, *point.checkpoint, training.experiment); !problem.isEmpty()) {
        return {fail(problem, ExitUsage)};
    }
    const Result<DatasetPtr> data = loadDataOf(point.record, dataFolderFor(options, point.record));
    if (!data) {
        return {fail(data.error(), ExitData)};
    }
    training.data = data.value();
    if (printErrors(problemsOf(training.experiment, *training.data))) {
        return {ExitUsage};
    }
    if (const QString problem = goOnFrom(store, point, training); !problem.isEmpty()) {
        return {fail(problem, ExitLaboratory)};
    }
    training.target.sweep = sweep;
    return trainAndRecord(training, signalWatcher);
}
