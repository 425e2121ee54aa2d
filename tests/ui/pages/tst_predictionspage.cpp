// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/engineloader.h"
#include "core/runs/runstore.h"
#include "tests/support/idxwriter.h"
#include "ui/pages/predictionsgallery.h"
#include "ui/pages/predictionsmemorised.h"
#include "ui/charts/plotview.h"
#include "ui/charts/runlook.h"
#include "ui/pages/predictionsconfusion.h"
#include "ui/pages/predictionsothers.h"
#include "ui/pages/predictionspage.h"
#include "ui/views/confusionmatrix.h"
#include "ui/views/emptystate.h"
#include "ui/views/picturegrid.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

#include <numeric>

using namespace convscope;

namespace {

constexpr int patience = 60000; // milliseconds; far more than it takes

/// Three classes; five pictures with answers by hand, after two epochs.
/// True:    0 0 1 1 2
/// Epoch 1: 0 1 1 0 0
/// Epoch 2: 0 1 1 1 0, the last one surest of all
std::shared_ptr<const TestProbabilities> answers(int epoch)
{
    std::vector<std::uint16_t> values{60000, 5535, 0, 10000, 50000, 5535, 5535, 60000, 0, 5535, 60000, 0, 65535, 0, 0};
    if (epoch == 1) {
        std::swap(values[9], values[10]);
    }
    return std::make_shared<TestProbabilities>(TestProbabilities{5, 3, values});
}

EpochReport report(int epoch)
{
    EpochReport report;
    report.epoch = epoch;
    report.steps = 10 * epoch;
    report.testLoss = 1.0;
    report.testAccuracy = 0.5;
    report.probabilities = answers(epoch);
    return report;
}

} // namespace

class TestPredictionsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void emptyAsksForTheStart();
    void worstMistakesFirst();
    void choosingMakesTheProbe();
    void keyboardMoves();
    void filters();
    void matrixOpensItsPictures();
    void matrixByKeyboard();
    void followsTheTimeLine();
    void comparesEpochs();
    void exportsTheDifference();
    void otherRunsOfThePicture();
    void copiesNumbers();
    void otherDataIsSaid();
    void theWheelScrollsThePanel();
    void storedRunIsRead();
    void askedBeforeTheFirstEpoch();
    void memorisedLabels();
    void learntAgainstLookalikes();

private:
    void showRun(int epochs, const QString &checksum = QStringLiteral("tiny"));
    QComboBox *combo(const char *name) { return m_page->findChild<QComboBox *>(QLatin1String(name)); }
    QString text(const char *name) { return m_page->findChild<QLabel *>(QLatin1String(name))->text(); }
    void train(TrainingRun &run);
    QString store(const QString &file, const DatasetPtr &data, const QString &name, int epochs);

    Engine *m_engine = nullptr;
    DatasetPtr m_data;
    std::unique_ptr<Inspection> m_inspection;
    std::unique_ptr<TrainingRun> m_run;
    std::unique_ptr<TrainingRun> m_other;
    std::unique_ptr<PredictionsPage> m_page;
    PictureGrid *m_grid = nullptr;
    ConfusionMatrix *m_matrix = nullptr;
};

void TestPredictionsPage::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    const Result<Engine *> engine = loadEngine();
    QVERIFY2(engine, qPrintable(engine.error()));
    m_engine = engine.value();
    auto tiny = std::make_shared<Dataset>();
    tiny->name = QStringLiteral("tiny");
    tiny->checksum = QStringLiteral("tiny");
    tiny->side = 4;
    tiny->classes = 3;
    tiny->test = {5, std::vector<std::uint8_t>(5 * 16, 100), {0, 0, 1, 1, 2}};
    tiny->train = tiny->test;
    m_data = tiny;
}

void TestPredictionsPage::init()
{
    m_inspection = std::make_unique<Inspection>();
    m_page = std::make_unique<PredictionsPage>(*m_inspection);
    m_page->resize(800, 700);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    m_grid = m_page->findChild<PictureGrid *>(QStringLiteral("predictionsGrid"));
    m_matrix = m_page->findChild<ConfusionMatrix *>();
}

void TestPredictionsPage::cleanup()
{
    m_page.reset();
    m_inspection.reset();
    m_run.reset();
    m_other.reset();
}

void TestPredictionsPage::showRun(int epochs, const QString &checksum)
{
    RunRecord record;
    record.name = QStringLiteral("by hand");
    record.start.dataChecksum = checksum;
    record.start.dataName = checksum;
    m_run = std::make_unique<TrainingRun>(1, record);
    auto history = std::make_shared<RunHistory>();
    history->setStarted(record.start);
    for (int epoch = 1; epoch <= epochs; ++epoch) {
        for (int batch = 0; batch < 10; ++batch) {
            history->append(BatchPoint{});
        }
        history->append(report(epoch));
    }
    m_run->setHistory(history);
    m_inspection->setData(m_data);
    m_inspection->setRun(m_run.get());
}

void TestPredictionsPage::emptyAsksForTheStart()
{
    QSignalSpy spy(m_page.get(), &PredictionsPage::startRequested);
    auto *empty = m_page->findChild<EmptyState *>();
    QVERIFY(empty->isVisible());
    QVERIFY(!empty->text().isEmpty());
    QTest::mouseClick(empty->button(), Qt::LeftButton);
    QCOMPARE(spy.count(), 1);
}

void TestPredictionsPage::worstMistakesFirst()
{
    showRun(2);
    QTRY_VERIFY(m_grid->isVisible());
    QTRY_COMPARE(m_grid->items().size(), std::size_t(5));
    QCOMPARE(m_grid->items()[0], 4); // loss ln 131070
    QCOMPARE(m_grid->items()[1], 1); // -ln 0.153
    QVERIFY(text("predictionsSummary").contains(QStringLiteral("3 of 5")));
    combo("orderCombo")->setCurrentIndex(4);
    QCOMPARE(m_grid->items(), (std::vector<int>{0, 1, 2, 3, 4}));
    combo("orderCombo")->setCurrentIndex(3); // the closest decision: 50000 against 10000
    QCOMPARE(m_grid->items()[0], 1);
}

void TestPredictionsPage::choosingMakesTheProbe()
{
    showRun(2);
    QTRY_COMPARE(m_grid->items().size(), std::size_t(5));
    QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, {}, m_grid->rectOf(1).center());
    QCOMPARE(m_inspection->probe().testIndex, 1);
    QVERIFY(text("detailText").contains(QStringLiteral("Wrong")));
    QCOMPARE(text("detailStory"), QStringLiteral("Never right so far."));
    m_inspection->setProbeIndex(3);
    QCOMPARE(m_grid->currentItem(), 3);
    QCOMPARE(text("detailStory"), QStringLiteral("Learnt: right since epoch 2."));
}

void TestPredictionsPage::keyboardMoves()
{
    showRun(2);
    QTRY_COMPARE(m_grid->items().size(), std::size_t(5));
    m_grid->setFocus();
    QTest::keyClick(m_grid, Qt::Key_Home);
    QCOMPARE(m_inspection->probe().testIndex, 4);
    QTest::keyClick(m_grid, Qt::Key_Right);
    QCOMPARE(m_inspection->probe().testIndex, 1);
    QTest::keyClick(m_grid, Qt::Key_End);
    QCOMPARE(m_inspection->probe().testIndex, m_grid->items().back());
    QVERIFY(m_grid->accessibleDescription().contains(QString::number(m_grid->items().back())));
}

void TestPredictionsPage::filters()
{
    showRun(2);
    QTRY_COMPARE(m_grid->items().size(), std::size_t(5));
    combo("whichCombo")->setCurrentIndex(2);
    QCOMPARE(m_grid->items(), (std::vector<int>{4, 1}));
    combo("trueClassCombo")->setCurrentIndex(1);
    QCOMPARE(m_grid->items(), (std::vector<int>{1}));
    combo("confidenceCombo")->setCurrentIndex(3);
    QVERIFY(m_grid->items().empty());
    QVERIFY(text("galleryCount").contains(QStringLiteral("No picture")));
    QTest::mouseClick(m_page->findChild<QToolButton *>(QStringLiteral("resetFilterButton")), Qt::LeftButton);
    QCOMPARE(m_grid->items().size(), std::size_t(5));
}

void TestPredictionsPage::matrixOpensItsPictures()
{
    showRun(2);
    QTRY_COMPARE(m_grid->items().size(), std::size_t(5));
    QTest::mouseClick(m_page->findChild<QToolButton *>(QStringLiteral("confusionButton")), Qt::LeftButton);
    QVERIFY(m_matrix->isVisible());
    QCOMPARE(m_matrix->cellText(0, 1), QStringLiteral("1"));
    combo("confusionModeCombo")->setCurrentIndex(1);
    QCOMPARE(m_matrix->cellText(0, 1), QStringLiteral("50.0"));
    combo("confusionModeCombo")->setCurrentIndex(2);
    QCOMPARE(m_matrix->cellText(0, 1), QStringLiteral("33.3"));
    QCOMPARE(m_matrix->cellText(0, 2), QStringLiteral("–")); // nothing was called 2
    auto *classes = m_page->findChild<QTableWidget *>(QStringLiteral("classTable"));
    QCOMPARE(classes->rowCount(), 3);
    QVERIFY(classes->item(2, 4)->text().contains(QStringLiteral("never answers")));
    QTest::mouseClick(m_matrix, Qt::LeftButton, {}, m_matrix->cellRect(2, 0).center());
    QVERIFY(m_grid->isVisible());
    QCOMPARE(m_grid->items(), (std::vector<int>{4}));
}

void TestPredictionsPage::matrixByKeyboard()
{
    showRun(2);
    QTRY_COMPARE(m_grid->items().size(), std::size_t(5));
    m_page->showView(PredictionsPage::Matrix);
    m_matrix->setFocus();
    QTest::keyClick(m_matrix, Qt::Key_Right);
    QVERIFY(m_matrix->accessibleDescription().contains(QStringLiteral("1 of 2")));
    QTest::keyClick(m_matrix, Qt::Key_Return);
    QCOMPARE(m_grid->items(), (std::vector<int>{1}));
}

void TestPredictionsPage::followsTheTimeLine()
{
    showRun(2);
    QTRY_COMPARE(m_matrix->cellText(1, 0), QStringLiteral("0"));
    m_inspection->setPosition(12);
    QTRY_COMPARE(m_matrix->cellText(1, 0), QStringLiteral("1"));
    QVERIFY(text("predictionsSummary").contains(QStringLiteral("epoch 1")));
    m_inspection->setPosition(5); // before the first epoch was complete
    QTRY_VERIFY(m_page->findChild<EmptyState *>()->isVisible());
}

void TestPredictionsPage::comparesEpochs()
{
    showRun(2);
    QTRY_COMPARE(m_grid->items().size(), std::size_t(5));
    QComboBox *compare = combo("compareCombo");
    QCOMPARE(compare->count(), 3);
    compare->setFocus();
    QTest::keyClick(compare, Qt::Key_Down);
    QTRY_COMPARE(m_matrix->cellText(1, 1), QStringLiteral("+1"));
    QCOMPARE(m_matrix->cellText(1, 0), QStringLiteral("−1"));
    combo("whichCombo")->setCurrentIndex(3); // changed
    QCOMPARE(m_grid->items(), (std::vector<int>{3}));
    combo("whichCombo")->setCurrentIndex(5); // wrong now, right there
    QVERIFY(m_grid->items().empty());
}

/// What leaves the program is what is seen: the difference, in the mode of the cells.
void TestPredictionsPage::exportsTheDifference()
{
    showRun(2);
    QTRY_COMPARE(m_grid->items().size(), std::size_t(5));
    combo("compareCombo")->setFocus();
    QTest::keyClick(combo("compareCombo"), Qt::Key_Down);
    QTRY_COMPARE(m_matrix->cellText(1, 1), QStringLiteral("+1"));
    m_page->showView(PredictionsPage::Matrix);
    ViewExport *exporter = m_page->findChild<PredictionsConfusion *>()->viewExport();
    const auto numbers = [exporter] {
        exporter->copyNumbers();
        QList<QStringList> rows;
        for (const QString &line : QGuiApplication::clipboard()->text().split(QLatin1Char('\n'))) {
            rows << line.split(QLatin1Char('\t'));
        }
        return rows;
    };
    QVERIFY(numbers()[0][0].contains(QStringLiteral("Epoch 1")));
    // Class 1 was called 0 and 1, and is called 1 twice now; its recall went from 1/2 to 1, its precision from 1/2 to 2/3.
    QCOMPARE(numbers()[2].mid(1, 4), (QStringList{QStringLiteral("-1"), QStringLiteral("1"), QStringLiteral("0"), QStringLiteral("0.5")}));
    QCOMPARE(numbers()[2][5].toDouble(), QString::number(2.0 / 3.0 - 0.5, 'g', 5).toDouble());
    combo("confusionModeCombo")->setCurrentIndex(1);
    QCOMPARE(m_matrix->cellText(1, 1), QStringLiteral("+50.0"));
    QCOMPARE(numbers()[2].mid(1, 3), (QStringList{QStringLiteral("-0.5"), QStringLiteral("0.5"), QStringLiteral("0")}));
    auto *classes = m_page->findChild<QTableWidget *>(QStringLiteral("classTable"));
    QVERIFY2(classes->item(1, 1)->text().contains(QStringLiteral("(+50.0)")), qPrintable(classes->item(1, 1)->text()));

    QTemporaryDir folder;
    const QString svg = folder.filePath(QStringLiteral("difference.svg"));
    QVERIFY(exporter->saveSvg(svg));
    QFile file(svg);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString drawn = QString::fromUtf8(file.readAll());
    QVERIFY(drawn.contains(QStringLiteral("+50.0")));
    QVERIFY(drawn.contains(QStringLiteral("Epoch 1")));
    const QString png = folder.filePath(QStringLiteral("difference.png"));
    QVERIFY(exporter->savePng(png));
    QCOMPARE(QImage(png).size(), 2 * m_matrix->size());
    const QString csv = folder.filePath(QStringLiteral("difference.csv"));
    QVERIFY(exporter->saveCsv(csv));
    QFile table(csv);
    QVERIFY(table.open(QIODevice::ReadOnly));
    QVERIFY(table.readAll().contains(",-0.5,0.5,0,"));
}

QString TestPredictionsPage::store(const QString &file, const DatasetPtr &data, const QString &name, int epochs)
{
    Experiment experiment;
    experiment.name = name;
    experiment.architecture.convBlocks.clear();
    experiment.architecture.hiddenLayers = {{16, Activation::Relu, 0.0}};
    experiment.training.epochs = epochs;
    experiment.training.batchSize = 20;
    experiment.training.threads = 1;
    TrainingRun run(1, experiment, data, m_engine);
    const RecordingTarget target = RunStore::newTarget(QString());
    run.recordInto(file, target);
    train(run);
    run.closeRecording(std::chrono::seconds(30));
    return target.id;
}

void TestPredictionsPage::otherRunsOfThePicture()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("laboratory.sqlite"));
    const DatasetPtr bars = test::barsDataset(200, 60);
    QVERIFY(RunStore::open(file));
    const QString first = store(file, bars, QStringLiteral("first"), 2);
    const QString second = store(file, bars, QStringLiteral("second"), 4);
    const QString elsewhere = store(file, test::barsDataset(200, 50), QStringLiteral("elsewhere"), 1); // tested with other pictures
    const Laboratory laboratory(file);
    const Result<LoadedRun> loaded = laboratory.load(first).result();
    QVERIFY2(loaded, qPrintable(loaded.error()));
    m_run = std::make_unique<TrainingRun>(7, loaded.value().record);
    m_run->setHistory(loaded.value().history);
    m_page->setRunNumbers([&](const QString &id) { return id == second ? 3 : 0; });
    m_inspection->setLaboratory(&laboratory);
    m_inspection->setData(bars);
    m_inspection->setRun(m_run.get());
    QTRY_COMPARE_WITH_TIMEOUT(m_grid->items().size(), std::size_t(60), patience);
    auto *others = m_page->findChild<PredictionsOthers *>();
    m_inspection->setProbeIndex(5);
    auto *table = m_page->findChild<QTableWidget *>(QStringLiteral("othersTable"));
    QTRY_VERIFY_WITH_TIMEOUT(others->isVisible() && table->rowCount() == 2, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_page->predictions().state()->epochs.size(), std::size_t(2), patience);

    // Against what the laboratory keeps.
    std::vector<int> epochs;
    std::vector<bool> isRight;
    TestProbabilities last;
    const int label = bars->test.labels[5];
    for (int epoch = 1; epoch <= 4; ++epoch) {
        last = laboratory.probabilities(second, epoch).result().value();
        epochs.push_back(epoch);
        isRight.push_back(predictedClasses(last)[5] == label);
    }
    const int answer = predictedClasses(last)[5];
    const double confidence = last.values[std::size_t(5 * last.classes + answer)] / 65535.0;
    const LearntEpochs story = learntEpochs(epochs, isRight);
    QCOMPARE(table->item(0, 0)->text(), QStringLiteral("first"));
    QVERIFY(table->item(0, 0)->font().bold());
    QCOMPARE(table->item(1, 0)->text(), QStringLiteral("second"));
    QCOMPARE(table->item(1, 1)->text(), bars->className(answer));
    QCOMPARE(table->item(1, 2)->text(), QStringLiteral("%1\u00a0%").arg(qRound(100.0 * confidence)));
    QCOMPARE(table->item(1, 3)->text(), story.learnt > 0 ? QString::number(story.learnt) : QStringLiteral("–"));
    QVERIFY(table->item(1, 0)->toolTip().contains(QStringLiteral("epoch 4")));
    const QImage mark = table->item(1, 0)->icon().pixmap(16).toImage();
    QCOMPARE(mark, runIcon(3, table->palette()).pixmap(16).toImage());
    auto *chart = m_page->findChild<PlotView *>(QStringLiteral("othersChart"));
    QCOMPARE(chart->scene().series.size(), std::size_t(2));
    QCOMPARE(chart->scene().series[0].name, QStringLiteral("second"));
    QCOMPARE(chart->scene().series[0].points.size(), std::size_t(4));
    QCOMPARE(chart->scene().series[0].points[3].y(), last.values[std::size_t(5 * last.classes + label)] / 65535.0);
    QCOMPARE(chart->scene().series[0].style.marker, runMarker(3));
    others->viewExport()->copyNumbers();
    QCOMPARE(QGuiApplication::clipboard()->text().count(QLatin1Char('\n')), qsizetype(1 + 2 + 4));

    // Choosing one compares with it.
    table->setFocus();
    table->setCurrentCell(1, 0);
    QTest::keyClick(table, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(combo("compareCombo")->currentText(), QStringLiteral("second"), patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->predictions().state()->other, patience);
    QCOMPARE(m_page->predictions().state()->otherConfusion.total(), 60);

    // The data of another run are opened: what the one that is compared with answered to the pictures before is nothing to compare with.
    QVERIFY(!elsewhere.isEmpty());
    const Result<LoadedRun> foreign = laboratory.load(elsewhere).result();
    QVERIFY2(foreign, qPrintable(foreign.error()));
    m_other = std::make_unique<TrainingRun>(9, foreign.value().record);
    m_other->setHistory(foreign.value().history);
    m_inspection->setData(test::barsDataset(200, 50));
    m_inspection->setRun(m_other.get());
    QTRY_VERIFY_WITH_TIMEOUT(m_page->predictions().comparison() == PredictionsComparison(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->predictions().state() && m_page->predictions().state()->runNumber == 9, patience);
    QVERIFY(!m_page->predictions().state()->other);
    QCOMPARE(combo("compareCombo")->currentIndex(), 0);
    m_page.reset();
    m_inspection.reset();
}

void TestPredictionsPage::copiesNumbers()
{
    showRun(2);
    QTRY_COMPARE(m_grid->items().size(), std::size_t(5));
    m_page->findChild<PredictionsGallery *>()->viewExport()->copyNumbers();
    QCOMPARE(QGuiApplication::clipboard()->text().count(QLatin1Char('\n')), qsizetype(6));
    m_inspection->setProbeIndex(0);
    QTest::mouseClick(m_page->findChild<QToolButton *>(QStringLiteral("copyProbabilitiesButton")), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text().count(QLatin1Char('\n')), qsizetype(3));
}

void TestPredictionsPage::otherDataIsSaid()
{
    showRun(2, QStringLiteral("elsewhere"));
    QTRY_VERIFY(m_page->findChild<EmptyState *>()->text().contains(QStringLiteral("elsewhere")));
}

/// A chart within it zooms only with Ctrl.
void TestPredictionsPage::theWheelScrollsThePanel()
{
    showRun(9);
    QTRY_COMPARE(m_grid->items().size(), std::size_t(5));
    m_inspection->setProbeIndex(0);
    PlotView *chart = nullptr;
    for (PlotView *view : m_page->findChildren<PlotView *>()) {
        chart = view->isVisible() ? view : chart;
    }
    QVERIFY(chart);
    QCOMPARE(chart->scene().series[1].style.line, Qt::DashLine);
    QVERIFY(chart->scene().title.contains(QStringLiteral("dashed")));
    const PlotRange before = chart->scene().x.range();
    const auto turn = [chart](Qt::KeyboardModifiers keys) {
        const QPointF at = chart->scene().plot.center();
        QWheelEvent event(at, chart->mapToGlobal(at), QPoint(), QPoint(0, 120), Qt::NoButton, keys, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(chart, &event);
    };
    turn(Qt::NoModifier);
    QVERIFY(chart->scene().x.range().min == before.min && chart->scene().x.range().max == before.max);
    turn(Qt::ControlModifier);
    QVERIFY(chart->scene().x.range().span() != before.span());
}

void TestPredictionsPage::train(TrainingRun &run)
{
    QSignalSpy ended(&run, &TrainingRun::ended);
    run.start();
    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, patience);
}

void TestPredictionsPage::storedRunIsRead()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("laboratory.sqlite"));
    const DatasetPtr bars = test::barsDataset(200, 60);
    Experiment experiment;
    experiment.architecture.hiddenLayers = {{16, Activation::Relu, 0.0}};
    experiment.training.epochs = 2;
    experiment.training.threads = 1;
    QVERIFY(RunStore::open(file));
    QString id;
    {
        TrainingRun run(1, experiment, bars, m_engine);
        const RecordingTarget target = RunStore::newTarget(QString());
        id = target.id;
        run.recordInto(file, target);
        train(run);
        QCOMPARE(run.closeRecording(std::chrono::seconds(30)), QString());
    }
    const Laboratory laboratory(file);
    const Result<LoadedRun> loaded = laboratory.load(id).result();
    QVERIFY2(loaded, qPrintable(loaded.error()));
    m_run = std::make_unique<TrainingRun>(1, loaded.value().record);
    m_inspection->setLaboratory(&laboratory);
    m_inspection->setData(bars);
    m_inspection->setRun(m_run.get());
    m_run->setHistory(loaded.value().history);
    m_inspection->setRun(m_run.get());
    QTRY_COMPARE_WITH_TIMEOUT(m_grid->items().size(), std::size_t(60), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_page->predictions().state()->epochs.size(), std::size_t(2), patience);
    QCOMPARE(m_page->predictions().state()->epoch, 2);
    m_page.reset();
    m_inspection.reset();
}

void TestPredictionsPage::askedBeforeTheFirstEpoch()
{
    const DatasetPtr bars = test::barsDataset(200, 60);
    Experiment experiment;
    experiment.architecture.hiddenLayers = {{16, Activation::Relu, 0.0}};
    experiment.training.epochs = 2;
    experiment.training.threads = 1;
    experiment.training.batchSize = 20;
    m_run = std::make_unique<TrainingRun>(1, experiment, bars, m_engine);
    m_inspection->setInspector(&m_engine->inspector());
    m_inspection->setData(bars);
    m_inspection->setRun(m_run.get());
    m_run->start(RunControl::Begin::OneBatch);
    QTRY_COMPARE_WITH_TIMEOUT(m_run->state(), RunState::Paused, patience);
    m_run->mailbox()->request();
    m_run->stepBatch();
    QTRY_VERIFY_WITH_TIMEOUT(m_inspection->weights() || (m_inspection->setRun(m_run.get()), false), patience);
    QTRY_VERIFY(m_page->predictions().canAsk());
    QTest::mouseClick(m_page->findChild<EmptyState *>()->button(), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_grid->items().size(), std::size_t(60), patience);
    QVERIFY(text("predictionsSummary").startsWith(QStringLiteral("After batch")));
    QSignalSpy ended(m_run.get(), &TrainingRun::ended);
    m_run->stop();
    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, patience);
}

void TestPredictionsPage::memorisedLabels()
{
    const DatasetPtr bars = test::barsDataset(100, 60);
    Experiment experiment;
    experiment.architecture.hiddenLayers = {{128, Activation::Relu, 0.0}};
    experiment.training.epochs = 60;
    experiment.training.batchSize = 20;
    experiment.training.learningRate = 0.005;
    experiment.training.labelNoise = 0.1;
    experiment.training.threads = 1;
    m_run = std::make_unique<TrainingRun>(1, experiment, bars, m_engine);
    m_inspection->setInspector(&m_engine->inspector());
    m_inspection->setData(bars);
    m_inspection->setRun(m_run.get());
    train(*m_run);
    m_inspection->setRun(m_run.get());
    QTest::mouseClick(m_page->findChild<QToolButton *>(QStringLiteral("memorisedButton")), Qt::LeftButton);
    auto *memorised = m_page->findChild<PredictionsMemorised *>();
    QTRY_VERIFY_WITH_TIMEOUT(memorised->answers(), patience);
    const MemorisedAnswers &all = *memorised->answers();
    QCOMPARE(all.mislabelled, 10);
    QCOMPARE(all.wrongLabel + all.trueClass + all.other, 10);
    QVERIFY(all.wrongLabel >= 8); // trained until nothing was left to learn
    QCOMPARE(all.asked, 90);
    auto *grid = m_page->findChild<PictureGrid *>(QStringLiteral("memorisedGrid"));
    QCOMPARE(grid->items().size(), std::size_t(10));
    combo("memorisedCombo")->setCurrentIndex(1);
    QCOMPARE(int(grid->items().size()), all.wrongLabel);
    QTest::mouseClick(grid->viewport(), Qt::LeftButton, {}, grid->rectOf(0).center());
    QCOMPARE(m_inspection->probe().testIndex, -1);
    QVERIFY(m_inspection->probe().title.startsWith(QStringLiteral("Training picture")));
}

void TestPredictionsPage::learntAgainstLookalikes()
{
    // Six pictures near black and seven near white; picture 0 looks like the black ones, but is of the other class.
    auto data = std::make_shared<Dataset>();
    data->side = 4;
    data->classes = 2;
    data->train.count = 13;
    for (int i = 0; i < 13; ++i) {
        const auto grey = std::uint8_t(i < 7 ? 10 + i : 200 + i);
        data->train.pixels.insert(data->train.pixels.end(), 16, grey);
        data->train.labels.push_back(i == 0 || i >= 7 ? 1 : 0);
    }
    data->test = data->train;
    std::vector<int> all(13);
    std::iota(all.begin(), all.end(), 0);
    const Lookalikes found = lookalikesOf(*data, all);
    QCOMPARE(found.agreeing[0], 0);
    QCOMPARE(found.majority[0], 0);
    QCOMPARE(found.agreeing[1], 4); // its nearest five are picture 0 and four of its own class
    QCOMPARE(found.agreeing[12], 5);
    QVERIFY(lookalikesOf(*data, {0, 1, 2}).pictures.empty()); // too few
    QVERIFY(lookalikesOf(*data, all, [] { return true; }).pictures.empty());

    // A network that answers 1 whatever it sees has "learnt" picture 0 against its neighbours.
    Architecture architecture;
    architecture.convBlocks.clear();
    architecture.hiddenLayers.clear();
    const auto weights = weightsFrom(architecture, 7, {{"output.weight", {2, 16}, std::vector<float>(32, 0.0f)}, {"output.bias", {2}, {0.0f, 1.0f}}});
    QVERIFY(weights);
    const auto answers = askTrained(m_engine->inspector(), weights, *data, TrainingSettings(), 100);
    QVERIFY2(answers, qPrintable(answers.error()));
    QCOMPARE(answers.value().compared, 13);
    QCOMPARE(answers.value().againstNeighbours, 1);
    QCOMPARE(answers.value().learntAgainst, 1);
    QCOMPARE(answers.value().shown.size(), std::size_t(7)); // it, and the six wrong ones
    QCOMPARE(answers.value().shown[0].picture, 0);
    QVERIFY(answers.value().shown[0].isAgainstNeighbours());
    const auto again = askTrained(m_engine->inspector(), weights, *data, TrainingSettings(), 100, {}, answers.value().lookalikes);
    QCOMPARE(again.value().lookalikes, answers.value().lookalikes);
}

QTEST_MAIN(TestPredictionsPage)
#include "tst_predictionspage.moc"
