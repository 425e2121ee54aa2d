// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/dataset.h"
#include "core/model/layersummary.h"
#include "core/model/saturating.h"
#include "core/training/testbatchsize.h"
#include "core/training/validator.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace convscope {

namespace {

constexpr qint64 bytesPerNumber = 4; // float32

/// Copies of the parameters: the weights, their gradients, and what the optimiser remembers for each.
qint64 copiesOfParameters(const TrainingSettings &training)
{
    if (training.optimizer == Optimizer::Adam) {
        return 4;
    }
    return training.momentum > 0.0 ? 3 : 2;
}

} // namespace

qint64 estimatedMemory(const Experiment &experiment, const ExperimentLimits &limits)
{
    const TrainingSettings &training = experiment.training;
    const ArchitectureSummary summary = summarize(experiment.architecture, limits.side, limits.classes);
    const qint64 parameters = saturatingMultiply(summary.parameters, bytesPerNumber, copiesOfParameters(training));
    // A training step keeps every layer's output for the way back; gradients live shortly. Measured with the paper's
    // network and batches of 64, 1000 and 4000 pictures: between 1.0 and 2.0 times the outputs, less for large batches.
    const qint64 pictures = std::max<qint64>(std::max<qint64>(0, training.batchSize) * 3 / 2, testBatchSize);
    const qint64 activations = saturatingMultiply(summary.activations, pictures, bytesPerNumber);
    const qint64 used = training.trainImages > 0 ? training.trainImages : limits.trainImages;
    const qint64 data = saturatingMultiply(used, limits.side, limits.side);
    return saturatingAdd(saturatingAdd(parameters, activations), data);
}

qint64 availableMemory()
{
    QFile file(QStringLiteral("/proc/meminfo"));
    if (!file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    static const QRegularExpression pattern(QStringLiteral("^MemAvailable:\\s*(\\d+) kB"),
                                            QRegularExpression::MultilineOption);
    const QRegularExpressionMatch match = pattern.match(QString::fromLatin1(file.readAll()));
    return match.hasMatch() ? match.captured(1).toLongLong() * 1024 / 10 * 6 : 0;
}

ExperimentLimits limitsFor(const Dataset &data)
{
    ExperimentLimits limits;
    limits.side = data.side;
    limits.classes = data.classes;
    limits.trainImages = data.train.count;
    limits.memory = availableMemory();
    return limits;
}

} // namespace convscope
