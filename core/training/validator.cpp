// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/validator.h"

#include "core/common/counttext.h"
#include "core/model/layersummary.h"
#include "core/training/frozenfilters.h"
#include "core/training/rangechecker.h"
#include "core/training/settingrange.h"

#include <QCoreApplication>

#include <algorithm>

namespace convscope {

namespace {

constexpr int maxNameLength = longestExperimentName;

/// Checks an experiment piece by piece; what it finds adds up in the checker.
class ExperimentValidator
{
    Q_DECLARE_TR_FUNCTIONS(Validator)

public:
    ExperimentValidator(const Experiment &experiment, const ExperimentLimits &limits)
        : m_experiment(experiment)
        , m_training(experiment.training)
        , m_limits(limits)
    {
    }

    std::vector<Problem> run();

private:
    void checkName();
    /// How many blocks or layers are looked at one by one: what is beyond the largest number is named once.
    std::size_t checkedCount(const QString &field, std::size_t count);
    void checkConvBlocks();
    void checkHiddenLayers();
    void checkOptimizer();
    void checkData();
    void checkBatchSize();
    void checkAugmentation();
    void checkPrecision();
    void checkFrozenFilters();
    void checkArchitecture();
    void checkLoneBatchNorm(const ArchitectureSummary &summary);
    void checkMemory(const ArchitectureSummary &summary);

    /// How many training pictures an epoch uses; 0 where there are no data yet.
    int usedImages() const;

    const Experiment &m_experiment;
    const TrainingSettings &m_training;
    const ExperimentLimits &m_limits;
    RangeChecker m_checker;
};

QString convField(std::size_t index, QLatin1String key)
{
    return QStringLiteral("architecture.conv_blocks[%1].%2").arg(index).arg(key);
}

QString hiddenField(std::size_t index, QLatin1String key)
{
    return QStringLiteral("architecture.hidden_layers[%1].%2").arg(index).arg(key);
}

/// The networks that the code in bfloat16 is for.
bool suitsBfloat16(const Architecture &architecture)
{
    const auto isRelu = [](Activation activation) { return activation == Activation::Relu || activation == Activation::LeakyRelu; };
    const auto &blocks = architecture.convBlocks;
    const auto &layers = architecture.hiddenLayers;
    return std::all_of(blocks.begin(), blocks.end(), [&](const ConvBlock &block) { return block.maxPool && !block.batchNorm && isRelu(block.activation); })
        && std::all_of(layers.begin(), layers.end(), [&](const HiddenLayer &layer) { return isRelu(layer.activation); });
}

QString number(qint64 value)
{
    return countText(value);
}

std::vector<Problem> ExperimentValidator::run()
{
    checkName();
    checkConvBlocks();
    checkHiddenLayers();
    checkOptimizer();
    checkData();
    checkBatchSize();
    checkAugmentation();
    checkPrecision();
    checkFrozenFilters();
    checkArchitecture();
    return m_checker.takeProblems();
}

void ExperimentValidator::checkName()
{
    const QString &name = m_experiment.name;
    const bool hasControlCharacter
        = std::any_of(name.begin(), name.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
    if (name.size() > maxNameLength || hasControlCharacter) {
        m_checker.add(
            QStringLiteral("name"),
            tr("Name: use at most %1 characters, and no line breaks or other control characters.").arg(maxNameLength));
    }
}

std::size_t ExperimentValidator::checkedCount(const QString &field, std::size_t count)
{
    m_checker.whole(field, qint64(count));
    return std::min(count, std::size_t(settingRange(field).maximum));
}

void ExperimentValidator::checkConvBlocks()
{
    const std::vector<ConvBlock> &blocks = m_experiment.architecture.convBlocks;
    const std::size_t count = checkedCount(QStringLiteral("architecture.conv_blocks"), blocks.size());
    for (std::size_t i = 0; i < count; ++i) {
        const ConvBlock &block = blocks[i];
        m_checker.whole(convField(i, QLatin1String("filters")), block.filters);
        m_checker.whole(convField(i, QLatin1String("kernel_size")), block.kernelSize);
        const QString paddingField = convField(i, QLatin1String("padding"));
        // More padding than that would only make pictures of pure border.
        const int padding = std::clamp(block.kernelSize, 1, int(settingRange(paddingField).maximum) + 1) - 1;
        m_checker.whole(paddingField, block.padding, 0, padding);
    }
}

void ExperimentValidator::checkHiddenLayers()
{
    const std::vector<HiddenLayer> &layers = m_experiment.architecture.hiddenLayers;
    const std::size_t count = checkedCount(QStringLiteral("architecture.hidden_layers"), layers.size());
    for (std::size_t i = 0; i < count; ++i) {
        m_checker.whole(hiddenField(i, QLatin1String("width")), layers[i].width);
        m_checker.real(hiddenField(i, QLatin1String("dropout")), layers[i].dropout);
    }
}

void ExperimentValidator::checkOptimizer()
{
    m_checker.real(QStringLiteral("training.learning_rate"), m_training.learningRate);
    m_checker.real(QStringLiteral("training.momentum"), m_training.momentum);
    m_checker.real(QStringLiteral("training.weight_decay"), m_training.weightDecay);
    m_checker.whole(QStringLiteral("training.schedule.step_epochs"), m_training.schedule.stepEpochs);
    m_checker.real(QStringLiteral("training.schedule.step_factor"), m_training.schedule.stepFactor);
    m_checker.whole(QStringLiteral("training.epochs"), m_training.epochs);
    m_checker.whole(QStringLiteral("training.early_stopping.patience"), m_training.earlyStopping.patience);
    m_checker.real(QStringLiteral("training.early_stopping.smallest_change"), m_training.earlyStopping.smallestChange);
    m_checker.whole(QStringLiteral("training.seed"), m_training.seed);
    m_checker.whole(QStringLiteral("training.threads"), m_training.threads);
}

void ExperimentValidator::checkData()
{
    const int available = std::max(0, m_limits.trainImages);
    if (m_training.trainImages < 0 || m_training.trainImages > available) {
        m_checker.add(QStringLiteral("training.train_images"),
                      tr("Training pictures: %1 is out of range, there are %2. Choose a smaller number, or 0 for all.")
                          .arg(number(m_training.trainImages), number(available)));
    }
    m_checker.real(QStringLiteral("training.label_noise"), m_training.labelNoise);
}

void ExperimentValidator::checkBatchSize()
{
    const QString field = QStringLiteral("training.batch_size");
    if (!m_checker.whole(field, m_training.batchSize)) {
        return;
    }
    const int used = usedImages();
    if (used > 0 && m_training.batchSize > used) {
        m_checker.add(field,
                      tr("Batch size: %1 is more than the %2 training pictures in use. Choose a whole number from "
                         "1 to %2, or use more training pictures.")
                          .arg(number(m_training.batchSize), number(used)));
    }
}

void ExperimentValidator::checkAugmentation()
{
    const Augmentation &augmentation = m_training.augmentation;
    m_checker.real(QStringLiteral("training.augmentation.mirror"), augmentation.mirror);
    m_checker.real(QStringLiteral("training.augmentation.shift"), augmentation.shift);
    m_checker.real(QStringLiteral("training.augmentation.turn"), augmentation.turn);
    m_checker.real(QStringLiteral("training.augmentation.scale"), augmentation.scale);
    m_checker.real(QStringLiteral("training.augmentation.noise"), augmentation.noise);
    m_checker.real(QStringLiteral("training.augmentation.erase"), augmentation.erase);
}

void ExperimentValidator::checkPrecision()
{
    if (m_training.precision == Precision::Float32) {
        return;
    }
    const QString field = QStringLiteral("training.precision");
    if (!m_limits.hasBfloat16) {
        m_checker.add(field, tr("Precision: this processor can't multiply in bfloat16 (it has no AVX512-BF16). Choose float32."));
    } else if (m_training.engine == Computation::Reference) {
        m_checker.add(field, tr("Precision: the reference computation knows float32 only. Choose float32, or the fast computation."));
    } else if (!suitsBfloat16(m_experiment.architecture)) {
        m_checker.add(field,
                      tr("Precision: bfloat16 needs max-pooling and no batch normalisation in every convolution block, and ReLU or "
                         "leaky ReLU everywhere. Change the network, or choose float32."));
    }
}

void ExperimentValidator::checkFrozenFilters()
{
    if (const QString problem = frozenFiltersProblem(m_training.frozenFilters, m_experiment.architecture); !problem.isEmpty()) {
        m_checker.add(QStringLiteral("training.frozen_filters"), problem);
    }
}

void ExperimentValidator::checkArchitecture()
{
    const ArchitectureSummary summary = summarize(m_experiment.architecture, m_limits.side, m_limits.classes);
    if (summary.problem) {
        // A value out of its range has been named already.
        if (!m_checker.hasProblem(summary.problem->field)) {
            m_checker.add(summary.problem->field, summary.problem->message);
        }
        return;
    }
    checkLoneBatchNorm(summary);
    // Memory says nothing new while what takes it is still to be corrected.
    if (!m_checker.hasProblemBelow(QStringLiteral("architecture"))
        && !m_checker.hasProblem(QStringLiteral("training.batch_size"))) {
        checkMemory(summary);
    }
}

/// LibTorch refuses to normalise a single value per channel: it has no spread.
void ExperimentValidator::checkLoneBatchNorm(const ArchitectureSummary &summary)
{
    const QString field = QStringLiteral("training.batch_size");
    if (m_checker.hasProblem(field)) {
        return;
    }
    const bool lonePicture = m_training.batchSize == 1 || usedImages() % m_training.batchSize == 1;
    const auto lone = std::find_if(summary.layers.begin(), summary.layers.end(), [](const LayerSummary &layer) {
        return layer.kind == LayerKind::BatchNorm && layer.height == 1 && layer.width == 1;
    });
    if (lonePicture && lone != summary.layers.end()) {
        m_checker.add(field,
                      tr("Batch size: with %1, a batch with a single picture occurs, and batch normalisation in "
                         "convolution block %2 can't work with that, because its picture has shrunk to 1 × 1. "
                         "Choose another batch size, or switch batch normalisation off in that block.")
                          .arg(number(m_training.batchSize), number(lone->block + 1)));
    }
}

void ExperimentValidator::checkMemory(const ArchitectureSummary &summary)
{
    const qint64 needed = estimatedMemory(m_experiment, m_limits);
    if (m_limits.memory <= 0 || needed <= m_limits.memory) {
        return;
    }
    constexpr qint64 megabyte = 1000 * 1000;
    const QString neededText = number(needed / megabyte + 1);
    const QString limitText = number(m_limits.memory / megabyte);
    // What takes the most is what to lower.
    if (summary.parameters / 2 > summary.activations / 2 * std::max(1, m_training.batchSize)) {
        m_checker.add(QStringLiteral("architecture"),
                      tr("The network: training it would need about %1 MB of memory, and %2 MB may be used. Lower the "
                         "neurons of the hidden layers or the filters.")
                          .arg(neededText, limitText));
    } else {
        m_checker.add(
            QStringLiteral("training.batch_size"),
            tr("Batch size: training would need about %1 MB of memory, and %2 MB may be used. Lower the batch "
               "size or the filters.")
                .arg(neededText, limitText));
    }
}

int ExperimentValidator::usedImages() const
{
    const int available = std::max(0, m_limits.trainImages);
    return m_training.trainImages > 0 ? std::min(m_training.trainImages, available) : available;
}

} // namespace

std::vector<Problem> validate(const Experiment &experiment, const ExperimentLimits &limits)
{
    return ExperimentValidator(experiment, limits).run();
}

std::vector<Problem> validate(const LiveSettings &settings)
{
    RangeChecker checker;
    checker.real(QStringLiteral("training.learning_rate"), settings.learningRate);
    checker.real(QStringLiteral("training.weight_decay"), settings.weightDecay);
    checker.real(QStringLiteral("dropout"), settings.dropout);
    return checker.takeProblems();
}

} // namespace convscope
