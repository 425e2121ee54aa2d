// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/exportedweights.h"

#include "core/model/parametershapes.h"
#include "core/runs/safetensors.h"
#include "core/training/experimentjson.h"
#include "core/training/validator.h"

#include <QCoreApplication>
#include <QDir>
#include <QSet>

namespace convscope {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("convscope::ExportedWeights", source);
}

/// Empty, or the name of an array that is missing, too many, or of another shape.
QString misfit(const Weights &weights)
{
    auto expected = parameterShapes(weights.architecture, weights.side, weights.classes);
    for (const NamedArray &array : weights.arrays) {
        const auto found = expected.find(array.name);
        if (found == expected.end() || found->second != array.shape) {
            return QString::fromStdString(array.name);
        }
        expected.erase(found);
    }
    return expected.empty() ? QString() : QString::fromStdString(expected.begin()->first);
}

Result<ExportedWeights> failure(const char *sentence, const QString &path, const QString &detail = {})
{
    const QString shown = text(sentence).arg(QDir::toNativeSeparators(path));
    return Result<ExportedWeights>::failure(detail.isEmpty() ? shown : shown.arg(detail));
}

} // namespace

Result<ExportedWeights> readExportedWeights(const QString &path)
{
    const Result<SafetensorsFile> file = readSafetensorsFile(path);
    if (!file) {
        return Result<ExportedWeights>::failure(file.error());
    }
    if (file.value().experiment.isEmpty()) {
        return failure(QT_TRANSLATE_NOOP("convscope::ExportedWeights", "The file %1 doesn't say which network its weights belong to (there is no “experiment” in its metadata). Files that this program exported do."), path);
    }
    const Result<Experiment> experiment = experimentFromJson(file.value().experiment.toUtf8(), QDir::toNativeSeparators(path));
    if (!experiment) {
        return Result<ExportedWeights>::failure(experiment.error());
    }
    const std::vector<Problem> problems = validate(experiment.value(), {});
    for (const Problem &found : problems) {
        if (found.field.startsWith(QLatin1String("architecture"))) {
            return failure(QT_TRANSLATE_NOOP("convscope::ExportedWeights", "The network that the file %1 describes is impossible: %2"), path, found.message);
        }
    }
    const auto weights = weightsFrom(experiment.value().architecture, 0, file.value().arrays);
    if (!weights) {
        return failure(QT_TRANSLATE_NOOP("convscope::ExportedWeights", "The weights in the file %1 don't fit the network that it describes: “output” or the first layer after the convolutions is missing, or has another size."), path);
    }
    if (const QString name = misfit(*weights); !name.isEmpty()) {
        return failure(QT_TRANSLATE_NOOP("convscope::ExportedWeights", "The weights in the file %1 don't fit the network that it describes: “%2” is missing, too many, or of another shape."), path, name);
    }
    const QStringList &names = file.value().classNames;
    const bool areNames = names.size() == weights->classes && !names.contains(QString()) && QSet<QString>(names.begin(), names.end()).size() == names.size();
    return ExportedWeights{experiment.value(), weights, areNames ? names : QStringList()};
}

} // namespace convscope
