// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runcommands.h"

#include "app/commandtext.h"
#include "app/exitcode.h"
#include "app/openstore.h"
#include "app/output.h"
#include "app/runjson.h"
#include "app/table.h"
#include "core/common/counttext.h"
#include "core/training/experimentjson.h"
#include "core/training/frozenfilters.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

#include <cmath>

using namespace convscope;

namespace {

constexpr qsizetype shortId = 8;

QString stateText(RecordState state)
{
    switch (state) {
    case RecordState::Running:
        return text(QT_TRANSLATE_NOOP("CommandLine", "training"));
    case RecordState::Paused:
        return text(QT_TRANSLATE_NOOP("CommandLine", "paused"));
    case RecordState::Finished:
        return text(QT_TRANSLATE_NOOP("CommandLine", "finished"));
    case RecordState::Stopped:
        return text(QT_TRANSLATE_NOOP("CommandLine", "stopped"));
    case RecordState::Diverged:
        return text(QT_TRANSLATE_NOOP("CommandLine", "diverged"));
    case RecordState::Failed:
        return text(QT_TRANSLATE_NOOP("CommandLine", "failed"));
    case RecordState::Interrupted:
        return text(QT_TRANSLATE_NOOP("CommandLine", "interrupted"));
    }
    return QString();
}

QString accuracyText(const std::optional<EpochReport> &report)
{
    if (!report || std::isnan(report->testAccuracy)) {
        return QStringLiteral("–");
    }
    return QStringLiteral("%1\u00a0%").arg(QLocale().toString(100.0 * report->testAccuracy, 'f', 1));
}

QString epochsText(const RunRecord &run)
{
    return QStringLiteral("%1/%2").arg(countText(run.epochs), countText(run.start.experiment.training.epochs));
}

void printRuns(const std::vector<RunRecord> &runs, Output &output)
{
    QVector<QStringList> rows{{text(QT_TRANSLATE_NOOP("CommandLine", "run")), text(QT_TRANSLATE_NOOP("CommandLine", "name")),
                               text(QT_TRANSLATE_NOOP("CommandLine", "state")), text(QT_TRANSLATE_NOOP("CommandLine", "epochs")),
                               text(QT_TRANSLATE_NOOP("CommandLine", "best test accuracy")),
                               text(QT_TRANSLATE_NOOP("CommandLine", "last test accuracy"))}};
    for (const RunRecord &run : runs) {
        rows.append({run.id.left(shortId), run.name, stateText(run.state), epochsText(run), accuracyText(run.best), accuracyText(run.last)});
    }
    printTable(rows, output);
}

void printRun(const RunRecord &run, qint64 bytes, Output &output)
{
    const auto line = [&output](const char *title, const QString &value) {
        if (!value.isEmpty()) {
            output.line(text(title).leftJustified(22) + value);
        }
    };
    line(QT_TRANSLATE_NOOP("CommandLine", "Run"), run.id);
    line(QT_TRANSLATE_NOOP("CommandLine", "Name"), run.name);
    line(QT_TRANSLATE_NOOP("CommandLine", "State"), stateText(run.state));
    line(QT_TRANSLATE_NOOP("CommandLine", "Reason"), run.end ? reasonText(*run.end) : QString());
    line(QT_TRANSLATE_NOOP("CommandLine", "Begun"), QLocale().toString(run.created.toLocalTime(), QLocale::ShortFormat));
    line(QT_TRANSLATE_NOOP("CommandLine", "Epochs"), epochsText(run));
    line(QT_TRANSLATE_NOOP("CommandLine", "Best test accuracy"), accuracyText(run.best));
    line(QT_TRANSLATE_NOOP("CommandLine", "Last test accuracy"), accuracyText(run.last));
    line(QT_TRANSLATE_NOOP("CommandLine", "Data"), QStringLiteral("%1 (%2…)").arg(run.start.dataName, run.start.dataChecksum.left(12)));
    line(QT_TRANSLATE_NOOP("CommandLine", "Threads"), QString::number(run.start.threads));
    line(QT_TRANSLATE_NOOP("CommandLine", "Made with"), QStringLiteral("%1, %2").arg(run.program, run.start.engine));
    line(QT_TRANSLATE_NOOP("CommandLine", "Branched off"),
         run.parent.isEmpty() ? QString() : text(QT_TRANSLATE_NOOP("CommandLine", "%1, after %2 batches")).arg(run.parent, countText(run.parentSteps)));
    line(QT_TRANSLATE_NOOP("CommandLine", "Frozen filters"), frozenFiltersText(run.start.experiment.training.frozenFilters));
    line(QT_TRANSLATE_NOOP("CommandLine", "Note"), run.note);
    line(QT_TRANSLATE_NOOP("CommandLine", "Disk use"), QLocale().formattedDataSize(bytes));
    output.line(QString());
    output.line(QString::fromUtf8(toJsonText(run.start.experiment)).trimmed());
}

int printList(const RunList &list, const Options &options)
{
    Output output;
    if (options.json) {
        QJsonArray array;
        for (const RunRecord &run : list.runs) {
            array.append(runJson(run));
        }
        output.line(QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Indented)).trimmed());
    } else {
        printRuns(list.runs, output);
    }
    printErrors(list.problems);
    for (const QString &id : list.damaged) {
        printError(text(QT_TRANSLATE_NOOP("CommandLine", "`convscope delete %1 --damaged` removes it for ever.")).arg(id));
    }
    return finish(output);
}

} // namespace

int runRunsCommand(const Options &options)
{
    const auto store = openStoreForReading(options);
    if (!store) {
        return ExitLaboratory;
    }
    const Result<RunList> list = store->runs();
    if (!list) {
        return fail(list.error(), ExitLaboratory);
    }
    return printList(list.value(), options);
}

int runShowCommand(const Options &options)
{
    const auto store = openStoreForReading(options);
    if (!store) {
        return ExitLaboratory;
    }
    const QString id = chosenRun(*store, options);
    if (id.isEmpty()) {
        return ExitUsage;
    }
    const Result<RunRecord> run = store->run(id);
    const Result<qint64> bytes = store->diskUse(id);
    if (!run || !bytes) {
        return finish(run ? bytes.error() : run.error());
    }
    Output output;
    if (options.json) {
        output.json(runJson(run.value()));
    } else {
        printRun(run.value(), bytes.value(), output);
    }
    return finish(output);
}

int runImportCommand(const Options &options)
{
    const auto store = openStore(options);
    if (!store) {
        return ExitLaboratory;
    }
    const Result<ImportedRuns> imported = store->importRuns(options.file.value_or(QString()));
    if (!imported) {
        return finish(imported.error());
    }
    Output output;
    for (const QString &id : imported.value().ids) {
        output.line(id);
    }
    printErrors(imported.value().problems);
    const int code = finish(output);
    return imported.value().problems.isEmpty() ? code : ExitFailed;
}

int runThinCommand(const Options &options)
{
    const auto store = options.yes ? openStore(options) : openStoreForReading(options);
    if (!store) {
        return ExitLaboratory;
    }
    const QString id = chosenRun(*store, options);
    if (id.isEmpty()) {
        return ExitUsage;
    }
    const Result<Thinning> thinning = options.yes ? store->thin(id) : store->planThinning(id);
    if (!thinning) {
        return finish(thinning.error());
    }
    const QString sentence = options.yes ? text(QT_TRANSLATE_NOOP("CommandLine", "%1 of %2 kept moments were removed; %3 are free."))
                                         : text(QT_TRANSLATE_NOOP("CommandLine", "%1 of %2 kept moments would go, and %3 become free. With --yes it is done."));
    Output output;
    output.line(sentence.arg(countText(thinning.value().removed), countText(thinning.value().moments), QLocale().formattedDataSize(thinning.value().bytes)));
    if (!thinning.value().unshrunk.isEmpty()) {
        printError(thinning.value().unshrunk);
    }
    return finish(output);
}

int runDeleteCommand(const Options &options)
{
    const auto store = openStore(options);
    if (!store) {
        return ExitLaboratory;
    }
    const QString id = chosenRun(*store, options);
    if (id.isEmpty()) {
        return ExitUsage;
    }
    if (options.damaged) {
        return finish(store->eraseDamaged(id));
    }
    return finish(options.undo ? store->restoreFromTrash(id) : store->moveToTrash(id));
}

int runTrashCommand(const Options &options)
{
    const auto store = options.empty ? openStore(options) : openStoreForReading(options);
    if (!store) {
        return ExitLaboratory;
    }
    if (options.empty) {
        const QString problem = store->emptyTrash();
        return finish(problem.isEmpty() ? store->shrink() : problem);
    }
    const Result<RunList> list = store->trash();
    return list ? printList(list.value(), options) : finish(list.error());
}
