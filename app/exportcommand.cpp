// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exportcommand.h"

#include "app/commandtext.h"
#include "app/exitcode.h"
#include "app/openstore.h"
#include "app/output.h"
#include "core/runs/runexport.h"

using namespace convscope;

namespace {

/// Nothing where the option makes no sense.
std::optional<CsvStyle> csvStyle(RunFormat format, const Options &options)
{
    if (!options.decimal) {
        return CsvStyle::Point;
    }
    if (format != RunFormat::Csv || (options.decimal != QLatin1String("point") && options.decimal != QLatin1String("comma"))) {
        return std::nullopt;
    }
    return options.decimal == QLatin1String("comma") ? CsvStyle::Comma : CsvStyle::Point;
}

} // namespace

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
    const std::optional<CsvStyle> style = csvStyle(*format, options);
    if (!style) {
        return fail(text(QT_TRANSLATE_NOOP("CommandLine", "--decimal: choose point or comma, with --format csv.")), ExitUsage);
    }
    const auto store = openStoreForReading(options);
    if (!store) {
        return ExitLaboratory;
    }
    const QString id = chosenRun(*store, options);
    if (id.isEmpty()) {
        return ExitUsage;
    }
    const Result<QStringList> notes = exportRunAs(*store, id, *format, path, *style);
    if (!notes) {
        return fail(notes.error(), ExitFailed);
    }
    printErrors(notes.value());
    return ExitFinished;
}
