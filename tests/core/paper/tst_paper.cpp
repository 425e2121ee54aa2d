// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/paper/paperfigures.h"
#include "core/paper/paperplan.h"
#include "core/paper/paperreport.h"
#include "core/runs/samerun.h"
#include "core/training/presets.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

using namespace convscope;

namespace {

MeasuredRun measured(const char *name, const std::vector<double> &testLosses, double lastAccuracy, double trainAccuracy = 0.9)
{
    MeasuredRun run{QString::fromLatin1(name), 1, QStringLiteral("id"), int(testLosses.size()), false, {}};
    for (const double loss : testLosses) {
        EpochReport report;
        report.epoch = int(run.epochs.size()) + 1;
        report.trainLoss = report.testLoss = loss;
        report.trainAccuracy = trainAccuracy;
        report.testAccuracy = lastAccuracy;
        report.trainSeconds = 2.0;
        run.epochs.push_back(report);
    }
    return run;
}

PaperJudgement judgeOf(const PaperClaim &claim, const std::vector<MeasuredRun> &runs)
{
    return judge(claim, [&runs](const QString &name) -> const MeasuredRun * {
        const auto found = std::find_if(runs.begin(), runs.end(), [&name](const MeasuredRun &run) { return run.name == name; });
        return found == runs.end() ? nullptr : &*found;
    });
}

PaperClaim claimOf(PaperClaim::Kind kind)
{
    PaperClaim claim;
    claim.kind = kind;
    claim.run = QStringLiteral("a");
    return claim;
}

RunRecord record(const Experiment &experiment, RecordState state, int epochs, qint64 batches)
{
    RunRecord run;
    run.start.experiment = experiment;
    run.start.dataChecksum = QStringLiteral("sum");
    run.state = state;
    run.epochs = epochs;
    run.batches = batches;
    return run;
}

} // namespace

class TestPaper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dataFitThePresets();
    void planOfSeedsAndVariants();
    void seeds_data();
    void seeds();
    void accuracyAbout();
    void fallsFast();
    void overfits();
    void againstOthers();
    void notMeasured();
    void theSameRun();
    void reportIsWhole();
    void bandOfSeeds();
};

void TestPaper::dataFitThePresets()
{
    const Paper paper = seedPaper();
    QCOMPARE(paper.runs.size(), 5);
    QCOMPARE(paper.figures.size(), std::size_t(4));
    QVERIFY(paper.claims.size() >= 13);
    for (const PaperClaim &claim : paper.claims) {
        for (const QString &name : QStringList{claim.run} + claim.others) {
            QVERIFY2(paper.runs.contains(name), qPrintable(name));
        }
        QVERIFY(!claimText(claim).contains(QLatin1Char('%') + QLatin1Char('1')));
    }
}

void TestPaper::planOfSeedsAndVariants()
{
    const std::vector<PaperJob> jobs = paperJobs(seedPaper(), {{1, 2, 3}, true, 0});
    QCOMPARE(jobs.size(), std::size_t(5 + 2 + 3 + 3));
    QCOMPARE(jobs[4].name, QStringLiteral("cnn-3"));
    QCOMPARE(jobs[4].experiment, findPreset(QStringLiteral("cnn-3"), {}).value().experiment);
    QCOMPARE(jobs[5].name, QStringLiteral("cnn-2 + batch norm"));
    QVERIFY(jobs[5].experiment.architecture.convBlocks[1].batchNorm);
    QCOMPARE(jobs[7].experiment.training.seed, qint64(2));
    const std::vector<PaperJob> trial = paperJobs(seedPaper(), {{1}, false, 2});
    QCOMPARE(trial.size(), std::size_t(5));
    QCOMPARE(trial[4].experiment.training.epochs, 2);
    QCOMPARE(trial[4].epochsWanted, 100);
}

void TestPaper::seeds_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<std::vector<qint64>>("seeds");
    QTest::newRow("range") << "1-3" << std::vector<qint64>{1, 2, 3};
    QTest::newRow("list") << "4, 1,4" << std::vector<qint64>{4, 1};
    QTest::newRow("backwards") << "3-1" << std::vector<qint64>{};
    QTest::newRow("word") << "1-x" << std::vector<qint64>{};
    QTest::newRow("nothing") << "" << std::vector<qint64>{};
    QTest::newRow("too many") << "1-1000000000" << std::vector<qint64>{};
}

void TestPaper::seeds()
{
    QFETCH(QString, typed);
    QFETCH(std::vector<qint64>, seeds);
    QCOMPARE(seedsFrom(typed), seeds);
}

void TestPaper::accuracyAbout()
{
    PaperClaim claim = claimOf(PaperClaim::Kind::AccuracyAbout);
    claim.value = 0.83;
    claim.within = 0.015;
    const PaperJudgement far = judgeOf(claim, {measured("a", {1.0}, 0.914)});
    QCOMPARE(far.verdict, Verdict::Fails);
    QVERIFY(std::abs(far.margin - (0.015 - 0.084)) < 1e-12);
    QVERIFY2(far.measured.contains(QLocale().toString(8.4, 'f', 1)), qPrintable(far.measured));
    QCOMPARE(judgeOf(claim, {measured("a", {1.0}, 0.82)}).verdict, Verdict::Holds);
    claim.kind = PaperClaim::Kind::AccuracyAbove;
    QCOMPARE(judgeOf(claim, {measured("a", {1.0}, 0.83)}).verdict, Verdict::Fails);
    QCOMPARE(judgeOf(claim, {measured("a", {1.0}, 0.84)}).verdict, Verdict::Holds);
}

void TestPaper::fallsFast()
{
    PaperClaim claim = claimOf(PaperClaim::Kind::FallsFastUntil);
    claim.epoch = 2;
    claim.share = 0.75;
    QCOMPARE(judgeOf(claim, {measured("a", {2.0, 0.5, 0.0}, 0.9)}).verdict, Verdict::Holds); // 1.5 of 2
    QCOMPARE(judgeOf(claim, {measured("a", {2.0, 0.6, 0.0}, 0.9)}).verdict, Verdict::Fails);
    QCOMPARE(judgeOf(claim, {measured("a", {1.0, 2.0, 3.0}, 0.9)}).verdict, Verdict::Fails); // never falls
}

void TestPaper::overfits()
{
    PaperClaim claim = claimOf(PaperClaim::Kind::OverfitsFrom);
    claim.earliest = 2;
    claim.latest = 3;
    claim.rise = 0.1;
    QCOMPARE(judgeOf(claim, {measured("a", {2.0, 1.0, 1.2}, 0.9)}).verdict, Verdict::Holds);
    QCOMPARE(judgeOf(claim, {measured("a", {2.0, 1.0, 1.05}, 0.9)}).verdict, Verdict::Fails); // hardly rises
    QCOMPARE(judgeOf(claim, {measured("a", {1.0, 2.0, 3.0}, 0.9)}).verdict, Verdict::Fails); // too early
}

void TestPaper::againstOthers()
{
    PaperClaim claim = claimOf(PaperClaim::Kind::Better);
    claim.others = {QStringLiteral("b")};
    QCOMPARE(judgeOf(claim, {measured("a", {0.3}, 0.9), measured("b", {0.4}, 0.8)}).verdict, Verdict::Holds);
    QCOMPARE(judgeOf(claim, {measured("a", {0.3}, 0.7), measured("b", {0.4}, 0.8)}).verdict, Verdict::Fails);
    claim.kind = PaperClaim::Kind::TakesLonger;
    claim.factor = 2.0;
    QCOMPARE(judgeOf(claim, {measured("a", {1, 1, 1, 1}, 0.9), measured("b", {1, 1}, 0.9)}).verdict, Verdict::Holds);
    QCOMPARE(judgeOf(claim, {measured("a", {1, 1, 1}, 0.9), measured("b", {1, 1}, 0.9)}).verdict, Verdict::Fails);
    claim.kind = PaperClaim::Kind::BestOf;
    claim.others << QStringLiteral("c");
    const PaperJudgement close = judgeOf(claim, {measured("a", {1}, 0.9), measured("b", {1}, 0.7), measured("c", {1}, 0.85)});
    QVERIFY(std::abs(close.margin - 0.05) < 1e-12); // the strongest of the others counts
}

void TestPaper::notMeasured()
{
    const PaperClaim claim = claimOf(PaperClaim::Kind::AccuracyAbout);
    QCOMPARE(judgeOf(claim, {}).verdict, Verdict::NotMeasured);
    MeasuredRun part = measured("a", {1, 1}, 0.9);
    part.epochsWanted = 5;
    const PaperJudgement judgement = judgeOf(claim, {part});
    QCOMPARE(judgement.verdict, Verdict::NotMeasured);
    QVERIFY(judgement.measured.contains(QLatin1Char('2')) && judgement.measured.contains(QLatin1Char('5')));
    QVERIFY(std::isnan(judgement.margin));
    part.epochsWanted = 2;
    part.diverged = true;
    QCOMPARE(judgeOf(claim, {part}).verdict, Verdict::NotMeasured);
}

void TestPaper::theSameRun()
{
    Experiment experiment = findPreset(QStringLiteral("cnn-1"), {}).value().experiment;
    Experiment named = experiment;
    named.name = QStringLiteral("mine");
    named.training.threads = 7;
    Experiment other = experiment;
    other.training.seed = 2;
    const auto find = [&](const std::vector<RunRecord> &runs) { return sameRun(runs, experiment, QStringLiteral("sum")); };
    QVERIFY(!find({record(other, RecordState::Finished, 5, 100)}));
    QVERIFY(find({record(named, RecordState::Finished, 5, 100)}));
    QCOMPARE(find({record(named, RecordState::Interrupted, 4, 90), record(named, RecordState::Finished, 5, 100), record(named, RecordState::Stopped, 4, 200)})->state, RecordState::Finished);
    QCOMPARE(find({record(named, RecordState::Interrupted, 1, 20), record(named, RecordState::Interrupted, 4, 90)})->batches, qint64(90));
    RunRecord trashed = record(named, RecordState::Finished, 5, 100);
    trashed.trashed = true;
    QVERIFY(!find({trashed}));
    QVERIFY(!sameRun({record(named, RecordState::Finished, 5, 100)}, experiment, QStringLiteral("other data")));
}

void TestPaper::reportIsWhole()
{
    PaperReport report{seedPaper(), {measured("cnn-1", {1.0, 0.5, 0.4, 0.35, 0.3}, 0.914)}, {{QStringLiteral("<Machine>"), QStringLiteral("a & b")}}, 0};
    const QTemporaryDir folder;
    const QString target = folder.filePath(QStringLiteral("año/report"));
    QCOMPARE(writePaperReport(report, target), QString());
    QFile html(target + QStringLiteral("/paper.html"));
    QVERIFY(html.open(QIODevice::ReadOnly));
    const QByteArray page = html.readAll();
    QCOMPARE(page.count("<svg "), 2);
    QVERIFY(page.contains("&lt;Machine&gt;") && page.contains("a &amp; b"));
    QVERIFY(!page.contains("src=") && !page.contains("href="));
    QVERIFY(QFileInfo::exists(target + QStringLiteral("/figure-3-loss.svg")));
    QCOMPARE(toJson(report)[QLatin1String("claims")].toArray().size(), qsizetype(report.paper.claims.size()));
    QVERIFY(!writePaperReport(report, target + QStringLiteral("/paper.html")).isEmpty()); // a file stands there
}

void TestPaper::bandOfSeeds()
{
    MeasuredRun second = measured("cnn-1", {1.0, 0.7}, 0.9);
    second.seed = 2;
    const PaperReport report{seedPaper(), {measured("cnn-1", {1.0, 0.5}, 0.8), second}, {}, 0};
    const std::vector<NamedFigure> figures = paperFigures(report);
    QCOMPARE(figures.size(), std::size_t(1));
    QCOMPARE(figures.front().loss.count("<polygon"), 2);
    const std::vector<PaperRow> rows = judgeAll(report);
    QCOMPARE(rows.front().seeds, 2);
}

QTEST_GUILESS_MAIN(TestPaper)
#include "tst_paper.moc"
