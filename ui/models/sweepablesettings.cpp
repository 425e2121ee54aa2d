// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sweepablesettings.h"

#include "core/runs/comparedrun.h"
#include "core/runs/comparison.h"
#include "core/training/settingrange.h"
#include "core/training/sweep.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace convscope {

namespace {

QString lastOf(const QString &path)
{
    return path.section(QLatin1Char('.'), -1);
}

/// Shares and sizes that start from nothing: the same values whatever stands in the form.
struct Usual
{
    const char *key;
    std::array<double, 3> values;
};

constexpr std::array usual = std::to_array<Usual>({
    {"dropout", {0.0, 0.25, 0.5}},
    {"weight_decay", {0.0, 0.0001, 0.001}},
    {"momentum", {0.0, 0.5, 0.9}},
    {"label_noise", {0.0, 0.1, 0.2}},
    {"mirror", {0.0, 0.25, 0.5}},
    {"shift", {0.0, 1.0, 2.0}},
    {"turn", {0.0, 10.0, 20.0}},
    {"scale", {0.0, 0.1, 0.2}},
    {"noise", {0.0, 0.1, 0.2}},
    {"erase", {0.0, 0.25, 0.5}},
    {"patience", {0.0, 3.0, 5.0}},
    {"train_images", {1000.0, 10000.0, 0.0}},
    {"kernel_size", {3.0, 5.0, 7.0}},
    {"padding", {0.0, 1.0, 2.0}},
});

} // namespace

QStringList wordsOf(const QString &path)
{
    const QString key = lastOf(path);
    if (key == QLatin1String("optimizer")) {
        return {QStringLiteral("adam"), QStringLiteral("sgd")};
    }
    if (key == QLatin1String("activation")) {
        return {QStringLiteral("relu"), QStringLiteral("leaky_relu"), QStringLiteral("tanh"), QStringLiteral("sigmoid")};
    }
    if (key == QLatin1String("kind")) {
        return {QStringLiteral("constant"), QStringLiteral("step"), QStringLiteral("cosine"), QStringLiteral("one_cycle")};
    }
    if (key == QLatin1String("final_weights")) {
        return {QStringLiteral("last"), QStringLiteral("best")};
    }
    return {};
}

bool isSweepable(const QString &path, const QJsonValue &value)
{
    const bool isList = path.endsWith(QLatin1String("conv_blocks")) || path.endsWith(QLatin1String("hidden_layers")) || path.contains(QLatin1String("frozen_filters"));
    return !isList && path != QLatin1String("training.seed") && !isOnlyComputation(path) && path != QLatin1String("training.precision")
        && (value.isDouble() || value.isBool() || !wordsOf(path).isEmpty());
}

std::map<QString, QJsonValue> sweepableSettings(const Experiment &experiment)
{
    std::map<QString, QJsonValue> settings = settingsByPath(experiment);
    std::erase_if(settings, [](const auto &entry) { return !isSweepable(entry.first, entry.second); });
    if (!experiment.architecture.hiddenLayers.empty()) {
        settings[QStringLiteral("dropout")] = dropoutOf(experiment.architecture);
    }
    return settings;
}

bool isLogarithmicByNature(const QString &path)
{
    const QString key = lastOf(path);
    return key == QLatin1String("learning_rate") || key == QLatin1String("weight_decay");
}

QJsonArray suggestedValues(const QString &path, const QJsonValue &value)
{
    if (value.isBool()) {
        return {false, true};
    }
    if (const QStringList words = wordsOf(path); !words.isEmpty()) {
        return QJsonArray::fromStringList(words);
    }
    const auto found = std::find_if(usual.begin(), usual.end(), [key = lastOf(path)](const Usual &entry) { return key == QLatin1String(entry.key); });
    if (found != usual.end()) {
        return {found->values[0], found->values[1], found->values[2]};
    }
    const SettingRange range = settingRange(path);
    QJsonArray values;
    for (const double factor : {0.5, 1.0, 2.0}) {
        const double wanted = isWholeSetting(path) ? std::round(value.toDouble() * factor) : value.toDouble() * factor;
        const double possible = std::clamp(wanted, range.minimum, range.maximum);
        if (!values.contains(possible)) {
            values.append(possible);
        }
    }
    return values;
}

} // namespace convscope
