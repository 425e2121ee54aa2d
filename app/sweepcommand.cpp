// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sweepcommand.h"

#include "app/commandtext.h"
#include "app/exitcode.h"
#include "app/openstore.h"
#include "app/output.h"
#include "app/plannedrun.h"
#include "core/common/duration.h"
#include "core/data/datafolder.h"
#include "core/model/layersummary.h"
#include "core/runs/samerun.h"
#include "core/training/sweep.h"

#include <QFile>
#include <QFileInfo>

using namespace convscope;

namespace {

constexpr qint64 mostBytes = 1024 * 1024;

Result<std::vector<Experiment>> readSweep(const Options &options)
{
    using Read = Result<std::vector<Experiment>>;
    const QString path = options.file.value_or(QString());
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) { // opening a named pipe would wait for a writer
        return Read::failure(text(QT_TRANSLATE_NOOP("CommandLine", "The file %1 can't be read. Name a file that says what to try.")).arg(path));
    }
    const Read all = sweepFromJson(file.read(mostBytes), path);
    if (!all || (!options.index && !options.of)) {
        return all;
    }
    bool hasIndex = false;
    bool hasOf = false;
    const int index = options.index.value_or(QString()).toInt(&hasIndex);
    const int of = options.of.value_or(QString()).toInt(&hasOf);
    if (!hasIndex || !hasOf || of < 1 || index < 0 || index >= of) {
        return Read::failure(text(QT_TRANSLATE_NOOP("CommandLine", "--index and --of belong together: --index 0 --of 4 is the first of four machines.")));
    }
    return partOf(all.value(), index, of);
}

/// Multiplications in training; its share of the time is what the networks here differ in.
double workOf(const Experiment &experiment, const Dataset &data)
{
    const int images = experiment.training.trainImages > 0 ? experiment.training.trainImages : data.train.count;
    return double(summarize(experiment.architecture, data.side, data.classes).multiplications) * images;
}

/// Seconds for one multiplication, from the newest run here that has an epoch; nothing without any.
std::optional<double> secondsPerWork(const std::vector<RunRecord> &runs, const Dataset &data)
{
    for (const RunRecord &run : runs) {
        const double work = workOf(run.start.experiment, data);
        if (run.last && run.last->trainSeconds > 0.0 && work > 0.0) {
            return (run.last->trainSeconds + run.last->testSeconds) / work;
        }
    }
    return std::nullopt;
}

int printPlan(const std::vector<Experiment> &experiments, const std::vector<RunRecord> &runs, const Dataset &data, Output &output)
{
    const std::optional<double> rate = secondsPerWork(runs, data);
    double seconds = 0.0;
    int missing = 0;
    for (const Experiment &experiment : experiments) {
        const std::optional<RunRecord> known = sameRun(runs, experiment, data.checksum);
        const bool isThere = known && isComplete(*known);
        const int done = known ? known->epochs : 0;
        const double cost = isThere ? 0.0 : workOf(experiment, data) * std::max(0, experiment.training.epochs - done) * rate.value_or(0.0);
        seconds += cost;
        missing += !isThere;
        output.line(QStringLiteral("%1: %2").arg(experiment.name, isThere ? text(QT_TRANSLATE_NOOP("CommandLine", "is there")) : rate ? durationText(cost) : QStringLiteral("–")));
    }
    output.line(rate ? text(QT_TRANSLATE_NOOP("CommandLine", "%1 of %2 are to be trained: about %3, judged by the newest run here.")).arg(missing).arg(experiments.size()).arg(durationText(seconds))
                     : text(QT_TRANSLATE_NOOP("CommandLine", "%1 of %2 are to be trained. How long that takes can't be said before any run is in the laboratory.")).arg(missing).arg(experiments.size()));
    return finish(output);
}

} // namespace

int runSweepCommand(const Options &options, SignalWatcher &signalWatcher)
{
    const Result<std::vector<Experiment>> experiments = readSweep(options);
    if (!experiments) {
        return fail(experiments.error(), ExitUsage);
    }
    const Result<DatasetPtr> data = loadDataset(options.dataFolder.value_or(defaultDataFolder()));
    if (!data) {
        return fail(data.error(), ExitData);
    }
    const auto store = openStore(options);
    if (!store) {
        return ExitLaboratory;
    }
    if (options.plan) {
        const Result<RunList> list = store->runs();
        Output output;
        return list ? printPlan(experiments.value(), list.value().runs, *data.value(), output) : fail(list.error(), ExitLaboratory);
    }
    int number = 0;
    for (const Experiment &experiment : experiments.value()) {
        const QString title = QStringLiteral("%1/%2: %3").arg(++number).arg(experiments.value().size()).arg(experiment.name);
        const int exitCode = trainPlanned(*store, {experiment, data.value(), title, options.json}, signalWatcher);
        if (exitCode == ExitInterrupted) {
            return fail(text(QT_TRANSLATE_NOOP("CommandLine", "Interrupted. The same command goes on from here.")), exitCode);
        }
        if (exitCode != ExitFinished && exitCode != ExitFailed) {
            return exitCode;
        }
    }
    return ExitFinished;
}
