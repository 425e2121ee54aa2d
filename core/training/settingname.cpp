// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/settingname.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace convscope {

namespace {

struct SettingName
{
    /// The path without the index of the block or layer.
    const char *field;
    /// %1 is the number of the block or layer, counted from 1.
    const char *text;
};

constexpr std::array settingNames = std::to_array<SettingName>({
    {"name", QT_TRANSLATE_NOOP("SettingName", "Name")},
    {"architecture.conv_blocks", QT_TRANSLATE_NOOP("SettingName", "Convolution blocks")},
    {"architecture.conv_blocks[].filters", QT_TRANSLATE_NOOP("SettingName", "Filters of convolution block %1")},
    {"architecture.conv_blocks[].kernel_size", QT_TRANSLATE_NOOP("SettingName", "Kernel size of convolution block %1")},
    {"architecture.conv_blocks[].padding", QT_TRANSLATE_NOOP("SettingName", "Padding of convolution block %1")},
    {"architecture.conv_blocks[].batch_norm",
     QT_TRANSLATE_NOOP("SettingName", "Batch normalisation of convolution block %1")},
    {"architecture.conv_blocks[].activation", QT_TRANSLATE_NOOP("SettingName", "Activation of convolution block %1")},
    {"architecture.conv_blocks[].max_pool", QT_TRANSLATE_NOOP("SettingName", "Max-pooling of convolution block %1")},
    {"architecture.hidden_layers", QT_TRANSLATE_NOOP("SettingName", "Hidden layers")},
    {"architecture.hidden_layers[].width", QT_TRANSLATE_NOOP("SettingName", "Neurons of hidden layer %1")},
    {"architecture.hidden_layers[].activation", QT_TRANSLATE_NOOP("SettingName", "Activation of hidden layer %1")},
    {"architecture.hidden_layers[].dropout", QT_TRANSLATE_NOOP("SettingName", "Dropout of hidden layer %1")},
    {"training.optimizer", QT_TRANSLATE_NOOP("SettingName", "Optimiser")},
    {"training.learning_rate", QT_TRANSLATE_NOOP("SettingName", "Learning rate")},
    {"training.momentum", QT_TRANSLATE_NOOP("SettingName", "Momentum")},
    {"training.weight_decay", QT_TRANSLATE_NOOP("SettingName", "Weight decay")},
    {"training.schedule.kind", QT_TRANSLATE_NOOP("SettingName", "Schedule")},
    {"training.schedule.step_epochs", QT_TRANSLATE_NOOP("SettingName", "Epochs per step")},
    {"training.schedule.step_factor", QT_TRANSLATE_NOOP("SettingName", "Factor per step")},
    {"training.batch_size", QT_TRANSLATE_NOOP("SettingName", "Batch size")},
    {"training.epochs", QT_TRANSLATE_NOOP("SettingName", "Epochs")},
    {"training.early_stopping.patience", QT_TRANSLATE_NOOP("SettingName", "Patience")},
    {"training.early_stopping.smallest_change", QT_TRANSLATE_NOOP("SettingName", "Smallest change")},
    {"training.final_weights", QT_TRANSLATE_NOOP("SettingName", "Keep the weights of")},
    {"training.seed", QT_TRANSLATE_NOOP("SettingName", "Seed")},
    {"training.threads", QT_TRANSLATE_NOOP("SettingName", "Threads")},
    {"training.engine", QT_TRANSLATE_NOOP("SettingName", "Computation")},
    {"training.precision", QT_TRANSLATE_NOOP("SettingName", "Precision")},
    {"training.frozen_filters", QT_TRANSLATE_NOOP("SettingName", "Frozen filters")},
    {"training.frozen_filters[].block", QT_TRANSLATE_NOOP("SettingName", "Frozen filter, entry %1: convolution block")},
    {"training.frozen_filters[].filter", QT_TRANSLATE_NOOP("SettingName", "Frozen filter, entry %1: filter")},
    {"training.train_images", QT_TRANSLATE_NOOP("SettingName", "Training pictures")},
    {"training.label_noise", QT_TRANSLATE_NOOP("SettingName", "Wrong labels")},
    {"training.augmentation.mirror", QT_TRANSLATE_NOOP("SettingName", "Mirror")},
    {"training.augmentation.shift", QT_TRANSLATE_NOOP("SettingName", "Shift")},
    {"training.augmentation.turn", QT_TRANSLATE_NOOP("SettingName", "Turn")},
    {"training.augmentation.scale", QT_TRANSLATE_NOOP("SettingName", "Scale")},
    {"training.augmentation.noise", QT_TRANSLATE_NOOP("SettingName", "Noise")},
    {"training.augmentation.erase", QT_TRANSLATE_NOOP("SettingName", "Erase")},
    {"dropout", QT_TRANSLATE_NOOP("SettingName", "Dropout")},
});

} // namespace

QString withoutIndices(const QString &field)
{
    QString plain;
    bool inside = false;
    for (const QChar c : field) {
        inside = inside && c != u']';
        if (!inside) {
            plain += c;
        }
        inside = inside || c == u'[';
    }
    return plain;
}

int settingPlace(const QString &field)
{
    const QString key = withoutIndices(field);
    const auto found = std::find_if(settingNames.begin(), settingNames.end(), [&key](const SettingName &name) { return key == QLatin1String(name.field); });
    return int(found - settingNames.begin());
}

QString settingName(const QString &field)
{
    static const QRegularExpression indexPattern(QStringLiteral("\\[(\\d+)\\]"));
    const QRegularExpressionMatch index = indexPattern.match(field);
    const QString key = withoutIndices(field);
    for (const SettingName &name : settingNames) {
        if (key == QLatin1String(name.field)) {
            const QString text = QCoreApplication::translate("SettingName", name.text);
            return index.hasMatch() ? text.arg(QLocale().toString(index.captured(1).toLongLong() + 1)) : text;
        }
    }
    return field;
}

} // namespace convscope
