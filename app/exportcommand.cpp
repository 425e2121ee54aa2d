// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exportcommand.h"

#include "app/commandtext.h"
#include "app/exitcode.h"
#include "app/openstore.h"
#include "app/output.h"
#include "core/common/atomicfile.h"
#include "core/runs/epochcsv.h"
#include "core/runs/pytorchscript.h"
#include "core/runs/safetensors.h"
#include "core/runs/tensorboard.h"
#include "core/training/engineloader.h"
#include "core/training/experimentjson.h"

#include <QFileInfo>

#include <array>

using namespace convscope;

namespace {

/// At the newest checkpoint that is undamaged.
Result<WeightsPtr> lastWeights(RunStore &store, const RunRecord &run)
{
    const Result<ResumePoint> point = store.finalPoint(run.id);
    if (!point) {
        return Result<WeightsPtr>::failure(point.error());
    }
    printErrors(point.value().problems);
    const WeightsPtr weights = weightsFrom(run.start.experiment.architecture, point.value().checkpoint->steps, point.value().checkpoint->weights);
    if (!weights) {
        return Result<WeightsPtr>::failure(text(QT_TRANSLATE_NOOP("CommandLine", "The saved weights of the run “%1” don't fit its network.")).arg(run.name));
    }
    return weights;
}

/// Bytes for the file.
using Made = Result<QByteArray>;

Made settings(RunStore &, const RunRecord &run, CsvStyle)
{
    return toJsonText(run.start.experiment);
}

Made safetensors(RunStore &store, const RunRecord &run, CsvStyle)
{
    const Result<WeightsPtr> weights = lastWeights(store, run);
    return weights ? Made(safetensorsBytes(weights.value()->arrays, run.start.experiment)) : Made::failure(weights.error());
}

Made pyTorch(RunStore &store, const RunRecord &run, CsvStyle)
{
    const Result<WeightsPtr> weights = lastWeights(store, run);
    return weights ? Made(pyTorchScript(run.start.experiment, weights.value()->side, weights.value()->classes)) : Made::failure(weights.error());
}

Made onnx(RunStore &store, const RunRecord &run, CsvStyle)
{
    const Result<WeightsPtr> weights = lastWeights(store, run);
    if (!weights) {
        return Made::failure(weights.error());
    }
    const Result<Engine *> engine = loadEngine();
    return engine ? engine.value()->onnx(weights.value()) : Made::failure(engine.error());
}

Made curves(RunStore &store, const RunRecord &run, const std::function<QByteArray(const LoadedRun &)> &make)
{
    const Result<LoadedRun> loaded = store.load(run.id);
    if (!loaded) {
        return Made::failure(loaded.error());
    }
    printErrors(loaded.value().problems);
    return make(loaded.value());
}

Made csv(RunStore &store, const RunRecord &run, CsvStyle style)
{
    return curves(store, run, [style](const LoadedRun &loaded) { return epochCsv(*loaded.history, style); });
}

Made tensorBoard(RunStore &store, const RunRecord &run, CsvStyle)
{
    return curves(store, run, [](const LoadedRun &loaded) { return tensorBoardEvents(*loaded.history, loaded.record.created); });
}

struct Format
{
    const char *name;
    Made (*make)(RunStore &, const RunRecord &, CsvStyle); ///< nullptr: the laboratory writes the file itself
};

constexpr std::array formats{
    Format{"convscope", nullptr}, Format{"safetensors", safetensors}, Format{"onnx", onnx},
    Format{"pytorch", pyTorch},   Format{"tensorboard", tensorBoard}, Format{"csv", csv},
    Format{"settings", settings},
};

const Format *formatNamed(const QString &name)
{
    const auto found = std::find_if(formats.begin(), formats.end(), [&name](const Format &format) { return name == QLatin1String(format.name); });
    return found == formats.end() ? nullptr : &*found;
}

/// TensorBoard passes over other files without a word.
QString nameProblem(const Format &format, const QString &path)
{
    if (format.make != tensorBoard || QFileInfo(path).fileName().contains(QLatin1String("tfevents"))) {
        return QString();
    }
    return text(QT_TRANSLATE_NOOP("CommandLine", "TensorBoard reads only files with “tfevents” in their name. Call it %1, for example."))
        .arg(QFileInfo(path).path() + QStringLiteral("/events.out.tfevents.1.convscope"));
}

/// Nothing where the option makes no sense.
std::optional<CsvStyle> csvStyle(const Format &format, const Options &options)
{
    if (!options.decimal) {
        return CsvStyle::Point;
    }
    if (format.make != csv || (options.decimal != QLatin1String("point") && options.decimal != QLatin1String("comma"))) {
        return std::nullopt;
    }
    return options.decimal == QLatin1String("comma") ? CsvStyle::Comma : CsvStyle::Point;
}

} // namespace

int runExportCommand(const Options &options)
{
    const Format *format = formatNamed(options.format.value_or(QString()));
    if (!format) {
        QStringList names;
        for (const Format &known : formats) {
            names << QLatin1String(known.name);
        }
        return fail(text(QT_TRANSLATE_NOOP("CommandLine", "--format: choose one of %1.")).arg(names.join(QStringLiteral(", "))), ExitUsage);
    }
    const QString path = options.file.value_or(QString());
    if (const QString problem = nameProblem(*format, path); !problem.isEmpty()) {
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
    const Result<RunRecord> run = store->run(id);
    if (!run) {
        return fail(run.error(), ExitFailed);
    }
    QString sentence;
    if (format->make) {
        const Made made = format->make(*store, run.value(), *style);
        sentence = made ? writeFileAtomically(path, made.value()) : made.error();
    } else {
        sentence = store->exportRun(id, path);
    }
    return sentence.isEmpty() ? int(ExitFinished) : fail(sentence, ExitFailed);
}
