// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/papercommand.h"

#include "app/commandtext.h"
#include "app/exitcode.h"
#include "app/openstore.h"
#include "app/output.h"
#include "app/plannedrun.h"
#include "app/table.h"
#include "core/data/datafolder.h"
#include "core/paper/paperfacts.h"
#include "core/paper/paperplan.h"
#include "core/paper/paperreport.h"
#include "core/report/repeatcommand.h"
#include "core/training/engineloader.h"

#include <QCoreApplication>
#include <QDir>

using namespace convscope;

namespace {

/// Empty, or what is wrong with the options.
QString readChoice(const Options &options, PaperChoice &choice)
{
    choice.withBatchNorm = options.batchNorm;
    if (options.seeds) {
        choice.seeds = seedsFrom(*options.seeds);
        if (choice.seeds.empty()) {
            return text(QT_TRANSLATE_NOOP("CommandLine", "--seeds: “%1” can't be read. Write 1-3 or 1,5, for example; 100 at most.")).arg(*options.seeds);
        }
    }
    if (options.epochs) {
        bool ok = false;
        choice.mostEpochs = options.epochs->toInt(&ok);
        if (!ok || choice.mostEpochs < 1) {
            return text(QT_TRANSLATE_NOOP("CommandLine", "%1: “%2” is not a whole number that can be used here.")).arg(QLatin1String("--epochs"), *options.epochs);
        }
    }
    return QString();
}

void printClaims(const PaperReport &report, Output &output)
{
    for (const PaperRow &row : judgeAll(report)) {
        output.line(QStringLiteral("%1  %2: %3").arg(verdictText(row.judgement.verdict), row.name, claimText(row.claim)));
        output.line(QStringLiteral("      %1").arg(row.judgement.measured));
        if (row.seeds > 1) {
            output.line(QStringLiteral("      ") + text(QT_TRANSLATE_NOOP("CommandLine", "Holds with %1 of %2 seeds.")).arg(row.holdsWith).arg(row.seeds));
        }
    }
}

int writeReport(RunStore &store, const std::vector<PaperJob> &jobs, const PaperChoice &choice, const Dataset &data, const Options &options)
{
    Result<std::vector<MeasuredRun>> measured = measuredRuns(store, jobs, data.checksum);
    if (!measured) {
        return fail(measured.error(), ExitLaboratory);
    }
    const Result<Engine *> engine = loadEngine();
    const QString command = shellCommand(QCoreApplication::arguments());
    const PaperReport report{seedPaper(), std::move(measured).value(), paperFacts(data, engine ? engine.value() : nullptr, command), choice.mostEpochs};
    Output output;
    if (options.json) {
        output.json(toJson(report));
    } else {
        printClaims(report, output);
    }
    if (options.report) {
        if (const QString problem = writePaperReport(report, *options.report); !problem.isEmpty()) {
            return fail(problem, ExitFailed);
        }
        if (!options.json) {
            output.line(text(QT_TRANSLATE_NOOP("CommandLine", "The report is in %1.")).arg(QDir(*options.report).filePath(QStringLiteral("paper.html"))));
        }
    }
    return finish(output);
}

} // namespace

int runPaperCommand(const Options &options, SignalWatcher &signalWatcher)
{
    PaperChoice choice;
    if (const QString problem = readChoice(options, choice); !problem.isEmpty()) {
        return fail(problem, ExitUsage);
    }
    const Result<DatasetPtr> data = loadDataset(options.dataFolder.value_or(defaultDataFolder()));
    if (!data) {
        return fail(data.error(), ExitData);
    }
    const auto store = openStore(options);
    if (!store) {
        return ExitLaboratory;
    }
    const std::vector<PaperJob> jobs = paperJobs(seedPaper(), choice);
    std::vector<PlannedRun> runs;
    for (std::size_t i = 0; i < jobs.size() && !options.reportOnly; ++i) {
        const QString name = QStringLiteral("%1/%2: %3, %4 %5").arg(i + 1).arg(jobs.size()).arg(jobs[i].name, text(QT_TRANSLATE_NOOP("CommandLine", "seed"))).arg(jobs[i].experiment.training.seed);
        runs.push_back({jobs[i].experiment, data.value(), name, options.json});
    }
    const PlannedOutcome outcome = trainPlanned(*store, runs, signalWatcher);
    if (outcome.exitCode != ExitFinished) {
        return outcome.exitCode;
    }
    const int exitCode = writeReport(*store, jobs, choice, *data.value(), options); // of what is there, also where some failed
    return exitCode != ExitFinished ? exitCode : finishPlanned(outcome, runs.size());
}
