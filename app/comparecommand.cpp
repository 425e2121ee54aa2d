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
#include "core/model/layersummary.h"
#include "core/runs/comparedrun.h"
#include "core/runs/comparison.h"
#include "core/training/settingname.h"

#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace convscope;

namespace {

constexpr qsizetype shortId = 8;

struct Compared
{
    RunRecord record;
    double seconds = 0.0; ///< of training and testing
};

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
void printComparison(const std::vector<Compared> &runs, const QStringList &differing, Output &output)
{
    QVector<QStringList> rows;
    const auto row = [&](const QString &title, const auto &cell) {
        QStringList cells{title};
        for (const Compared &run : runs) {
            cells << cell(run);
        }
        rows << cells;
    };
    row(text(QT_TRANSLATE_NOOP("CommandLine", "run")), [](const Compared &run) { return run.record.id.left(shortId); });
    row(text(QT_TRANSLATE_NOOP("CommandLine", "name")), [](const Compared &run) { return run.record.name; });
    for (const QString &path : differing) {
        row(settingName(path), [&](const Compared &run) {
            const std::map<QString, QJsonValue> settings = settingsByPath(run.record.start.experiment);
            const auto found = settings.find(path);
            return found == settings.end() ? QStringLiteral("–") : valueText(found->second);
        });
    }
    row(text(QT_TRANSLATE_NOOP("CommandLine", "epochs trained")), [](const Compared &run) { return QLocale().toString(run.record.epochs); });
    row(text(QT_TRANSLATE_NOOP("CommandLine", "best test accuracy")), [](const Compared &run) { return percent(run.record.best ? run.record.best->testAccuracy : NAN); });
    row(text(QT_TRANSLATE_NOOP("CommandLine", "last test accuracy")), [](const Compared &run) { return percent(run.record.last ? run.record.last->testAccuracy : NAN); });
    row(text(QT_TRANSLATE_NOOP("CommandLine", "last test loss")), [](const Compared &run) { return run.record.last ? QLocale().toString(run.record.last->testLoss, 'f', 4) : QStringLiteral("–"); });
    row(text(QT_TRANSLATE_NOOP("CommandLine", "time")), [](const Compared &run) { return durationText(run.seconds); });
    row(text(QT_TRANSLATE_NOOP("CommandLine", "parameters")), [](const Compared &run) { return QLocale().toString(run.record.start.parameters); });
    row(text(QT_TRANSLATE_NOOP("CommandLine", "multiplications a picture")), [](const Compared &run) {
        constexpr int usualSide = 28; // the run doesn't say how large its pictures were
        constexpr int usualClasses = 10;
        return QLocale().toString(summarize(run.record.start.experiment.architecture, usualSide, usualClasses).multiplications);
    });
    printTable(rows, output);
}

/// What the table can't say.
QStringList remarks(const std::vector<RunRecord> &records, const QStringList &differing)
{
    QStringList sentences;
    if (std::any_of(records.begin(), records.end(), [&](const RunRecord &run) { return run.start.dataChecksum != records.front().start.dataChecksum; })) {
        sentences << text(QT_TRANSLATE_NOOP("CommandLine", "The runs were trained on different pictures, so their figures can't be compared."));
    }
    const QStringList &settings = differing;
    if (records.size() == 2 && settings.size() == 1) {
        sentences << text(QT_TRANSLATE_NOOP("CommandLine", "They differ in one setting: %1.")).arg(settingName(settings.first()));
    } else if (records.size() == 2 && settings.size() > 1) {
        sentences << text(QT_TRANSLATE_NOOP("CommandLine", "They differ in more than one setting: what made the difference can't be told."));
    }
    if (std::optional<SeedPairs> pairs = seedPairs(records)) {
        constexpr double usual = 0.05;
        if (pairs->accuracy.meanDifference < 0.0) { // "better" by less than nothing would be no sentence
            std::swap(pairs->first, pairs->second);
            pairs->accuracy.meanDifference = -pairs->accuracy.meanDifference;
        }
        sentences << text(QT_TRANSLATE_NOOP("CommandLine", "With %1 seeds in pairs, “%2” is on average %3 points better in accuracy than “%4” (p = %5)."))
                         .arg(QString::number(pairs->accuracy.pairs), pairs->first, QLocale().toString(100.0 * pairs->accuracy.meanDifference, 'f', 2), pairs->second,
                              QLocale().toString(pairs->accuracy.p, 'g', 2));
        sentences << (pairs->accuracy.p < usual
                          ? text(QT_TRANSLATE_NOOP("CommandLine", "If the settings made no difference, seeds alone would rarely lead so far apart (less than once in 20): it is more than chance."))
                          : text(QT_TRANSLATE_NOOP("CommandLine", "Seeds alone could lead as far apart: that it is more than chance is not shown.")));
    }
    return sentences;
}

QJsonObject comparisonJson(const std::vector<Compared> &runs, const std::vector<RunRecord> &records, const QStringList &differing)
{
    QJsonArray list;
    for (const Compared &run : runs) {
        QJsonObject object = runJson(run.record);
        object.insert(QStringLiteral("seconds"), run.seconds);
        object.insert(QStringLiteral("parameters"), run.record.start.parameters);
        list.append(object);
    }
    QJsonObject object{{QStringLiteral("runs"), list}, {QStringLiteral("differing"), QJsonArray::fromStringList(differing)}};
    if (const std::optional<SeedPairs> pairs = seedPairs(records)) {
        object.insert(QStringLiteral("paired_test"), QJsonObject{{QStringLiteral("pairs"), pairs->accuracy.pairs}, {QStringLiteral("first"), pairs->first},
                                                                 {QStringLiteral("second"), pairs->second},
                                                                 {QStringLiteral("mean_difference"), pairs->accuracy.meanDifference},
                                                                 {QStringLiteral("deviation"), pairs->accuracy.deviation},
                                                                 {QStringLiteral("t"), jsonNumber(pairs->accuracy.t)}, {QStringLiteral("p"), pairs->accuracy.p}});
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
    std::vector<Compared> runs;
    std::vector<RunRecord> records;
    std::vector<Experiment> experiments;
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
        Compared run{loaded.value().record, 0.0};
        for (const EpochReport &report : loaded.value().history->epochs()) {
            run.seconds += report.trainSeconds + report.testSeconds;
        }
        records.push_back(run.record);
        experiments.push_back(run.record.start.experiment);
        runs.push_back(std::move(run));
    }
    if (runs.size() < 2) {
        return fail(text(QT_TRANSLATE_NOOP("CommandLine", "Name at least two runs to compare; `convscope runs` lists those there are.")), ExitUsage);
    }
    QStringList differing = differingSettings(experiments);
    differing.removeIf(isOnlyComputation);
    Output output;
    if (options.json) {
        output.json(comparisonJson(runs, records, differing));
    } else {
        printComparison(runs, differing, output);
        for (const QString &sentence : remarks(records, differing)) {
            output.line(sentence);
        }
    }
    return finish(output);
}
