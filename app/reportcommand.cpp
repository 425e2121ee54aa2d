// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reportcommand.h"

#include "app/commandtext.h"
#include "app/exitcode.h"
#include "app/openstore.h"
#include "app/output.h"
#include "core/data/datafolder.h"
#include "core/report/report.h"

#include <QCoreApplication>
#include <QDir>

using namespace convscope;

int runReportCommand(const Options &options)
{
    QStringList typed = options.runs;
    if (typed.size() < 2) {
        return fail(text(QT_TRANSLATE_NOOP("CommandLine", "Name the run or the runs, and then the file to write: `convscope report latest run.html`, for example.")), ExitUsage);
    }
    const QString path = typed.takeLast();
    if (const QString problem = reportNameProblem(path); !problem.isEmpty()) {
        return fail(problem, ExitUsage);
    }
    const auto store = openStoreForReading(options);
    if (!store) {
        return ExitLaboratory;
    }
    QStringList ids;
    for (const QString &run : typed) {
        const Result<QString> id = store->findId(run);
        if (!id) {
            return fail(id.error(), ExitUsage);
        }
        ids << id.value();
    }
    ids.removeDuplicates();
    ReportData data(nullptr, options.dataFolder.value_or(defaultDataFolder()));
    const Result<ReportDocument> report = makeReport(*store, ids, data);
    if (!report) {
        return fail(report.error(), ExitFailed);
    }
    if (const QString problem = writeReport(report.value(), path); !problem.isEmpty()) {
        return fail(problem, ExitFailed);
    }
    Output output;
    output.line(text(QT_TRANSLATE_NOOP("CommandLine", "The report is in %1.")).arg(QDir::toNativeSeparators(path)));
    return finish(output);
}
