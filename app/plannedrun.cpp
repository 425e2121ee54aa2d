// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plannedrun.h"

#include "app/commandtext.h"
#include "app/exitcode.h"
#include "app/experimentfrom.h"
#include "app/output.h"
#include "app/recordedtraining.h"
#include "core/runs/samerun.h"

using namespace convscope;

namespace {

/// A run that broke off before its first checkpoint begins anew.
Result<bool> goOn(RunStore &store, const RunRecord &known, RecordedTraining &training)
{
    const Result<ResumePoint> point = store.resumePoint(known.id);
    if (!point) {
        return false;
    }
    printErrors(point.value().problems);
    const QString problem = goOnFrom(store, point.value(), training);
    return problem.isEmpty() ? Result<bool>(true) : Result<bool>::failure(problem);
}

TrainingOutcome trainOne(RunStore &store, const PlannedRun &planned, SignalWatcher &signalWatcher)
{
    if (const QStringList problems = problemsOf(planned.experiment, *planned.data); !problems.isEmpty()) {
        return {fail(planned.title + QStringLiteral(": ") + problems.join(QLatin1Char(' ')), ExitUsage)};
    }
    const Result<RunList> list = store.runs();
    const QString unwritable = list ? store.checkWritable() : list.error();
    if (!unwritable.isEmpty()) {
        return {fail(unwritable, ExitLaboratory)};
    }
    const std::optional<RunRecord> known = sameRun(list.value().runs, planned.experiment, planned.data->checksum);
    const bool isDone = known && (isComplete(*known) || (planned.sweep && planned.sweep->stop && known->end && wasGivenUp(*known->end)));
    Output output;
    if (!planned.json) {
        output.line(isDone ? text(QT_TRANSLATE_NOOP("CommandLine", "%1: is in the laboratory already.")).arg(planned.title) : planned.title);
    }
    if (isDone) {
        if (!output.ok()) {
            return {fail(output.error(), ExitFailed), {}, true, false};
        }
        if (const QString problem = planned.sweep ? store.addTag(known->id, planned.sweep->name) : QString(); !problem.isEmpty()) {
            return {fail(problem, ExitLaboratory)};
        }
        return {ExitFinished};
    }
    if (known && isActive(*known)) {
        return {fail(text(QT_TRANSLATE_NOOP("CommandLine", "The run “%1” is being trained by another program. Wait for it, or stop it there.")).arg(known->name), ExitLaboratory)};
    }
    RecordedTraining training;
    training.experiment = planned.experiment;
    training.data = planned.data;
    training.json = planned.json;
    training.laboratory = store.file();
    training.target = RunStore::newTarget(planned.data->folder);
    if (known) {
        if (const Result<bool> resumed = goOn(store, *known, training); !resumed) {
            return {fail(resumed.error(), ExitLaboratory)};
        }
    }
    training.target.sweep = planned.sweep;
    return trainAndRecord(training, signalWatcher);
}

} // namespace

PlannedOutcome trainPlanned(RunStore &store, const std::vector<PlannedRun> &runs, SignalWatcher &signalWatcher)
{
    PlannedOutcome outcome;
    for (const PlannedRun &run : runs) {
        const TrainingOutcome trained = trainOne(store, run, signalWatcher);
        if (trained.exitCode == ExitInterrupted) {
            outcome.exitCode = fail(text(QT_TRANSLATE_NOOP("CommandLine", "Interrupted. The same command goes on from here.")), ExitInterrupted);
            break;
        }
        if (!trained.isPrinted || (trained.exitCode != ExitFinished && trained.exitCode != ExitFailed)) {
            outcome.exitCode = trained.exitCode;
            break;
        }
        const bool hasDiverged = trained.end && trained.end->kind == convscope::RunEnd::Kind::Diverged; // nothing is wrong with the program
        outcome.failed += trained.exitCode == ExitFailed && !hasDiverged;
    }
    return outcome;
}

int finishPlanned(const PlannedOutcome &outcome, std::size_t runs)
{
    return outcome.failed == 0 ? outcome.exitCode
                               : fail(text(QT_TRANSLATE_NOOP("CommandLine", "%1 of %2 failed. The same command tries them again.")).arg(outcome.failed).arg(runs), ExitFailed);
}
