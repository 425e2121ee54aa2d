// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/comparison.h"

#include "core/training/experimentjson.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace convscope {

namespace {

void flatten(const QJsonValue &value, const QString &path, std::map<QString, QJsonValue> &settings)
{
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto entry = object.begin(); entry != object.end(); ++entry) {
            flatten(entry.value(), path.isEmpty() ? entry.key() : path + QLatin1Char('.') + entry.key(), settings);
        }
        return;
    }
    if (value.isArray()) {
        const QJsonArray list = value.toArray();
        settings[path] = list.size();
        for (qsizetype i = 0; i < list.size(); ++i) {
            flatten(list[i], QStringLiteral("%1[%2]").arg(path).arg(i), settings);
        }
        return;
    }
    settings[path] = value;
}

} // namespace

std::map<QString, QJsonValue> settingsByPath(const Experiment &experiment)
{
    QJsonObject object = toJson(experiment);
    object.remove(QStringLiteral("name"));
    object.remove(QStringLiteral("convscope_experiment"));
    std::map<QString, QJsonValue> settings;
    flatten(object, QString(), settings);
    return settings;
}

QStringList differingSettings(const std::vector<Experiment> &experiments)
{
    std::vector<std::map<QString, QJsonValue>> all;
    std::map<QString, QJsonValue> paths;
    for (const Experiment &experiment : experiments) {
        all.push_back(settingsByPath(experiment));
        paths.insert(all.back().begin(), all.back().end());
    }
    QStringList differing;
    for (const auto &[path, value] : paths) {
        const bool isEqual = std::all_of(all.begin(), all.end(), [&](const auto &settings) {
            const auto found = settings.find(path);
            return found != settings.end() && found->second == value;
        });
        if (!isEqual) {
            differing << path;
        }
    }
    std::stable_partition(differing.begin(), differing.end(), [](const QString &path) { return path.startsWith(QLatin1String("training.")); });
    return differing;
}

} // namespace convscope
