// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/duel.h"
#include "core/runs/runstore.h"
#include "tests/support/idxwriter.h"
#include "ui/pages/comparepage.h"
#include "ui/pages/compareviews.h"
#include "ui/pages/dueldialog.h"
#include "ui/pages/featuremapspage.h"
#include "ui/pages/mapscanvas.h"
#include "ui/pages/predictionspage.h"
#include "ui/window/mainwindow.h"
#include "ui/window/pagetabs.h"
#include "ui/window/runscontroller.h"
#include "ui/window/runspanel.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace convscope;

namespace {

constexpr int patience = 60000; // milliseconds; far more than it takes

} // namespace

/// The page in the real window with a laboratory: what is trained appears, a duel is trained by the queue and ticked.
class TestCompareWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { open(); }
    void cleanup();
    void aDuelIsTrainedAndTicked();
    void repeatsLeaveTheDuelAlone();
    void aCureIsTrainedOnce();
    void whatEndsByPatienceIsWhole();
    void bothRunsOnEveryPage();
    void storedRunsAreThereAgain();

private:
    void open();
    void train(const QString &name = QStringLiteral("bars"), int epochs = 2, const EarlyStopping &stopping = {});
    void press(const char *button) { QTest::mouseClick(child<QPushButton>(button), Qt::LeftButton); }
    ComparePage *page() { return m_window->findChild<ComparePage *>(); }
    template<typename Widget>
    Widget *child(const char *name) { return m_window->findChild<Widget *>(QLatin1String(name)); }

    QTemporaryDir m_folder;
    Language m_language;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<MainWindow> m_window;
};

void TestCompareWindow::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("ConvScope"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_comparewindow"));
    QSettings().clear();
    test::writeDataset(m_folder.filePath(QStringLiteral("data")), *test::barsDataset(160, 60));
    m_appearance = std::make_unique<Appearance>(*qApp);
    m_language.choose(QStringLiteral("en"));
}

void TestCompareWindow::open()
{
    m_window = std::make_unique<MainWindow>(m_language, *m_appearance);
    m_window->show();
    m_window->session().openLaboratory(m_folder.filePath(QStringLiteral("laboratory.sqlite")));
    m_window->session().loadData(m_folder.filePath(QStringLiteral("data")));
    m_window->session().loadEngine();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->session().startProblem().isEmpty(), patience);
    m_window->findChild<PageTabs *>()->setCurrentWidget(page());
}

void TestCompareWindow::cleanup()
{
    m_window->closeWithoutAsking();
    m_window.reset();
}

void TestCompareWindow::train(const QString &name, int epochs, const EarlyStopping &stopping)
{
    Experiment experiment;
    experiment.name = name;
    experiment.architecture.hiddenLayers = {{8, Activation::Relu, 0.0}};
    experiment.training.batchSize = 32;
    experiment.training.epochs = epochs;
    experiment.training.earlyStopping = stopping;
    experiment.training.threads = 1;
    m_window->setExperiment(experiment);
    m_window->start();
    const TrainingRun *active = m_window->session().activeRun();
    QVERIFY(active);
    QTRY_COMPARE_WITH_TIMEOUT(active->state(), RunState::Finished, patience);
    QVERIFY(m_window->session().finishRecording(active->number()));
    m_window->findChild<PageTabs *>()->setCurrentWidget(page());
}

void TestCompareWindow::aDuelIsTrainedAndTicked()
{
    train();
    QTRY_COMPARE_WITH_TIMEOUT(page()->runs().rows().size(), std::size_t(1), patience);
    QCOMPARE(page()->runs().selected(), 1);
    page()->views()->showView(CompareViews::Duel);
    QTest::mouseClick(child<QPushButton>("duelButton"), Qt::LeftButton);
    auto *dialog = m_window->findChild<DuelDialog *>();
    QVERIFY(dialog);
    auto *value = dialog->findChild<QComboBox *>(QStringLiteral("duelValue"));
    value->lineEdit()->selectAll();
    QTest::keyClicks(value->lineEdit(), QStringLiteral("0.02"));
    QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->session().run(2), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->session().run(2)->state(), RunState::Finished, patience);
    QCOMPARE(m_window->session().run(2)->experiment().training.learningRate, 0.02);
    QCOMPARE(m_window->findChild<PageTabs *>()->currentWidget(), page()); // it did not throw the user out
    QCOMPARE(page()->runs().selected(), 1);
    QCOMPARE(page()->runs().ticked(), (std::set<int>{1, 2}));
    QTRY_VERIFY_WITH_TIMEOUT(child<QLabel>("duelText")->text().contains(QStringLiteral("Learning rate: 0.001 against 0.02")), patience);
    QVERIFY(m_window->session().finishRecording(2));
}

void TestCompareWindow::repeatsLeaveTheDuelAlone()
{
    QTRY_COMPARE_WITH_TIMEOUT(page()->runs().rows().size(), std::size_t(2), patience);
    page()->runs().setTicked({1, 2});
    page()->views()->showView(CompareViews::Duel);
    QTest::mouseClick(child<QPushButton>("duelRepeatButton"), Qt::LeftButton); // two more seeds for both
    QTRY_VERIFY_WITH_TIMEOUT(m_window->session().run(6) && m_window->session().run(6)->state() == RunState::Finished, patience);
    QCOMPARE(page()->runs().ticked(), (std::set<int>{1, 2}));
    QCOMPARE(m_window->findChild<PageTabs *>()->currentWidget(), page());
    QTRY_VERIFY_WITH_TIMEOUT(child<QLabel>("duelText")->text().contains(QStringLiteral("Over 3 seeds")), patience);
    QVERIFY(m_window->session().finishRecording(6));
}

void TestCompareWindow::aCureIsTrainedOnce()
{
    QTRY_COMPARE_WITH_TIMEOUT(page()->runs().rows().size(), std::size_t(6), patience);
    page()->runs().select(1);
    page()->views()->showView(CompareViews::Overfitting);
    for (int i = 0; i < 3; ++i) {
        QTest::mouseClick(child<QPushButton>("cureDecayButton"), Qt::LeftButton);
    }
    QTRY_VERIFY_WITH_TIMEOUT(m_window->session().run(7) && m_window->session().run(7)->state() == RunState::Finished, patience);
    QVERIFY(m_window->session().finishRecording(7));
    QTRY_VERIFY_WITH_TIMEOUT(page()->runs().run(7) && page()->runs().run(7)->epochs.size() == 2, patience);
    page()->runs().setTicked({3, 4});
    page()->runs().select(1);
    QTest::mouseClick(child<QPushButton>("cureDecayButton"), Qt::LeftButton);
    QCOMPARE(page()->runs().ticked(), (std::set<int>{1, 7})); // it is there already
    QVERIFY(!m_window->session().run(8) && !m_window->session().activeRun());
}

/// A run of this session has ended as its settings say, though with fewer epochs: it counts as trained, in the duel, too. What was taken
/// out of the queue is not expected any more.
void TestCompareWindow::whatEndsByPatienceIsWhole()
{
    EarlyStopping impatient;
    impatient.patience = 1;
    impatient.smallestChange = 5.0; // nothing is gain enough
    train(QStringLiteral("impatient"), 5, impatient);
    QTRY_VERIFY_WITH_TIMEOUT(page()->runs().run(8), patience);
    QVERIFY(page()->runs().run(8)->epochs.size() < 5);
    QVERIFY(isWhole(*page()->runs().run(8)));
    page()->runs().select(8);
    page()->views()->showView(CompareViews::Overfitting);
    press("cureDecayButton");
    QTRY_VERIFY_WITH_TIMEOUT(m_window->session().run(9) && m_window->session().run(9)->state() == RunState::Finished, patience);
    QVERIFY(m_window->session().finishRecording(9));
    QTRY_VERIFY_WITH_TIMEOUT(page()->runs().run(9) && isWhole(*page()->runs().run(9)), patience);
    QCOMPARE(page()->runs().ticked(), (std::set<int>{8, 9}));
    page()->views()->showView(CompareViews::Duel);
    QTRY_VERIFY(child<QLabel>("duelText")->text().contains(QStringLiteral("after the last epoch")));
    page()->runs().setTicked({3, 4});
    page()->views()->showView(CompareViews::Overfitting);
    press("cureDecayButton");
    QTRY_COMPARE_WITH_TIMEOUT(page()->runs().ticked(), (std::set<int>{8, 9}), patience);
    QVERIFY(!m_window->session().run(10) && !m_window->session().activeRun());
}

void TestCompareWindow::bothRunsOnEveryPage()
{
    QTRY_VERIFY_WITH_TIMEOUT(page()->runs().rows().size() >= 6, patience);
    page()->runs().setTicked({1, 2});
    page()->views()->showView(CompareViews::Duel);
    QTRY_VERIFY(child<QPushButton>("duelBothButton")->isVisible() && child<QPushButton>("duelBothButton")->isEnabled());
    QTest::mouseClick(child<QPushButton>("duelBothButton"), Qt::LeftButton);
    auto *pages = m_window->findChild<PageTabs *>();
    QCOMPARE(pages->currentWidget(), static_cast<QWidget *>(pages->featureMaps()));
    QCOMPARE(m_window->findChild<RunsPanel *>()->selectedRun(), 1);
    const QString second = m_window->session().run(2)->id();
    QTRY_VERIFY_WITH_TIMEOUT(pages->featureMaps()->canvas()->flow(0) && pages->featureMaps()->canvas()->flow(1), patience);
    QCOMPARE(pages->featureMaps()->findChild<QComboBox *>(QStringLiteral("compareRun"))->currentData().toString(), second);
    QCOMPARE(pages->predictions()->predictions().comparison().run, second);
    pages->setCurrentIndex(5);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->findChild<QComboBox *>(QStringLiteral("secondRunBox"))->currentText().left(4), QStringLiteral("bars"), patience);
}

void TestCompareWindow::storedRunsAreThereAgain()
{
    QTRY_COMPARE_WITH_TIMEOUT(page()->runs().rows().size(), std::size_t(9), patience);
    QCOMPARE(page()->runs().rows()[0].number, 9);
    QCOMPARE(page()->runs().rows()[0].run->epochs.size(), std::size_t(2));
    page()->views()->showView(CompareViews::Disagreements); // from the laboratory
    QTRY_VERIFY_WITH_TIMEOUT(child<QLabel>("disagreementsText")->text().contains(QStringLiteral("of 60 test pictures")), patience);
    page()->runs().select(1);
    QCOMPARE(m_window->findChild<RunsPanel *>()->selectedRun(), 1);
}

QTEST_MAIN(TestCompareWindow)
#include "tst_comparewindow.moc"
