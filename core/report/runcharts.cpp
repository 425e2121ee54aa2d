// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/runcharts.h"

#include "core/common/duration.h"
#include "core/common/numberformat.h"
#include "core/runs/overfitting.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>
#include <limits>
#include <set>

namespace convscope {

namespace {

constexpr std::size_t wholeTable = 25; // rows
constexpr std::size_t thinnedTable = 20;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(convscope::Report)
};

QByteArray chartOf(const ReportedRun &run, bool isAccuracy)
{
    SvgChart chart;
    chart.title = isAccuracy ? Words::tr("Accuracy (%)") : Words::tr("Mean loss (nats)");
    chart.yTitle = chart.title;
    chart.xTitle = Words::tr("Epoch");
    chart.isPercent = isAccuracy;
    chart.lines.resize(2);
    chart.lines[0].name = Words::tr("train");
    chart.lines[0].color = QStringLiteral("#0072B2");
    chart.lines[0].values = figuresOf(run.epochs, isAccuracy ? &EpochReport::trainAccuracy : &EpochReport::trainLoss);
    chart.lines[1].name = Words::tr("test");
    chart.lines[1].color = QStringLiteral("#D55E00");
    chart.lines[1].values = figuresOf(run.epochs, isAccuracy ? &EpochReport::testAccuracy : &EpochReport::testLoss);
    chart.lines[1].ringAt = run.best() ? run.best()->epoch : 0;
    return svgOf(chart);
}

/// Indices into the epochs.
std::set<std::size_t> shownEpochs(const ReportedRun &run)
{
    std::set<std::size_t> shown;
    const std::size_t count = run.epochs.size();
    const std::size_t rows = count <= wholeTable ? count : thinnedTable;
    for (std::size_t i = 0; i < rows; ++i) {
        shown.insert(rows < 2 ? i : i * (count - 1) / (rows - 1));
    }
    if (const EpochReport *best = run.best()) {
        shown.insert(std::size_t(best - run.epochs.data()));
    }
    return shown;
}

} // namespace

std::vector<double> figuresOf(const std::vector<EpochReport> &epochs, double EpochReport::*figure)
{
    std::vector<double> values;
    for (const EpochReport &report : epochs) {
        values.resize(std::size_t(std::max(report.epoch, 1)), std::numeric_limits<double>::quiet_NaN());
        values.back() = report.*figure;
    }
    return values;
}

ReportCharts runCharts(const ReportedRun &run)
{
    return {{chartOf(run, false), chartOf(run, true)},
            Words::tr("Train: the mean over the epoch's batches as they were trained. Test: all test pictures after the epoch. The ring marks the epoch of the lowest test loss.")};
}

ReportTable epochTable(const ReportedRun &run)
{
    ReportTable table;
    table.textColumns = 0;
    for (const QString &title : {Words::tr("Epoch"), Words::tr("Train loss"), Words::tr("Test loss"), Words::tr("Train accuracy"), Words::tr("Test accuracy"), Words::tr("Time")}) {
        table.header.push_back({title, {}, false});
    }
    for (const std::size_t index : shownEpochs(run)) {
        const EpochReport &report = run.epochs[index];
        const bool isBest = &report == run.best();
        std::vector<ReportCell> row;
        for (const QString &text : {wholeText(report.epoch), lossText(report.trainLoss), lossText(report.testLoss), percentText(report.trainAccuracy, 2),
                                    percentText(report.testAccuracy, 2), durationText(report.trainSeconds + report.testSeconds)}) {
            row.push_back({text, {}, isBest});
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

QString overfittingText(const ReportedRun &run)
{
    if (run.epochs.size() < 2) {
        return QString();
    }
    const std::optional<Overfitting> overfitting = findOverfitting(run.epochs);
    if (!overfitting) {
        return Words::tr("No overfitting is to be seen: the test loss did not rise again by more than chance.");
    }
    return Words::tr("It overfits: the test loss was lowest after epoch %1 (%2) and is %3 after epoch %4. The training pictures are %5 points ahead in accuracy.")
        .arg(wholeText(overfitting->bestEpoch), lossText(overfitting->lowestTestLoss), lossText(overfitting->lastTestLoss), wholeText(overfitting->lastEpoch),
             QLocale().toString(100.0 * overfitting->accuracyGap, 'f', 1));
}

} // namespace convscope
