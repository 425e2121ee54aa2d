// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/initialweights.h"

#include "core/model/parametershapes.h"
#include "core/runs/safetensors.h"
#include "core/training/experimentjson.h"

#include <QCoreApplication>
#include <QDir>

#include <map>

namespace convscope {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("convscope::InitialWeights", source);
}

QString shapeText(const std::vector<qint64> &shape)
{
    QStringList sizes;
    for (const qint64 size : shape) {
        sizes << QString::number(size);
    }
    return sizes.join(QStringLiteral(" × "));
}

/// Empty, or what is wrong with the first array that doesn't fit.
QString misfit(const std::vector<NamedArray> &arrays, std::map<std::string, std::vector<qint64>> expected)
{
    for (const NamedArray &array : arrays) {
        const QString name = QString::fromStdString(array.name);
        const auto found = expected.find(array.name);
        if (found == expected.end()) {
            return text(QT_TRANSLATE_NOOP("convscope::InitialWeights", "the network has no “%1”")).arg(name);
        }
        if (found->second != array.shape) {
            return text(QT_TRANSLATE_NOOP("convscope::InitialWeights", "“%1” is %2, but the network needs %3")).arg(name, shapeText(array.shape), shapeText(found->second));
        }
        expected.erase(found);
    }
    return expected.empty() ? QString() : text(QT_TRANSLATE_NOOP("convscope::InitialWeights", "“%1” is missing")).arg(QString::fromStdString(expected.begin()->first));
}

} // namespace

Result<CheckpointPtr> initialWeights(const QString &path, const Experiment &experiment, int side, int classes)
{
    Result<std::vector<NamedArray>> arrays = readSafetensors(path);
    if (!arrays) {
        return Result<CheckpointPtr>::failure(arrays.error());
    }
    if (const QString problem = misfit(arrays.value(), parameterShapes(experiment.architecture, side, classes)); !problem.isEmpty()) {
        return Result<CheckpointPtr>::failure(text(QT_TRANSLATE_NOOP("convscope::InitialWeights", "The weights in %1 don't fit this network: %2. Choose the settings that they were trained with."))
                                                  .arg(QDir::toNativeSeparators(path), problem));
    }
    auto checkpoint = std::make_shared<Checkpoint>();
    checkpoint->epoch = 1;
    checkpoint->live = liveSettingsOf(experiment);
    checkpoint->weights = arrays.value();
    return CheckpointPtr(checkpoint);
}

Result<Experiment> experimentOfWeights(const QString &path, const Experiment &otherwise)
{
    const Result<SafetensorsFile> file = readSafetensorsFile(path);
    if (!file) {
        return Result<Experiment>::failure(file.error());
    }
    const Result<Experiment> named = experimentFromJson(file.value().experiment.toUtf8(), QDir::toNativeSeparators(path));
    return named ? named : otherwise;
}

} // namespace convscope
