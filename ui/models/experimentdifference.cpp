// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/experimentdifference.h"

#include "core/training/frozenfilters.h"
#include "core/training/settingname.h"

#include <QCoreApplication>
#include <QLocale>

namespace convscope {

namespace {

/// Collects lines.
class Comparison
{
    Q_DECLARE_TR_FUNCTIONS(convscope::Comparison)

public:
    QStringList lines;

    void compare(const QString &field, double value, double preset)
    {
        if (value != preset)
            addLine(settingName(field), number(value), number(preset));
    }

    void compare(const char *field, double value, double preset) { compare(QString::fromLatin1(field), value, preset); }

    void compareOptimizer(Optimizer value, Optimizer preset)
    {
        if (value != preset)
            addLine(tr("Optimiser"), optimizerName(value), optimizerName(preset));
    }

    void compareSchedule(ScheduleKind value, ScheduleKind preset)
    {
        if (value != preset)
            addLine(tr("Learning rate schedule"), scheduleName(value), scheduleName(preset));
    }

    void compareComputation(Computation value, Computation preset)
    {
        if (value != preset)
            addLine(settingName(QStringLiteral("training.engine")), computationName(value), computationName(preset));
    }

    void comparePrecision(Precision value, Precision preset)
    {
        if (value != preset)
            addLine(settingName(QStringLiteral("training.precision")), precisionName(value), precisionName(preset));
    }

    void compareFrozen(const std::vector<FrozenFilter> &value, const std::vector<FrozenFilter> &preset)
    {
        const auto text = [](const std::vector<FrozenFilter> &filters) { return filters.empty() ? tr("none") : frozenFiltersText(filters); };
        if (value != preset)
            addLine(settingName(QStringLiteral("training.frozen_filters")), text(value), text(preset));
    }

    void compareFinalWeights(FinalWeights value, FinalWeights preset)
    {
        if (value != preset)
            addLine(settingName(QStringLiteral("training.final_weights")), finalWeightsName(value), finalWeightsName(preset));
    }

    void addBlock(qsizetype block) { lines << tr("Convolution block %L1 is built in another way").arg(block); }
    void addLayer(qsizetype layer) { lines << tr("Hidden layer %L1 has another activation").arg(layer); }

private:
    void addLine(const QString &name, const QString &value, const QString &preset)
    {
        lines << tr("%1: %2 (preset: %3)").arg(name, value, preset);
    }

    static QString number(double value) { return QLocale().toString(value, 'f', QLocale::FloatingPointShortest); }

    static QString optimizerName(Optimizer optimizer) { return optimizer == Optimizer::Adam ? tr("Adam") : tr("SGD"); }

    static QString finalWeightsName(FinalWeights weights)
    {
        return weights == FinalWeights::Last ? tr("last epoch") : tr("best epoch");
    }

    static QString computationName(Computation computation)
    {
        return computation == Computation::Fast ? tr("fast") : tr("reference");
    }

    static QString precisionName(Precision precision)
    {
        return precision == Precision::Float32 ? QStringLiteral("float32") : QStringLiteral("bfloat16");
    }

    static QString scheduleName(ScheduleKind kind)
    {
        switch (kind) {
        case ScheduleKind::Constant:
            return tr("constant");
        case ScheduleKind::Step:
            return tr("step");
        case ScheduleKind::Cosine:
            return tr("cosine");
        case ScheduleKind::OneCycle:
            break;
        }
        return tr("one-cycle");
    }
};

QString indexed(const char *pattern, qsizetype index)
{
    return QString::fromLatin1(pattern).arg(index);
}

void compareBlocks(Comparison &comparison, const std::vector<ConvBlock> &blocks, const std::vector<ConvBlock> &preset)
{
    comparison.compare("architecture.conv_blocks", double(blocks.size()), double(preset.size()));
    for (std::size_t i = 0; i < std::min(blocks.size(), preset.size()); ++i) {
        const ConvBlock &a = blocks[i];
        const ConvBlock &b = preset[i];
        const auto index = qsizetype(i);
        comparison.compare(indexed("architecture.conv_blocks[%1].filters", index), a.filters, b.filters);
        comparison.compare(indexed("architecture.conv_blocks[%1].kernel_size", index), a.kernelSize, b.kernelSize);
        comparison.compare(indexed("architecture.conv_blocks[%1].padding", index), a.padding, b.padding);
        if (a.batchNorm != b.batchNorm || a.activation != b.activation || a.maxPool != b.maxPool)
            comparison.addBlock(index + 1);
    }
}

void compareLayers(Comparison &comparison, const std::vector<HiddenLayer> &layers,
                   const std::vector<HiddenLayer> &preset)
{
    comparison.compare("architecture.hidden_layers", double(layers.size()), double(preset.size()));
    for (std::size_t i = 0; i < std::min(layers.size(), preset.size()); ++i) {
        const auto index = qsizetype(i);
        comparison.compare(indexed("architecture.hidden_layers[%1].width", index), layers[i].width, preset[i].width);
        comparison.compare(indexed("architecture.hidden_layers[%1].dropout", index), layers[i].dropout,
                           preset[i].dropout);
        if (layers[i].activation != preset[i].activation)
            comparison.addLayer(index + 1);
    }
}

void compareTraining(Comparison &comparison, const TrainingSettings &a, const TrainingSettings &b)
{
    comparison.compareOptimizer(a.optimizer, b.optimizer);
    comparison.compare("training.learning_rate", a.learningRate, b.learningRate);
    comparison.compareSchedule(a.schedule.kind, b.schedule.kind);
    if (a.schedule.kind == ScheduleKind::Step && b.schedule.kind == ScheduleKind::Step) {
        comparison.compare("training.schedule.step_epochs", a.schedule.stepEpochs, b.schedule.stepEpochs);
        comparison.compare("training.schedule.step_factor", a.schedule.stepFactor, b.schedule.stepFactor);
    }
    if (a.optimizer == Optimizer::Sgd && b.optimizer == Optimizer::Sgd)
        comparison.compare("training.momentum", a.momentum, b.momentum);
    comparison.compare("training.weight_decay", a.weightDecay, b.weightDecay);
    comparison.compare("training.batch_size", a.batchSize, b.batchSize);
    comparison.compare("training.epochs", a.epochs, b.epochs);
    comparison.compare("training.early_stopping.patience", a.earlyStopping.patience, b.earlyStopping.patience);
    if (a.earlyStopping.patience > 0 && b.earlyStopping.patience > 0)
        comparison.compare("training.early_stopping.smallest_change", a.earlyStopping.smallestChange, b.earlyStopping.smallestChange);
    comparison.compareFinalWeights(a.finalWeights, b.finalWeights);
    comparison.compare("training.seed", double(a.seed), double(b.seed));
    comparison.compare("training.threads", a.threads, b.threads);
    comparison.compareComputation(a.engine, b.engine);
    comparison.comparePrecision(a.precision, b.precision);
    comparison.compareFrozen(a.frozenFilters, b.frozenFilters);
    comparison.compare("training.train_images", a.trainImages, b.trainImages);
    comparison.compare("training.label_noise", a.labelNoise, b.labelNoise);
    comparison.compare("training.augmentation.mirror", a.augmentation.mirror, b.augmentation.mirror);
    comparison.compare("training.augmentation.shift", a.augmentation.shift, b.augmentation.shift);
    comparison.compare("training.augmentation.turn", a.augmentation.turn, b.augmentation.turn);
    comparison.compare("training.augmentation.scale", a.augmentation.scale, b.augmentation.scale);
    comparison.compare("training.augmentation.noise", a.augmentation.noise, b.augmentation.noise);
    comparison.compare("training.augmentation.erase", a.augmentation.erase, b.augmentation.erase);
}

} // namespace

QStringList settingsThatDiffer(const Experiment &experiment, const Experiment &preset)
{
    Comparison comparison;
    compareBlocks(comparison, experiment.architecture.convBlocks, preset.architecture.convBlocks);
    compareLayers(comparison, experiment.architecture.hiddenLayers, preset.architecture.hiddenLayers);
    compareTraining(comparison, experiment.training, preset.training);
    return comparison.lines;
}

} // namespace convscope
