// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/common/numberformat.h"
#include "core/report/repeatcommand.h"
#include "core/report/report.h"
#include "core/report/reporthtml.h"
#include "core/report/reportpages.h"
#include "core/runs/laboratoryfile.h"
#include "core/training/experimentjson.h"
#include "core/training/presets.h"
#include "tests/core/runs/sampleruns.h"
#include "tests/support/idxwriter.h"

#include <QBuffer>
#include <QPdfWriter>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace convscope;

namespace {

constexpr int images = 20;
constexpr int classes = 10;
constexpr int worst = 3; // true class 3, called 5 for certain
constexpr int mild = 7; // true class 7, called 1 with 60 %

Experiment smallNetwork()
{
    Experiment experiment;
    experiment.name = QStringLiteral("small");
    experiment.architecture.convBlocks = {ConvBlock{2, 3, 1, false, Activation::Relu, true}};
    experiment.training.epochs = 2;
    experiment.training.learningRate = 0.02;
    return experiment;
}

CheckpointPtr checkpointOf(qint64 steps)
{
    auto checkpoint = std::make_shared<Checkpoint>();
    checkpoint->steps = steps;
    checkpoint->epoch = 2;
    checkpoint->batch = 5;
    checkpoint->epochIsComplete = true;
    checkpoint->weights = {{"conv1.weight", {2, 1, 3, 3}, std::vector<float>(18, 0.25f)}, {"conv1.bias", {2}, {0, 0}},
                           {"output.weight", {classes, 2 * 14 * 14}, std::vector<float>(classes * 2 * 14 * 14)}, {"output.bias", {classes}, std::vector<float>(classes)}};
    checkpoint->weights[0].values[4] = -0.5f;
    return checkpoint;
}

/// All right but two.
EpochReport epochOf(int epoch)
{
    EpochReport report;
    report.epoch = epoch;
    report.steps = epoch * 5;
    report.trainLoss = 1.25 / epoch;
    report.trainAccuracy = 0.8125;
    report.testLoss = epoch == 1 ? 0.7531 : 0.9246;
    report.testAccuracy = 0.9;
    report.trainSeconds = 1.0;
    TestProbabilities probabilities{images, classes, std::vector<std::uint16_t>(images * classes)};
    for (int i = 0; i < images; ++i) {
        const int answer = i == worst ? 5 : i == mild ? 1 : i % classes;
        probabilities.values[std::size_t(i * classes + answer)] = i == mild ? 39321 : 65535;
        if (i == mild) {
            probabilities.values[std::size_t(i * classes + i)] = 26214;
        }
    }
    report.probabilities = std::make_shared<TestProbabilities>(probabilities);
    return report;
}

} // namespace

class TestReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void numbersAreTheRuns();
    void hostileTextsAreEscaped();
    void needsNoOtherFile();
    void withoutItsPictures();
    void whatIsMissingIsSaid();
    void comparison();
    void manyRunsStayShort();
    void pagesOfPaper();
    void onlyTheWantedPages();
    void names_data();
    void names();
    void commandFromPreset();
    void commandWithSettings();
    void commandHidesTheHomeFolder();
    void shellWords_data();
    void shellWords();

private:
    QString record(const Experiment &experiment);
    QString html(const QStringList &ids, DatasetPtr data);
    ReportDocument document(const QStringList &ids, DatasetPtr data);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RunStore> m_store;
    DatasetPtr m_data;
};

void TestReport::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    const QTemporaryDir folder;
    test::writeDataset(folder.path(), *test::barsDataset(40, images, classes));
    m_data = loadDataset(folder.path()).value(); // with its checksum
}

void TestReport::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = RunStore::open(m_folder->filePath(QStringLiteral("laboratory.sqlite"))).value();
}

QString TestReport::record(const Experiment &experiment)
{
    const auto connection = openLaboratory(m_folder->filePath(QStringLiteral("laboratory.sqlite")));
    const RecordingTarget target = RunStore::newTarget(m_folder->filePath(QStringLiteral("no data")));
    RunNews news;
    news.started = test::sampleStart();
    news.started->experiment = experiment;
    news.started->dataChecksum = m_data->checksum;
    news.started->testImages = images;
    news.started->threads = 2;
    for (int batch = 0; batch < 10; ++batch) {
        news.batches.push_back({1.0f, 0.5f, 0.02f});
    }
    news.epochs = {epochOf(1), epochOf(2)};
    news.latest = checkpointOf(10);
    news.end = RunEnd{RunEnd::Kind::Finished, 10, 2, 5, {}, 0.0, false};
    RunWriter(*connection, target).write(news);
    return target.id;
}

ReportDocument TestReport::document(const QStringList &ids, DatasetPtr data)
{
    ReportData pictures(data);
    const Result<ReportDocument> report = makeReport(*m_store, ids, pictures);
    return report ? report.value() : ReportDocument{report.error(), {}, {}};
}

QString TestReport::html(const QStringList &ids, DatasetPtr data)
{
    return QString::fromUtf8(reportHtml(document(ids, data)));
}

void TestReport::numbersAreTheRuns()
{
    const QString page = html({record(smallNetwork())}, m_data);
    for (const QString &number : {QStringLiteral("0.7531"), QStringLiteral("0.9246"), QStringLiteral("0.6250"), QStringLiteral("81.25\u00a0%"), QStringLiteral("90.00\u00a0%"),
                                  QStringLiteral("2 of 2"), QStringLiteral("18 of 20"), m_data->checksum, QStringLiteral("−0.5000"), QStringLiteral("LibTorch 0")}) {
        QVERIFY2(page.contains(number), qPrintable(number));
    }
    QVERIFY(page.contains(QStringLiteral("the test loss was lowest after epoch 1 (0.7531) and is 0.9246 after epoch 2")));
    QCOMPARE(page.count(QStringLiteral("<svg ")), 2);
    QCOMPARE(page.count(QStringLiteral("<circle ")), 2); // the ring at the lowest test loss, in both charts
    QCOMPARE(page.count(QStringLiteral("<img ")), 2 + 2); // filters, errors
    const QString worstAlt = QStringLiteral("alt=\"%1, taken for %2\"").arg(m_data->className(3), m_data->className(5));
    const QString mildAlt = QStringLiteral("alt=\"%1, taken for %2\"").arg(m_data->className(7), m_data->className(1));
    QVERIFY(page.contains(worstAlt.toHtmlEscaped().replace(QStringLiteral("&quot;"), QStringLiteral("\""))));
    QVERIFY(page.indexOf(worstAlt) < page.indexOf(mildAlt));
    // Class 3 has two pictures, one of them called 5: recall 1/2, precision 1/1.
    QVERIFY(page.contains(QStringLiteral("<td class=\"number\">100.0\u00a0%</td><td class=\"number\">50.0\u00a0%</td><td class=\"number\">66.7\u00a0%</td>")));
}

void TestReport::hostileTextsAreEscaped()
{
    const QString id = record(smallNetwork());
    const QString hostile = QStringLiteral("<script>alert(1)</script><img src=x onerror=y>&amp;\"'");
    QCOMPARE(m_store->rename(id, hostile), QString());
    QCOMPARE(m_store->setLabels(id, {hostile + QStringLiteral("\nsecond line"), {hostile}, false}), QString());
    const QString other = record(smallNetwork());
    for (const QString &page : {html({id}, m_data), html({id, other}, m_data)}) {
        QVERIFY(!page.contains(QStringLiteral("<script")));
        QVERIFY(!page.contains(QStringLiteral("<img src=x")));
        QVERIFY(page.contains(QStringLiteral("&lt;script&gt;alert(1)&lt;/script&gt;")));
        QVERIFY(page.contains(QStringLiteral("<br>\nsecond line")));
    }
}

void TestReport::needsNoOtherFile()
{
    const QString id = record(smallNetwork());
    const QString page = html({id, record(smallNetwork())}, m_data);
    QVERIFY(!page.contains(QStringLiteral("http")));
    QVERIFY(!page.contains(QStringLiteral("url(")));
    QVERIFY(!page.contains(QStringLiteral("<link")));
    QVERIFY(!page.contains(QStringLiteral("@import")));
    QCOMPARE(page.count(QStringLiteral("src=")), page.count(QStringLiteral("src=\"data:image/png;base64,")));
}

void TestReport::withoutItsPictures()
{
    const QString id = record(smallNetwork());
    const QString others = html({id}, test::barsDataset(40, images + 1, classes)); // not those
    QVERIFY(others.contains(QStringLiteral("can&apos;t be shown here")) || others.contains(QStringLiteral("can't be shown here")));
    QCOMPARE(others.count(QStringLiteral("<img ")), 2); // the filters
    QVERIFY(others.contains(QStringLiteral("0.9246")));
    test::writeDataset(m_folder->filePath(QStringLiteral("no data")), *m_data); // where the run found them
    QCOMPARE(html({id}, nullptr).count(QStringLiteral("<img ")), 4);
}

void TestReport::whatIsMissingIsSaid()
{
    const QString file = m_folder->filePath(QStringLiteral("laboratory.sqlite"));
    const QString broken = html({test::recordSample(file)}, m_data); // ends with NaN and infinity
    QVERIFY(broken.contains(QStringLiteral("NaN")) && broken.contains(QStringLiteral("∞")));
    const auto connection = openLaboratory(file);
    const RecordingTarget target = RunStore::newTarget(QString());
    RunNews news;
    news.started = test::sampleStart();
    RunWriter(*connection, target).write(news);
    const QString begun = html({target.id}, m_data);
    QVERIFY(begun.contains(QStringLiteral("No epoch of this run is complete yet.")));
    QVERIFY(begun.contains(QStringLiteral("No weights are kept of this run.")));
    QVERIFY(begun.contains(QStringLiteral("No answers to the test pictures are kept of this run.")));
    QVERIFY(!reportPdf(document({target.id}, m_data)).isEmpty());
    ReportData data;
    QVERIFY(!makeReport(*m_store, {QStringLiteral("no-such-run")}, data));
    QVERIFY(!makeReport(*m_store, {}, data));
}

void TestReport::comparison()
{
    Experiment other = smallNetwork();
    other.training.learningRate = 0.003;
    const QStringList ids{record(smallNetwork()), record(other)};
    const QString page = html(ids, m_data);
    QVERIFY(page.contains(QStringLiteral("They differ in one setting: Learning rate.")));
    QVERIFY(page.contains(QStringLiteral("<tr><th scope=\"row\">Learning rate</th><td class=\"number\">0.02</td><td class=\"number\">0.003</td></tr>")));
    QCOMPARE(page.count(QStringLiteral("<svg ")), 4);
    QVERIFY(page.contains(QStringLiteral("both name 18, and neither names 2")));
    QVERIFY(page.contains(QStringLiteral("<h2>1 small</h2>")) && page.contains(QStringLiteral("<h2>2 small</h2>")));
    QCOMPARE(page.count(QStringLiteral("<pre>")), 2 * 2); // settings and command of each
    QVERIFY(!page.contains(QStringLiteral("weights it keeps"))); // the last ones, in both
    Experiment stopped = smallNetwork();
    stopped.training.earlyStopping.patience = 3;
    stopped.training.finalWeights = FinalWeights::Best;
    const QString kept = html({ids.first(), record(stopped)}, m_data);
    QVERIFY(kept.contains(QStringLiteral("They differ in one thing: ")));
    QVERIFY(kept.contains(QStringLiteral("Test accuracy of the weights it keeps")));
}

void TestReport::manyRunsStayShort()
{
    QStringList ids;
    for (int seed = 1; seed <= 13; ++seed) {
        Experiment experiment = smallNetwork();
        experiment.training.seed = seed;
        ids << record(experiment);
    }
    const QString page = html(ids, m_data);
    QCOMPARE(page.count(QStringLiteral("<img ")), 0);
    QVERIFY(page.contains(QStringLiteral("Only the 12 most accurate runs are drawn.")));
    QVERIFY(page.contains(QStringLiteral("<h3>13 small</h3>")));
    QCOMPARE(page.count(QStringLiteral("<thead>")), 3); // five runs a table
    ReportData data(m_data);
    const ReportedRun whole = readReportedRun(*m_store, ids.first(), data).value();
    const ReportedRun part = readReportedRun(*m_store, ids.first(), data, false).value();
    QVERIFY(whole.weights && whole.hasAnswers());
    QVERIFY(!part.weights && !part.hasAnswers()); // not even read
    QCOMPARE(part.epochs.size(), whole.epochs.size());
}

void TestReport::pagesOfPaper()
{
    const QString id = record(smallNetwork());
    const QByteArray pdf = reportPdf(document({id}, m_data));
    QVERIFY(pdf.startsWith("%PDF-"));
    const auto pages = pdf.count("/Type /Page\n");
    QVERIFY2(pages >= 2 && pages <= 8, qPrintable(QString::number(pages)));
    const QString path = m_folder->filePath(QStringLiteral("año/report.PDF"));
    QCOMPARE(writeReport(document({id}, m_data), path), QString());
    QVERIFY(QFile(path).size() > 10000);
    QVERIFY(writeReport(document({id}, m_data), QStringLiteral("/proc/report.pdf")).contains(QStringLiteral("/proc/report.pdf")));
}

void TestReport::onlyTheWantedPages()
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    {
        QPdfWriter writer(&buffer);
        QPageRanges ranges;
        ranges.addPage(2);
        writer.setPageRanges(ranges);
        QCOMPARE(paintReport(document({record(smallNetwork())}, m_data), writer), QString());
    }
    QCOMPARE(bytes.count("/Type /Page\n"), 1);
}

void TestReport::names_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("html") << "a.html" << true;
    QTest::newRow("htm") << "a.HTM" << true;
    QTest::newRow("pdf") << "/x/a.b.Pdf" << true;
    QTest::newRow("none") << "pdf" << false;
    QTest::newRow("other") << "a.docx" << false;
    QTest::newRow("folder") << "a.pdf/b" << false;
}

void TestReport::names()
{
    QFETCH(QString, path);
    QFETCH(bool, isGood);
    QCOMPARE(reportNameProblem(path).isEmpty(), isGood);
    QVERIFY(isGood || reportNameProblem(path).contains(path));
}

void TestReport::commandFromPreset()
{
    RunRecord run;
    run.start.experiment = findPreset(QStringLiteral("cnn-2"), {}).value().experiment;
    run.start.experiment.name = QStringLiteral("mine");
    run.start.experiment.training.seed = 7;
    run.start.experiment.training.learningRate = 2.5e-5;
    run.start.experiment.training.precision = Precision::Bfloat16;
    run.start.threads = 3;
    run.start.dataName = QStringLiteral("Fashion-MNIST");
    const RepeatCommand command = repeatCommand(run);
    QCOMPARE(command.line, QStringLiteral("convscope train --preset cnn-2 --learning-rate 2.5e-05 --seed 7 --precision bfloat16 --threads 3 --data /usr/share/datasets/fashion-mnist"));
    QVERIFY(command.settings.isEmpty());
    run.start.experiment.training.threads = 3; // a wish that came true
    QCOMPARE(repeatCommand(run).line, command.line);
}

void TestReport::commandWithSettings()
{
    RunRecord run;
    run.start.experiment = smallNetwork();
    run.start.experiment.name = QStringLiteral("-a b/c'ñ");
    run.start.threads = 2;
    run.dataFolder = QStringLiteral("/data/it's");
    const RepeatCommand command = repeatCommand(run);
    QCOMPARE(command.settingsFile, QStringLiteral("a-b-c-ñ.json"));
    QCOMPARE(command.line, QStringLiteral("convscope train --settings 'a-b-c-ñ.json' --data '/data/it'\\''s'"));
    Experiment wanted = run.start.experiment;
    wanted.training.threads = 2;
    const Result<Experiment> read = experimentFromJson(command.settings, QStringLiteral("report"));
    QVERIFY2(read.ok(), qPrintable(read.error()));
    QVERIFY(read.value() == wanted);
}

void TestReport::commandHidesTheHomeFolder()
{
    RunRecord run;
    run.start.experiment = smallNetwork();
    run.dataFolder = QDir::homePath() + QStringLiteral("/my data");
    QVERIFY2(repeatCommand(run).line.endsWith(QStringLiteral("--data ~/'my data'")), qPrintable(repeatCommand(run).line));
    run.dataFolder.clear();
    QVERIFY(repeatCommand(run).line.endsWith(QStringLiteral("--data FOLDER")));
}

void TestReport::shellWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << "a-b.c/d_e";
    QTest::newRow("nothing") << "";
    QTest::newRow("space") << "a b";
    QTest::newRow("quotes") << "it's \"so\"";
    QTest::newRow("variables") << "$HOME `id` $(id) \\n";
    QTest::newRow("lines") << "a\nb;c";
}

void TestReport::shellWords()
{
    QFETCH(QString, text);
    QProcess shell;
    shell.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), QStringLiteral("printf %s ") + shellWord(text)});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(QString::fromUtf8(shell.readAllStandardOutput()), text);
}

QTEST_MAIN(TestReport)
#include "tst_report.moc"
