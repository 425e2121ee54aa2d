// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sweepcommand.h"

#include "app/commandtext.h"
#include "app/exitcode.h"
#include "app/openstore.h"
#include "app/output.h"
#include "app/plannedrun.h"
#include "core/common/duration.h"
#include "core/data/datafolder.h"
#include "core/runs/trainingplan.h"
#include "core/training/sweep.h"
#include "core/training/validator.h"

#include <QFile>
#include <QFileInfo>
#include <QLocale>

using namespace convscope;

namespace {

constexpr qint64 mostBytes = 1024 * 1024;

Result<Sweep> readSweep(const Options &options)
{
    const QString path = options.file.value_or(QString());
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) { // opening a named pipe would wait for a writer
        return Result<Sweep>::failure(text(QT_TRANSLATE_NOOP("CommandLine", "The file %1 can't be read. Name a file that says what to try.")).arg(path));
    }
    if (file.size() > mostBytes) {
        return Result<Sweep>::failure(text(QT_TRANSLATE_NOOP("CommandLine", "The file %1 is larger than 1 MiB, so it can hardly be a sweep. Write ranges in place of long lists.")).arg(path));
    }
    const Result<Sweep> read = sweepFromJson(file.read(mostBytes), path);
    if (!read) {
        return read;
    }
    Sweep sweep = read.value();
    if (sweep.name.isEmpty()) {
        sweep.name = QFileInfo(path).completeBaseName();
    }
    if (options.index || options.of) {
        bool hasIndex = false;
        bool hasOf = false;
        const int index = options.index.value_or(QString()).toInt(&hasIndex);
        const int of = options.of.value_or(QString()).toInt(&hasOf);
        if (!hasIndex || !hasOf || of < 1 || index < 0 || index >= of) {
            return Result<Sweep>::failure(text(QT_TRANSLATE_NOOP("CommandLine", "--index and --of belong together: --index 0 --of 4 is the first of four machines.")));
        }
        sweep.experiments = partOf(sweep.experiments, index, of);
    }
    return sweep;
}

/// For variants that leave their number to the program.
bool setThreads(const std::optional<QString> &typed, Sweep &sweep)
{
    bool ok = true;
    const int threads = typed ? typed->toInt(&ok) : 0;
    for (Experiment &experiment : sweep.experiments) {
        if (experiment.training.threads == 0) {
            experiment.training.threads = threads;
        }
    }
    return ok;
}

QString stateText(const PlannedTraining &training)
{
    switch (training.state) {
    case PlannedTraining::State::Done:
        return text(QT_TRANSLATE_NOOP("CommandLine", "is there"));
    case PlannedTraining::State::Training:
        return text(QT_TRANSLATE_NOOP("CommandLine", "training"));
    case PlannedTraining::State::Missing:
    case PlannedTraining::State::Begun:
    case PlannedTraining::State::Waiting:
        break;
    }
    return training.seconds ? durationText(*training.seconds) : QStringLiteral("–");
}

int printPlan(RunStore &store, const Sweep &sweep, const Dataset &data)
{
    const Result<RunList> list = store.runs();
    if (!list) {
        return fail(list.error(), ExitLaboratory);
    }
    const TrainingPlan plan = planTrainings(sweep.experiments, sweep.stop, list.value().runs, {}, data);
    Output output;
    for (const PlannedTraining &training : plan.trainings) {
        output.line(QStringLiteral("%1: %2").arg(training.experiment.name, stateText(training)));
    }
    if (plan.wanted() == 0) {
        output.line(plan.count(PlannedTraining::State::Done) == int(plan.trainings.size())
                        ? text(QT_TRANSLATE_NOOP("CommandLine", "All %1 are trained already.")).arg(plan.trainings.size())
                        : text(QT_TRANSLATE_NOOP("CommandLine", "Nothing is left to begin: another program trains what is missing.")));
        return finish(output);
    }
    const std::optional<double> seconds = plan.seconds();
    output.line(seconds ? text(QT_TRANSLATE_NOOP("CommandLine", "%1 of %2 are to be trained: about %3, judged by runs that are here.")).arg(plan.wanted()).arg(plan.trainings.size()).arg(durationText(*seconds))
                        : text(QT_TRANSLATE_NOOP("CommandLine", "%1 of %2 are to be trained. How long that takes can't be said before any run is in the laboratory.")).arg(plan.wanted()).arg(plan.trainings.size()));
    output.line(text(QT_TRANSLATE_NOOP("CommandLine", "They will take about %1 in the laboratory.")).arg(QLocale().formattedDataSize(plan.bytes(), 1, QLocale::DataSizeSIFormat)));
    return finish(output);
}

} // namespace

int runSweepCommand(const Options &options, SignalWatcher &signalWatcher)
{
    const Result<Sweep> read = readSweep(options);
    if (!read) {
        return fail(read.error(), ExitUsage);
    }
    Sweep sweep = read.value();
    if (!setThreads(options.threads, sweep)) {
        return fail(text(QT_TRANSLATE_NOOP("CommandLine", "%1: “%2” is not a whole number that can be used here.")).arg(QLatin1String("--threads"), *options.threads), ExitUsage);
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
        return printPlan(*store, sweep, *data.value());
    }
    // Not half of them and then a refusal.
    for (const Experiment &experiment : sweep.experiments) {
        if (const std::vector<Problem> problems = validate(experiment, limitsFor(*data.value())); !problems.empty()) {
            return fail(QStringLiteral("%1: %2").arg(experiment.name, problems.front().message), ExitUsage);
        }
    }
    const SweepMembership membership{sweep.name, sweep.stop};
    std::vector<PlannedRun> runs;
    for (const Experiment &experiment : sweep.experiments) {
        const QString title = QStringLiteral("%1/%2: %3").arg(runs.size() + 1).arg(sweep.experiments.size()).arg(experiment.name);
        runs.push_back({experiment, data.value(), title, options.json, membership});
    }
    const PlannedOutcome outcome = trainPlanned(*store, runs, signalWatcher);
    return outcome.exitCode != ExitFinished ? outcome.exitCode : finishPlanned(outcome, runs.size());
}
