// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queuecommand.h"

#include "app/commandtext.h"
#include "app/exitcode.h"
#include "app/experimentfrom.h"
#include "app/openstore.h"
#include "app/output.h"
#include "app/queuerunner.h"
#include "app/table.h"
#include "core/common/counttext.h"
#include "core/training/experimentjson.h"
#include "core/training/validator.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <limits>
#include <optional>

using namespace convscope;

namespace {

/// A number from 1; 0 where there is none.
qint64 numberFrom(const std::optional<QString> &typed)
{
    bool ok = false;
    const qint64 number = typed.value_or(QString()).toLongLong(&ok);
    return ok && number > 0 ? number : 0;
}

QString stateText(const QueueEntry &entry)
{
    if (!entry.owner.isEmpty()) {
        return text(QT_TRANSLATE_NOOP("CommandLine", "training"));
    }
    if (entry.isSkipped) {
        return text(QT_TRANSLATE_NOOP("CommandLine", "skipped"));
    }
    return entry.run.isEmpty() ? text(QT_TRANSLATE_NOOP("CommandLine", "waiting")) : text(QT_TRANSLATE_NOOP("CommandLine", "interrupted"));
}

QJsonObject jsonOf(const QueueEntry &entry)
{
    return {{QStringLiteral("number"), entry.number},
            {QStringLiteral("name"), entry.experiment.name},
            {QStringLiteral("state"), !entry.owner.isEmpty() ? QStringLiteral("training") : entry.isSkipped ? QStringLiteral("skipped") : QStringLiteral("waiting")},
            {QStringLiteral("run"), entry.run},
            {QStringLiteral("settings"), toJson(entry.experiment)}};
}

int list(RunStore &store, const Options &options)
{
    const Result<Queue> queue = store.queue();
    if (!queue) {
        return fail(queue.error(), ExitLaboratory);
    }
    Output output;
    if (options.json) {
        QJsonArray array;
        for (const QueueEntry &entry : queue.value().entries) {
            array.append(jsonOf(entry));
        }
        output.line(QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Indented)).trimmed());
    } else {
        QVector<QStringList> rows{{text(QT_TRANSLATE_NOOP("CommandLine", "entry")), text(QT_TRANSLATE_NOOP("CommandLine", "name")),
                                   text(QT_TRANSLATE_NOOP("CommandLine", "state")), text(QT_TRANSLATE_NOOP("CommandLine", "epochs")),
                                   text(QT_TRANSLATE_NOOP("CommandLine", "threads"))}};
        for (const QueueEntry &entry : queue.value().entries) {
            const int threads = entry.experiment.training.threads;
            rows.append({QString::number(entry.number), entry.experiment.name, stateText(entry), countText(entry.experiment.training.epochs),
                         threads == 0 ? text(QT_TRANSLATE_NOOP("CommandLine", "automatic")) : countText(threads)});
        }
        printTable(rows, output);
    }
    printErrors(queue.value().problems);
    return finish(output);
}

/// The experiment of the options, checked as far as that is possible without the pictures. `known`: what they change where they
/// choose none.
Result<Experiment> checkedExperiment(const Options &options, const std::optional<Experiment> &known = {})
{
    const Result<Experiment> experiment = experimentFrom(options, known);
    if (!experiment) {
        return experiment;
    }
    ExperimentLimits limits;
    limits.trainImages = std::numeric_limits<int>::max(); // the pictures are looked at when it is its turn
    const QStringList problems = problemsOf(experiment.value(), options, limits);
    return problems.isEmpty() ? experiment : Result<Experiment>::failure(problems.join(QLatin1Char('\n')));
}

int add(RunStore &store, const Options &options)
{
    const Result<Experiment> experiment = checkedExperiment(options);
    if (!experiment) {
        return fail(experiment.error(), ExitUsage);
    }
    const Result<qint64> number = store.enqueue(experiment.value());
    if (!number) {
        return fail(number.error(), ExitLaboratory);
    }
    Output output;
    output.line(QString::number(number.value()));
    return finish(output);
}

int edit(RunStore &store, const Options &options, qint64 number)
{
    const Result<Queue> queue = store.queue();
    if (!queue) {
        return fail(queue.error(), ExitLaboratory);
    }
    std::optional<Experiment> known;
    for (const QueueEntry &entry : queue.value().entries) {
        if (entry.number == number) {
            known = entry.experiment;
        }
    }
    const Result<Experiment> experiment = checkedExperiment(options, known);
    return experiment ? finish(store.editInQueue(number, experiment.value())) : fail(experiment.error(), ExitUsage);
}

int withNumber(RunStore &store, const Options &options, const QString &action)
{
    const qint64 number = numberFrom(options.entry);
    if (number == 0) {
        return fail(text(QT_TRANSLATE_NOOP("CommandLine", "queue %1: name an entry by its number; `convscope queue list` shows them.")).arg(action), ExitUsage);
    }
    if (action == QLatin1String("remove")) {
        return finish(store.removeFromQueue(number));
    }
    if (action == QLatin1String("edit")) {
        return edit(store, options, number);
    }
    if (action == QLatin1String("skip")) {
        return finish(store.skipInQueue(number, !options.undo));
    }
    const qint64 place = numberFrom(options.place);
    if (place == 0) {
        return fail(text(QT_TRANSLATE_NOOP("CommandLine", "queue move: name the entry and its new place, counted from 1.")), ExitUsage);
    }
    return finish(store.moveInQueue(number, place));
}

} // namespace

int runQueueCommand(const Options &options, SignalWatcher &signalWatcher)
{
    const QString action = options.action.value_or(QStringLiteral("list"));
    static const QStringList actions = QStringLiteral("list add run remove move skip edit").split(QLatin1Char(' '));
    if (!actions.contains(action)) {
        return fail(text(QT_TRANSLATE_NOOP("CommandLine", "queue: “%1” is not known. Choose %2.")).arg(action, actions.join(QStringLiteral(", "))), ExitUsage);
    }
    const auto store = openStore(options);
    if (!store) {
        return ExitLaboratory;
    }
    if (action == QLatin1String("list")) {
        return list(*store, options);
    }
    if (action == QLatin1String("add")) {
        return add(*store, options);
    }
    if (action == QLatin1String("run")) {
        return runQueue(*store, options, signalWatcher);
    }
    return withNumber(*store, options, action);
}
