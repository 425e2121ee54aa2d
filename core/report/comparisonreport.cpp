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
#include "core/runs/comparison.h"
#include "core/runs/duelwarnings.h"
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

std::vector<ComparedRunPtr> comparedRuns(const Runs &runs)
{
    std::vector<ComparedRunPtr> compared;
    for (const ReportedRun &run : runs) {
        compared.push_back(std::make_shared<ComparedRun>(comparedRun(run.record, run.epochs, run.side(), run.classes())));
    }
    return compared;
}

std::vector<std::pair<QString, CellText>> tableLines(const std::vector<ComparedRunPtr> &compared)
{
    std::vector<std::pair<QString, CellText>> lines;
    for (const QString &path : differingSettings(compared)) {
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
    if (std::any_of(compared.begin(), compared.end(), [](const ComparedRunPtr &run) { return run->keepsBest(); })) {
        lines.emplace_back(Words::tr("Test accuracy of the weights it keeps"), [](const ReportedRun &run) { return run.kept() ? percentText(run.kept()->testAccuracy, 2) : QStringLiteral("–"); });
    }
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
    const auto lines = tableLines(comparedRuns(runs));
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

QString pairedText(const std::vector<ComparedRunPtr> &runs)
{
    constexpr double usual = 0.05;
    const std::optional<SeedDuel> duel = seedDuel(runs);
    if (!duel) {
        return QString();
    }
    const PairedTest &test = duel->accuracy;
    const QString first = duel->first.front()->name;
    const QString second = duel->second.front()->name;
    const bool isFirstBetter = test.meanDifference >= 0.0;
    const QString sentence = Words::tr("With %L1 seeds in pairs, “%2” is on average %3 points better in accuracy than “%4” (paired t-test, p = %5).")
                                 .arg(test.pairs)
                                 .arg(isFirstBetter ? first : second, QLocale().toString(100.0 * std::abs(test.meanDifference), 'f', 2), isFirstBetter ? second : first,
                                      QLocale().toString(test.p, 'g', 2));
    return sentence + QLatin1Char(' ')
        + (test.p < usual ? Words::tr("Seeds alone would rarely lead so far apart (less than once in 20): it is more than chance.")
                          : Words::tr("Seeds alone could lead as far apart: that it is more than chance is not shown."));
}

/// How the settings differ, in words, and why what made the difference can't be told.
QStringList pairRemarks(const Runs &runs, const std::vector<ComparedRunPtr> &compared)
{
    const Duel duel = duelOf(*compared[0], *compared[1], runs[0].side(), runs[0].classes());
    QStringList sentences = duelWarnings(duel, *compared[0], *compared[1]);
    QStringList names;
    for (const QString &path : duel.differing) {
        names << settingName(path);
    }
    if (names.isEmpty()) {
        sentences << (duel.seedDiffers ? Words::tr("All settings but the seed are equal.") : Words::tr("All settings are equal."));
    } else if (duel.things == 1) {
        sentences << (names.size() == 1 ? Words::tr("They differ in one setting: %1.") : Words::tr("They differ in one thing: %1.")).arg(names.join(QStringLiteral(", ")));
    }
    return sentences;
}

QStringList groupRemarks(const std::vector<ComparedRunPtr> &compared)
{
    QStringList sentences;
    if (std::any_of(compared.begin(), compared.end(), [&](const ComparedRunPtr &run) { return run->dataChecksum != compared.front()->dataChecksum; })) {
        sentences << Words::tr("The runs were trained on different pictures, so their figures can't be compared.");
    }
    QStringList settings = differingSettings(compared);
    settings.removeIf(&isOnlyComputation);
    if (settings.size() == 1) {
        sentences << Words::tr("They differ in one setting: %1.").arg(settingName(settings.first()));
    }
    return sentences;
}

/// What the table can't say.
QString remarks(const Runs &runs)
{
    const std::vector<ComparedRunPtr> compared = comparedRuns(runs);
    QStringList sentences = compared.size() == 2 ? pairRemarks(runs, compared) : groupRemarks(compared);
    sentences << pairedText(compared);
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
    const bool isInFull = runs.size() <= std::size_t(mostRunsInFull);
    if (!isInFull) {
        blocks.push_back(ReportHeading{Words::tr("Each run"), 2});
        blocks.push_back(ReportParagraph{Words::tr("With more than %L1 runs, filters, confusions and errors are left out here; the report of a single run has them.").arg(mostRunsInFull), true});
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
    if (const QString text = remarks(runs); !text.isEmpty()) {
        report.blocks.push_back(ReportParagraph{text, false});
    }
    addCurves(runs, report.blocks);
    addDisagreements(runs, report.blocks);
    addChapters(runs, report.blocks);
    return report;
}

} // namespace convscope
