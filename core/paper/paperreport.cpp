// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/paper/paperreport.h"

#include "core/common/atomicfile.h"
#include "core/paper/paperfigures.h"
#include "core/report/htmlpage.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <set>

namespace convscope {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(convscope::Paper)
};

const MeasuredRun *runOf(const PaperReport &report, const QString &name, std::optional<qint64> seed = {})
{
    const auto found = std::find_if(report.runs.begin(), report.runs.end(),
                                    [&](const MeasuredRun &run) { return run.name == name && (!seed || run.seed == *seed); });
    return found == report.runs.end() ? nullptr : &*found;
}

/// A run that was trained with one seed only stands in for every other seed.
MeasuredRuns withSeed(const PaperReport &report, qint64 seed)
{
    return [&report, seed](const QString &name) {
        const MeasuredRun *run = runOf(report, name, seed);
        return run ? run : runOf(report, name);
    };
}

PaperRow rowOf(const PaperReport &report, const PaperClaim &claim)
{
    PaperRow row{claim, claim.run, judge(claim, [&report](const QString &name) { return runOf(report, name); })};
    for (const MeasuredRun &run : report.runs) {
        if (run.name != claim.run) {
            continue;
        }
        const Verdict verdict = judge(claim, withSeed(report, run.seed)).verdict;
        row.seeds += verdict != Verdict::NotMeasured;
        row.holdsWith += verdict == Verdict::Holds;
    }
    return row;
}

QJsonValue finite(double value)
{
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue(QJsonValue::Null);
}

QString resultsTable(const PaperReport &report)
{
    QVector<QStringList> rows{{Words::tr("run"), Words::tr("seed"), Words::tr("epochs"), Words::tr("train loss"), Words::tr("test loss"),
                               Words::tr("train accuracy"), Words::tr("test accuracy"), Words::tr("best test accuracy"), Words::tr("seconds")}};
    const QLocale locale;
    const auto percent = [&locale](double share) { return QStringLiteral("%1\u00a0%").arg(locale.toString(100.0 * share, 'f', 1)); };
    for (const MeasuredRun &run : report.runs) {
        QStringList cells{run.name, QString::number(run.seed), QStringLiteral("%1/%2").arg(run.epochs.size()).arg(run.epochsWanted)};
        if (!run.epochs.empty()) {
            const EpochReport &last = run.epochs.back();
            const EpochReport *best = nullptr; // as everywhere: that of the lowest test loss
            double seconds = 0.0;
            for (const EpochReport &epoch : run.epochs) {
                best = hasLowerTestLoss(epoch, best) ? &epoch : best;
                seconds += epoch.trainSeconds + epoch.testSeconds;
            }
            cells << locale.toString(last.trainLoss, 'f', 4) << locale.toString(last.testLoss, 'f', 4) << percent(last.trainAccuracy)
                  << percent(last.testAccuracy) << percent(best ? best->testAccuracy : last.testAccuracy) << locale.toString(seconds, 'f', 0);
        }
        rows << cells;
    }
    return htmlTable(rows);
}

QString claimsTable(const std::vector<PaperRow> &claims)
{
    QVector<QStringList> rows{{Words::tr("run"), Words::tr("what the paper reports"), Words::tr("what was measured"), Words::tr("verdict")}};
    for (const PaperRow &row : claims) {
        QString verdict = verdictText(row.judgement.verdict);
        if (row.seeds > 1) {
            verdict += Words::tr(" (with %1 of %2 seeds)").arg(row.holdsWith).arg(row.seeds);
        }
        rows << QStringList{row.name, claimText(row.claim), row.judgement.measured, verdict};
    }
    return htmlTable(rows);
}

QString paragraph(const QString &text)
{
    return QStringLiteral("<p>%1</p>\n").arg(text.toHtmlEscaped());
}

QString heading(const QString &text)
{
    return QStringLiteral("<h2>%1</h2>\n").arg(text.toHtmlEscaped());
}

/// Which of the two the paper's figure is nearer to.
QString batchNormSentences(const PaperReport &report, const std::vector<PaperRow> &rows)
{
    QString html;
    for (const PaperRow &plain : rows) {
        const auto variant = std::find_if(rows.begin(), rows.end(), [&](const PaperRow &row) {
            return row.name == batchNormName(plain.name) && row.claim.kind == plain.claim.kind;
        });
        if (plain.claim.kind != PaperClaim::Kind::AccuracyAbout || variant == rows.end() || plain.judgement.verdict == Verdict::NotMeasured
            || variant->judgement.verdict == Verdict::NotMeasured) {
            continue;
        }
        const auto distance = [&](const QString &name) { return std::abs(runOf(report, name)->epochs.back().testAccuracy - plain.claim.value); };
        html += paragraph((distance(variant->name) < distance(plain.name) ? Words::tr("%1: with batch normalisation it comes nearer to the paper's accuracy.")
                                                                         : Words::tr("%1: with batch normalisation it does not come nearer to the paper's accuracy."))
                              .arg(plain.name));
    }
    return html;
}

QString bodyOf(const PaperReport &report)
{
    const std::vector<PaperRow> rows = judgeAll(report);
    QString body = paragraph(Words::tr("The experiments of the paper, trained anew, and each of its claims beside what was measured. Train figures are means over an "
                                       "epoch's batches as they were trained; test figures are over all test pictures after the epoch."));
    if (report.mostEpochs > 0) {
        body += paragraph(Words::tr("This is a trial with at most %L1 epochs: it says nothing about the paper.").arg(report.mostEpochs));
    }
    body += heading(Words::tr("The claims")) + claimsTable(rows) + batchNormSentences(report, rows)
        + paragraph(Words::tr("The paper says “about”, “fast” and “near”; what counts as that here stands in brackets and is a choice of this program."))
        + heading(Words::tr("The runs")) + resultsTable(report) + heading(Words::tr("The figures"));
    for (const NamedFigure &figure : paperFigures(report)) {
        body += QStringLiteral("<figure>\n") + QString::fromUtf8(figure.loss + figure.accuracy)
            + QStringLiteral("<figcaption>%1</figcaption>\n</figure>\n").arg(figure.caption.toHtmlEscaped());
    }
    body += heading(Words::tr("How to repeat it"));
    QVector<QStringList> facts{{Words::tr("what"), Words::tr("value")}};
    for (const auto &[name, value] : report.facts) {
        facts << QStringList{name, value};
    }
    return body + htmlTable(facts);
}

QByteArray curvesCsv(const PaperReport &report)
{
    QByteArray csv = "run,seed,epoch,train_loss,test_loss,train_accuracy,test_accuracy\n";
    const auto cell = [](double value) { return QByteArray::number(value, 'g', 17); };
    for (const MeasuredRun &run : report.runs) {
        for (const EpochReport &epoch : run.epochs) {
            csv += QByteArrayList{run.name.toUtf8(), QByteArray::number(run.seed), QByteArray::number(epoch.epoch), cell(epoch.trainLoss),
                                  cell(epoch.testLoss), cell(epoch.trainAccuracy), cell(epoch.testAccuracy)}
                       .join(',') + '\n';
        }
    }
    return csv;
}

} // namespace

std::vector<PaperRow> judgeAll(const PaperReport &report)
{
    std::vector<PaperRow> rows;
    for (const PaperClaim &claim : report.paper.claims) {
        rows.push_back(rowOf(report, claim));
        PaperClaim ofVariant = claim;
        ofVariant.run = batchNormName(claim.run);
        if (claim.others.isEmpty() && runOf(report, ofVariant.run)) {
            rows.push_back(rowOf(report, ofVariant));
        }
    }
    return rows;
}

QJsonObject toJson(const PaperReport &report)
{
    QJsonArray claims;
    for (const PaperRow &row : judgeAll(report)) {
        claims.append(QJsonObject{{QStringLiteral("run"), row.name}, {QStringLiteral("claim"), claimText(row.claim)},
                                  {QStringLiteral("verdict"), verdictName(row.judgement.verdict)}, {QStringLiteral("margin"), finite(row.judgement.margin)},
                                  {QStringLiteral("measured"), row.judgement.measured}, {QStringLiteral("seeds"), row.seeds},
                                  {QStringLiteral("holds_with"), row.holdsWith}});
    }
    QJsonArray runs;
    for (const MeasuredRun &run : report.runs) {
        QJsonObject object{{QStringLiteral("name"), run.name}, {QStringLiteral("seed"), run.seed}, {QStringLiteral("id"), run.id},
                           {QStringLiteral("epochs_done"), int(run.epochs.size())}, {QStringLiteral("epochs"), run.epochsWanted},
                           {QStringLiteral("diverged"), run.diverged}};
        if (!run.epochs.empty()) {
            object.insert(QStringLiteral("test_loss"), finite(run.epochs.back().testLoss));
            object.insert(QStringLiteral("test_accuracy"), finite(run.epochs.back().testAccuracy));
        }
        runs.append(object);
    }
    QJsonObject facts;
    for (const auto &[name, value] : report.facts) {
        facts.insert(name, value);
    }
    return {{QStringLiteral("event"), QStringLiteral("paper")}, {QStringLiteral("most_epochs"), report.mostEpochs},
            {QStringLiteral("runs"), runs}, {QStringLiteral("claims"), claims}, {QStringLiteral("facts"), facts}};
}

QString writePaperReport(const PaperReport &report, const QString &folder)
{
    if (!QDir().mkpath(folder)) {
        return Words::tr("The folder %1 can't be made. Choose another one.").arg(QDir::toNativeSeparators(folder));
    }
    const QDir target(folder);
    std::vector<std::pair<QString, QByteArray>> files{
        {QStringLiteral("paper.json"), QJsonDocument(toJson(report)).toJson()},
        {QStringLiteral("curves.csv"), curvesCsv(report)}};
    for (const NamedFigure &figure : paperFigures(report)) {
        files.emplace_back(figure.file + QStringLiteral("-loss.svg"), figure.loss);
        files.emplace_back(figure.file + QStringLiteral("-accuracy.svg"), figure.accuracy);
    }
    files.emplace_back(QStringLiteral("paper.html"), htmlPage(Words::tr("The paper, re-run"), QLocale().name().left(2), bodyOf(report)));
    for (const auto &[name, bytes] : files) {
        if (const QString problem = writeFileAtomically(target.filePath(name), bytes); !problem.isEmpty()) {
            return problem;
        }
    }
    return QString();
}

} // namespace convscope
