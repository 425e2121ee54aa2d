// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspection/surgery.h"
#include "tests/support/idxwriter.h"
#include "ui/models/inspection.h"
#include "ui/pages/curvespage.h"
#include "ui/pages/datapage.h"
#include "ui/pages/filteranimationbox.h"
#include "ui/pages/filternumbersbox.h"
#include "ui/pages/filtersdata.h"
#include "ui/pages/filterspage.h"
#include "ui/pages/filterspicture.h"
#include "ui/pages/filtertexts.h"
#include "core/runs/runstore.h"
#include "core/runs/sqlconnection.h"
#include "ui/pages/operationpage.h"
#include "ui/pages/surgeryaccuracy.h"
#include "ui/pages/surgeryhistory.h"
#include "ui/views/viewexport.h"
#include "ui/views/kernelgrid.h"
#include "ui/views/numberpainting.h"
#include "ui/views/picturebox.h"
#include "ui/window/mainwindow.h"
#include "ui/window/pagetabs.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHelpEvent>
#include <QImageReader>
#include <QInputDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPainter>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QMenu>
#include <QToolButton>
#include <QToolTip>
#include <QtTest>

#include <cmath>

using namespace convscope;

namespace {

constexpr int patience = 60000; // milliseconds; far more than it takes

Experiment experimentOf(const Architecture &architecture, int epochs = 2)
{
    Experiment experiment;
    experiment.name = QStringLiteral("small");
    experiment.architecture = architecture;
    experiment.training.batchSize = 32;
    experiment.training.epochs = epochs;
    experiment.training.threads = 1;
    return experiment;
}

const Architecture cnn{{{8, 3, 1, false, Activation::Relu, true}, {6, 3, 1, false, Activation::Relu, true}}, {{16, Activation::Relu, 0.25}}};
const Architecture threeBlocks{{{4, 5, 2, true, Activation::Relu, false}, {6, 7, 3, true, Activation::Tanh, false}, {5, 3, 0, true, Activation::LeakyRelu, false}},
                               {{12, Activation::Sigmoid, 0.5}}};
const Architecture mlp{{}, {{40, Activation::Relu, 0.0}}};

} // namespace

class TestFiltersPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void anEmptyPageSaysWhatWillBeHere();
    void everyLayerOfEveryNetwork_data();
    void everyLayerOfEveryNetwork();
    void theFirstLayerFollowsTheTimeLine();
    void changesAreTakenFromTheMomentBefore();
    void gradientsAreShown();
    void ordersAndScales();
    void zoomShowsNumbers();
    void keysAndMouseChoose();
    void patchesBecomeTheProbe();
    void operationsAndTheirUndo();
    void frozenFiltersTrainOn();
    void trainingOnFromAMomentBefore();
    void startStaysOnThePage();
    void numbersByHand();
    void movingTheTimeLineKeepsTheOperation();
    void keysUndoAndRedo();
    void freezingIsNoOperation();
    void statisticsAreOfTheShownWeights();
    void aBranchGoesBackIntoItsParent();
    void smallNumbersHaveDigits();
    void theScaleStaysWhileTheTimeLineMoves();
    void theNearestKeptMomentIsShown();
    void picturesForReports();
    void animations();
    void momentsAreThinnedOut();
    void choicesComeBack();
    void languageChangesAtOnce();
    void aHiddenPageCostsNothing();
    void aDamagedMomentCanBeLeft();
    void operatedOnWhileItTrains();
    void accuracyWaitsForPictures();
    void freezingGoesAlongWithTheRun();
    void oldOperationsAreForgotten();
    void aSeriesReplacesAnother();
    void hugePicturesAreRefused();

private:
    void train(const Architecture &architecture, int epochs = 2);
    FiltersPage *page() { return m_window->findChild<FiltersPage *>(); }
    KernelGrid *grid() { return page()->grid(); }
    FiltersData &data() { return page()->data(); }
    Inspection *inspection() { return m_window->findChild<Inspection *>(); }
    template<typename Widget>
    Widget *find(const char *name)
    {
        return page()->findChild<Widget *>(QLatin1String(name));
    }
    QString label(const char *name) { return find<QLabel>(name)->text(); }

    QTemporaryDir m_folder;
    std::unique_ptr<QTemporaryDir> m_laboratory;
    Language m_language;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<MainWindow> m_window;
};

void TestFiltersPage::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("ConvScope"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_filterspage"));
    test::writeDataset(m_folder.filePath(QStringLiteral("data")), *test::barsDataset(320, 100));
    m_appearance = std::make_unique<Appearance>(*qApp);
}

void TestFiltersPage::init()
{
    QSettings().clear();
    m_language.choose(QStringLiteral("en"));
    m_laboratory = std::make_unique<QTemporaryDir>();
    m_window = std::make_unique<MainWindow>(m_language, *m_appearance);
    m_window->show();
    m_window->findChild<PageTabs *>()->setCurrentWidget(page());
    Session &session = m_window->session();
    session.openLaboratory(m_laboratory->filePath(QStringLiteral("laboratory.sqlite")));
    session.loadData(m_folder.filePath(QStringLiteral("data")));
    session.loadEngine();
    QTRY_VERIFY_WITH_TIMEOUT(session.startProblem().isEmpty(), patience);
}

void TestFiltersPage::cleanup()
{
    m_window->closeWithoutAsking();
    m_window.reset();
}

void TestFiltersPage::train(const Architecture &architecture, int epochs)
{
    m_window->setExperiment(experimentOf(architecture, epochs));
    m_window->start();
    m_window->findChild<PageTabs *>()->setCurrentWidget(page());
    TrainingRun *run = m_window->session().activeRun();
    QVERIFY(run);
    QTRY_COMPARE_WITH_TIMEOUT(run->state(), RunState::Finished, patience);
    const qint64 last = 10 * epochs;
    QTRY_VERIFY_WITH_TIMEOUT(data().layer() && data().layer()->steps == last, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!inspection()->moments().weights.empty() && inspection()->moments().weights.back() == last, patience);
}

void TestFiltersPage::anEmptyPageSaysWhatWillBeHere()
{
    QVERIFY(find<QWidget>("filtersEmptyState")->isVisible());
    QVERIFY(!grid()->isVisible());
    QTest::mouseClick(find<QWidget>("filtersEmptyState")->findChild<QPushButton *>(), Qt::LeftButton);
    QVERIFY(m_window->session().activeRun());
}

void TestFiltersPage::everyLayerOfEveryNetwork_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("cnn") << 0;
    QTest::newRow("three blocks") << 1;
    QTest::newRow("mlp") << 2;
}

void TestFiltersPage::everyLayerOfEveryNetwork()
{
    QFETCH(int, kind);
    const Architecture architecture = kind == 0 ? cnn : kind == 1 ? threeBlocks : mlp;
    train(architecture);
    auto *layers = find<QComboBox>("filterLayer");
    QCOMPARE(layers->count(), int(filterLayerNames(architecture).size()));
    for (int i = 0; i < layers->count(); ++i) {
        layers->setCurrentIndex(i);
        QTRY_VERIFY_WITH_TIMEOUT(grid()->layer() && grid()->layer()->name == filterLayerNames(architecture)[std::size_t(i)], patience);
        QVERIFY(grid()->isVisible());
        const auto expected = filterLayer(*inspection()->weights(), i);
        QCOMPARE(grid()->layer()->values, expected->values);
        QTRY_COMPARE_WITH_TIMEOUT(int(data().statistics().size()), expected->filters, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!label("filterNumbers").isEmpty(), patience);
        QVERIFY2(label("filterNumbers").contains(QStringLiteral("Mean answer")), qPrintable(label("filterNumbers")));
        QVERIFY2(label("filtersExplanation").size() > 20, qPrintable(label("filtersExplanation")));
        QCOMPARE(FilterTexts::table(*grid()->layer()).rows.size(), qsizetype(expected->filters) * expected->channels);
        if (kind != 2) {
            QTRY_VERIFY_WITH_TIMEOUT(!find<PictureBox>("filterResponse")->image().isNull(), patience);
        }
        // At a recorded moment, too.
        inspection()->setPosition(10);
        QTRY_COMPARE_WITH_TIMEOUT(grid()->layer()->steps, qint64(10), patience);
        QVERIFY(grid()->layer()->values != expected->values);
        inspection()->setPosition(Inspection::live);
        QTRY_COMPARE_WITH_TIMEOUT(grid()->layer()->values, expected->values, patience);
    }
}

void TestFiltersPage::theFirstLayerFollowsTheTimeLine()
{
    train(cnn);
    const std::vector<float> last = grid()->layer()->values;
    inspection()->setPosition(13); // no whole weights are kept of this moment
    QTRY_COMPARE_WITH_TIMEOUT(grid()->layer()->steps, qint64(13), patience);
    const std::vector<float> at13 = grid()->layer()->values;
    QVERIFY(at13 != last);
    inspection()->setPosition(14);
    QTRY_COMPARE_WITH_TIMEOUT(grid()->layer()->steps, qint64(14), patience);
    QVERIFY(grid()->layer()->values != at13);
    inspection()->setPosition(0);
    QTRY_COMPARE_WITH_TIMEOUT(grid()->layer()->steps, qint64(0), patience);
    inspection()->setPosition(Inspection::live);
    QTRY_COMPARE_WITH_TIMEOUT(grid()->layer()->values, last, patience);
}

void TestFiltersPage::changesAreTakenFromTheMomentBefore()
{
    train(cnn);
    QTRY_VERIFY_WITH_TIMEOUT(data().start() != nullptr, patience);
    auto *show = find<QComboBox>("filterShow");
    const FilterLayer now = *data().layer();
    const FilterLayer start = *data().start();
    show->setCurrentIndex(int(FilterShow::SinceStart));
    QCOMPARE(grid()->layer()->values, difference(now, start).values);
    show->setCurrentIndex(int(FilterShow::SinceBefore)); // at the end, too, where every batch is kept
    QTRY_COMPARE_WITH_TIMEOUT(data().earlierSteps(), qint64(19), patience);
    show->setCurrentIndex(int(FilterShow::SinceStart));
    inspection()->setPosition(12);
    QTRY_COMPARE_WITH_TIMEOUT(data().layer()->steps, qint64(12), patience);
    const FilterLayer at12 = *data().layer();
    inspection()->setPosition(13);
    QTRY_COMPARE_WITH_TIMEOUT(data().layer()->steps, qint64(13), patience);
    show->setCurrentIndex(int(FilterShow::SinceBefore));
    QTRY_COMPARE_WITH_TIMEOUT(data().earlierSteps(), qint64(12), patience);
    QCOMPARE(grid()->layer()->values, difference(*data().layer(), at12).values);
    QVERIFY2(label("filtersExplanation").contains(QStringLiteral("step 12")), qPrintable(label("filtersExplanation")));
    inspection()->setPosition(0); // nothing before it
    QTRY_COMPARE_WITH_TIMEOUT(data().layer()->steps, qint64(0), patience);
    QTRY_VERIFY(!grid()->isVisible());
    QVERIFY2(label("filtersMissing").contains(QStringLiteral("no earlier moment")), qPrintable(label("filtersMissing")));
    QVERIFY(!find<QWidget>("filtersLegend")->isVisible());
}

void TestFiltersPage::gradientsAreShown()
{
    train(cnn);
    find<QComboBox>("filterShow")->setCurrentIndex(int(FilterShow::Gradient));
    QTRY_VERIFY_WITH_TIMEOUT(data().shown() != nullptr && data().shown() != data().layer(), patience);
    const auto expected = inspection()->inspector()->gradients(inspection()->weights(), *inspection()->data(), FiltersData::gradientPictures);
    QCOMPARE(grid()->layer()->values, filterLayer(*inspection()->weights(), expected.value(), 0)->values);
    QVERIFY2(label("filtersExplanation").contains(QStringLiteral("1,000 training pictures")), qPrintable(label("filtersExplanation")));
}

void TestFiltersPage::ordersAndScales()
{
    train(cnn);
    find<QComboBox>("filterOrder")->setCurrentIndex(int(FilterOrder::Norm));
    QTRY_COMPARE_WITH_TIMEOUT(grid()->order(), filteranalysis::order(*data().layer(), FilterOrder::Norm, nullptr), patience);
    find<QComboBox>("filterOrder")->setCurrentIndex(int(FilterOrder::Change));
    QTRY_VERIFY_WITH_TIMEOUT(data().start() != nullptr, patience);
    QTRY_COMPARE_WITH_TIMEOUT(grid()->order(), filteranalysis::order(*data().layer(), FilterOrder::Change, data().start().get()), patience);
    QCOMPARE(grid()->limit(), double(largestMagnitude(grid()->layer()->values)));
    find<QAbstractButton>("filterOwnScales")->click();
    grid()->select(3);
    QCOMPARE(grid()->limit(), double(largestMagnitude(grid()->layer()->filter(3))));
}

void TestFiltersPage::zoomShowsNumbers()
{
    train(cnn);
    const int fitting = grid()->factor();
    QTest::keyClick(grid(), Qt::Key_Plus);
    QVERIFY(grid()->factor() > fitting);
    QTest::keyClick(grid(), Qt::Key_0);
    QCOMPARE(grid()->factor(), fitting);
    find<QAbstractButton>("filterSmaller")->click();
    QVERIFY(grid()->factor() < fitting);
    const QRect cell = grid()->cellRect(2).toRect();
    QHelpEvent help(QEvent::ToolTip, cell.center(), grid()->viewport()->mapToGlobal(cell.center()));
    QApplication::sendEvent(grid()->viewport(), &help);
    const float middle = grid()->layer()->kernel(2, 0)[4];
    QVERIFY2(QToolTip::text().contains(numbers::text(double(middle), 3)), qPrintable(QToolTip::text()));
}

void TestFiltersPage::keysAndMouseChoose()
{
    train(cnn);
    QTest::mouseClick(grid()->viewport(), Qt::LeftButton, {}, grid()->cellRect(5).center().toPoint());
    QCOMPARE(grid()->selectedFilter(), 5);
    QCOMPARE(label("filterTitle"), QStringLiteral("Filter 6"));
    QTest::keyClick(grid(), Qt::Key_Left);
    QCOMPARE(grid()->selectedFilter(), 4);
    find<QComboBox>("filterLayer")->setCurrentIndex(1);
    QTRY_COMPARE(grid()->layer()->channels, 8);
    QTest::mouseClick(grid()->viewport(), Qt::LeftButton, {}, grid()->cellRect(2, 3).center().toPoint());
    QCOMPARE(grid()->selectedFilter(), 2);
    QCOMPARE(grid()->selectedChannel(), 3);
    QTest::keyClick(grid(), Qt::Key_Down);
    QTest::keyClick(grid(), Qt::Key_Right);
    QCOMPARE(grid()->selectedFilter(), 3);
    QCOMPARE(grid()->selectedChannel(), 4);
}

void TestFiltersPage::patchesBecomeTheProbe()
{
    train(cnn);
    QTRY_COMPARE_WITH_TIMEOUT(data().statistics().size(), std::size_t(8), patience);
    const auto &all = data().statistics();
    const auto alive = std::find_if(all.begin(), all.end(), [](const FilterStatistics &one) { return one.activePictures > 0.0; });
    QVERIFY(alive != all.end()); // nothing excites a dead one
    grid()->select(int(alive - all.begin()));
    const FilterPeak peak = alive->peaks[4];
    auto *box = find<PictureBox>("peak5");
    QTRY_VERIFY(box->isEnabled());
    QCOMPARE(box->image().size(), QSize(3, 3));
    box->click();
    QCOMPARE(inspection()->probe().testIndex, peak.picture);
}

void TestFiltersPage::operationsAndTheirUndo()
{
    train(cnn);
    const WeightsPtr before = data().weights();
    grid()->select(2);
    find<QAbstractButton>("silenceFilter")->click();
    QVERIFY(data().hasPatient());
    QCOMPARE(largestMagnitude(grid()->layer()->filter(2)), 0.0f);
    QTRY_VERIFY2_WITH_TIMEOUT(label("surgeryText").contains(QStringLiteral("on all 100 test pictures")), qPrintable(label("surgeryText")), patience);
    const double after = inspection()->inspector()->test(data().weights(), *inspection()->data()).value().accuracy;
    QVERIFY2(label("surgeryText").contains(QLocale().toString(100.0 * after, 'f', 2)), qPrintable(label("surgeryText")));
    grid()->select(3);
    find<QAbstractButton>("resetFilter")->click();
    QCOMPARE(std::vector<float>(grid()->layer()->filter(3).begin(), grid()->layer()->filter(3).end()),
             std::vector<float>(data().start()->filter(3).begin(), data().start()->filter(3).end()));
    QVERIFY(label("surgeryText").contains(QStringLiteral("2×")));
    find<QAbstractButton>("undoSurgery")->click();
    QCOMPARE(largestMagnitude(grid()->layer()->filter(2)), 0.0f);
    find<QAbstractButton>("undoSurgery")->click();
    QVERIFY(!data().hasPatient());
    QCOMPARE(data().weights(), before);
    QVERIFY(!find<QAbstractButton>("undoSurgery")->isEnabled());
    // Each by its name.
    const auto kernels = find<QToolButton>("setFilter")->menu()->actions();
    kernels[2]->trigger();
    QCOMPARE(std::vector<float>(grid()->layer()->filter(3).begin(), grid()->layer()->filter(3).end()), surgery::namedKernel(NamedKernel::SobelX, 3));
    find<QAbstractButton>("discardSurgery")->click();
    QCOMPARE(data().weights(), before);
}

/// From the end of a run: silenced, frozen, trained on; the parent stays as it is, and the child names it.
void TestFiltersPage::frozenFiltersTrainOn()
{
    train(cnn);
    TrainingRun *parent = inspection()->run();
    const WeightsPtr before = data().weights();
    auto *freeze = find<QAbstractButton>("freezeFilter");
    auto *trainOn = find<QAbstractButton>("trainOnOperated");
    QVERIFY(!trainOn->isEnabled());
    grid()->select(2);
    find<QAbstractButton>("silenceFilter")->click();
    freeze->click();
    QVERIFY(freeze->isChecked());
    grid()->select(3);
    QVERIFY(!freeze->isChecked());
    freeze->click();
    find<QAbstractButton>("undoSurgery")->click(); // the last one learns again
    QVERIFY(!freeze->isChecked());
    grid()->select(2);
    QVERIFY(freeze->isChecked());
    QVERIFY(trainOn->isEnabled());
    QTimer::singleShot(0, qApp, [] { // the run has all its epochs: how many more?
        auto *box = qobject_cast<QInputDialog *>(QApplication::activeModalWidget());
        QVERIFY(box);
        box->setIntValue(4);
        box->accept();
    });
    trainOn->click();
    QTRY_VERIFY_WITH_TIMEOUT(inspection()->run() != parent, patience);
    TrainingRun *child = inspection()->run();
    QTRY_COMPARE_WITH_TIMEOUT(child->state(), RunState::Finished, patience);
    QCOMPARE(m_window->findChild<PageTabs *>()->currentWidget(), static_cast<QWidget *>(page())); // it can be watched here
    QCOMPARE(child->parentRun(), parent->id());
    QCOMPARE(child->parentSteps(), qint64(20));
    QVERIFY((child->experiment().training.frozenFilters == std::vector<FrozenFilter>{{0, 2}}));
    QCOMPARE(child->history()->epochCount(), std::size_t(4));
    QTRY_VERIFY_WITH_TIMEOUT(data().layer() && data().layer()->steps == 40, patience);
    QCOMPARE(largestMagnitude(data().layer()->filter(2)), 0.0f);
    const FilterLayer earlier = *filterLayer(*before, 0);
    int moved = 0;
    for (int filter = 0; filter < 8; ++filter) {
        moved += int(!std::equal(earlier.filter(filter).begin(), earlier.filter(filter).end(), data().layer()->filter(filter).begin()));
    }
    QVERIFY2(moved >= 4, qPrintable(QString::number(moved))); // a dead one doesn't move either
    QVERIFY(largestMagnitude(earlier.filter(2)) > 0.0f); // the parent's
    QVERIFY(freeze->isChecked()); // the run was trained so
    QVERIFY(parent->experiment().training.frozenFilters.empty());
}

/// No checkpoint is kept of that moment, only weights; the run goes on to the epochs that were asked for.
void TestFiltersPage::trainingOnFromAMomentBefore()
{
    train(cnn);
    TrainingRun *parent = inspection()->run();
    inspection()->setPosition(8);
    QTRY_VERIFY_WITH_TIMEOUT(data().weights() && data().weights()->steps == 8, patience);
    grid()->select(1);
    find<QAbstractButton>("freezeFilter")->click();
    const std::vector<float> frozen(grid()->layer()->filter(1).begin(), grid()->layer()->filter(1).end());
    find<QAbstractButton>("trainOnOperated")->click();
    QTRY_VERIFY_WITH_TIMEOUT(inspection()->run() != parent, patience);
    TrainingRun *child = inspection()->run();
    QTRY_COMPARE_WITH_TIMEOUT(child->state(), RunState::Finished, patience);
    QCOMPARE(child->parentSteps(), qint64(8));
    QCOMPARE(child->history()->batchCount(), std::size_t(20));
    QCOMPARE(child->history()->epochCount(), std::size_t(2));
    QTRY_VERIFY_WITH_TIMEOUT(data().layer() && data().layer()->steps == 20, patience);
    QCOMPARE(std::vector<float>(data().layer()->filter(1).begin(), data().layer()->filter(1).end()), frozen);
}

void TestFiltersPage::startStaysOnThePage()
{
    auto *pages = m_window->findChild<PageTabs *>();
    m_window->setExperiment(experimentOf(cnn));
    m_window->start();
    QCOMPARE(pages->currentWidget(), static_cast<QWidget *>(page()));
    TrainingRun *run = m_window->session().activeRun();
    QTRY_COMPARE_WITH_TIMEOUT(run->state(), RunState::Finished, patience);
    pages->setCurrentWidget(pages->data());
    m_window->start();
    QCOMPARE(pages->currentWidget(), static_cast<QWidget *>(pages->curves())); // the pictures can't follow a run
}

void TestFiltersPage::numbersByHand()
{
    train(cnn);
    find<QToolButton>("setFilter")->menu()->actions().last()->trigger();
    auto *box = find<FilterNumbersBox>("filterNumbersBox");
    QVERIFY(box);
    auto *table = box->findChild<QTableWidget *>();
    auto *ok = box->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    const float untouched = grid()->layer()->filter(0)[8];
    table->item(1, 1)->setText(QStringLiteral("much"));
    QVERIFY(!ok->isEnabled());
    table->item(1, 1)->setText(QStringLiteral("0.75"));
    QVERIFY(ok->isEnabled());
    ok->click();
    QTRY_COMPARE(grid()->layer()->filter(0)[4], 0.75f);
    QCOMPARE(grid()->layer()->filter(0)[8], untouched);
}

void TestFiltersPage::movingTheTimeLineKeepsTheOperation()
{
    train(cnn);
    grid()->select(2);
    find<QAbstractButton>("silenceFilter")->click();
    QVERIFY(data().hasPatient());
    const WeightsPtr copy = data().weights();
    inspection()->setPosition(5);
    QVERIFY(!data().hasPatient());
    QTRY_COMPARE_WITH_TIMEOUT(grid()->layer()->steps, qint64(5), patience);
    QVERIFY(!find<QAbstractButton>("undoSurgery")->isEnabled());
    auto *elsewhere = find<QLabel>("surgeryElsewhere");
    QVERIFY(elsewhere->isVisible());
    QVERIFY2(elsewhere->text().contains(QStringLiteral("step 20")), qPrintable(elsewhere->text()));
    Q_EMIT elsewhere->linkActivated(QString::number(Inspection::live));
    QVERIFY(inspection()->isLive());
    QCOMPARE(data().weights(), copy);
    QVERIFY(!elsewhere->isVisible());
    QVERIFY(find<QAbstractButton>("undoSurgery")->isEnabled());
}

void TestFiltersPage::keysUndoAndRedo()
{
    train(cnn);
    grid()->select(2);
    grid()->setFocus();
    QTRY_VERIFY(grid()->hasFocus());
    const WeightsPtr before = data().weights();
    find<QAbstractButton>("silenceFilter")->click();
    const WeightsPtr copy = data().weights();
    QTest::keyClick(grid(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(data().weights(), before);
    QTest::keyClick(grid(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(data().weights(), copy);
    find<QAbstractButton>("discardSurgery")->click();
    QCOMPARE(data().weights(), before);
    find<QAbstractButton>("redoSurgery")->click();
    QCOMPARE(data().weights(), copy);
    QVERIFY(!find<QAbstractButton>("redoSurgery")->isEnabled());
}

void TestFiltersPage::freezingIsNoOperation()
{
    train(cnn);
    auto *freeze = find<QAbstractButton>("freezeFilter");
    freeze->click();
    QVERIFY(!data().hasPatient());
    QVERIFY2(label("surgeryText").contains(QStringLiteral("1 filter")), qPrintable(label("surgeryText")));
    QVERIFY(find<QAbstractButton>("trainOnOperated")->isEnabled());
    freeze->click(); // off again: nothing was done
    QVERIFY(!find<QAbstractButton>("undoSurgery")->isEnabled());
    QVERIFY(!find<QAbstractButton>("trainOnOperated")->isEnabled());
}

void TestFiltersPage::statisticsAreOfTheShownWeights()
{
    train(cnn);
    QTRY_COMPARE_WITH_TIMEOUT(data().statistics().size(), std::size_t(8), patience);
    grid()->select(2);
    find<QAbstractButton>("silenceFilter")->click();
    QVERIFY(data().statistics().empty());
    QVERIFY2(label("filterNumbers").contains(QStringLiteral("being looked at")), qPrintable(label("filterNumbers")));
    QVERIFY(!find<PictureBox>("peak1")->isEnabled());
    QTRY_COMPARE_WITH_TIMEOUT(data().statistics().size(), std::size_t(8), patience);
    QCOMPARE(data().statistics()[2].activePictures, 0.0);
    inspection()->setPosition(5);
    QVERIFY(data().statistics().empty()); // those of the copy
    QTRY_VERIFY_WITH_TIMEOUT(data().weights()->steps <= 6, patience);
    QTRY_COMPARE_WITH_TIMEOUT(data().statistics().size(), std::size_t(8), patience);
    QCOMPARE(data().statisticsSteps(), data().weights()->steps);
}

/// Operated on at step 8 and trained on: before that the time line is the parent's.
void TestFiltersPage::aBranchGoesBackIntoItsParent()
{
    train(cnn);
    TrainingRun *parent = inspection()->run();
    const QString parentId = parent->id();
    inspection()->setPosition(3);
    QTRY_COMPARE_WITH_TIMEOUT(data().layer()->steps, qint64(3), patience);
    const std::vector<float> at3 = data().layer()->values;
    inspection()->setPosition(8);
    QTRY_VERIFY_WITH_TIMEOUT(data().weights() && data().weights()->steps == 8, patience);
    grid()->select(1);
    find<QAbstractButton>("silenceFilter")->click();
    find<QAbstractButton>("freezeFilter")->click();
    find<QAbstractButton>("trainOnOperated")->click();
    QTRY_VERIFY_WITH_TIMEOUT(inspection()->run() != parent, patience);
    TrainingRun *child = inspection()->run();
    QTRY_COMPARE_WITH_TIMEOUT(child->state(), RunState::Finished, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!inspection()->moments().weights.empty() && inspection()->moments().weights.back() == 20, patience);
    QCOMPARE(inspection()->firstStep(), qint64(0));
    inspection()->setPosition(3);
    QTRY_COMPARE_WITH_TIMEOUT(data().layer()->steps, qint64(3), patience);
    QCOMPARE(data().layer()->values, at3);
    const auto *text = m_window->findChild<QLabel *>(QStringLiteral("timelineText"));
    QVERIFY2(text->text().startsWith(QStringLiteral("Step 3")), qPrintable(text->text()));
    QTRY_VERIFY_WITH_TIMEOUT(data().weights()->steps < 8, patience);
    inspection()->setPosition(8); // the operation belongs to the branch
    QTRY_COMPARE_WITH_TIMEOUT(data().layer()->steps, qint64(8), patience);
    QTRY_COMPARE_WITH_TIMEOUT(data().weights()->steps, qint64(8), patience);
    QTRY_COMPARE_WITH_TIMEOUT(largestMagnitude(data().layer()->filter(1)), 0.0f, patience);
    QTRY_VERIFY_WITH_TIMEOUT(inspection()->startWeights() != nullptr, patience);
    QCOMPARE(inspection()->startWeights()->steps, qint64(0));
    QTRY_VERIFY_WITH_TIMEOUT(data().start() && largestMagnitude(data().start()->filter(1)) > 0.0f, patience);
    // Without the parent the line begins at the branch, and nothing else is shown.
    const auto store = std::move(RunStore::open(m_laboratory->filePath(QStringLiteral("laboratory.sqlite")))).value();
    QCOMPARE(store->moveToTrash(parentId), QString());
    QCOMPARE(store->erase(parentId), QString());
    inspection()->rereadMoments();
    QTRY_COMPARE_WITH_TIMEOUT(inspection()->firstStep(), qint64(8), patience);
    inspection()->setPosition(3);
    QCOMPARE(inspection()->position(), qint64(8));
    const auto *kept = m_window->findChild<QLabel *>(QStringLiteral("timelineWeightsText"));
    QVERIFY2(kept->text().contains(QStringLiteral("begins at the branch")), qPrintable(kept->text()));
}

void TestFiltersPage::smallNumbersHaveDigits()
{
    auto layer = std::make_shared<FilterLayer>();
    layer->filters = layer->channels = 1;
    layer->width = layer->height = 3;
    layer->values = {-0.000768f, 0.000123f, 0.0f, 0.0f, 0.0f, 0.0f, 0.0f, 0.0f, 0.000431f};
    KernelGrid grid;
    grid.resize(300, 300);
    grid.setLayer(layer);
    QCOMPARE(grid.exponent(), -4); // -7.68, 1.23, ... in the squares
    const QRect cell = grid.cellRect(0).toRect();
    QHelpEvent help(QEvent::ToolTip, cell.center(), grid.viewport()->mapToGlobal(cell.center()));
    QApplication::sendEvent(grid.viewport(), &help);
    QVERIFY2(QToolTip::text().contains(QStringLiteral("−0.000768")), qPrintable(QToolTip::text()));
    QVERIFY2(QToolTip::text().contains(QStringLiteral("0.000431")), qPrintable(QToolTip::text()));
    auto large = std::make_shared<FilterLayer>(*layer);
    large->values[0] = 0.5f;
    grid.setLayer(large);
    QCOMPARE(grid.exponent(), 0);
}

void TestFiltersPage::theScaleStaysWhileTheTimeLineMoves()
{
    train(cnn);
    const double atTheEnd = grid()->limit();
    double last = 0.0;
    for (const qint64 steps : {1, 7, 19}) {
        inspection()->setPosition(steps);
        QTRY_COMPARE_WITH_TIMEOUT(grid()->layer()->steps, steps, patience);
        QVERIFY(grid()->limit() >= std::max(last, atTheEnd));
        last = grid()->limit();
    }
    inspection()->setPosition(Inspection::live);
    QTRY_COMPARE_WITH_TIMEOUT(grid()->limit(), atTheEnd, patience);
}

void TestFiltersPage::theNearestKeptMomentIsShown()
{
    train(cnn);
    const std::vector<qint64> kept = inspection()->moments().weights;
    for (qint64 steps = 0; steps <= 20; ++steps) {
        qint64 nearest = kept.front();
        for (const qint64 candidate : kept) {
            nearest = std::abs(candidate - steps) < std::abs(nearest - steps) ? candidate : nearest;
        }
        QCOMPARE(inspection()->keptNear(steps), std::optional(nearest));
    }
    inspection()->setPosition(19);
    QTRY_COMPARE_WITH_TIMEOUT(inspection()->weights()->steps, *inspection()->keptNear(19), patience);
}

void TestFiltersPage::picturesForReports()
{
    train(cnn);
    grid()->select(3);
    const FiltersPicture picture(*grid(), QStringLiteral("small · step 20"));
    QVERIFY(picture.size().height() > grid()->contentSize().height() + 40); // title and legend
    QImage image(picture.size(), QImage::Format_RGB32);
    image.fill(Qt::black);
    QPainter painter(&image);
    picture.paint(painter);
    painter.end();
    QCOMPARE(image.pixelColor(2, 2), QColor(Qt::white));
    const QRgb frame = grid()->palette().color(QPalette::Highlight).rgb();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            QVERIFY(image.pixel(x, y) != frame);
        }
    }
}

void TestFiltersPage::animations()
{
    train(cnn);
    find<QAction>("animateFilters")->trigger();
    QPointer<FilterAnimationBox> box = find<FilterAnimationBox>("filterAnimationBox");
    QVERIFY(box);
    box->findChild<QSpinBox *>(QStringLiteral("animationFrames"))->setValue(5);
    const QString path = m_laboratory->filePath(QStringLiteral("filters.png"));
    box->save(path);
    QTRY_VERIFY_WITH_TIMEOUT(!box || !box->isVisible(), patience);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QCOMPARE(bytes.count("fcTL"), qsizetype(5));
    QVERIFY(!QImage::fromData(bytes).isNull());

    find<QComboBox>("filterLayer")->setCurrentIndex(1); // from whole weights
    QTRY_COMPARE(data().layer()->channels, 8);
    auto *second = new FilterAnimationBox(data(), page());
    QPointer<FilterAnimationBox> guard = second;
    second->findChild<QSpinBox *>(QStringLiteral("animationFrames"))->setValue(3);
    second->findChild<QComboBox *>(QStringLiteral("animationFormat"))->setCurrentIndex(1);
    second->show();
    second->save(path);
    QTRY_VERIFY_WITH_TIMEOUT(!guard || !guard->isVisible(), patience);
    for (int i = 1; i <= 3; ++i) {
        QVERIFY(!QImage(FilterAnimation::numberedPath(path, i)).isNull());
    }
    auto *third = new FilterAnimationBox(data(), page());
    third->show();
    third->save(QStringLiteral("/proc/nowhere/filters.png"));
    QTRY_VERIFY_WITH_TIMEOUT(third->findChild<QLabel *>(QStringLiteral("animationText"))->text().contains(QStringLiteral("/proc/nowhere")), patience);
}

void TestFiltersPage::momentsAreThinnedOut()
{
    RunMoments kept;
    kept.weights = {0, 1, 2, 4, 8};
    kept.firstFilters = 0;
    kept.lastFilters = 100;
    kept.filterStride = 10;
    QCOMPARE(FilterAnimation::moments(kept, true, 3), (std::vector<qint64>{0, 50, 100}));
    QCOMPARE(FilterAnimation::moments(kept, true, 300).size(), std::size_t(11));
    QCOMPARE(FilterAnimation::moments(kept, false, 3), (std::vector<qint64>{0, 2, 8}));
    QVERIFY(FilterAnimation::moments({}, false, 3).empty());
}

void TestFiltersPage::choicesComeBack()
{
    train(cnn);
    QTest::keyClick(find<QComboBox>("filterOrder"), Qt::Key_Down);
    find<QAbstractButton>("filterOwnScales")->click();
    QTest::keyClick(grid(), Qt::Key_Plus);
    const int zoom = grid()->zoom();
    QVERIFY(zoom > 0);
    const auto layer = grid()->layer();
    QSettings().setValue(QStringLiteral("filters/show"), QStringLiteral("damaged"));
    m_window->closeWithoutAsking();
    m_window = std::make_unique<MainWindow>(m_language, *m_appearance);
    QCOMPARE(find<QComboBox>("filterOrder")->currentIndex(), 1);
    QVERIFY(find<QAbstractButton>("filterOwnScales")->isChecked());
    QCOMPARE(grid()->zoom(), zoom);
    grid()->setLayer(layer);
    QCOMPARE(grid()->factor(), zoom);
    QCOMPARE(find<QComboBox>("filterShow")->currentIndex(), 0);
    grid()->zoomToFit();
    m_window = std::make_unique<MainWindow>(m_language, *m_appearance);
    QCOMPARE(grid()->zoom(), 0);
}

void TestFiltersPage::languageChangesAtOnce()
{
    train(cnn);
    m_language.choose(QStringLiteral("es"));
    QTRY_COMPARE(label("filterTitle"), QStringLiteral("Filtro 1"));
    QVERIFY(find<QComboBox>("filterLayer")->itemText(0).startsWith(QStringLiteral("Convolución 1")));
    QVERIFY2(label("filtersExplanation").startsWith(QStringLiteral("Cada cuadro")), qPrintable(label("filtersExplanation")));
    m_language.choose(QStringLiteral("en"));
    QTRY_COMPARE(label("filterTitle"), QStringLiteral("Filter 1"));
}

void TestFiltersPage::aHiddenPageCostsNothing()
{
    train(cnn);
    auto *pages = m_window->findChild<PageTabs *>();
    pages->setCurrentWidget(pages->operation()); // another that looks inside, so that the moment is read
    QSignalSpy shown(&data(), &FiltersData::shownChanged);
    inspection()->setPosition(5);
    QTRY_VERIFY_WITH_TIMEOUT(inspection()->weights()->steps == inspection()->keptNear(5), patience);
    QTRY_VERIFY_WITH_TIMEOUT(inspection()->firstKernels() && inspection()->firstKernels()->steps == 5, patience);
    QCOMPARE(shown.size(), 0);
    m_window->findChild<PageTabs *>()->setCurrentWidget(page());
    QTRY_COMPARE_WITH_TIMEOUT(grid()->layer()->steps, qint64(5), patience);
}

/// What can't be read is said of its moment, and of no other.
void TestFiltersPage::aDamagedMomentCanBeLeft()
{
    train(cnn);
    const QString file = m_laboratory->filePath(QStringLiteral("laboratory.sqlite"));
    QVERIFY(m_window->session().finishRecording(inspection()->run()->number()));
    inspection()->setPosition(4);
    QTRY_VERIFY_WITH_TIMEOUT(inspection()->weights()->steps == 4 && grid()->isVisible(), patience);
    SqlConnection(file, SqlConnection::Mode::ReadWrite).query(QStringLiteral("UPDATE snapshots SET sha256 = x'00' WHERE steps = 8"));
    const auto *missing = find<QLabel>("filtersMissing");
    const auto damaged = [&] { return inspection()->problem().contains(QStringLiteral("damaged")); };
    for (const qint64 elsewhere : {qint64(4), Inspection::live}) {
        inspection()->setPosition(8);
        QTRY_VERIFY_WITH_TIMEOUT(damaged(), patience);
        QVERIFY(!grid()->isVisible());
        QCOMPARE(missing->text(), inspection()->problem());
        inspection()->setPosition(elsewhere); // still in memory: nothing is read
        QTRY_VERIFY_WITH_TIMEOUT(grid()->isVisible(), patience);
        QCOMPARE(inspection()->problem(), QString());
    }
    auto *pages = m_window->findChild<PageTabs *>();
    pages->setCurrentWidget(pages->operation());
    inspection()->setPosition(8);
    QTRY_VERIFY_WITH_TIMEOUT(damaged(), patience);
    auto *text = pages->operation()->findChild<QLabel *>(QStringLiteral("emptyText"));
    QVERIFY(text->isVisible());
    QCOMPARE(text->text(), inspection()->problem());
    inspection()->setPosition(4);
    QTRY_VERIFY_WITH_TIMEOUT(!text->isVisible(), patience);
}

/// At a moment where nothing is kept, and with the settings that were chosen meanwhile.
void TestFiltersPage::operatedOnWhileItTrains()
{
    m_window->setExperiment(experimentOf(cnn, 2000));
    m_window->start();
    m_window->findChild<PageTabs *>()->setCurrentWidget(page());
    TrainingRun *run = m_window->session().activeRun();
    QVERIFY(run);
    QTRY_VERIFY_WITH_TIMEOUT(data().weights() && data().weights()->steps > 20, patience);
    LiveSettings settings = run->liveSettings();
    settings.learningRate = 0.0125;
    settings.dropout = 0.5;
    run->changeLiveSettings(settings);
    QTRY_VERIFY_WITH_TIMEOUT(!run->history()->events().empty(), patience);
    const qint64 changed = run->history()->events().back().steps;
    // A number that no plan of snapshots keeps, as far as anybody can say.
    QTRY_VERIFY_WITH_TIMEOUT(data().weights()->steps > changed + 3 && data().weights()->steps % 2 == 1, patience);
    grid()->select(2);
    find<QAbstractButton>("silenceFilter")->click();
    const qint64 steps = data().weights()->steps;
    auto *trainOn = find<QAbstractButton>("trainOnOperated");
    QVERIFY(!trainOn->isEnabled());
    run->stop();
    QTRY_VERIFY_WITH_TIMEOUT(trainOn->isEnabled(), patience);
    page()->setTraining(true);
    QVERIFY(!trainOn->isEnabled());
    QVERIFY2(trainOn->toolTip().contains(QStringLiteral("Another run")), qPrintable(trainOn->toolTip()));
    page()->setTraining(false);
    trainOn->click();
    QTRY_VERIFY_WITH_TIMEOUT(inspection()->run() != run, patience);
    TrainingRun *child = inspection()->run();
    QCOMPARE(child->parentSteps(), steps);
    QCOMPARE(child->experiment().training.learningRate, 0.0125);
    QCOMPARE(child->experiment().architecture.hiddenLayers[0].dropout, 0.5);
    child->stop();
    QTRY_COMPARE_WITH_TIMEOUT(child->state(), RunState::Stopped, patience);
}

void TestFiltersPage::accuracyWaitsForPictures()
{
    train(cnn);
    Inspection without;
    without.setInspector(inspection()->inspector());
    SurgeryAccuracy accuracy(without);
    accuracy.compare(inspection()->weights(), surgery::silence(*inspection()->weights(), 0, 2));
    QVERIFY(std::isnan(accuracy.accuracies().after));
    without.setData(inspection()->data());
    QTRY_VERIFY_WITH_TIMEOUT(!std::isnan(accuracy.accuracies().after), patience);
}

namespace {

WeightsPtr weightsAt(qint64 steps)
{
    auto weights = std::make_shared<Weights>();
    weights->steps = steps;
    return weights;
}

} // namespace

/// Frozen at step 1 of a run that trains, operated on at step 2: the accuracy before is that of step 2.
void TestFiltersPage::freezingGoesAlongWithTheRun()
{
    const std::vector<FrozenFilter> frozen{{0, 1}};
    const WeightsPtr one = weightsAt(1), two = weightsAt(2), silenced = weightsAt(2);
    SurgeryHistory history;
    history.goTo(QStringLiteral("run"), Inspection::live);
    history.push({one, {}}, {one, frozen});
    history.rebase(two);
    QCOMPARE(history.base(), two);
    QCOMPARE(history.operations(), 0);
    history.push({two, frozen}, {silenced, frozen});
    QCOMPARE(history.base(), two);
    QCOMPARE(history.operations(), 1);
    history.rebase(weightsAt(3)); // too late: the copy is of step 2
    QCOMPARE(history.base(), two);
    QVERIFY(history.undo());
    QCOMPARE(history.copy()->weights, two);
    history.rebase(one);
    QVERIFY(!history.canRedo()); // what was done to step 2
    QVERIFY(history.copy()->frozen == frozen);
}

void TestFiltersPage::oldOperationsAreForgotten()
{
    const WeightsPtr base = weightsAt(1);
    SurgeryHistory history;
    history.goTo(QStringLiteral("run"), 1);
    for (int i = 0; i < 100; ++i) {
        history.push({base, {}}, {weightsAt(1), {}});
    }
    QCOMPARE(history.operations(), 100);
    int undone = 0;
    while (history.undo()) {
        ++undone;
    }
    QVERIFY2(undone < 50, qPrintable(QString::number(undone))); // each is a whole network
    QCOMPARE(history.operations(), 0);
    QVERIFY(history.redo());
    QCOMPARE(history.base(), base);
}

void TestFiltersPage::aSeriesReplacesAnother()
{
    train(cnn);
    const QString path = m_laboratory->filePath(QStringLiteral("series.png"));
    const auto box = [&](int frames) {
        auto *made = new FilterAnimationBox(data(), page());
        made->findChild<QSpinBox *>(QStringLiteral("animationFrames"))->setValue(frames);
        made->findChild<QComboBox *>(QStringLiteral("animationFormat"))->setCurrentIndex(1);
        made->show();
        return made;
    };
    const auto answer = [](FilterAnimationBox &of, bool replaces) {
        auto *question = of.findChild<QMessageBox *>(QStringLiteral("replaceSeries"));
        QVERIFY(question);
        for (QAbstractButton *button : question->buttons()) {
            if ((question->buttonRole(button) == QMessageBox::AcceptRole) == replaces) {
                button->click();
                return;
            }
        }
    };
    QStringList news;
    QPointer<FilterAnimationBox> first = box(4);
    connect(first, &FilterAnimationBox::saved, this, [&news](const QString &sentence) { news << sentence; });
    first->askAndSave(path); // there is none to ask for
    QTRY_COMPARE_WITH_TIMEOUT(news.size(), qsizetype(1), patience);
    QVERIFY2(news[0].contains(QStringLiteral("series-0004.png")), qPrintable(news[0]));
    QCOMPARE(FilterAnimation::numberedFiles(path).size(), qsizetype(4));
    QFile mark(FilterAnimation::numberedPath(path, 1));
    QVERIFY(mark.open(QIODevice::WriteOnly | QIODevice::Truncate));
    mark.close();
    QPointer<FilterAnimationBox> second = box(2);
    connect(second, &FilterAnimationBox::saved, this, [&news](const QString &sentence) { news << sentence; });
    second->askAndSave(path);
    answer(*second, false);
    QCOMPARE(QFileInfo(mark.fileName()).size(), qint64(0)); // as it was
    QTRY_VERIFY(!second->findChild<QMessageBox *>(QStringLiteral("replaceSeries")));
    second->askAndSave(path);
    answer(*second, true);
    QTRY_COMPARE_WITH_TIMEOUT(news.size(), qsizetype(2), patience);
    QVERIFY(QFileInfo(mark.fileName()).size() > 0);
    QCOMPARE(FilterAnimation::numberedFiles(path).size(), qsizetype(2)); // nothing of the longer one is left
}

void TestFiltersPage::hugePicturesAreRefused()
{
    QWidget view;
    int tables = 0;
    ViewExport exporter(QStringLiteral("huge"), &view, [&tables] {
        ++tables;
        return ViewTable{{QStringLiteral("a")}, {{QStringLiteral("1")}}};
    });
    QSize size(20000, 20000);
    exporter.setPainter([](QPainter &) {}, [&size] { return size; });
    QStringList failures;
    connect(&exporter, &ViewExport::failed, this, [&failures](const QString &sentence) { failures << sentence; });
    const QString path = m_laboratory->filePath(QStringLiteral("huge.png"));
    QVERIFY(!exporter.savePng(path));
    exporter.copyPicture();
    QCOMPARE(failures.size(), qsizetype(2));
    QVERIFY2(failures[0].contains(QStringLiteral("20,000")), qPrintable(failures[0]));
    QVERIFY(!QFileInfo::exists(path));
    size = QSize(6000, 6000); // not twice as fine any more
    QVERIFY(exporter.savePng(path));
    QCOMPARE(QImageReader(path).size(), size);
    Q_EMIT exporter.menu()->aboutToShow();
    QCOMPARE(tables, 1);
    exporter.setHasNumbers([] { return true; });
    Q_EMIT exporter.menu()->aboutToShow();
    QCOMPARE(tables, 1); // not built only to see that it is not empty
}

QTEST_MAIN(TestFiltersPage)
#include "tst_filterspage.moc"
