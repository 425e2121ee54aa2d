// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/comparison.h"

#include "core/training/experimentjson.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

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

/// The same settings but for seed and threads.
bool isSameSide(const RunRecord &a, Experiment b)
{
    b.name = a.start.experiment.name;
    b.training.seed = a.start.experiment.training.seed;
    b.training.threads = a.start.experiment.training.threads;
    return a.start.experiment == b;
}

using Side = std::vector<const RunRecord *>;

void addTo(std::vector<Side> &sides, const RunRecord &run)
{
    for (Side &side : sides) {
        if (isSameSide(*side.front(), run.start.experiment)) {
            side.push_back(&run);
            return;
        }
    }
    sides.push_back({&run});
}

const RunRecord *withSeed(const Side &side, qint64 seed)
{
    const auto found = std::find_if(side.begin(), side.end(), [seed](const RunRecord *run) { return run->start.experiment.training.seed == seed; });
    return found == side.end() ? nullptr : *found;
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

std::optional<SeedPairs> seedPairs(const std::vector<RunRecord> &runs)
{
    std::vector<Side> sides;
    for (const RunRecord &run : runs) {
        const bool isUsable = run.state == RecordState::Finished && run.last && std::isfinite(run.last->testAccuracy);
        if (!isUsable || run.start.dataChecksum != runs.front().start.dataChecksum) {
            return std::nullopt;
        }
        addTo(sides, run);
    }
    if (sides.size() != 2) {
        return std::nullopt;
    }
    SeedPairs pairs;
    for (const RunRecord *run : sides[0]) {
        const qint64 seed = run->start.experiment.training.seed;
        if (withSeed(sides[1], seed) && std::find(pairs.seeds.begin(), pairs.seeds.end(), seed) == pairs.seeds.end()) {
            pairs.seeds.push_back(seed);
        }
    }
    if (pairs.seeds.size() < 2) {
        return std::nullopt;
    }
    std::sort(pairs.seeds.begin(), pairs.seeds.end());
    std::vector<double> a;
    std::vector<double> b;
    for (const qint64 seed : pairs.seeds) {
        a.push_back(withSeed(sides[0], seed)->last->testAccuracy);
        b.push_back(withSeed(sides[1], seed)->last->testAccuracy);
    }
    pairs.accuracy = pairedTest(a, b);
    pairs.first = sides[0].front()->name;
    pairs.second = sides[1].front()->name;
    pairs.differing = differingSettings({sides[0].front()->start.experiment, sides[1].front()->start.experiment});
    pairs.differing.removeAll(QStringLiteral("training.seed"));
    pairs.differing.removeAll(QStringLiteral("training.threads"));
    return pairs;
}

} // namespace convscope
