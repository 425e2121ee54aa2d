// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/runexport.h"

#include "core/common/atomicfile.h"
#include "core/data/classnames.h"
#include "core/runs/epochcsv.h"
#include "core/runs/pytorchscript.h"
#include "core/runs/safetensors.h"
#include "core/runs/tensorboard.h"
#include "core/training/engineloader.h"
#include "core/training/experimentjson.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace convscope {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("convscope::RunExport", source);
}

/// Bytes for the file.
using Made = Result<QByteArray>;

/// One run on its way to a file.
class Maker
{
public:
    Maker(RunStore &store, const RunRecord &run, QStringList &notes, CsvStyle style)
        : m_store(store)
        , m_run(run)
        , m_notes(notes)
        , m_style(style)
    {
    }

    Made make(RunFormat format)
    {
        switch (format) {
        case RunFormat::Safetensors:
        case RunFormat::Onnx:
        case RunFormat::PyTorch:
            return ofWeights(format);
        case RunFormat::TensorBoard:
        case RunFormat::Csv:
            return ofCurves(format);
        case RunFormat::Settings:
        case RunFormat::Run: // the store writes that file itself
            break;
        }
        return toJsonText(m_run.start.experiment);
    }

private:
    Made ofWeights(RunFormat format)
    {
        const Result<ResumePoint> point = m_store.finalPoint(m_run.id);
        if (!point) {
            return Made::failure(point.error());
        }
        m_notes << point.value().problems;
        const Experiment &experiment = m_run.start.experiment;
        const WeightsPtr weights = weightsFrom(experiment.architecture, point.value().checkpoint->steps, point.value().checkpoint->weights);
        if (!weights) {
            return Made::failure(text(QT_TRANSLATE_NOOP("convscope::RunExport", "The saved weights of the run “%1” don't fit its network.")).arg(m_run.name));
        }
        if (format == RunFormat::Safetensors) {
            const QStringList names = knownClassNames(m_run.start.dataName);
            return safetensorsBytes(weights->arrays, experiment, m_run.start.dataName, names.size() == weights->classes ? names : QStringList());
        }
        if (format == RunFormat::PyTorch) {
            return pyTorchScript(experiment, weights->side, weights->classes);
        }
        const Result<Engine *> engine = loadEngine();
        return engine ? engine.value()->onnx(weights) : Made::failure(engine.error());
    }

    Made ofCurves(RunFormat format)
    {
        const Result<LoadedRun> loaded = m_store.load(m_run.id);
        if (!loaded) {
            return Made::failure(loaded.error());
        }
        m_notes << loaded.value().problems;
        return format == RunFormat::Csv ? epochCsv(*loaded.value().history, m_style) : tensorBoardEvents(*loaded.value().history, loaded.value().record.created);
    }

    RunStore &m_store;
    const RunRecord &m_run;
    QStringList &m_notes;
    const CsvStyle m_style;
};

} // namespace

const std::vector<RunFormatInfo> &runFormats()
{
    static const std::vector<RunFormatInfo> formats{
        {RunFormat::Run, "convscope", ".convscope"}, {RunFormat::Safetensors, "safetensors", ".safetensors"}, {RunFormat::Onnx, "onnx", ".onnx"},
        {RunFormat::PyTorch, "pytorch", ".py"},      {RunFormat::TensorBoard, "tensorboard", ""},             {RunFormat::Csv, "csv", ".csv"},
        {RunFormat::Settings, "settings", ".json"},
    };
    return formats;
}

const RunFormatInfo &infoOf(RunFormat format)
{
    return *std::find_if(runFormats().begin(), runFormats().end(), [format](const RunFormatInfo &info) { return info.format == format; });
}

std::optional<RunFormat> runFormatNamed(const QString &name)
{
    const auto found = std::find_if(runFormats().begin(), runFormats().end(), [&name](const RunFormatInfo &info) { return name == QLatin1String(info.name); });
    return found == runFormats().end() ? std::nullopt : std::optional(found->format);
}

QString proposedFileName(RunFormat format, const QString &runName)
{
    QString name = runName.isEmpty() ? QStringLiteral("run") : runName;
    name.replace(QLatin1Char('/'), QLatin1Char('-'));
    if (format == RunFormat::TensorBoard) {
        return QStringLiteral("events.out.tfevents.1.") + name.replace(QLatin1Char(' '), QLatin1Char('-'));
    }
    return name + QLatin1String(infoOf(format).suffix);
}

QString fileNameProblem(RunFormat format, const QString &path)
{
    const QFileInfo info(path);
    if (format != RunFormat::TensorBoard || info.fileName().contains(QLatin1String("tfevents"))) {
        return QString();
    }
    return text(QT_TRANSLATE_NOOP("convscope::RunExport", "TensorBoard reads only files with “tfevents” in their name. Call it %1, for example."))
        .arg(info.path() + QStringLiteral("/events.out.tfevents.1.convscope"));
}

Result<QStringList> exportRunAs(RunStore &store, const QString &id, RunFormat format, const QString &path, CsvStyle style)
{
    using Outcome = Result<QStringList>;
    if (const QString problem = fileNameProblem(format, path); !problem.isEmpty()) {
        return Outcome::failure(problem);
    }
    if (format == RunFormat::Run) {
        const QString sentence = store.exportRun(id, path);
        return sentence.isEmpty() ? Outcome(QStringList()) : Outcome::failure(sentence);
    }
    const Result<RunRecord> run = store.run(id);
    if (!run) {
        return Outcome::failure(run.error());
    }
    QStringList notes;
    const Made made = Maker(store, run.value(), notes, style).make(format);
    const QString sentence = made ? writeFileAtomically(path, made.value()) : made.error();
    return sentence.isEmpty() ? Outcome(notes) : Outcome::failure(sentence);
}

} // namespace convscope
