// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exportcommand.h"

#include "app/commandtext.h"
#include "app/exitcode.h"
#include "app/openstore.h"
#include "app/output.h"
#include "core/runs/runexport.h"

using namespace convscope;

int runExportCommand(const Options &options)
{
    const std::optional<RunFormat> format = runFormatNamed(options.format.value_or(QString()));
    if (!format) {
        QStringList names;
        for (const RunFormatInfo &known : runFormats()) {
            names << QLatin1String(known.name);
        }
        return fail(text(QT_TRANSLATE_NOOP("CommandLine", "--format: choose one of %1.")).arg(names.join(QStringLiteral(", "))), ExitUsage);
    }
    const QString path = options.file.value_or(QString());
    if (const QString problem = fileNameProblem(*format, path); !problem.isEmpty()) {
        return fail(problem, ExitUsage);
    }
    const auto store = openStoreForReading(options);
    if (!store) {
        return ExitLaboratory;
    }
    const QString id = chosenRun(*store, options);
    if (id.isEmpty()) {
        return ExitUsage;
    }
    const Result<QStringList> notes = exportRunAs(*store, id, *format, path);
    if (!notes) {
        return fail(notes.error(), ExitFailed);
    }
    printErrors(notes.value());
    return ExitFinished;
}
