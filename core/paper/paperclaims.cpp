// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/paper/paperclaims.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

namespace convscope {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(convscope::Paper)
};

QString number(double value, int digits)
{
    return QLocale().toString(value, 'f', digits);
}

QString percent(double share)
{
    return QStringLiteral("%1\u00a0%").arg(number(100.0 * share, 1));
}

QString points(double share)
{
    return Words::tr("%1 points").arg(number(100.0 * share, 1));
}

using Figure = double EpochReport::*;

/// The epoch (1-based) of the lowest value. `epochs` is not empty.
int lowestAt(const std::vector<EpochReport> &epochs, Figure figure)
{
    const auto lowest = std::min_element(epochs.begin(), epochs.end(), [figure](const EpochReport &a, const EpochReport &b) { return a.*figure < b.*figure; });
    return int(lowest - epochs.begin()) + 1;
}

/// How much of the way from the first epoch's value down to the lowest one is done after `epoch`; 0 where it never falls.
double shareOfFall(const std::vector<EpochReport> &epochs, Figure figure, int epoch)
{
    const double first = epochs.front().*figure;
    const double whole = first - epochs[std::size_t(lowestAt(epochs, figure) - 1)].*figure;
    const std::size_t index = std::min(std::size_t(epoch), epochs.size()) - 1;
    return whole > 0.0 ? (first - epochs[index].*figure) / whole : 0.0;
}

double seconds(const MeasuredRun &run)
{
    double sum = 0.0;
    for (const EpochReport &report : run.epochs) {
        sum += report.trainSeconds + report.testSeconds;
    }
    return sum;
}

PaperJudgement judged(double margin, const QString &measured)
{
    return {margin >= 0.0 ? Verdict::Holds : Verdict::Fails, margin, measured};
}

PaperJudgement fallsFast(const PaperClaim &claim, const MeasuredRun &run)
{
    const double train = shareOfFall(run.epochs, &EpochReport::trainLoss, claim.epoch);
    const double test = shareOfFall(run.epochs, &EpochReport::testLoss, claim.epoch);
    return judged(std::min(train, test) - claim.share,
                  Words::tr("By epoch %1 the train loss has made %2 of its fall, the test loss %3.").arg(QString::number(claim.epoch), percent(train), percent(test)));
}

PaperJudgement testNearTrain(const PaperClaim &claim, const MeasuredRun &run)
{
    const EpochReport &last = run.epochs.back();
    const double gap = last.trainAccuracy - last.testAccuracy;
    return judged(claim.within - std::abs(gap),
                  Words::tr("%1 in training, %2 in the test: %3 apart.").arg(percent(last.trainAccuracy), percent(last.testAccuracy), points(std::abs(gap))));
}

PaperJudgement accuracyAbout(const PaperClaim &claim, const MeasuredRun &run)
{
    const double accuracy = run.epochs.back().testAccuracy;
    const double difference = accuracy - claim.value;
    return judged(claim.within - std::abs(difference),
                  (difference < 0.0 ? Words::tr("%1: %2 lower.") : Words::tr("%1: %2 higher.")).arg(percent(accuracy), points(std::abs(difference))));
}

PaperJudgement accuracyAbove(const PaperClaim &claim, const MeasuredRun &run)
{
    PaperJudgement judgement = accuracyAbout(claim, run);
    judgement.margin = run.epochs.back().testAccuracy - claim.value;
    judgement.verdict = judgement.margin > 0.0 ? Verdict::Holds : Verdict::Fails;
    return judgement;
}

PaperJudgement overfitsFrom(const PaperClaim &claim, const MeasuredRun &run)
{
    const int lowest = lowestAt(run.epochs, &EpochReport::testLoss);
    const double loss = run.epochs[std::size_t(lowest - 1)].testLoss;
    const double last = run.epochs.back().testLoss;
    const double rise = last / loss - 1.0;
    const QString measured = Words::tr("The test loss is lowest at epoch %1 (%2) and ends at %3: %4 higher.")
                                 .arg(QString::number(lowest), number(loss, 4), number(last, 4), percent(rise));
    if (rise < claim.rise) {
        return {Verdict::Fails, rise - claim.rise, measured};
    }
    return judged(std::min(lowest - claim.earliest, claim.latest - lowest), measured);
}

/// Against the strongest of the others. Each test of the claim's kind gives the margin and a sentence.
PaperJudgement against(const PaperClaim &claim, const MeasuredRun &run, const MeasuredRun &other)
{
    const EpochReport &a = run.epochs.back();
    const EpochReport &b = other.epochs.back();
    const QString accuracies = Words::tr("Accuracy: %1 against %2 of %3.").arg(percent(a.testAccuracy), percent(b.testAccuracy), other.name);
    const QString losses = Words::tr("Test loss: %1 against %2 of %3.").arg(number(a.testLoss, 4), number(b.testLoss, 4), other.name);
    switch (claim.kind) {
    case PaperClaim::Kind::BestOf:
        return judged(a.testAccuracy - b.testAccuracy, accuracies);
    case PaperClaim::Kind::LowerLoss:
        return judged(b.testLoss - a.testLoss, losses);
    case PaperClaim::Kind::Better: {
        const double accuracy = a.testAccuracy - b.testAccuracy;
        const double loss = b.testLoss - a.testLoss;
        return judged(std::min(accuracy, loss), losses + QLatin1Char(' ') + accuracies);
    }
    default:
        break;
    }
    const double factor = seconds(run) / seconds(other);
    return judged(factor - claim.factor,
                  Words::tr("%1 s against %2 s of %3: %4 times as long.").arg(number(seconds(run), 0), number(seconds(other), 0), other.name, number(factor, 1)));
}

PaperJudgement notMeasured(const MeasuredRun *run, const QString &name)
{
    QString why;
    if (!run || run->id.isEmpty()) {
        why = Words::tr("%1 was not trained yet.").arg(name);
    } else if (run->diverged) {
        why = Words::tr("%1 diverged.").arg(name);
    } else {
        why = Words::tr("%1 has %2 of its %3 epochs.").arg(name, QString::number(run->epochs.size()), QString::number(run->epochsWanted));
    }
    return {Verdict::NotMeasured, std::numeric_limits<double>::quiet_NaN(), why};
}

PaperJudgement judgeOne(const PaperClaim &claim, const MeasuredRun &run)
{
    switch (claim.kind) {
    case PaperClaim::Kind::FallsFastUntil:
        return fallsFast(claim, run);
    case PaperClaim::Kind::TestNearTrain:
        return testNearTrain(claim, run);
    case PaperClaim::Kind::AccuracyAbout:
        return accuracyAbout(claim, run);
    case PaperClaim::Kind::AccuracyAbove:
        return accuracyAbove(claim, run);
    default:
        return overfitsFrom(claim, run);
    }
}

} // namespace

QString verdictName(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Holds:
        return QStringLiteral("holds");
    case Verdict::Fails:
        return QStringLiteral("fails");
    case Verdict::NotMeasured:
        break;
    }
    return QStringLiteral("not_measured");
}

QString verdictText(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Holds:
        return Words::tr("holds");
    case Verdict::Fails:
        return Words::tr("doesn't hold");
    case Verdict::NotMeasured:
        break;
    }
    return Words::tr("not measured");
}

PaperJudgement judge(const PaperClaim &claim, const MeasuredRuns &runs)
{
    const MeasuredRun *run = runs(claim.run);
    if (!run || !run->isWhole()) {
        return notMeasured(run, claim.run);
    }
    if (claim.others.isEmpty()) {
        return judgeOne(claim, *run);
    }
    PaperJudgement closest;
    for (const QString &name : claim.others) {
        const MeasuredRun *other = runs(name);
        if (!other || !other->isWhole()) {
            return notMeasured(other, name);
        }
        const PaperJudgement judgement = against(claim, *run, *other);
        if (closest.measured.isEmpty() || judgement.margin < closest.margin) {
            closest = judgement;
        }
    }
    return closest;
}

QString claimText(const PaperClaim &claim)
{
    const QString others = claim.others.join(QStringLiteral(", "));
    switch (claim.kind) {
    case PaperClaim::Kind::FallsFastUntil:
        return Words::tr("Both losses fall fast up to epoch %1 (at least %2 of the whole fall).").arg(QString::number(claim.epoch), percent(claim.share));
    case PaperClaim::Kind::TestNearTrain:
        return Words::tr("Test stays near train, no overfitting (accuracies at most %1 apart).").arg(points(claim.within));
    case PaperClaim::Kind::AccuracyAbout:
        return Words::tr("The test accuracy ends at about %1 (at most %2 away).").arg(percent(claim.value), points(claim.within));
    case PaperClaim::Kind::AccuracyAbove:
        return Words::tr("The test accuracy ends above %1.").arg(percent(claim.value));
    case PaperClaim::Kind::BestOf:
        return Words::tr("It is the best: its accuracy is higher than that of %1.").arg(others);
    case PaperClaim::Kind::OverfitsFrom:
        return Words::tr("It overfits from about epoch %1: the test loss is lowest between epochs %2 and %3, then rises by %4 or more.")
            .arg(QString::number(claim.epoch), QString::number(claim.earliest), QString::number(claim.latest), percent(claim.rise));
    case PaperClaim::Kind::LowerLoss:
        return Words::tr("It was chosen over %1: its test loss ends lower.").arg(others);
    case PaperClaim::Kind::Better:
        return Words::tr("It has a lower test loss and a higher accuracy than %1.").arg(others);
    case PaperClaim::Kind::TakesLonger:
        break;
    }
    return Words::tr("More epochs cost much more time than %1 (at least %2 times as long).").arg(others, number(claim.factor, 0));
}

} // namespace convscope
