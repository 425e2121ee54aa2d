// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/comparisonreport.h"

#include "core/common/duration.h"
#include "core/common/numberformat.h"
#include "core/inspection/disagreements.h"
#include "core/report/runanswers.h"
#include "core/report/runcharts.h"
#include "core/report/runcolors.h"
#include "core/report/runfacts.h"
#include "core/report/runreport.h"
#include "core/runs/comparedrun.h"
#include "core/runs/comparison.h"
#include "core/training/settingname.h"
#include "core/training/settingvaluetext.h"

#include <QColor>
#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <functional>

namespace convscope {

namespace {

constexpr std::size_t columnsOfRuns = 5; // in a table; a page has no room for more
constexpr std::size_t mostInFull = 6;
constexpr std::size_t mostCurves = 12;
constexpr std::size_t shownDisagreements = 14; // two rows of a page
constexpr int longestName = 18; // characters beside a curve

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(convscope::Report)
};

using Runs = std::vector<ReportedRun>;
using CellText = std::function<QString(const ReportedRun &)>;

/// Names may be the same; numbers are not.
QString numbered(const Runs &runs, std::size_t index)
{
    return QStringLiteral("%1 %2").arg(QString::number(index + 1), runs[index].record.name);
}

std::vector<Experiment> experimentsOf(const Runs &runs)
{
    std::vector<Experiment> experiments;
    for (const ReportedRun &run : runs) {
        experiments.push_back(run.record.start.experiment);
    }
    return experiments;
}

std::vector<std::pair<QString, CellText>> tableLines(const Runs &runs)
{
    std::vector<std::pair<QString, CellText>> lines;
    for (const QString &path : differingSettings(experimentsOf(runs))) {
        lines.emplace_back(settingName(path), [path](const ReportedRun &run) {
            const std::map<QString, QJsonValue> settings = settingsByPath(run.record.start.experiment);
            const auto found = settings.find(path);
            return found == settings.end() ? QStringLiteral("–") : settingValueText(found->second);
        });
    }
    const auto ofLast = [](const std::function<QString(const EpochReport &)> &text) {
        return [text](const ReportedRun &run) { return run.epochs.empty() ? QStringLiteral("–") : text(run.epochs.back()); };
    };
    lines.emplace_back(Words::tr("State"), [](const ReportedRun &run) { return recordStateText(run.record.state); });
    lines.emplace_back(Words::tr("Epochs trained"), [](const ReportedRun &run) { return wholeText(run.record.epochs); });
    lines.emplace_back(Words::tr("Last test accuracy"), ofLast([](const EpochReport &last) { return percentText(last.testAccuracy, 2); }));
    lines.emplace_back(Words::tr("Last test loss"), ofLast([](const EpochReport &last) { return lossText(last.testLoss); }));
    lines.emplace_back(Words::tr("Lowest test loss"), [](const ReportedRun &run) {
        return run.best() ? Words::tr("%1 (epoch %2)").arg(lossText(run.best()->testLoss), wholeText(run.best()->epoch)) : QStringLiteral("–");
    });
    lines.emplace_back(Words::tr("Last train accuracy"), ofLast([](const EpochReport &last) { return percentText(last.trainAccuracy, 2); }));
    lines.emplace_back(Words::tr("Time"), [](const ReportedRun &run) { return durationText(run.seconds()); });
    lines.emplace_back(Words::tr("Parameters"), [](const ReportedRun &run) { return wholeText(double(run.record.start.parameters)); });
    return lines;
}

void addTables(const Runs &runs, std::vector<ReportBlock> &blocks)
{
    const auto lines = tableLines(runs);
    for (std::size_t first = 0; first < runs.size(); first += columnsOfRuns) {
        const std::size_t end = std::min(first + columnsOfRuns, runs.size());
        ReportTable table;
        table.header.push_back({Words::tr("Run"), {}, false});
        for (std::size_t i = first; i < end; ++i) {
            table.header.push_back({numbered(runs, i), {}, false});
        }
        for (const auto &[title, text] : lines) {
            std::vector<ReportCell> row{{title, {}, false}};
            for (std::size_t i = first; i < end; ++i) {
                row.push_back({text(runs[i]), {}, false});
            }
            table.rows.push_back(std::move(row));
        }
        blocks.push_back(std::move(table));
    }
}

QString pairedText(const std::vector<RunRecord> &records)
{
    constexpr double usual = 0.05;
    std::optional<SeedPairs> pairs = seedPairs(records);
    if (!pairs) {
        return QString();
    }
    const bool isFirstBetter = pairs->accuracy.meanDifference >= 0.0;
    const QString sentence = Words::tr("With %L1 seeds in pairs, “%2” is on average %3 points better in accuracy than “%4” (paired t-test, p = %5).")
                                 .arg(pairs->accuracy.pairs)
                                 .arg(isFirstBetter ? pairs->first : pairs->second, QLocale().toString(100.0 * std::abs(pairs->accuracy.meanDifference), 'f', 2),
                                      isFirstBetter ? pairs->second : pairs->first, QLocale().toString(pairs->accuracy.p, 'g', 2));
    return sentence + QLatin1Char(' ')
        + (pairs->accuracy.p < usual ? Words::tr("Seeds alone would rarely lead so far apart (less than once in 20): it is more than chance.")
                                     : Words::tr("Seeds alone could lead as far apart: that it is more than chance is not shown."));
}

/// What the table can't say.
QString remarks(const Runs &runs)
{
    QStringList sentences;
    std::vector<RunRecord> records;
    for (const ReportedRun &run : runs) {
        records.push_back(run.record);
    }
    if (std::any_of(records.begin(), records.end(), [&](const RunRecord &run) { return run.start.dataChecksum != records.front().start.dataChecksum; })) {
        sentences << Words::tr("The runs were trained on different pictures, so their figures can't be compared.");
    }
    QStringList settings = differingSettings(experimentsOf(runs));
    settings.erase(std::remove_if(settings.begin(), settings.end(), &isOnlyComputation), settings.end());
    if (settings.isEmpty()) {
        sentences << Words::tr("All settings are equal.");
    } else if (settings.size() == 1) {
        sentences << Words::tr("They differ in one setting: %1.").arg(settingName(settings.first()));
    } else {
        sentences << Words::tr("They differ in more than one setting: which of them made the difference can't be told from a single pair.");
    }
    sentences << pairedText(records);
    sentences.removeAll(QString());
    return sentences.join(QLatin1Char(' '));
}

/// The most accurate ones, in their order, where there are too many to tell their curves apart.
std::vector<std::size_t> drawnRuns(const Runs &runs)
{
    std::vector<std::size_t> drawn;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (!runs[i].epochs.empty()) {
            drawn.push_back(i);
        }
    }
    if (drawn.size() > mostCurves) {
        const auto accuracy = [&runs](std::size_t i) {
            const double last = runs[i].epochs.back().testAccuracy;
            return std::isnan(last) ? -1.0 : last;
        };
        std::stable_sort(drawn.begin(), drawn.end(), [&](std::size_t a, std::size_t b) { return accuracy(a) > accuracy(b); });
        drawn.resize(mostCurves);
        std::sort(drawn.begin(), drawn.end());
    }
    return drawn;
}

QByteArray chartOf(const Runs &runs, const std::vector<std::size_t> &drawn, double EpochReport::*figure, const QString &title, bool isPercent)
{
    SvgChart chart{title, Words::tr("Epoch"), title, {}, isPercent};
    for (std::size_t place = 0; place < drawn.size(); ++place) {
        const ReportedRun &run = runs[drawn[place]];
        ChartLine line;
        const QString name = numbered(runs, drawn[place]);
        line.name = name.size() > longestName ? name.left(longestName - 1) + QStringLiteral("…") : name;
        line.color = QColor::fromRgb(runColors[place % runColors.size()].onLight).name().toUpper();
        line.isDashed = (place / runColors.size()) % 2 == 1;
        line.values = figuresOf(run.epochs, figure);
        line.ringAt = figure == &EpochReport::testLoss && run.best() ? run.best()->epoch : 0;
        chart.lines.push_back(std::move(line));
    }
    return svgOf(chart);
}

void addCurves(const Runs &runs, std::vector<ReportBlock> &blocks)
{
    blocks.push_back(ReportHeading{Words::tr("Curves"), 2});
    const std::vector<std::size_t> drawn = drawnRuns(runs);
    if (drawn.empty()) {
        blocks.push_back(ReportParagraph{Words::tr("No epoch of these runs is complete yet."), false});
        return;
    }
    QString caption = Words::tr("The ring marks the epoch of the lowest test loss.");
    if (drawn.size() < runs.size() && runs.size() > mostCurves) {
        caption += QLatin1Char(' ') + Words::tr("Only the %L1 most accurate runs are drawn.").arg(drawn.size());
    }
    blocks.push_back(ReportCharts{{chartOf(runs, drawn, &EpochReport::testLoss, Words::tr("Test loss (nats)"), false),
                                   chartOf(runs, drawn, &EpochReport::testAccuracy, Words::tr("Test accuracy (%)"), true),
                                   chartOf(runs, drawn, &EpochReport::trainLoss, Words::tr("Train loss (nats)"), false),
                                   chartOf(runs, drawn, &EpochReport::trainAccuracy, Words::tr("Train accuracy (%)"), true)}, caption});
}

void addSide(const Runs &runs, std::size_t right, const std::vector<int> &indices, const std::vector<Answer> &wrongAnswers, std::vector<ReportBlock> &blocks)
{
    if (indices.empty()) {
        return;
    }
    std::vector<int> shown = indices;
    shown.resize(std::min(shown.size(), shownDisagreements));
    ReportPictures pictures = answeredPictures(*runs[0].data, wrongAnswers, shown);
    pictures.caption = Words::tr("Pictures that “%1” names rightly, with the wrong answer of “%2”; those where both were surest first.").arg(numbered(runs, right), numbered(runs, 1 - right));
    blocks.push_back(std::move(pictures));
}

/// Of two runs with answers to the same pictures.
void addDisagreements(const Runs &runs, std::vector<ReportBlock> &blocks)
{
    if (runs.size() != 2 || !runs[0].hasAnswers() || !runs[1].hasAnswers() || runs[0].data != runs[1].data) {
        return;
    }
    const std::vector<std::uint8_t> &labels = runs[0].data->test.labels;
    const std::vector<Answer> first = answersFrom(runs[0].probabilities, labels);
    const std::vector<Answer> second = answersFrom(runs[1].probabilities, labels);
    if (first.empty() || second.empty()) {
        return;
    }
    const Disagreements disagreements = disagreementsOf(first, second, labels);
    blocks.push_back(ReportHeading{Words::tr("Where they disagree"), 2});
    blocks.push_back(ReportParagraph{Words::tr("Of %1 test pictures, only “%2” names %3 rightly, only “%4” names %5, both name %6, and neither names %7.")
                                         .arg(wholeText(double(labels.size())), numbered(runs, 0), wholeText(double(disagreements.onlyFirst.size())), numbered(runs, 1),
                                              wholeText(double(disagreements.onlySecond.size())), wholeText(disagreements.bothRight), wholeText(disagreements.bothWrong)),
                                     false});
    addSide(runs, 0, disagreements.onlyFirst, second, blocks);
    addSide(runs, 1, disagreements.onlySecond, first, blocks);
}

void addChapters(const Runs &runs, std::vector<ReportBlock> &blocks)
{
    const bool isInFull = runs.size() <= mostInFull;
    if (!isInFull) {
        blocks.push_back(ReportHeading{Words::tr("Each run"), 2});
        blocks.push_back(ReportParagraph{Words::tr("With more than %L1 runs, filters, confusions and errors are left out here; the report of a single run has them.").arg(mostInFull), true});
    }
    for (std::size_t i = 0; i < runs.size(); ++i) {
        blocks.push_back(ReportHeading{numbered(runs, i), isInFull ? 2 : 3});
        append(blocks, noteBlocks(runs[i], 3));
        if (isInFull) {
            if (const QString text = overfittingText(runs[i]); !text.isEmpty()) {
                blocks.push_back(ReportParagraph{text, false});
            }
            append(blocks, filterBlocks(runs[i], 3));
            append(blocks, answerBlocks(runs[i], 3));
            append(blocks, settingBlocks(runs[i], 3));
            append(blocks, originBlocks(runs[i], 3));
        }
        append(blocks, repeatBlocks(runs[i], 3));
    }
}

} // namespace

ReportDocument comparisonReport(const std::vector<ReportedRun> &runs)
{
    ReportDocument report;
    report.title = Words::tr("Comparison of %n run(s)", nullptr, int(runs.size()));
    report.language = QLocale().name().left(2);
    report.blocks.push_back(writtenBy());
    addTables(runs, report.blocks);
    report.blocks.push_back(ReportParagraph{remarks(runs), false});
    addCurves(runs, report.blocks);
    addDisagreements(runs, report.blocks);
    addChapters(runs, report.blocks);
    return report;
}

} // namespace convscope
