// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/runstore.h"
#include "tests/support/idxwriter.h"
#include "ui/pages/comparepage.h"
#include "ui/pages/compareviews.h"
#include "ui/pages/dueldialog.h"
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
    void storedRunsAreThereAgain();

private:
    void open();
    void train();
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

void TestCompareWindow::train()
{
    Experiment experiment;
    experiment.name = QStringLiteral("bars");
    experiment.architecture.hiddenLayers = {{8, Activation::Relu, 0.0}};
    experiment.training.batchSize = 32;
    experiment.training.epochs = 2;
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
    m_window->findChild<PageTabs *>()->setCurrentWidget(page());
    QVERIFY(page()->runs().isTicked(1) && page()->runs().isTicked(2));
    QTRY_VERIFY_WITH_TIMEOUT(child<QLabel>("duelText")->text().contains(QStringLiteral("Learning rate: 0.001 against 0.02")), patience);
    QVERIFY(m_window->session().finishRecording(2));
}

void TestCompareWindow::storedRunsAreThereAgain()
{
    QTRY_COMPARE_WITH_TIMEOUT(page()->runs().rows().size(), std::size_t(2), patience);
    QCOMPARE(page()->runs().rows()[0].number, 2);
    QCOMPARE(page()->runs().rows()[0].run->epochs.size(), std::size_t(2));
    page()->views()->showView(CompareViews::Disagreements); // from the laboratory
    QTRY_VERIFY_WITH_TIMEOUT(child<QLabel>("disagreementsText")->text().contains(QStringLiteral("of 60 test pictures")), patience);
    page()->runs().select(1);
    QCOMPARE(m_window->findChild<RunsPanel *>()->selectedRun(), 1);
}

QTEST_MAIN(TestCompareWindow)
#include "tst_comparewindow.moc"
