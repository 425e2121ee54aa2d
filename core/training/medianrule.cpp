// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/medianrule.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace convscope {

namespace {

using Measure = MedianRule::Measure;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr int mostEpochs = 100000;
constexpr int mostOthers = 10000;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(convscope::MedianRule)
};

QString nameOf(Measure measure)
{
    return measure == Measure::TestLoss ? QStringLiteral("test_loss") : QStringLiteral("test_accuracy");
}

/// Turned round where less is better, so that more is better from here on.
double goodness(Measure measure, double value)
{
    return std::isnan(value) ? -infinity : measure == Measure::TestLoss ? -value : value;
}

double medianOf(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    if (values.size() % 2 == 1 || values[middle - 1] == values[middle]) { // infinities have no mean
        return values[middle];
    }
    return 0.5 * (values[middle - 1] + values[middle]);
}

int numberIn(const QJsonObject &object, const QString &key, int usual, int most)
{
    const QJsonValue value = object.value(key);
    if (value.isUndefined()) {
        return usual;
    }
    const int number = value.toInt(0); // 0 for what is no whole number, too
    return number <= most ? number : 0;
}

QString numberText(Measure measure, double value)
{
    if (!std::isfinite(value)) {
        return QStringLiteral("–");
    }
    return measure == Measure::TestLoss ? QLocale().toString(value, 'f', 4) : Words::tr("%1\u00a0%").arg(QLocale().toString(100.0 * value, 'f', 1));
}

QJsonValue jsonOf(double value)
{
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue(QJsonValue::Null);
}

} // namespace

std::optional<MedianVerdict> judgeByMedian(const MedianRule &rule, const std::vector<double> &run, const std::vector<std::vector<double>> &others)
{
    const std::size_t epochs = run.size();
    if (epochs == 0 || int(epochs) < rule.afterEpochs) {
        return std::nullopt;
    }
    std::vector<double> averages;
    for (const std::vector<double> &other : others) {
        if (other.size() >= epochs) {
            const auto end = other.begin() + std::ptrdiff_t(epochs);
            averages.push_back(std::accumulate(other.begin(), end, 0.0, [&](double sum, double value) { return sum + goodness(rule.measure, value); }) / double(epochs));
        }
    }
    if (averages.empty() || int(averages.size()) < rule.leastOthers) {
        return std::nullopt;
    }
    double best = -infinity;
    for (const double value : run) {
        best = std::max(best, goodness(rule.measure, value));
    }
    const double median = medianOf(averages);
    if (!(best < median)) {
        return std::nullopt;
    }
    const auto turnedBack = [&](double value) { return std::isinf(value) ? std::nan("") : rule.measure == Measure::TestLoss ? -value : value; };
    return MedianVerdict{rule.measure, int(epochs), turnedBack(best), turnedBack(median), int(averages.size())};
}

std::vector<double> measuresOf(Measure measure, const std::vector<EpochReport> &epochs)
{
    std::vector<double> values;
    for (const EpochReport &report : epochs) {
        values.push_back(measure == Measure::TestLoss ? report.testLoss : report.testAccuracy);
    }
    return values;
}

QJsonObject toJson(const MedianRule &rule)
{
    return {{QStringLiteral("rule"), QStringLiteral("median")},
            {QStringLiteral("measure"), nameOf(rule.measure)},
            {QStringLiteral("after_epochs"), rule.afterEpochs},
            {QStringLiteral("least_others"), rule.leastOthers}};
}

Result<MedianRule> medianRuleFrom(const QJsonValue &value)
{
    using Read = Result<MedianRule>;
    const QJsonObject object = value.toObject();
    static const QStringList known{QStringLiteral("rule"), QStringLiteral("measure"), QStringLiteral("after_epochs"), QStringLiteral("least_others")};
    for (const QString &key : object.keys()) {
        if (!known.contains(key)) {
            return Read::failure(Words::tr("stop.%1: unknown key. Known are: %2.").arg(key, known.join(QStringLiteral(", "))));
        }
    }
    if (object[QLatin1String("rule")].toString() != QLatin1String("median")) {
        return Read::failure(Words::tr("stop.rule: the only rule there is is “median”."));
    }
    MedianRule rule;
    const QString measure = object[QLatin1String("measure")].toString(object.contains(QLatin1String("measure")) ? QString() : nameOf(rule.measure));
    if (measure != nameOf(Measure::TestAccuracy) && measure != nameOf(Measure::TestLoss)) {
        return Read::failure(Words::tr("stop.measure: choose “test_accuracy” or “test_loss”."));
    }
    rule.measure = measure == nameOf(Measure::TestLoss) ? Measure::TestLoss : Measure::TestAccuracy;
    rule.afterEpochs = numberIn(object, QStringLiteral("after_epochs"), rule.afterEpochs, mostEpochs);
    rule.leastOthers = numberIn(object, QStringLiteral("least_others"), rule.leastOthers, mostOthers);
    if (rule.afterEpochs < 1 || rule.leastOthers < 1) {
        return Read::failure(Words::tr("stop.%1: write a whole number of 1 or more.")
                                 .arg(rule.afterEpochs < 1 ? QStringLiteral("after_epochs") : QStringLiteral("least_others")));
    }
    return rule;
}

QString reasonOf(const MedianVerdict &verdict)
{
    const QJsonObject object{{QStringLiteral("rule"), QStringLiteral("median")},
                             {QStringLiteral("measure"), nameOf(verdict.measure)},
                             {QStringLiteral("epoch"), verdict.epoch},
                             {QStringLiteral("best"), jsonOf(verdict.best)},
                             {QStringLiteral("median"), jsonOf(verdict.median)},
                             {QStringLiteral("others"), verdict.others}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<MedianVerdict> verdictFrom(const QString &reason)
{
    const QJsonObject object = QJsonDocument::fromJson(reason.toUtf8()).object();
    if (object[QLatin1String("rule")].toString() != QLatin1String("median")) {
        return std::nullopt;
    }
    const bool isLoss = object[QLatin1String("measure")].toString() == nameOf(Measure::TestLoss);
    return MedianVerdict{isLoss ? Measure::TestLoss : Measure::TestAccuracy, object[QLatin1String("epoch")].toInt(),
                         object[QLatin1String("best")].toDouble(std::nan("")), object[QLatin1String("median")].toDouble(std::nan("")),
                         object[QLatin1String("others")].toInt()};
}

QString sentenceOf(const MedianVerdict &verdict)
{
    const QString sentence = verdict.measure == Measure::TestLoss
        ? Words::tr("Given up after epoch %1 by the median rule: its lowest test loss was %2, and the median of %Ln other run(s) of the sweep up to there %3.", nullptr, verdict.others)
        : Words::tr("Given up after epoch %1 by the median rule: its best test accuracy was %2, and the median of %Ln other run(s) of the sweep up to there %3.", nullptr, verdict.others);
    return sentence.arg(QLocale().toString(verdict.epoch), numberText(verdict.measure, verdict.best), numberText(verdict.measure, verdict.median));
}

bool wasGivenUp(const RunEnd &end)
{
    return end.kind == RunEnd::Kind::Stopped && verdictFrom(end.reason).has_value();
}

} // namespace convscope
