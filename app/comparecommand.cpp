// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/comparecommand.h"

#include "app/commandtext.h"
#include "app/exitcode.h"
#include "app/jsonnumber.h"
#include "app/openstore.h"
#include "app/output.h"
#include "app/runjson.h"
#include "app/table.h"
#include "core/common/duration.h"
#include "core/runs/comparedrun.h"
#include "core/runs/duelwarnings.h"
#include "core/training/settingname.h"

#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace convscope;

namespace {

constexpr qsizetype shortId = 8;

// The run doesn't say how large its pictures were.
constexpr int usualSide = 28;
constexpr int usualClasses = 10;

QString valueText(const QJsonValue &value)
{
    if (value.isBool()) {
        return value.toBool() ? text(QT_TRANSLATE_NOOP("CommandLine", "yes")) : text(QT_TRANSLATE_NOOP("CommandLine", "no"));
    }
    return value.isDouble() ? QLocale().toString(value.toDouble(), 'g', QLocale::FloatingPointShortest) : value.isString() ? value.toString() : QStringLiteral("–");
}

QString percent(double share)
{
    return std::isfinite(share) ? QStringLiteral("%1\u00a0%").arg(QLocale().toString(100.0 * share, 'f', 2)) : QStringLiteral("–");
}

/// One row a setting or figure, one column a run: ids stay readable with many settings.
void printComparison(const std::vector<ComparedRunPtr> &runs, const QStringList &differing, Output &output)
{
    QVector<QStringList> rows;
    const auto row = [&](const QString &title, const auto &cell) {
        QStringList cells{title};
        for (const ComparedRunPtr &run : runs) {
            cells << cell(*run);
        }
        rows << cells;
    };
    row(text(QT_TRANSLATE_NOOP("CommandLine", "run")), [](const ComparedRun &run) { return run.id.left(shortId); });
    row(text(QT_TRANSLATE_NOOP("CommandLine", "name")), [](const ComparedRun &run) { return run.name; });
    for (const QString &path : differing) {
        row(settingName(path), [&](const ComparedRun &run) {
            const auto found = run.settings.find(path);
            return found == run.settings.end() ? QStringLiteral("–") : valueText(found->second);
        });
    }
    row(text(QT_TRANSLATE_NOOP("CommandLine", "epochs trained")), [](const ComparedRun &run) { return QLocale().toString(run.epochs.size()); });
    row(text(QT_TRANSLATE_NOOP("CommandLine", "best test accuracy")), [](const ComparedRun &run) { return percent(run.bestAccuracy()); });
    row(text(QT_TRANSLATE_NOOP("CommandLine", "last test accuracy")), [](const ComparedRun &run) { return percent(run.last() ? run.last()->testAccuracy : NAN); });
    if (std::any_of(runs.begin(), runs.end(), [](const ComparedRunPtr &run) { return run->keepsBest(); })) {
        row(text(QT_TRANSLATE_NOOP("CommandLine", "test accuracy of the kept weights")), [](const ComparedRun &run) { return percent(run.kept() ? run.kept()->testAccuracy : NAN); });
    }
    row(text(QT_TRANSLATE_NOOP("CommandLine", "last test loss")), [](const ComparedRun &run) { return run.last() ? QLocale().toString(run.last()->testLoss, 'f', 4) : QStringLiteral("–"); });
    row(text(QT_TRANSLATE_NOOP("CommandLine", "time")), [](const ComparedRun &run) { return durationText(run.seconds()); });
    row(text(QT_TRANSLATE_NOOP("CommandLine", "parameters")), [](const ComparedRun &run) { return QLocale().toString(run.parameters); });
    row(text(QT_TRANSLATE_NOOP("CommandLine", "multiplications a picture")), [](const ComparedRun &run) { return QLocale().toString(run.multiplications); });
    printTable(rows, output);
}

/// What the table can't say.
QStringList remarks(const std::vector<ComparedRunPtr> &runs)
{
    QStringList sentences;
    if (runs.size() == 2) {
        const Duel duel = duelOf(*runs[0], *runs[1], usualSide, usualClasses);
        sentences << duelWarnings(duel, *runs[0], *runs[1]);
        if (duel.differing.isEmpty()) {
            sentences << (duel.seedDiffers ? text(QT_TRANSLATE_NOOP("CommandLine", "All settings but the seed are equal.")) : text(QT_TRANSLATE_NOOP("CommandLine", "All settings are equal.")));
        } else if (duel.things == 1) {
            QStringList names;
            for (const QString &path : duel.differing) {
                names << settingName(path);
            }
            sentences << (names.size() == 1 ? text(QT_TRANSLATE_NOOP("CommandLine", "They differ in one setting: %1.")) : text(QT_TRANSLATE_NOOP("CommandLine", "They differ in one thing: %1.")))
                             .arg(names.join(QStringLiteral(", ")));
        }
    } else if (std::any_of(runs.begin(), runs.end(), [&](const ComparedRunPtr &run) { return run->dataChecksum != runs.front()->dataChecksum; })) {
        sentences << text(QT_TRANSLATE_NOOP("CommandLine", "The runs were trained on different pictures, so their figures can't be compared."));
    }
    if (const std::optional<SeedDuel> duel = seedDuel(runs)) {
        constexpr double usual = 0.05;
        const PairedTest &test = duel->accuracy;
        const bool isFirstBetter = test.meanDifference >= 0.0; // "better" by less than nothing would be no sentence
        const auto &better = isFirstBetter ? duel->first : duel->second;
        const auto &worse = isFirstBetter ? duel->second : duel->first;
        sentences << text(QT_TRANSLATE_NOOP("CommandLine", "With %1 seeds in pairs, “%2” is on average %3 points better in accuracy than “%4” (p = %5)."))
                         .arg(QString::number(test.pairs), better.front()->name, QLocale().toString(100.0 * std::abs(test.meanDifference), 'f', 2), worse.front()->name,
                              QLocale().toString(test.p, 'g', 2));
        sentences << (test.p < usual
                          ? text(QT_TRANSLATE_NOOP("CommandLine", "If the settings made no difference, seeds alone would rarely lead so far apart (less than once in 20): it is more than chance."))
                          : text(QT_TRANSLATE_NOOP("CommandLine", "Seeds alone could lead as far apart: that it is more than chance is not shown.")));
    }
    return sentences;
}

QJsonObject comparisonJson(const std::vector<ComparedRunPtr> &runs, const std::vector<RunRecord> &records, const QStringList &differing)
{
    QJsonArray list;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        QJsonObject object = runJson(records[i]);
        object.insert(QStringLiteral("seconds"), runs[i]->seconds());
        object.insert(QStringLiteral("parameters"), runs[i]->parameters);
        if (const EpochReport *kept = runs[i]->kept()) {
            object.insert(QStringLiteral("kept"), QJsonObject{{QStringLiteral("epoch"), kept->epoch}, {QStringLiteral("test_loss"), jsonNumber(kept->testLoss)},
                                                              {QStringLiteral("test_accuracy"), jsonNumber(kept->testAccuracy)}});
        }
        list.append(object);
    }
    QJsonObject object{{QStringLiteral("runs"), list}, {QStringLiteral("differing"), QJsonArray::fromStringList(differing)}};
    if (const std::optional<SeedDuel> duel = seedDuel(runs)) {
        const PairedTest &test = duel->accuracy;
        object.insert(QStringLiteral("paired_test"), QJsonObject{{QStringLiteral("pairs"), test.pairs}, {QStringLiteral("first"), duel->first.front()->name},
                                                                 {QStringLiteral("second"), duel->second.front()->name},
                                                                 {QStringLiteral("mean_difference"), test.meanDifference},
                                                                 {QStringLiteral("deviation"), test.deviation},
                                                                 {QStringLiteral("t"), jsonNumber(test.t)}, {QStringLiteral("p"), test.p}});
    }
    return object;
}

} // namespace

int runCompareCommand(const Options &options)
{
    const auto store = openStore(options);
    if (!store) {
        return ExitLaboratory;
    }
    std::vector<ComparedRunPtr> runs;
    std::vector<RunRecord> records;
    for (const QString &typed : options.runs) {
        const Result<QString> id = store->findId(typed);
        if (!id) {
            return fail(id.error(), ExitUsage);
        }
        if (std::any_of(records.begin(), records.end(), [&id](const RunRecord &record) { return record.id == id.value(); })) {
            return fail(text(QT_TRANSLATE_NOOP("CommandLine", "The run %1 is named twice. Name each run once.")).arg(typed), ExitUsage);
        }
        const Result<LoadedRun> loaded = store->load(id.value());
        if (!loaded) {
            return fail(loaded.error(), ExitFailed);
        }
        printErrors(loaded.value().problems);
        records.push_back(loaded.value().record);
        runs.push_back(std::make_shared<ComparedRun>(comparedRun(records.back(), loaded.value().history->epochs(), usualSide, usualClasses)));
    }
    if (runs.size() < 2) {
        return fail(text(QT_TRANSLATE_NOOP("CommandLine", "Name at least two runs to compare; `convscope runs` lists those there are.")), ExitUsage);
    }
    QStringList differing = differingSettings(runs);
    differing.removeIf(isOnlyComputation);
    Output output;
    if (options.json) {
        output.json(comparisonJson(runs, records, differing));
    } else {
        printComparison(runs, differing, output);
        for (const QString &sentence : remarks(runs)) {
            output.line(sentence);
        }
    }
    return finish(output);
}
