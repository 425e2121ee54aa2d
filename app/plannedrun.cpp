// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plannedrun.h"

#include "app/exitcode.h"
#include "app/output.h"
#include "app/recordedtraining.h"
#include "core/runs/samerun.h"
#include "core/training/validator.h"

#include <QCoreApplication>

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

QString problemsOf(const Experiment &experiment, const Dataset &data)
{
    ExperimentLimits limits;
    limits.side = data.side;
    limits.classes = data.classes;
    limits.trainImages = data.train.count;
    limits.memory = availableMemory();
    QStringList sentences;
    for (const Problem &problem : validate(experiment, limits)) {
        sentences << problem.message;
    }
    return sentences.join(QLatin1Char(' '));
}

/// A run that broke off before its first checkpoint begins anew.
Result<bool> goOn(RunStore &store, const RunRecord &known, RecordedTraining &training)
{
    const Result<ResumePoint> point = store.resumePoint(known.id);
    if (!point) {
        return false;
    }
    for (const QString &problem : point.value().problems) {
        printError(problem);
    }
    Result<RecordingTarget> target = store.claim(point.value());
    if (!target) {
        return Result<bool>::failure(target.error());
    }
    training.experiment.training.threads = point.value().record.start.threads; // another number gives other bits
    training.from = point.value().checkpoint;
    training.last = point.value().last;
    training.target = std::move(target).value();
    training.target.dataFolder = training.data->folder;
    return true;
}

} // namespace

int trainPlanned(RunStore &store, const PlannedRun &planned, SignalWatcher &signalWatcher)
{
    if (const QString problems = problemsOf(planned.experiment, *planned.data); !problems.isEmpty()) {
        return fail(planned.title + QStringLiteral(": ") + problems, ExitUsage);
    }
    const Result<RunList> list = store.runs();
    const QString unwritable = list ? store.checkWritable() : list.error();
    if (!unwritable.isEmpty()) {
        return fail(unwritable, ExitLaboratory);
    }
    const std::optional<RunRecord> known = sameRun(list.value().runs, planned.experiment, planned.data->checksum);
    Output output;
    if (!planned.json) {
        output.line(known && isComplete(*known) ? text(QT_TRANSLATE_NOOP("CommandLine", "%1: is in the laboratory already.")).arg(planned.title) : planned.title);
    }
    if (known && isComplete(*known)) {
        return known->state == RecordState::Diverged ? ExitFailed : ExitFinished;
    }
    if (known && isActive(*known)) {
        return fail(text(QT_TRANSLATE_NOOP("CommandLine", "The run “%1” is being trained by another program. Wait for it, or stop it there.")).arg(known->name), ExitLaboratory);
    }
    RecordedTraining training;
    training.experiment = planned.experiment;
    training.data = planned.data;
    training.json = planned.json;
    training.laboratory = store.file();
    training.target = RunStore::newTarget(planned.data->folder);
    if (known) {
        if (const Result<bool> resumed = goOn(store, *known, training); !resumed) {
            return fail(resumed.error(), ExitLaboratory);
        }
    }
    return trainAndRecord(training, signalWatcher);
}
