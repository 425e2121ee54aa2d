// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/rateverdict.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace convscope {

namespace {

constexpr std::size_t fewestPoints = 10;
/// The average of fewer losses than this follows their noise.
constexpr std::ptrdiff_t settled = 10;
/// On either side of a point, in powers of ten.
constexpr double slopeReach = 0.2;
constexpr double tenth = 0.1;
/// A change below this share of the first loss is none, whatever the noise.
constexpr double leastShare = 0.01;
/// In standard deviations of the smoothed loss: the extreme one of 150 values is about three away, and the mean that it is held against has
/// as much noise again.
constexpr double significance = 8.0;

QString translated(const char *text)
{
    return QCoreApplication::translate("RateVerdict", text);
}

/// Points up to the first that is no finite number.
std::size_t finiteCount(const std::vector<RatePoint> &points)
{
    const auto isBroken = [](const RatePoint &point) { return !std::isfinite(point.loss) || !std::isfinite(point.smoothed); };
    return std::size_t(std::find_if(points.begin(), points.end(), isBroken) - points.begin());
}

/// Standard deviation of single losses around their trend: from the median of the differences of neighbours, which neither the fall nor the
/// break at the end has much to do with.
double noiseOf(const std::vector<RatePoint> &points, std::size_t count)
{
    std::vector<double> differences;
    for (std::size_t i = 1; i < count; ++i) {
        differences.push_back(std::abs(points[i].loss - points[i - 1].loss));
    }
    const auto middle = differences.begin() + std::ptrdiff_t(differences.size() / 2);
    std::nth_element(differences.begin(), middle, differences.end());
    return *middle * 1.4826 / std::sqrt(2.0);
}

double meanLoss(const std::vector<RatePoint> &points, std::size_t count)
{
    return std::accumulate(points.begin(), points.begin() + std::ptrdiff_t(count), 0.0, [](double sum, const RatePoint &point) { return sum + point.loss; })
        / double(count);
}

/// Of the straight line through the smoothed losses of [first, last].
double slopeOf(const std::vector<RatePoint> &points, std::size_t first, std::size_t last)
{
    const double count = double(last - first + 1);
    double x = 0.0;
    double y = 0.0;
    for (std::size_t i = first; i <= last; ++i) {
        x += std::log10(points[i].rate) / count;
        y += points[i].smoothed / count;
    }
    double xy = 0.0;
    double xx = 0.0;
    for (std::size_t i = first; i <= last; ++i) {
        const double away = std::log10(points[i].rate) - x;
        xy += away * (points[i].smoothed - y);
        xx += away * away;
    }
    return xx > 0.0 ? xy / xx : 0.0;
}

/// Between the first point and `last`. The first average holds few losses, so where there is room a slope needs its whole reach.
std::optional<std::size_t> steepestPoint(const std::vector<RatePoint> &points, std::size_t last)
{
    const double step = std::log10(points[1].rate / points[0].rate);
    const auto reach = std::size_t(std::max(2.0, std::round(slopeReach / step)));
    std::optional<std::size_t> steepest;
    double lowest = 0.0;
    for (std::size_t i = std::min(reach, last / 2); i <= last; ++i) {
        const std::size_t first = i > reach ? i - reach : 0;
        const double slope = slopeOf(points, first, std::min(i + reach, last));
        if (slope < lowest) {
            lowest = slope;
            steepest = i;
        }
    }
    return steepest;
}

double twoDigits(double value)
{
    return QString::number(value, 'e', 1).toDouble();
}

/// With a power of ten as people write it: "1.9·10⁻⁷".
QString smallText(double value, const QLocale &locale)
{
    static const QString digits = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    const QString plain = QString::number(value, 'e', 1);
    QString power;
    for (const QChar c : QString::number(std::abs(plain.section(QLatin1Char('e'), 1).toInt()))) {
        power += digits[c.digitValue()];
    }
    return QStringLiteral("%1·10⁻%2").arg(locale.toString(plain.section(QLatin1Char('e'), 0, 0).toDouble(), 'g', 2), power);
}

RateVerdict verdictWithout(RateVerdict::Kind kind)
{
    RateVerdict verdict;
    verdict.kind = kind;
    return verdict;
}

} // namespace

RateVerdict judge(const std::vector<RatePoint> &points)
{
    const std::size_t count = finiteCount(points);
    const auto smoothedLess = [](const RatePoint &a, const RatePoint &b) { return a.smoothed < b.smoothed; };
    const auto end = points.begin() + std::ptrdiff_t(count);
    const bool brokeDown = count < points.size()
        || (count > 0 && points[count - 1].smoothed > breakDownFactor * std::min_element(points.begin(), end, smoothedLess)->smoothed);
    if (count < fewestPoints) {
        return verdictWithout(brokeDown ? RateVerdict::Kind::OnlyRises : RateVerdict::Kind::TooShort);
    }
    const auto lowest = std::min_element(points.begin() + std::min(settled, std::ptrdiff_t(count) - 1), end, smoothedLess);
    const double start = meanLoss(points, std::max<std::size_t>(5, count / 10));
    const double rest = std::sqrt((1.0 - LossSmoother::memory) / (1.0 + LossSmoother::memory)); // of the noise, in the average
    const double least = std::max(significance * rest * noiseOf(points, count), leastShare * std::abs(start));
    const double highestAfter = std::max_element(lowest, end, smoothedLess)->smoothed;
    const auto breaking = std::size_t(lowest - points.begin());
    const bool falls = start - lowest->smoothed > least;
    // Noise alone lies both above the lowest value and above the mean; the former twice as far.
    const bool rises = brokeDown || (falls ? highestAfter - lowest->smoothed > 2.0 * least : highestAfter - start > least);
    const std::optional<std::size_t> steepest = falls && breaking > 1 ? steepestPoint(points, breaking) : std::nullopt;
    if (!steepest) {
        return verdictWithout(rises ? RateVerdict::Kind::OnlyRises : RateVerdict::Kind::NeverFalls);
    }
    RateVerdict verdict;
    verdict.kind = rises ? RateVerdict::Kind::Found : RateVerdict::Kind::StillFalls;
    verdict.steepest = steepest;
    double rate = points[*steepest].rate;
    if (rises) {
        verdict.breaking = breaking;
        verdict.isTenth = tenth * points[breaking].rate < rate;
        rate = std::min(rate, tenth * points[breaking].rate);
    }
    verdict.suggestion = twoDigits(rate);
    return verdict;
}

QString rateText(double rate)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    const double rounded = twoDigits(rate);
    if (!(rounded >= 1e-6)) {
        return smallText(rounded, locale);
    }
    const int decimals = std::max(0, 1 - int(std::floor(std::log10(rounded) + 1e-9)));
    QString text = locale.toString(rounded, 'f', decimals);
    while (decimals > 0 && text.endsWith(locale.zeroDigit())) {
        text.chop(1);
    }
    return text.endsWith(locale.decimalPoint()) ? text.chopped(1) : text;
}

QString steepestText(const RateVerdict &verdict, const std::vector<RatePoint> &points)
{
    return verdict.steepest ? translated(QT_TRANSLATE_NOOP("RateVerdict", "Steepest at %1: here the loss falls fastest, so here each step teaches the network most."))
                                  .arg(rateText(points[*verdict.steepest].rate))
                            : QString();
}

QString breakingText(const RateVerdict &verdict, const std::vector<RatePoint> &points)
{
    if (verdict.breaking) {
        return translated(QT_TRANSLATE_NOOP("RateVerdict", "Breaking point at %1: from here on the steps are so large that they undo what was learned, and the loss rises."))
            .arg(rateText(points[*verdict.breaking].rate));
    }
    return verdict.kind == RateVerdict::Kind::StillFalls
        ? translated(QT_TRANSLATE_NOOP("RateVerdict", "No breaking point: the loss still falls at the largest rate that was tried. Search up to a larger one."))
        : QString();
}

QString suggestionText(const RateVerdict &verdict)
{
    switch (verdict.kind) {
    case RateVerdict::Kind::Found:
        return (verdict.isTenth ? translated(QT_TRANSLATE_NOOP("RateVerdict", "Suggestion: %1, a tenth of the breaking point. The steepest point lies too near to it to be safe over many epochs."))
                                : translated(QT_TRANSLATE_NOOP("RateVerdict", "Suggestion: %1, the steepest point; it is at least ten times below the breaking point, so it is safe, too.")))
            .arg(rateText(*verdict.suggestion));
    case RateVerdict::Kind::StillFalls:
        return translated(QT_TRANSLATE_NOOP("RateVerdict", "Suggestion: %1, the steepest point.")).arg(rateText(*verdict.suggestion));
    case RateVerdict::Kind::NeverFalls:
        return translated(QT_TRANSLATE_NOOP("RateVerdict", "Nothing can be suggested: the loss does not fall at any of these rates. Search up to a larger rate, or with more steps."));
    case RateVerdict::Kind::OnlyRises:
        return translated(QT_TRANSLATE_NOOP("RateVerdict", "Nothing can be suggested: the loss only rises. Begin the search at a smaller rate."));
    case RateVerdict::Kind::TooShort:
        break;
    }
    return translated(QT_TRANSLATE_NOOP("RateVerdict", "Nothing can be suggested yet: the search was too short."));
}

} // namespace convscope
