// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/curvesannotations.h"

#include "core/training/medianrule.h"
#include "ui/charts/numberformat.h"
#include "ui/theme.h"

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

QColor attentionColor(const QPalette &)
{
    return theme::attention();
}

QColor wrongColor(const QPalette &)
{
    return theme::wrong();
}

QColor selectionColor(const QPalette &palette)
{
    return palette.color(QPalette::Highlight);
}

QString valueText(double value, Quantity quantity)
{
    return quantity == Quantity::Loss ? lossText(value) : percentText(value);
}

} // namespace

QStringList CurvesAnnotations::changes(const LiveSettings &before, const LiveSettings &after)
{
    QStringList lines;
    if (before.learningRate != after.learningRate) {
        lines += tr("learning rate %1 → %2").arg(settingText(before.learningRate), settingText(after.learningRate));
    }
    if (before.weightDecay != after.weightDecay) {
        lines += tr("weight decay %1 → %2").arg(settingText(before.weightDecay), settingText(after.weightDecay));
    }
    if (before.dropout != after.dropout) {
        lines += tr("dropout %1 → %2").arg(settingText(before.dropout), settingText(after.dropout));
    }
    return lines;
}

PlotMark CurvesAnnotations::lowestLossMark(const CurvesData &run, Quantity quantity, const CurvesOptions &options)
{
    const EpochReport &report = run.epochs()[*run.lowestLossEpoch()].report;
    PlotMark mark;
    mark.kind = PlotMark::Kind::LowestLoss;
    mark.x = run.xOf(double(report.steps), options.x);
    mark.y = testValue(report, quantity);
    mark.color = theme::test;
    const QString text = quantity == Quantity::Loss ? tr("lowest test loss, epoch %1: %2")
                                                    //: %2 is the test accuracy of that epoch.
                                                    : tr("epoch %1 of the lowest test loss: %2");
    mark.label = text.arg(wholeText(report.epoch), valueText(*mark.y, quantity));
    mark.toolTip = tr("Epoch %1 has the lowest test loss so far: %2, with a test accuracy of %3.")
                       .arg(wholeText(report.epoch), lossText(report.testLoss), percentText(report.testAccuracy));
    return mark;
}

PlotMark CurvesAnnotations::eventMark(const RunEvent &event, double x)
{
    PlotMark mark;
    mark.x = x;
    mark.color = attentionColor;
    if (event.kind == RunEvent::Kind::Paused) {
        mark.kind = PlotMark::Kind::Pause;
        mark.label = tr("pause");
        mark.toolTip = tr("Paused after step %1.").arg(wholeText(double(event.steps)));
        return mark;
    }
    const QStringList lines = changes(event.before, event.after);
    mark.kind = PlotMark::Kind::Change;
    mark.label = lines.join(QStringLiteral(", "));
    mark.toolTip = tr("From step %1 on:\n%2").arg(wholeText(double(event.steps + 1)), lines.join(QLatin1Char('\n')));
    return mark;
}

std::vector<PlotMark> CurvesAnnotations::marks(const CurvesData &run, Quantity quantity, const CurvesOptions &options)
{
    std::vector<PlotMark> marks;
    for (const RunEvent &event : run.events()) {
        if (event.kind != RunEvent::Kind::Resumed && !event.byStep) {
            marks.push_back(eventMark(event, run.xOf(double(event.steps), options.x)));
        }
    }
    if (run.lowestLossEpoch()) {
        marks.push_back(lowestLossMark(run, quantity, options));
    }
    if (run.end() && run.end()->kind == RunEnd::Kind::Diverged) {
        PlotMark mark;
        mark.kind = PlotMark::Kind::Diverged;
        mark.x = run.xOf(double(run.end()->steps), options.x);
        mark.color = wrongColor;
        mark.label = tr("diverged");
        mark.toolTip = reasonText(*run.end());
        marks.push_back(mark);
    }
    if (run.end() && wasGivenUp(*run.end())) {
        PlotMark mark;
        mark.kind = PlotMark::Kind::Pause;
        mark.x = run.xOf(double(run.end()->steps), options.x);
        mark.color = attentionColor;
        mark.label = tr("given up");
        mark.toolTip = reasonText(*run.end());
        marks.push_back(mark);
    }
    // One row of texts says it once: the accuracy's chart has the flags alone.
    for (PlotMark &mark : marks) {
        if (quantity == Quantity::Accuracy && mark.kind != PlotMark::Kind::LowestLoss) {
            mark.label.clear();
        }
    }
    return marks;
}

PlotMark CurvesAnnotations::positionMark(const CurvesData &run, double steps, const CurvesOptions &options)
{
    PlotMark mark;
    mark.kind = PlotMark::Kind::Position;
    mark.x = run.xOf(steps, options.x);
    mark.color = selectionColor;
    mark.toolTip = tr("The moment that all pages show: after step %1.").arg(wholeText(steps));
    return mark;
}

std::optional<PlotShade> CurvesAnnotations::overfitting(const CurvesData &run, Quantity quantity,
                                                        const CurvesOptions &options)
{
    if (!run.overfits() || !options.showTrain || !options.showTest) {
        return std::nullopt;
    }
    PlotShade shade;
    for (std::size_t i = *run.lowestLossEpoch(); i < run.epochs().size(); ++i) {
        const EpochReport &report = run.epochs()[i].report;
        const double x = run.xOf(double(report.steps), options.x);
        const double train = trainValue(report, quantity);
        const double test = testValue(report, quantity);
        if (std::isfinite(train) && std::isfinite(test)) {
            shade.upper.emplace_back(x, quantity == Quantity::Loss ? test : train);
            shade.lower.emplace_back(x, quantity == Quantity::Loss ? train : test);
        }
    }
    shade.label = tr("overfitting");
    shade.color = theme::overfittingShade;
    return shade;
}

namespace {

const EpochReport *nearestEpoch(const CurvesData &run, double steps)
{
    const auto distance = [steps](const EpochRow &row) { return std::abs(double(row.report.steps) - steps); };
    const auto nearest = std::min_element(run.epochs().begin(), run.epochs().end(),
                                          [&](const auto &a, const auto &b) { return distance(a) < distance(b); });
    return nearest == run.epochs().end() ? nullptr : &nearest->report;
}

} // namespace

std::optional<PlotReadout> CurvesAnnotations::readout(const CurvesData &run, const CurvesData &ghost, Quantity quantity,
                                                      const CurvesOptions &options, double x)
{
    if (run.batchCount() == 0) {
        return std::nullopt;
    }
    const double perEpoch = run.batchesPerEpoch();
    const double wanted = options.x == CurvesX::Batches ? x : x * perEpoch;
    const double steps = std::clamp(std::round(wanted), 1.0, double(run.batchCount()));
    const std::size_t index = std::size_t(steps) - 1;
    const double epoch = std::floor((steps - 1.0) / perEpoch);

    PlotReadout readout;
    readout.x = run.xOf(steps, options.x);
    readout.title = tr("Epoch %1, batch %2 of %3")
                        .arg(wholeText(epoch + 1.0), wholeText(steps - epoch * perEpoch), wholeText(perEpoch));
    const auto add = [&](const QString &name, double atX, double value, ThemeColor color) {
        readout.rows.push_back({name, valueText(value, quantity), QPointF(atX, value), color});
    };
    if (options.showBatches) {
        add(tr("this batch"), readout.x, double(run.batches(quantity)->at(index)), theme::train);
        if (options.smoothing > 0.0) {
            add(tr("batches, smoothed"), readout.x, double(run.smoothed(quantity)->at(index)), theme::train);
        }
    }
    const EpochReport *report = nearestEpoch(run, steps);
    if (report) {
        const double at = run.xOf(double(report->steps), options.x);
        if (options.showTrain) {
            add(tr("train, epoch %1").arg(wholeText(report->epoch)), at, trainValue(*report, quantity), theme::train);
        }
        if (options.showTest) {
            add(tr("test, epoch %1").arg(wholeText(report->epoch)), at, testValue(*report, quantity), theme::test);
        }
    }
    const auto same = [&](const EpochRow &row) { return report && row.report.epoch == report->epoch; };
    const auto before = std::find_if(ghost.epochs().begin(), ghost.epochs().end(), same);
    if (options.showTest && before != ghost.epochs().end()) {
        add(tr("previous run, test"), ghost.xOf(double(before->report.steps), options.x),
            testValue(before->report, quantity), theme::mutedText);
    }
    return readout;
}

QString CurvesAnnotations::summary(const CurvesData &run, Quantity quantity)
{
    if (run.epochs().empty()) {
        return run.batchCount() == 0 ? tr("No numbers yet.")
                                     : tr("%n batch(es) of the first epoch so far.", nullptr, int(run.batchCount()));
    }
    const EpochReport &last = run.epochs().back().report;
    QStringList sentences;
    const QString ends = quantity == Quantity::Loss
        ? tr("After epoch %1 the train loss is %2 and the test loss is %3.")
        : tr("After epoch %1 the train accuracy is %2 and the test accuracy is %3.");
    sentences += ends.arg(wholeText(last.epoch), valueText(trainValue(last, quantity), quantity),
                          valueText(testValue(last, quantity), quantity));
    if (run.lowestLossEpoch()) {
        sentences += lowestLossMark(run, quantity, {}).toolTip;
    }
    if (run.overfits()) {
        sentences += tr("Since then the network overfits.");
    }
    if (run.end() && run.end()->kind == RunEnd::Kind::Diverged) {
        sentences += run.end()->reason;
    }
    return sentences.join(QLatin1Char(' '));
}

} // namespace convscope
