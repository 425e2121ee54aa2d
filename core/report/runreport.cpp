// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/runreport.h"

#include "core/common/numberformat.h"
#include "core/report/reportpictures.h"
#include "core/report/runanswers.h"
#include "core/report/runcharts.h"
#include "core/report/runfacts.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <iterator>

namespace convscope {

namespace {

constexpr int mostKernels = 64;
constexpr int mostNeurons = 28; // in the shape of a picture

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(convscope::Report)
};

} // namespace

void append(std::vector<ReportBlock> &blocks, std::vector<ReportBlock> more)
{
    blocks.insert(blocks.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

ReportParagraph writtenBy()
{
    return {Words::tr("Written by ConvScope %1 on %2.").arg(QCoreApplication::applicationVersion(), QLocale().toString(QDateTime::currentDateTime(), QStringLiteral("d MMM yyyy, H:mm"))), true};
}

std::vector<ReportBlock> filterBlocks(const ReportedRun &run, int headingLevel)
{
    std::vector<ReportBlock> blocks;
    const std::optional<FilterLayer> layer = run.weights ? filterLayer(*run.weights, 0) : std::nullopt;
    const bool isConvolution = !run.record.start.experiment.architecture.convBlocks.empty();
    blocks.push_back(ReportHeading{isConvolution ? Words::tr("First filters") : Words::tr("First weights"), headingLevel});
    if (!layer) {
        blocks.push_back(ReportParagraph{Words::tr("No weights are kept of this run."), false});
        return blocks;
    }
    const int shown = std::min(layer->filters, isConvolution ? mostKernels : mostNeurons);
    const QString text = isConvolution ? Words::tr("The kernels of the first convolution, after %1 batches (%2 of %3):")
                                       : Words::tr("What each neuron of the first layer adds up, in the shape of the picture, after %1 batches (%2 of %3 neurons):");
    blocks.push_back(ReportParagraph{text.arg(wholeText(double(layer->steps)), wholeText(shown), wholeText(layer->filters)), false});
    blocks.push_back(filterPictures(*layer, shown));
    return blocks;
}

ReportDocument runReport(const ReportedRun &run)
{
    ReportDocument report;
    report.title = Words::tr("Run “%1”").arg(run.record.name);
    report.language = QLocale().name().left(2);
    std::vector<ReportBlock> &blocks = report.blocks;
    blocks.push_back(writtenBy());
    blocks.push_back(outcomeTable(run));
    append(blocks, noteBlocks(run, 2));
    blocks.push_back(ReportHeading{Words::tr("Curves"), 2});
    if (run.epochs.empty()) {
        blocks.push_back(ReportParagraph{Words::tr("No epoch of this run is complete yet."), false});
    } else {
        if (const QString text = overfittingText(run); !text.isEmpty()) {
            blocks.push_back(ReportParagraph{text, false});
        }
        blocks.push_back(runCharts(run));
        blocks.push_back(epochTable(run));
    }
    append(blocks, settingBlocks(run, 2));
    blocks.push_back(ReportHeading{Words::tr("The network"), 2});
    blocks.push_back(layerTable(run));
    append(blocks, filterBlocks(run, 2));
    append(blocks, answerBlocks(run, 2));
    append(blocks, originBlocks(run, 2));
    append(blocks, repeatBlocks(run, 2));
    return report;
}

} // namespace convscope
