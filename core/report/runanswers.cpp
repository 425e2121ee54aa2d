// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/runanswers.h"

#include "core/common/numberformat.h"
#include "core/inspection/metrics.h"
#include "core/report/colorscale.h"
#include "core/report/reportpictures.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace convscope {

namespace {

constexpr int widestMatrix = 16; // classes; more don't fit a page
constexpr std::size_t worstShown = 28; // four rows of a page
constexpr int pictureSide = 84; // pixels of the page

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(convscope::Report)
};

struct Mistake
{
    int trueClass = 0;
    int answer = 0;
    int count = 0;
};

std::vector<Mistake> mistakesOf(const Confusion &confusion)
{
    std::vector<Mistake> mistakes;
    for (int row = 0; row < confusion.classes; ++row) {
        for (int column = 0; column < confusion.classes; ++column) {
            if (row != column && confusion.at(row, column) > 0) {
                mistakes.push_back({row, column, confusion.at(row, column)});
            }
        }
    }
    std::stable_sort(mistakes.begin(), mistakes.end(), [](const Mistake &a, const Mistake &b) { return a.count > b.count; });
    return mistakes;
}

QString mistakesText(const Confusion &confusion, const Dataset &data)
{
    constexpr std::size_t named = 3;
    QStringList texts;
    const std::vector<Mistake> mistakes = mistakesOf(confusion);
    for (std::size_t i = 0; i < std::min(named, mistakes.size()); ++i) {
        texts << Words::tr("“%1” for “%2” (%3)").arg(data.className(mistakes[i].trueClass), data.className(mistakes[i].answer), wholeText(mistakes[i].count));
    }
    return texts.isEmpty() ? QString() : Words::tr("It most often takes %1.").arg(texts.join(QStringLiteral(", ")));
}

ReportTable matrixTable(const Confusion &confusion, const Dataset &data)
{
    ReportTable table;
    table.isDense = true;
    table.header.push_back({Words::tr("true class ↓ answer →"), {}, false});
    for (int label = 0; label < confusion.classes; ++label) {
        table.header.push_back({data.className(label), {}, false});
    }
    for (int row = 0; row < confusion.classes; ++row) {
        std::vector<ReportCell> cells{{data.className(row), {}, false}};
        const int total = std::max(confusion.rowTotal(row), 1);
        for (int column = 0; column < confusion.classes; ++column) {
            const int count = confusion.at(row, column);
            cells.push_back({wholeText(count), cividis(std::sqrt(double(count) / total)).rgb(), false});
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

ReportTable classTable(const Confusion &confusion, const Dataset &data)
{
    ReportTable table;
    for (const QString &title : {Words::tr("Class"), Words::tr("Pictures"), Words::tr("Precision"), Words::tr("Recall"), Words::tr("F1")}) {
        table.header.push_back({title, {}, false});
    }
    const std::vector<ClassMetrics> metrics = classMetrics(confusion);
    for (std::size_t label = 0; label < metrics.size(); ++label) {
        table.rows.push_back({{data.className(int(label)), {}, false}, {wholeText(metrics[label].pictures), {}, false}, {percentText(metrics[label].precision), {}, false},
                              {percentText(metrics[label].recall), {}, false}, {percentText(metrics[label].f1), {}, false}});
    }
    table.rows.push_back({{Words::tr("All (F1: the mean of the classes)"), {}, true}, {wholeText(confusion.total()), {}, true}, {QStringLiteral("–"), {}, false},
                          {percentText(confusion.total() > 0 ? double(confusion.right()) / confusion.total() : NAN), {}, true}, {percentText(macroF1(metrics)), {}, true}});
    return table;
}

/// The highest loss first.
std::vector<int> worstErrors(const std::vector<Answer> &answers, const std::vector<std::uint8_t> &labels)
{
    std::vector<int> wrong;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        if (answers[i].predicted != labels[i]) {
            wrong.push_back(int(i));
        }
    }
    std::stable_sort(wrong.begin(), wrong.end(), [&answers](int a, int b) {
        const Answer &x = answers[std::size_t(a)];
        const Answer &y = answers[std::size_t(b)];
        return x.loss != y.loss ? x.loss > y.loss : x.confidence > y.confidence;
    });
    return wrong;
}

void addWorst(const ReportedRun &run, const std::vector<Answer> &answers, int headingLevel, std::vector<ReportBlock> &blocks)
{
    std::vector<int> wrong = worstErrors(answers, run.data->test.labels);
    blocks.push_back(ReportHeading{Words::tr("Worst errors"), headingLevel});
    if (wrong.empty()) {
        blocks.push_back(ReportParagraph{Words::tr("It makes no error on the test pictures."), false});
        return;
    }
    const auto count = qsizetype(wrong.size());
    wrong.resize(std::min(wrong.size(), worstShown));
    ReportPictures pictures = answeredPictures(*run.data, answers, wrong);
    pictures.caption = Words::tr("Of %1 wrong answers, those in which the true class was given the lowest probability: what the picture is, what the network took it "
                                 "for and how sure it was, and the picture's number in the test set.")
                           .arg(wholeText(double(count)));
    blocks.push_back(std::move(pictures));
}

} // namespace

ReportPictures answeredPictures(const Dataset &data, const std::vector<Answer> &answers, const std::vector<int> &indices)
{
    ReportPictures pictures;
    pictures.factor = std::max(1, pictureSide / data.side);
    for (const int index : indices) {
        const Answer &answer = answers[std::size_t(index)];
        const QString trueClass = data.className(data.test.labels[std::size_t(index)]);
        const QString given = data.className(answer.predicted);
        pictures.pictures.push_back({dataImage(data.testPicture(index), data.side), Words::tr("%1, taken for %2").arg(trueClass, given),
                                     {trueClass, QStringLiteral("→ ") + given, percentText(double(answer.confidence)), Words::tr("no. %1", "of a picture").arg(index)}});
    }
    return pictures;
}

std::vector<ReportBlock> answerBlocks(const ReportedRun &run, int headingLevel)
{
    std::vector<ReportBlock> blocks;
    blocks.push_back(ReportHeading{Words::tr("What it confuses"), headingLevel});
    const std::vector<Answer> answers = run.hasAnswers() ? answersFrom(run.probabilities, run.data->test.labels) : std::vector<Answer>();
    if (answers.empty()) {
        blocks.push_back(ReportParagraph{run.answeredEpoch == 0
                                             ? Words::tr("No answers to the test pictures are kept of this run.")
                                             : Words::tr("Which classes it confuses, and its worst errors, can't be shown here. %1").arg(run.dataProblem), false});
        return blocks;
    }
    const Confusion confusion = confusionOf(run.data->test.labels, predictedClasses(run.probabilities), run.data->classes);
    blocks.push_back(ReportParagraph{Words::tr("After epoch %1 it answers %2 of %3 test pictures rightly.")
                                             .arg(wholeText(run.answeredEpoch), wholeText(confusion.right()), wholeText(confusion.total()))
                                         + QLatin1Char(' ') + mistakesText(confusion, *run.data), false});
    if (confusion.classes <= widestMatrix) {
        blocks.push_back(matrixTable(confusion, *run.data));
        blocks.push_back(ReportParagraph{Words::tr("Rows: what the pictures are. Columns: what the network says. Colour: the square root of the share of the row, dark blue for 0, yellow for all."), true});
    }
    blocks.push_back(classTable(confusion, *run.data));
    blocks.push_back(ReportParagraph{Words::tr("Precision: of the pictures called so, how many are. Recall: of the pictures of the class, how many are found. F1: the harmonic mean of both."), true});
    addWorst(run, answers, headingLevel, blocks);
    return blocks;
}

} // namespace convscope
