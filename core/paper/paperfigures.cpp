// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/paper/paperfigures.h"

#include "core/report/svgchart.h"

#include <QCoreApplication>

#include <algorithm>

namespace convscope {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(convscope::Paper)
};

using Figure = double EpochReport::*;

/// The epochs that all seeds of a run have.
ChartLine lineOf(const PaperReport &report, const QString &run, Figure figure)
{
    std::vector<const std::vector<EpochReport> *> seeds;
    std::size_t length = 0;
    for (const MeasuredRun &measured : report.runs) {
        if (measured.name == run && !measured.epochs.empty()) {
            length = seeds.empty() ? measured.epochs.size() : std::min(length, measured.epochs.size());
            seeds.push_back(&measured.epochs);
        }
    }
    ChartLine line;
    for (std::size_t i = 0; i < length; ++i) {
        double sum = 0.0;
        double lowest = (*seeds.front())[i].*figure;
        double highest = lowest;
        for (const std::vector<EpochReport> *epochs : seeds) {
            const double value = (*epochs)[i].*figure;
            sum += value;
            lowest = std::min(lowest, value);
            highest = std::max(highest, value);
        }
        line.values.push_back(sum / double(seeds.size()));
        if (seeds.size() > 1) {
            line.lowest.push_back(lowest);
            line.highest.push_back(highest);
        }
    }
    return line;
}

QByteArray chartOf(const PaperReport &report, const QStringList &runs, bool isAccuracy)
{
    SvgChart chart;
    chart.title = isAccuracy ? Words::tr("Accuracy (%)") : Words::tr("Mean loss (nats)");
    chart.yTitle = chart.title;
    chart.xTitle = Words::tr("Epoch");
    chart.isPercent = isAccuracy;
    for (qsizetype i = 0; i < runs.size(); ++i) {
        const QString before = runs.size() > 1 ? runs[i] + QLatin1Char(' ') : QString();
        ChartLine train = lineOf(report, runs[i], isAccuracy ? &EpochReport::trainAccuracy : &EpochReport::trainLoss);
        ChartLine test = lineOf(report, runs[i], isAccuracy ? &EpochReport::testAccuracy : &EpochReport::testLoss);
        train.name = before + Words::tr("train");
        test.name = before + Words::tr("test");
        train.color = QStringLiteral("#0072B2");
        test.color = QStringLiteral("#D55E00");
        train.isDashed = test.isDashed = i > 0;
        chart.lines.push_back(std::move(train));
        chart.lines.push_back(std::move(test));
    }
    return svgOf(chart);
}

bool hasEpochs(const PaperReport &report, const QString &run)
{
    return std::any_of(report.runs.begin(), report.runs.end(), [&run](const MeasuredRun &measured) { return measured.name == run && !measured.epochs.empty(); });
}

} // namespace

std::vector<NamedFigure> paperFigures(const PaperReport &report)
{
    std::vector<NamedFigure> figures;
    const auto add = [&](const QStringList &wanted, const QString &file, const QString &caption) {
        QStringList runs;
        std::copy_if(wanted.begin(), wanted.end(), std::back_inserter(runs), [&](const QString &run) { return hasEpochs(report, run); });
        if (!runs.isEmpty()) {
            figures.push_back({file, caption.arg(runs.join(QStringLiteral(", "))), chartOf(report, runs, false), chartOf(report, runs, true)});
        }
    };
    for (const PaperFigure &figure : report.paper.figures) {
        const QString file = QStringLiteral("figure-%1").arg(figure.number);
        add(figure.runs, file, Words::tr("Figure %1 of the paper, measured here: %2.").arg(figure.number));
        QStringList variants;
        for (const QString &run : figure.runs) {
            variants << batchNormName(run);
        }
        add(variants, file + QStringLiteral("-batch-norm"), Words::tr("Figure %1 with batch normalisation after each convolution: %2.").arg(figure.number));
    }
    return figures;
}

} // namespace convscope
