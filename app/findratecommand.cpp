// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/findratecommand.h"

#include "app/commandtext.h"
#include "app/exitcode.h"
#include "app/experimentfrom.h"
#include "app/jsonnumber.h"
#include "app/output.h"
#include "app/signalwatcher.h"
#include "app/table.h"
#include "core/data/datafolder.h"
#include "core/data/dataset.h"
#include "core/training/engineloader.h"
#include "core/training/rateverdict.h"

#include <QJsonArray>
#include <QLocale>

using namespace convscope;

namespace {

/// For programs: the same in every language.
QString jsonName(RateVerdict::Kind kind)
{
    switch (kind) {
    case RateVerdict::Kind::Found:
        return QStringLiteral("found");
    case RateVerdict::Kind::StillFalls:
        return QStringLiteral("still_falls");
    case RateVerdict::Kind::NeverFalls:
        return QStringLiteral("never_falls");
    case RateVerdict::Kind::OnlyRises:
        return QStringLiteral("only_rises");
    case RateVerdict::Kind::TooShort:
        break;
    }
    return QStringLiteral("too_short");
}

QJsonValue rateAt(const std::optional<std::size_t> &index, const std::vector<RatePoint> &points)
{
    return index ? QJsonValue(points[*index].rate) : QJsonValue();
}

void printJson(const Experiment &experiment, const RateVerdict &verdict, const std::vector<RatePoint> &points, bool withPoints, Output &output)
{
    QJsonObject object{{QStringLiteral("name"), experiment.name},
                       {QStringLiteral("seed"), experiment.training.seed},
                       {QStringLiteral("verdict"), jsonName(verdict.kind)},
                       {QStringLiteral("steepest"), rateAt(verdict.steepest, points)},
                       {QStringLiteral("breaking"), rateAt(verdict.breaking, points)},
                       {QStringLiteral("suggestion"), verdict.suggestion ? QJsonValue(*verdict.suggestion) : QJsonValue()}};
    if (withPoints) {
        QJsonArray array;
        for (const RatePoint &point : points) {
            array.append(QJsonObject{{QStringLiteral("rate"), point.rate}, {QStringLiteral("loss"), jsonNumber(point.loss)},
                                     {QStringLiteral("smoothed"), jsonNumber(point.smoothed)}});
        }
        object.insert(QStringLiteral("points"), array);
    }
    output.json(object);
}

void printPoints(const std::vector<RatePoint> &points, Output &output)
{
    QVector<QStringList> rows{{text(QT_TRANSLATE_NOOP("CommandLine", "learning rate")), text(QT_TRANSLATE_NOOP("CommandLine", "loss")),
                               text(QT_TRANSLATE_NOOP("CommandLine", "smoothed"))}};
    for (const RatePoint &point : points) {
        rows.append({QLocale().toString(point.rate, 'e', 2), QLocale().toString(point.loss, 'f', 4), QLocale().toString(point.smoothed, 'f', 4)});
    }
    printTable(rows, output);
}

} // namespace

int runFindRateCommand(const Options &options, SignalWatcher &signalWatcher)
{
    const Result<Experiment> experiment = experimentFrom(options);
    if (!experiment) {
        return fail(experiment.error(), ExitUsage);
    }
    const Result<RateSearchPlan> plan = ratePlanFrom(options);
    if (!plan) {
        return fail(plan.error(), ExitUsage);
    }
    const Result<DatasetPtr> data = loadDataset(options.dataFolder.value_or(defaultDataFolder()));
    if (!data) {
        return fail(data.error(), ExitData);
    }
    if (printErrors(problemsOf(experiment.value(), options, limitsFor(*data.value())))) {
        return ExitUsage;
    }
    const Result<Engine *> engine = loadEngine();
    if (!engine) {
        return fail(engine.error(), ExitFailed);
    }
    RunControl control;
    signalWatcher.onSignal([&control] { control.requestStop(); });
    Output output;
    std::vector<RatePoint> points;
    const RateSearchEnd end = engine.value()->searchRate(experiment.value(), *data.value(), plan.value(), [&](const RatePoint &point) {
        points.push_back(point);
        output.progress(text(QT_TRANSLATE_NOOP("CommandLine", "step %1 of %2: learning rate %3, loss %4"))
                            .arg(QString::number(points.size()), QString::number(plan.value().steps), rateText(point.rate), QLocale().toString(point.smoothed, 'f', 4)));
    }, control);
    signalWatcher.onSignal({});
    output.clearProgress();
    if (end.kind == RateSearchEnd::Kind::Cancelled) {
        return ExitInterrupted;
    }
    if (end.kind == RateSearchEnd::Kind::Failed) {
        return fail(end.reason, ExitFailed);
    }
    const RateVerdict verdict = judge(points);
    if (options.json) {
        printJson(experiment.value(), verdict, points, options.points, output);
    } else {
        if (options.points) {
            printPoints(points, output);
        }
        for (const QString &sentence : {steepestText(verdict, points), breakingText(verdict, points), suggestionText(verdict)}) {
            if (!sentence.isEmpty()) {
                output.line(sentence);
            }
        }
    }
    const int written = finish(output);
    return written == ExitFinished && !verdict.suggestion ? int(ExitFailed) : written;
}
