// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/comparetexts.h"

#include "core/training/settingname.h"
#include "ui/charts/numberformat.h"
#include "ui/models/settingvaluetext.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

constexpr double usualLimit = 0.05;

QJsonValue valueOf(const ComparedRun &run, const QString &path)
{
    const auto found = run.settings.find(path);
    return found == run.settings.end() ? QJsonValue(QJsonValue::Undefined) : found->second;
}

const EpochReport *reportOf(const ComparedRun &run, int epoch)
{
    const auto found = std::find_if(run.epochs.begin(), run.epochs.end(), [epoch](const EpochReport &report) { return report.epoch == epoch; });
    return found == run.epochs.end() ? nullptr : &*found;
}

} // namespace

QString CompareTexts::points(double difference, int decimals)
{
    return tr("%1 points", "of a percentage").arg(QLocale().toString(100.0 * std::abs(difference), 'f', decimals));
}

QString CompareTexts::differences(const Duel &duel, const ComparedRun &a, const ComparedRun &b)
{
    QStringList lines;
    for (const QString &path : duel.differing) {
        lines << tr("%1: %2 against %3").arg(settingName(path), settingValueText(path, valueOf(a, path)), settingValueText(path, valueOf(b, path)));
    }
    const QString list = lines.join(QStringLiteral("; "));
    if (lines.isEmpty()) {
        return duel.seedDiffers ? tr("All settings but the seed are equal.") : tr("All settings are equal.");
    }
    if (lines.size() == 1) {
        return tr("They differ in one setting: %1").arg(list);
    }
    return duel.things == 1 ? tr("They differ in one thing: %1").arg(list) : tr("What differs: %1").arg(list);
}

QString CompareTexts::sharedWeights(const Duel &duel)
{
    if (duel.isBranch) {
        return QString(); // neither the seed nor the settings say what it began with
    }
    QString text;
    if (duel.seedDiffers) {
        text = tr("They began with different weights, because each drew them with a seed of its own.");
    } else if (duel.sharedLayers == duel.layers) {
        text = tr("All layers began with the same weights.");
    } else if (duel.sharedLayers == 0) {
        text = tr("No layer has the same shape in both, so none began with the same weights.");
    } else {
        text = tr("%L1 of %L2 layers began with the same weights; the others have another shape.").arg(duel.sharedLayers).arg(duel.layers);
    }
    return duel.sharesBatches ? text + QLatin1Char(' ') + tr("Both saw the same batches in the same order.") : text;
}

QString CompareTexts::outcome(const ComparedRow &a, const ComparedRow &b)
{
    const EpochReport *x = a.run->kept();
    const EpochReport *y = b.run->kept();
    if (!x || !y || !std::isfinite(x->testAccuracy) || !std::isfinite(y->testAccuracy)) {
        return tr("What came out can be said when both have trained an epoch.");
    }
    QString when = tr("Test accuracy after the last epoch: %1 against %2.");
    if (!isWhole(*a.run) || !isWhole(*b.run)) {
        // One of them is still on its way, or broke off: only the same epoch can be compared.
        const int epoch = std::min(a.run->last()->epoch, b.run->last()->epoch);
        x = reportOf(*a.run, epoch);
        y = reportOf(*b.run, epoch);
        if (!x || !y) {
            return tr("What came out can be said when both have trained an epoch.");
        }
        const ComparedRow &shorter = isWhole(*a.run) ? b : a;
        when = tr("“%1” has not been trained to its end. Test accuracy of both after epoch %L2:").arg(numberedName(shorter)).arg(epoch) + QLatin1String(" ") + tr("%1 against %2.");
    } else if (a.run->keepsBest() || b.run->keepsBest()) {
        when = tr("Test accuracy of the weights that each keeps (epoch %L1 and epoch %L2):").arg(x->epoch).arg(y->epoch) + QLatin1String(" ") + tr("%1 against %2.");
    }
    const QString figures = when.arg(percentText(x->testAccuracy, 2), percentText(y->testAccuracy, 2));
    const double difference = x->testAccuracy - y->testAccuracy;
    if (difference == 0.0) {
        return figures + QLatin1Char(' ') + tr("They are equally good.");
    }
    return figures + QLatin1Char(' ') + tr("“%1” is better by %2.").arg(numberedName(difference > 0.0 ? a : b), points(difference));
}

QStringList CompareTexts::seeds(const SeedDuel &duel, const QString &a, const QString &b)
{
    const PairedTest &test = duel.accuracy;
    if (test.pairs < 2) {
        return {};
    }
    double least = std::numeric_limits<double>::infinity();
    double most = -least;
    for (std::size_t i = 0; i < duel.seeds.size(); ++i) {
        const double difference = duel.first[i]->kept()->testAccuracy - duel.second[i]->kept()->testAccuracy;
        least = std::min(least, difference);
        most = std::max(most, difference);
    }
    const QLocale locale;
    const auto signedPoints = [&locale](double value) -> QString { return (value < 0.0 ? QStringLiteral("−") : QStringLiteral("+")) + locale.toString(100.0 * std::abs(value), 'f', 2); };
    QStringList sentences;
    sentences << tr("Over %L1 seeds: “%2” minus “%3” is on average %4 points of test accuracy (from %5 to %6).")
                     .arg(test.pairs)
                     .arg(a, b, signedPoints(test.meanDifference), signedPoints(least), signedPoints(most));
    sentences << tr("Paired t-test, p = %1: if the change made no difference, seeds alone would lead at least as far apart in %2 of such experiments.")
                     .arg(locale.toString(test.p, 'g', 2), percentText(test.p));
    sentences << (test.p < usualLimit ? tr("That is rare (less than 1 in 20), so it is more than chance.") : tr("That is not rare, so it is not shown to be more than chance."));
    return sentences;
}

} // namespace convscope
