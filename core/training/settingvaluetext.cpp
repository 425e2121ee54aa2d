// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/settingvaluetext.h"

#include "core/common/numberformat.h"

#include <QCoreApplication>

#include <array>
#include <cmath>

namespace convscope {

namespace {

struct Word
{
    const char *json;
    const char *text;
};

constexpr std::array words = std::to_array<Word>({
    {"adam", QT_TRANSLATE_NOOP("SettingValue", "Adam")},
    {"sgd", QT_TRANSLATE_NOOP("SettingValue", "SGD")},
    {"relu", QT_TRANSLATE_NOOP("SettingValue", "ReLU")},
    {"leaky_relu", QT_TRANSLATE_NOOP("SettingValue", "Leaky ReLU")},
    {"tanh", QT_TRANSLATE_NOOP("SettingValue", "Tanh")},
    {"sigmoid", QT_TRANSLATE_NOOP("SettingValue", "Sigmoid")},
    {"constant", QT_TRANSLATE_NOOP("SettingValue", "constant")},
    {"step", QT_TRANSLATE_NOOP("SettingValue", "step")},
    {"cosine", QT_TRANSLATE_NOOP("SettingValue", "cosine")},
    {"one_cycle", QT_TRANSLATE_NOOP("SettingValue", "one-cycle")},
    {"fast", QT_TRANSLATE_NOOP("SettingValue", "fast")},
    {"reference", QT_TRANSLATE_NOOP("SettingValue", "reference")},
    {"last", QT_TRANSLATE_NOOP("SettingValue", "last epoch")},
    {"best", QT_TRANSLATE_NOOP("SettingValue", "best epoch")},
});

/// What 0 means.
constexpr std::array zeros = std::to_array<Word>({
    {"training.train_images", QT_TRANSLATE_NOOP("SettingValue", "all")},
    {"training.threads", QT_TRANSLATE_NOOP("SettingValue", "automatic")},
    {"training.early_stopping.patience", QT_TRANSLATE_NOOP("SettingValue", "off")},
});

} // namespace

QString settingValueText(const QString &path, const QJsonValue &value)
{
    for (const Word &zero : zeros) {
        if (value.isDouble() && value.toDouble() == 0.0 && path == QLatin1String(zero.json)) {
            return QCoreApplication::translate("SettingValue", zero.text);
        }
    }
    return settingValueText(value);
}

QString settingValueText(const QJsonValue &value)
{
    if (value.isBool()) {
        return value.toBool() ? QCoreApplication::translate("SettingValue", "yes") : QCoreApplication::translate("SettingValue", "no");
    }
    if (value.isDouble()) {
        const double number = value.toDouble();
        const bool isWhole = number == std::floor(number) && std::abs(number) < 1e15;
        return isWhole ? wholeText(number) : settingText(number);
    }
    for (const Word &word : words) {
        if (value.toString() == QLatin1String(word.json)) {
            return QCoreApplication::translate("SettingValue", word.text);
        }
    }
    return value.isString() ? value.toString() : QStringLiteral("–");
}

} // namespace convscope
