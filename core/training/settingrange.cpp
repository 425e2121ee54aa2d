// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/settingrange.h"

#include "core/training/settingname.h"

#include <array>
#include <limits>

namespace convscope {

namespace {

struct NamedRange
{
    const char *field;
    SettingRange range;
};

constexpr double maxEpochs = 100000;
/// JSON numbers carry whole numbers up to here exactly.
constexpr double maxSeed = 9007199254740991.0;
/// Far above any sensible rate, so that a student can see on purpose how training diverges.
constexpr double maxLearningRate = 1000.0;

constexpr std::array ranges = std::to_array<NamedRange>({
    {"architecture.conv_blocks", {0, 8}},
    {"architecture.conv_blocks[].filters", {1, 1024}},
    {"architecture.conv_blocks[].kernel_size", {1, 7}},
    {"architecture.conv_blocks[].padding", {0, 6}},
    {"architecture.hidden_layers", {0, 8}},
    {"architecture.hidden_layers[].width", {1, 16384}},
    {"architecture.hidden_layers[].dropout", {0, 1, Interval::BelowMaximum}},
    {"dropout", {0, 1, Interval::BelowMaximum}},
    {"training.learning_rate", {0, maxLearningRate, Interval::AboveMinimum}},
    {"training.momentum", {0, 1, Interval::BelowMaximum}},
    {"training.weight_decay", {0, 1}},
    {"training.schedule.step_epochs", {1, maxEpochs}},
    {"training.schedule.step_factor", {0, 1, Interval::AboveMinimum}},
    {"training.batch_size", {1, 10000}},
    {"training.epochs", {1, maxEpochs}},
    {"training.early_stopping.patience", {0, maxEpochs}},
    {"training.early_stopping.smallest_change", {0, 10}},
    {"training.seed", {0, maxSeed}},
    {"training.threads", {0, 256}},
    {"training.train_images", {0, std::numeric_limits<int>::max()}},
    {"training.label_noise", {0, 0.5}},
    {"training.augmentation.mirror", {0, 1}},
    {"training.augmentation.shift", {0, 8}},
    {"training.augmentation.turn", {0, 45}},
    {"training.augmentation.scale", {0, 0.5}},
    {"training.augmentation.noise", {0, 0.5}},
    {"training.augmentation.erase", {0, 1}},
});

} // namespace

SettingRange settingRange(const QString &field)
{
    const QString plain = withoutIndices(field);
    for (const NamedRange &named : ranges) {
        if (plain == QLatin1String(named.field)) {
            return named.range;
        }
    }
    qFatal("no range for the setting %s", qPrintable(field));
}

} // namespace convscope
