// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/comparison.h"
#include "core/runs/duel.h"
#include "core/runs/runstore.h"
#include "core/training/validator.h"
#include "tests/core/runs/sampleruns.h"
#include "ui/charts/plotview.h"
#include "ui/charts/runlook.h"
#include "ui/models/comparetablemodel.h"
#include "ui/pages/comparecurves.h"
#include "ui/pages/comparedisagreements.h"
#include "ui/pages/compareoverfitting.h"
#include "ui/pages/comparepage.h"
#include "ui/pages/compareviews.h"
#include "ui/pages/dueldialog.h"
#include "ui/views/emptystate.h"
#include "ui/views/parallelview.h"
#include "ui/views/picturegrid.h"
#include "ui/views/scatterview.h"
#include "ui/views/viewexport.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QThreadPool>
#include <QtTest>

using namespace convscope;

namespace {

constexpr int patience = 60000; // milliseconds; far more than it takes

/// Two classes, four test pictures. After epoch 1 picture 3 is wrong; `last` swaps what the last epoch says of picture 1.
ProbabilitiesPtr answers(bool swapped)
{
    std::vector<std::uint16_t> values{60000, 5535, 60000, 5535, 5535, 60000, 40000, 25535};
    if (swapped) {
        std::swap(values[2], values[3]);
    }
    return std::make_shared<TestProbabilities>(TestProbabilities{4, 2, values});
}

ComparedRunPtr madeUp(const QString &name, double rate, double accuracy, qint64 seed = 1, bool overfits = false, bool swapped = false)
{
    RunStarted start;
    start.experiment.name = name;
    start.experiment.architecture.hiddenLayers = {HiddenLayer{8, Activation::Relu, 0.0}};
    start.experiment.training.learningRate = rate;
    start.experiment.training.seed = seed;
    start.experiment.training.epochs = 3;
    start.dataChecksum = QStringLiteral("tiny");
    start.parameters = 1000;
    std::vector<EpochReport> epochs;
    for (int epoch = 1; epoch <= 3; ++epoch) {
        EpochReport report;
        report.epoch = epoch;
        report.trainLoss = 1.0 / epoch;
        report.testLoss = overfits ? 0.5 + 0.25 * epoch : 0.9 / epoch;
        report.trainAccuracy = 0.9;
        report.testAccuracy = accuracy - 0.1 * (3 - epoch);
        report.trainSeconds = 1.5;
        report.testSeconds = 0.5;
        report.probabilities = answers(swapped && epoch == 3);
        epochs.push_back(report);
    }
    return std::make_shared<ComparedRun>(comparedRun(start, epochs, 4, 2));
}

} // namespace

class TestComparePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void emptyAsksForTheStart();
    void onlyDifferingSettingsHaveAColumn();
    void sortsByAFigure();
    void spaceTicksAndDraws();
    void selectingTellsOthers();
    void copiesTheTable();
    void scatterIsClicked();
    void coordinatesByKeyboard();
    void duelInPlainWords();
    void duelWarns();
    void stoppingAtTheBestIsOneThing();
    void unfinishedIsComparedAtTheSameEpoch();
    void duelDialogMakesTheOpponent();
    void repeatsWhatIsMissing();
    void seedsAreTested();
    void lateAnswersDontLand();
    void disagreementsBecomeTheProbe();
    void overfittingIsNamed();
    void curesAndProvocation();
    void longNamesAreCut();
    void readsALaboratory();
    void manyRunsStayQuick();
    void everyPairOfLookIsAnother();

private:
    void show(const std::map<int, ComparedRunPtr> &runs) { m_page->runs().setListed({}, runs); }
    std::map<int, ComparedRunPtr> twoRuns() { return {{1, madeUp(QStringLiteral("slow"), 0.001, 0.80)}, {2, madeUp(QStringLiteral("fast"), 0.01, 0.85)}}; }
    template<typename Widget>
    Widget *child(const char *name) { return m_page->findChild<Widget *>(QLatin1String(name)); }
    void press(const char *name) { QTest::mouseClick(child<QWidget>(name), Qt::LeftButton); }
    QString text(const char *name) { return child<QLabel>(name)->text(); }
    QString cell(int row, int column) { return m_table->model()->index(row, column).data().toString(); }
    int columnNamed(const QString &name);

    DatasetPtr m_data;
    std::unique_ptr<Inspection> m_inspection;
    std::unique_ptr<ComparePage> m_page;
    QTableView *m_table = nullptr;
};

void TestComparePage::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    auto tiny = std::make_shared<Dataset>();
    tiny->name = tiny->checksum = QStringLiteral("tiny");
    tiny->side = 4;
    tiny->classes = 2;
    tiny->test = {4, std::vector<std::uint8_t>(4 * 16, 100), {0, 0, 1, 1}};
    tiny->train = tiny->test;
    m_data = tiny;
}

void TestComparePage::init()
{
    m_inspection = std::make_unique<Inspection>();
    m_inspection->setData(m_data);
    m_page = std::make_unique<ComparePage>(*m_inspection);
    m_page->resize(900, 700);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    m_table = child<QTableView>("compareTable");
}

void TestComparePage::cleanup()
{
    m_page.reset();
    m_inspection.reset();
}

int TestComparePage::columnNamed(const QString &name)
{
    for (int column = 0; column < m_table->model()->columnCount(); ++column) {
        if (m_table->model()->headerData(column, Qt::Horizontal).toString() == name) {
            return column;
        }
    }
    return -1;
}

void TestComparePage::emptyAsksForTheStart()
{
    QSignalSpy start(m_page.get(), &ComparePage::startRequested);
    auto *empty = child<EmptyState>("compareEmptyState");
    QVERIFY(empty->isVisible());
    QTest::mouseClick(empty->button(), Qt::LeftButton);
    QCOMPARE(start.count(), 1);
    show(twoRuns());
    QVERIFY(!empty->isVisible());
    QVERIFY(m_table->isVisible());
}

void TestComparePage::onlyDifferingSettingsHaveAColumn()
{
    show(twoRuns());
    QCOMPARE(cell(0, 0), QStringLiteral("2 fast")); // the newest on top
    QCOMPARE(m_table->model()->headerData(5, Qt::Horizontal).toString(), QStringLiteral("Learning rate"));
    QCOMPARE(cell(0, 5), QStringLiteral("0.01"));
    QCOMPARE(columnNamed(QStringLiteral("Batch size")), -1);
    QCOMPARE(cell(0, columnNamed(QStringLiteral("Test accuracy"))), QStringLiteral("85.00\u00a0%"));
    QCOMPARE(cell(0, columnNamed(QStringLiteral("Time"))), QStringLiteral("0:06"));
    child<QCheckBox>("compareAllSettings")->click();
    QVERIFY(columnNamed(QStringLiteral("Batch size")) > 0);
}

void TestComparePage::sortsByAFigure()
{
    show(twoRuns());
    const int column = columnNamed(QStringLiteral("Test accuracy"));
    QHeaderView *header = m_table->horizontalHeader();
    m_table->scrollTo(m_table->model()->index(0, column));
    const QPoint title(header->sectionViewportPosition(column) + header->sectionSize(column) / 2, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, Qt::NoModifier, title);
    const QString once = cell(0, 0);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, Qt::NoModifier, title);
    QVERIFY(cell(0, 0) != once);
}

void TestComparePage::spaceTicksAndDraws()
{
    show(twoRuns());
    QCOMPARE(m_page->runs().tickedRows().size(), std::size_t(2)); // at first both
    m_table->setCurrentIndex(m_table->model()->index(0, 3));
    QTest::keyClick(m_table, Qt::Key_Space);
    QVERIFY(!m_page->runs().isTicked(2));
    auto *plot = child<PlotView>("compareAccuracyPlot");
    const auto visible = [plot] { return std::count_if(plot->scene().series.begin(), plot->scene().series.end(), [](const PlotSeries &series) { return series.visible; }); };
    QTRY_COMPARE(visible(), 2); // train and test
    const PlotSeries &test = plot->scene().series[1];
    QCOMPARE(test.points.size(), std::size_t(3));
    QCOMPARE(test.points.back(), QPointF(3, 0.80));
    QCOMPARE(test.style.marker, runMarker(1));
    QCOMPARE(test.style.line, Qt::SolidLine);
    QCOMPARE(plot->scene().series[0].style.line, Qt::DashLine);
    press("compareUntick");
    QTRY_VERIFY(child<QLabel>("compareHint")->isVisible());
}

void TestComparePage::selectingTellsOthers()
{
    show(twoRuns());
    QSignalSpy selected(&m_page->runs(), &ComparedRuns::selectedChanged);
    QTest::mouseClick(m_table->viewport(), Qt::LeftButton, Qt::NoModifier, m_table->visualRect(m_table->model()->index(1, 1)).center());
    QCOMPARE(m_page->runs().selected(), 1);
    QCOMPARE(selected.count(), 1);
    m_page->runs().select(2);
    QCOMPARE(m_table->currentIndex().row(), 0);
}

void TestComparePage::copiesTheTable()
{
    show(twoRuns());
    m_table->findChild<ViewExport *>()->copyNumbers();
    const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
    QVERIFY(lines[0].startsWith(QStringLiteral("Run\tTest accuracy (%)\t")));
    QVERIFY(lines[1].startsWith(QStringLiteral("2 fast\t85\t")));
}

void TestComparePage::scatterIsClicked()
{
    show({{1, madeUp(QStringLiteral("a"), 0.001, 0.80)}, {2, madeUp(QStringLiteral("b"), 0.01, 0.9)}});
    press("compareScatterButton");
    auto *scatter = child<ScatterView>("compareScatter");
    QTRY_VERIFY(scatter->isVisible() && !scatter->pointOf(1).isNull());
    QVERIFY(scatter->pointOf(1).y() > scatter->pointOf(2).y()); // the better one is higher
    QTest::mouseClick(scatter, Qt::LeftButton, Qt::NoModifier, scatter->pointOf(1).toPoint());
    QCOMPARE(m_page->runs().selected(), 1);
    QTest::keyClick(scatter, Qt::Key_Left); // both took as long; the newer one comes first
    QCOMPARE(m_page->runs().selected(), 2);
}

void TestComparePage::coordinatesByKeyboard()
{
    show(twoRuns());
    press("compareCoordinatesButton");
    auto *view = child<ParallelView>("compareCoordinates");
    QTRY_VERIFY(view->isVisible());
    const QPointF middle = (view->crossing(2, 0) + view->crossing(2, 1)) / 2.0;
    QTest::mouseClick(view, Qt::LeftButton, Qt::NoModifier, middle.toPoint());
    QCOMPARE(m_page->runs().selected(), 2);
    QTest::keyClick(view, Qt::Key_Down);
    QCOMPARE(m_page->runs().selected(), 1); // the next worse one
}

void TestComparePage::duelInPlainWords()
{
    show(twoRuns());
    press("compareDuelButton");
    QTRY_VERIFY(text("duelText").contains(QStringLiteral("They differ in one setting: Learning rate: 0.001 against 0.01")));
    QVERIFY(text("duelText").contains(QStringLiteral("All layers began with the same weights.")));
    QVERIFY(text("duelText").contains(QStringLiteral("2 fast” is better by 5.00 points")));
    QVERIFY(!text("duelText").contains(QStringLiteral("⚠")));
    m_page->runs().setTicked({1});
    QTRY_VERIFY(text("duelText").contains(QStringLiteral("Tick exactly two runs")));
}

void TestComparePage::duelWarns()
{
    auto other = std::make_shared<ComparedRun>(*madeUp(QStringLiteral("other"), 0.01, 0.8, 2));
    other->experiment.training.batchSize = 32;
    other->settings[QStringLiteral("training.batch_size")] = 32;
    show({{1, madeUp(QStringLiteral("one"), 0.001, 0.8)}, {2, other}});
    press("compareDuelButton");
    QTRY_VERIFY(text("duelText").contains(QStringLiteral("more than one thing (2)")));
    QVERIFY(text("duelText").contains(QStringLiteral("Their seeds differ (1 and 2)")));
    QVERIFY(text("duelText").contains(QStringLiteral("different weights")));
}

void TestComparePage::stoppingAtTheBestIsOneThing()
{
    // Accuracy 0.50, 0.60, 0.70; the test loss is lowest after the first epoch.
    const auto base = madeUp(QStringLiteral("base"), 0.001, 0.7, 1, true);
    auto cured = std::make_shared<ComparedRun>(*base);
    cured->experiment = CompareOverfitting::cured(base->experiment, CompareOverfitting::Cure::StopAtBest);
    cured->settings = settingsByPath(cured->experiment);
    show({{1, base}, {2, cured}});
    press("compareDuelButton");
    QTRY_VERIFY2(text("duelText").contains(QStringLiteral("They differ in one thing:")), qPrintable(text("duelText")));
    QVERIFY(!text("duelText").contains(QStringLiteral("⚠")));
    QVERIFY(text("duelText").contains(QStringLiteral("weights that each keeps (epoch 3 and epoch 1): 70.00\u00a0% against 50.00\u00a0%")));
    QCOMPARE(cell(0, columnNamed(QStringLiteral("Test accuracy"))), QStringLiteral("50.00\u00a0%"));
}

void TestComparePage::unfinishedIsComparedAtTheSameEpoch()
{
    auto half = std::make_shared<ComparedRun>(*madeUp(QStringLiteral("half"), 0.01, 0.9));
    half->epochs.pop_back(); // 0.70 and 0.80
    show({{1, madeUp(QStringLiteral("whole"), 0.001, 0.8)}, {2, half}});
    press("compareDuelButton");
    QTRY_VERIFY2(text("duelText").contains(QStringLiteral("after epoch 2: 70.00\u00a0% against 80.00\u00a0%")), qPrintable(text("duelText")));
    QVERIFY(text("duelText").contains(QStringLiteral("2 half” has not been trained to its end")));
}

void TestComparePage::duelDialogMakesTheOpponent()
{
    show(twoRuns());
    m_page->runs().select(1);
    press("compareDuelButton");
    QSignalSpy train(m_page.get(), &ComparePage::trainRequested);
    press("duelButton");
    auto *dialog = child<DuelDialog>("duelDialog");
    QVERIFY(dialog);
    auto *value = dialog->findChild<QComboBox *>(QStringLiteral("duelValue"));
    auto *ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    QVERIFY(!ok->isEnabled()); // the value it has
    value->lineEdit()->selectAll();
    QTest::keyClicks(value->lineEdit(), QStringLiteral("abc"));
    QVERIFY(!ok->isEnabled());
    value->lineEdit()->selectAll();
    QTest::keyClicks(value->lineEdit(), QStringLiteral("0.02"));
    QVERIFY(ok->isEnabled());
    QTest::mouseClick(ok, Qt::LeftButton);
    QCOMPARE(train.count(), 1);
    const auto experiments = train.first().first().value<std::vector<Experiment>>();
    QCOMPARE(experiments.size(), std::size_t(1));
    QCOMPARE(experiments[0].training.learningRate, 0.02);
    QCOMPARE(experiments[0].training.seed, 1);
}

void TestComparePage::repeatsWhatIsMissing()
{
    auto runs = twoRuns();
    runs.emplace(3, madeUp(QStringLiteral("slow"), 0.001, 0.79, 2));
    show(runs);
    m_page->runs().setTicked({1, 2});
    press("compareDuelButton");
    QSignalSpy train(m_page.get(), &ComparePage::trainRequested);
    QTRY_VERIFY(child<QPushButton>("duelRepeatButton")->isEnabled());
    press("duelRepeatButton"); // 3 seeds: 6 runs, of which 3 are there
    QCOMPARE(train.count(), 1);
    const auto experiments = train.first().first().value<std::vector<Experiment>>();
    QCOMPARE(experiments.size(), std::size_t(3));
    QCOMPARE(experiments[0].training.seed, 2);
    QCOMPARE(experiments[0].training.learningRate, 0.01);
    QCOMPARE(experiments[1].training.seed, 3);
    // One that was stopped does not stand for its seed; one that trains does, and a branch never.
    const auto unfinished = [](RecordState state, const QString &parent = QString()) {
        ComparedRun run = *madeUp(QStringLiteral("fast"), 0.01, 0.82, 2);
        run.epochs.pop_back();
        run.state = state;
        run.parent = parent;
        return std::make_shared<ComparedRun>(run);
    };
    for (const auto &[run, missing] : {std::pair(unfinished(RecordState::Stopped), 3), std::pair(unfinished(RecordState::Running), 2),
                                       std::pair(unfinished(RecordState::Running, QStringLiteral("p")), 3)}) {
        runs.insert_or_assign(4, run);
        show(runs);
        press("duelRepeatButton");
        QCOMPARE(train.last().first().value<std::vector<Experiment>>().size(), std::size_t(missing));
    }
}

void TestComparePage::seedsAreTested()
{
    auto runs = twoRuns(); // 0.80 and 0.85
    runs.emplace(3, madeUp(QStringLiteral("slow"), 0.001, 0.79, 2));
    runs.emplace(4, madeUp(QStringLiteral("fast"), 0.01, 0.82, 2));
    show(runs);
    m_page->runs().setTicked({1, 2});
    press("compareDuelButton");
    // -5 and -3 points: -4 on average; t = -4 with one degree of freedom, p = 1 - 2/pi atan 4 = 0.156.
    QTRY_VERIFY2(text("duelText").contains(QStringLiteral("on average −4.00 points of test accuracy (from −5.00 to −3.00)")), qPrintable(text("duelText")));
    QVERIFY(text("duelText").contains(QStringLiteral("p = 0.16")));
    QVERIFY(text("duelText").contains(QStringLiteral("not shown to be more than chance")));
    // The band reaches from the lowest to the highest after each epoch.
    auto *plot = child<PlotView>("duelPlot");
    const std::vector<PlotShade> &bands = plot->scene().bands;
    QCOMPARE(bands.size(), std::size_t(2));
    QCOMPARE(bands[0].lower.size(), std::size_t(3));
    QCOMPARE(bands[0].lower.back(), QPointF(3.0, 0.79));
    QCOMPARE(bands[0].upper.back(), QPointF(3.0, 0.80));
    QCOMPARE(bands[1].lower.back(), QPointF(3.0, 0.82));
    QCOMPARE(bands[1].upper.back(), QPointF(3.0, 0.85));
    // Who has zoomed in stays there when another run trains on; another pair begins anew.
    plot->zoomAt(QRectF(plot->rect()).center(), 0.5, 0.5);
    const double span = plot->scene().y.range().span();
    runs.emplace(5, madeUp(QStringLiteral("other"), 0.1, 0.5));
    show(runs);
    press("compareDuelButton");
    QCOMPARE(plot->scene().y.range().span(), span);
    m_page->runs().setTicked({1, 5});
    QTRY_VERIFY(plot->scene().y.range().span() > span);
}

/// Back to the first pair before the second one's answers have come.
void TestComparePage::lateAnswersDontLand()
{
    show({{1, madeUp(QStringLiteral("a"), 0.001, 0.75)}, {2, madeUp(QStringLiteral("b"), 0.01, 0.5, 1, false, true)}, {3, madeUp(QStringLiteral("c"), 0.1, 0.75)}});
    m_page->runs().setTicked({1, 2});
    press("compareDisagreementsButton");
    auto *first = child<PictureGrid>("onlyFirstGrid");
    QTRY_COMPARE_WITH_TIMEOUT(first->items(), std::vector<int>{1}, patience);
    auto *view = m_page->findChild<CompareDisagreements *>();
    m_page->runs().setTicked({1, 3});
    view->refresh();
    m_page->runs().setTicked({1, 2});
    view->refresh();
    QThreadPool::globalInstance()->waitForDone();
    for (int i = 0; i < 10; ++i) {
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE_WITH_TIMEOUT(first->items(), std::vector<int>{1}, patience);
    QVERIFY(text("disagreementsText").contains(QStringLiteral("both are right on 2 of 4")));
}

void TestComparePage::disagreementsBecomeTheProbe()
{
    show({{1, madeUp(QStringLiteral("a"), 0.001, 0.75)}, {2, madeUp(QStringLiteral("b"), 0.01, 0.5, 1, false, true)}});
    press("compareDisagreementsButton");
    auto *first = child<PictureGrid>("onlyFirstGrid");
    QTRY_COMPARE_WITH_TIMEOUT(first->items(), std::vector<int>{1}, patience);
    QVERIFY(child<PictureGrid>("onlySecondGrid")->items().empty());
    QVERIFY(text("disagreementsText").contains(QStringLiteral("both are right on 2 of 4")));
    QTest::mouseClick(first->viewport(), Qt::LeftButton, Qt::NoModifier, first->rectOf(0).center());
    QCOMPARE(m_inspection->probe().testIndex, 1);
    m_page->runs().setTicked({1});
    QTRY_VERIFY(child<QLabel>("compareHint")->text().contains(QStringLiteral("exactly two")));
}

void TestComparePage::overfittingIsNamed()
{
    show({{1, madeUp(QStringLiteral("a"), 0.001, 0.75)}, {2, madeUp(QStringLiteral("b"), 0.01, 0.5, 1, true, true)}});
    m_page->runs().select(2);
    press("compareOverfittingButton");
    // Test loss 0.75, 1.00, 1.25; train accuracy 90 %, test 50 %.
    QTRY_VERIFY(text("overfittingText").contains(QStringLiteral("overfits after epoch 1")));
    QVERIFY(text("overfittingText").contains(QStringLiteral("40.0 points")));
    QTRY_COMPARE_WITH_TIMEOUT(child<PictureGrid>("overfittingLost")->items(), std::vector<int>{1}, patience);
    // Another run has trained an epoch: what is shown stays.
    m_page->findChild<CompareOverfitting *>()->refresh();
    QCOMPARE(child<PictureGrid>("overfittingLost")->items(), std::vector<int>{1});
    m_page->runs().select(1);
    QTRY_VERIFY(text("overfittingText").contains(QStringLiteral("does not overfit")));
}

void TestComparePage::curesAndProvocation()
{
    show(twoRuns());
    m_page->runs().select(1);
    press("compareOverfittingButton");
    QSignalSpy train(m_page.get(), &ComparePage::trainRequested);
    for (const char *name : {"provokeButton", "cureDropoutButton", "cureDecayButton", "cureAugmentationButton", "cureStopButton"}) {
        press(name);
    }
    QCOMPARE(train.count(), 5);
    const auto wanted = [&train](int i) { return train[i].first().value<std::vector<Experiment>>().front(); };
    QCOMPARE(wanted(0).training.trainImages, 500);
    QCOMPARE(wanted(0).training.labelNoise, 0.2);
    QCOMPARE(wanted(0).training.seed, 1);
    QCOMPARE(wanted(1).architecture.hiddenLayers[0].dropout, 0.5);
    QVERIFY(wanted(2).training.weightDecay > 0.0);
    QCOMPARE(wanted(3).training.augmentation.shift, 2.0);
    QCOMPARE(wanted(4).training.finalWeights, FinalWeights::Best);
    // Each differs from the run in one thing, as the duel says.
    const ComparedRunPtr base = m_page->runs().run(1);
    for (int i = 1; i <= 4; ++i) {
        RunStarted start;
        start.experiment = wanted(i);
        start.dataChecksum = base->dataChecksum;
        const Duel duel = duelOf(*base, comparedRun(start, {}, 4, 2), 4, 2);
        QVERIFY2(duel.isFair() && duel.things == 1, qPrintable(wanted(i).name));
    }
}

/// A name of 80 characters can't grow.
void TestComparePage::longNamesAreCut()
{
    const QString longest(80, QLatin1Char('n'));
    show({{1, madeUp(longest, 0.001, 0.8)}, {2, madeUp(longest.chopped(6) + QStringLiteral("seed=9"), 0.01, 0.85, 9)}});
    m_page->runs().select(1);
    press("compareOverfittingButton");
    QSignalSpy train(m_page.get(), &ComparePage::trainRequested);
    for (const char *name : {"provokeButton", "cureDropoutButton", "cureDecayButton", "cureAugmentationButton", "cureStopButton"}) {
        press(name);
    }
    m_page->runs().setTicked({1, 2});
    press("compareDuelButton");
    child<QComboBox>("duelSeeds")->setCurrentIndex(2); // 10: one digit more than before
    press("duelRepeatButton");
    QCOMPARE(train.count(), 6);
    std::set<QString> names;
    for (const QList<QVariant> &request : train) {
        for (const Experiment &experiment : request.first().value<std::vector<Experiment>>()) {
            QVERIFY2(validate(experiment, ExperimentLimits()).empty(), qPrintable(experiment.name));
            names.insert(experiment.name);
        }
    }
    QVERIFY(names.size() > 5); // still told apart
}

void TestComparePage::readsALaboratory()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("laboratory.sqlite"));
    const QString id = test::recordSample(file);
    const Laboratory laboratory(file);
    m_inspection->setLaboratory(&laboratory);
    m_page->runs().setListed({{id, 7}}, {});
    QTRY_COMPARE_WITH_TIMEOUT(m_page->runs().rows().size(), std::size_t(1), patience);
    QCOMPARE(cell(0, 0), QStringLiteral("7 muestra ñ"));
    QCOMPARE(m_page->runs().rows()[0].run->epochs.size(), std::size_t(3));
    QCOMPARE(cell(0, columnNamed(QStringLiteral("At the best epoch"))), QStringLiteral("60.00\u00a0%")); // of epoch 2, which has the lowest test loss
    m_inspection->setLaboratory(nullptr);
}

void TestComparePage::manyRunsStayQuick()
{
    std::map<int, ComparedRunPtr> runs;
    for (int number = 1; number <= 2000; ++number) {
        runs.emplace(number, madeUp(QStringLiteral("run"), 0.0001 * number, 0.5 + 0.0002 * number, number % 7));
    }
    show(runs);
    QCOMPARE(m_table->model()->rowCount(), 2000);
    for (const char *name : {"compareScatterButton", "compareCoordinatesButton", "compareDuelButton", "compareOverfittingButton", "compareCurvesButton"}) {
        press(name);
        m_page->grab();
    }
    QTest::keyClicks(child<QLineEdit>("compareSearch"), QStringLiteral("1999"));
    QCOMPARE(m_table->model()->rowCount(), 1);
}

void TestComparePage::everyPairOfLookIsAnother()
{
    std::set<std::pair<QRgb, int>> looks;
    for (int number = 1; number <= 30; ++number) {
        looks.insert({runColor(number)(QPalette()).rgb(), int(runMarker(number))});
    }
    QCOMPARE(looks.size(), std::size_t(30));
}

QTEST_MAIN(TestComparePage)
#include "tst_comparepage.moc"
