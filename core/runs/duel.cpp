// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/duel.h"

#include "core/model/layersummary.h"
#include "core/training/experimentjson.h"
#include "core/training/sweep.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

namespace convscope {

namespace {

/// Inputs, outputs and parameters of each layer with weights: what decides its shape.
std::map<QString, std::array<qint64, 3>> layerShapes(const Architecture &architecture, int side, int classes)
{
    std::map<QString, std::array<qint64, 3>> shapes;
    qint64 inputs = 1;
    for (const LayerSummary &layer : summarize(architecture, side, classes).layers) {
        const bool isDrawn = layer.kind == LayerKind::Convolution || layer.kind == LayerKind::Linear; // the others begin with constants
        if (isDrawn) {
            shapes[layer.name] = {inputs, layer.channels, layer.parameters};
        }
        inputs = layer.kind == LayerKind::Flatten || layer.kind == LayerKind::Linear ? qint64(layer.channels) * layer.height * layer.width : layer.channels;
    }
    return shapes;
}

Experiment withoutSeed(Experiment experiment)
{
    experiment.name.clear();
    experiment.training.seed = 0;
    experiment.training.threads = 0;
    experiment.training.engine = Computation::Fast;
    return experiment;
}

/// What a setting belongs to where several do one thing together.
QString thingOf(const QString &path, const ComparedRun &a, const ComparedRun &b)
{
    if (path.startsWith(QLatin1String("training.early_stopping.")) || path == QLatin1String("training.final_weights")) {
        return QStringLiteral("training.early_stopping");
    }
    if (path.startsWith(QLatin1String("training.schedule."))) {
        return QStringLiteral("training.schedule");
    }
    const bool hasBoth = a.settings.count(path) > 0 && b.settings.count(path) > 0;
    const qsizetype index = path.indexOf(QLatin1Char('['));
    return !hasBoth && index > 0 ? path.left(index) : path;
}

using BySeed = std::map<qint64, ComparedRunPtr>;

BySeed sideOf(const std::vector<ComparedRunPtr> &runs, const ComparedRun &like)
{
    BySeed side;
    for (const ComparedRunPtr &run : runs) {
        if (standsForItsSettings(*run) && isSameButSeed(*run, like)) {
            side.emplace(run->experiment.training.seed, run);
        }
    }
    return side;
}

} // namespace

Duel duelOf(const ComparedRun &a, const ComparedRun &b, int side, int classes)
{
    Duel duel;
    for (const QString &path : differingSettings({std::make_shared<ComparedRun>(a), std::make_shared<ComparedRun>(b)})) {
        if (path != QLatin1String("training.seed") && !isOnlyComputation(path)) {
            duel.differing << path;
        }
    }
    std::set<QString> things;
    for (const QString &path : duel.differing) {
        things.insert(thingOf(path, a, b));
    }
    duel.things = int(things.size());
    const TrainingSettings &x = a.experiment.training;
    const TrainingSettings &y = b.experiment.training;
    duel.seedDiffers = x.seed != y.seed;
    duel.dataDiffers = a.dataChecksum != b.dataChecksum;
    duel.isBranch = !a.parent.isEmpty() || !b.parent.isEmpty();
    const auto first = layerShapes(a.experiment.architecture, side, classes);
    const auto second = layerShapes(b.experiment.architecture, side, classes);
    duel.layers = int(first.size());
    for (const auto &[name, shape] : first) {
        const auto found = second.find(name);
        duel.sharedLayers += !duel.seedDiffers && !duel.isBranch && found != second.end() && found->second == shape ? 1 : 0;
    }
    duel.sharesBatches = !duel.seedDiffers && !duel.dataDiffers && !duel.isBranch && x.batchSize == y.batchSize && x.trainImages == y.trainImages
        && x.labelNoise == y.labelNoise && x.augmentation == y.augmentation;
    return duel;
}

bool isSameButSeed(const ComparedRun &a, const ComparedRun &b)
{
    return a.dataChecksum == b.dataChecksum && withoutSeed(a.experiment) == withoutSeed(b.experiment);
}

bool isWhole(const ComparedRun &run)
{
    const EpochReport *kept = run.kept();
    const bool isFinished = run.state == RecordState::Finished || int(run.epochs.size()) == run.experiment.training.epochs;
    return kept && isFinished && std::isfinite(kept->testAccuracy);
}

bool standsForItsSettings(const ComparedRun &run)
{
    return run.parent.isEmpty() && isWhole(run);
}

SeedDuel seedDuel(const std::vector<ComparedRunPtr> &runs, const ComparedRun &a, const ComparedRun &b)
{
    SeedDuel duel;
    if (isSameButSeed(a, b)) {
        return duel;
    }
    const BySeed first = sideOf(runs, a);
    const BySeed second = sideOf(runs, b);
    std::vector<double> x;
    std::vector<double> y;
    for (const auto &[seed, run] : first) {
        const auto other = second.find(seed);
        if (other != second.end()) {
            duel.seeds.push_back(seed);
            duel.first.push_back(run);
            duel.second.push_back(other->second);
            x.push_back(run->kept()->testAccuracy);
            y.push_back(other->second->kept()->testAccuracy);
        }
    }
    duel.accuracy = pairedTest(x, y);
    return duel;
}

std::optional<SeedDuel> seedDuel(const std::vector<ComparedRunPtr> &runs)
{
    std::vector<ComparedRunPtr> sides;
    for (const ComparedRunPtr &run : runs) {
        if (std::none_of(sides.begin(), sides.end(), [&run](const ComparedRunPtr &side) { return isSameButSeed(*side, *run); })) {
            sides.push_back(run);
        }
    }
    if (sides.size() != 2) {
        return std::nullopt;
    }
    SeedDuel duel = seedDuel(runs, *sides[0], *sides[1]);
    return duel.accuracy.pairs < 2 ? std::nullopt : std::optional(std::move(duel));
}

Result<std::vector<Experiment>> variantsOf(const Experiment &base, const QJsonObject &settings)
{
    const QJsonObject sweep{{QStringLiteral("convscope_sweep"), 1},
                            {QStringLiteral("experiment"), toJson(base)},
                            {QStringLiteral("search"), QStringLiteral("grid")},
                            {QStringLiteral("settings"), settings}};
    const Result<Sweep> read = sweepFromJson(QJsonDocument(sweep).toJson(), base.name);
    if (!read) {
        return Result<std::vector<Experiment>>::failure(read.error());
    }
    std::vector<Experiment> variants = read.value().experiments;
    if (variants.size() == 1) { // a sweep doesn't name what it doesn't vary
        std::vector<std::pair<QString, QJsonValue>> choices;
        for (const QString &path : settings.keys()) {
            choices.emplace_back(path, settings.value(path).toArray().first());
        }
        variants.front().name = variantName(base.name, choices);
    }
    return variants;
}

} // namespace convscope
