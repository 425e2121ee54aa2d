// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/presets.h"
#include "tests/support/idxwriter.h"
#include "ui/forms/experimentform.h"
#include "ui/forms/livecontrols.h"
#include "ui/forms/numberfield.h"
#include "ui/models/runlistmodel.h"
#include "ui/pages/curvespage.h"
#include "ui/pages/datapage.h"
#include "ui/views/messagebar.h"
#include "ui/window/mainwindow.h"
#include "ui/window/runspanel.h"
#include "ui/window/windowmemory.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTextBrowser>
#include <QToolBar>
#include <QToolButton>
#include <QtTest>

using namespace convscope;

namespace {

constexpr int patience = 60000; // milliseconds; far more than it takes

Experiment smallExperiment(int epochs)
{
    Experiment experiment;
    experiment.name = QStringLiteral("small");
    experiment.architecture.convBlocks = {{4, 3, 1, false, Activation::Relu, true}};
    experiment.architecture.hiddenLayers = {{16, Activation::Relu, 0.25}};
    experiment.training.batchSize = 32;
    experiment.training.epochs = epochs;
    experiment.training.threads = 1;
    return experiment;
}

/// Presses a button of the question that comes up next; `text` receives what the question says.
void answer(QMessageBox::ButtonRole role, QString *text = nullptr)
{
    QTimer::singleShot(0, qApp, [role, text] {
        auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        QVERIFY(box);
        if (text) {
            *text = box->informativeText();
        }
        for (QAbstractButton *button : box->buttons()) {
            if (box->buttonRole(button) == role) {
                QTest::mouseClick(button, Qt::LeftButton);
            }
        }
    });
}

} // namespace

/// The real window on small IDX files, driven by mouse and keyboard.
class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void firstStartShowsTheFirstPreset();
    void startTrainsToTheEnd();
    void pauseStepAndResume();
    void learningRateChangesWhileTraining();
    void stopEndsTheRun();
    void newRunLeavesAGhost();
    void runsListShowsAndRestoresRuns();
    void startIsOffWithAReason();
    void missingDataIsSaidAndCanBeChosen();
    void divergenceOffersALowerRate();
    void languageSwitchesWithoutRestart();
    void appearanceSwitchesWhileTraining();
    void closingAsksWhileTraining();
    void closingSaysWhatEndedRunsLose();
    void settingsComeBack();
    void garbageInTheSettingsIsPassedOver();
    void helpListsTheShortcuts();
    void everyControlHasAName();

private:
    bool open();
    void clickTool(const char *actionName);
    QAction *action(const char *name) { return m_window->findChild<QAction *>(QLatin1String(name)); }
    TrainingRun *lastRun() { return m_run; }
    void startSmall(int epochs);

    QTemporaryDir m_folder;
    Language m_language;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<MainWindow> m_window;
    TrainingRun *m_run = nullptr;
};

void TestMainWindow::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("ConvScope"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_mainwindow"));
    test::writeDataset(m_folder.filePath(QStringLiteral("data")), *test::barsDataset(320, 100));
    m_appearance = std::make_unique<Appearance>(*qApp);
}

void TestMainWindow::init()
{
    QSettings().clear();
    m_language.choose(QStringLiteral("en"));
    m_appearance->choose(Appearance::Scheme::Light);
}

void TestMainWindow::cleanup()
{
    if (m_window) {
        m_window->closeWithoutAsking();
        m_window.reset();
    }
    m_run = nullptr;
}

bool TestMainWindow::open()
{
    m_window = std::make_unique<MainWindow>(m_language, *m_appearance);
    connect(&m_window->session(), &Session::runCreated, this, [this](TrainingRun *run) { m_run = run; });
    m_window->show();
    m_window->load(m_folder.filePath(QStringLiteral("data")));
    const Session &session = m_window->session();
    return QTest::qWaitForWindowExposed(m_window.get())
        && QTest::qWaitFor([&session] { return !session.isLoadingData() && !session.isLoadingEngine(); }, patience)
        && session.data() && session.engine();
}

void TestMainWindow::clickTool(const char *actionName)
{
    auto *toolBar = m_window->findChild<QToolBar *>(QStringLiteral("runToolBar"));
    QWidget *button = toolBar->widgetForAction(action(actionName));
    QVERIFY(button);
    QVERIFY2(button->isEnabled(), actionName);
    QTest::mouseClick(button, Qt::LeftButton);
}

void TestMainWindow::startSmall(int epochs)
{
    m_window->setExperiment(smallExperiment(epochs));
    QTRY_VERIFY(action("startAction")->isEnabled());
    clickTool("startAction");
    QVERIFY(m_run);
}

void TestMainWindow::firstStartShowsTheFirstPreset()
{
    QVERIFY(open());
    auto *form = m_window->findChild<ExperimentForm *>();
    QCOMPARE(form->experiment(), builtInPresets().front().experiment);
    QVERIFY(m_window->findChild<QTabWidget *>(QStringLiteral("pages"))->currentIndex() == 0);
    QVERIFY(!action("pauseAction")->isEnabled());
    QVERIFY(!action("stopAction")->isEnabled());
    QVERIFY(!m_window->findChild<LiveControls *>()->isEnabled());
}

void TestMainWindow::startTrainsToTheEnd()
{
    QVERIFY(open());
    startSmall(3);
    QVERIFY(!action("startAction")->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(m_run->history()->batchCount() > 0, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_run->state(), RunState::Finished, patience);
    QCOMPARE(m_run->history()->epochCount(), std::size_t(3));
    auto *model = m_window->findChild<RunsPanel *>()->model();
    QCOMPARE(model->rowCount(), 1);
    QCOMPARE(model->index(0).data(RunListModel::StateRole).toInt(), int(RunState::Finished));
    QCOMPARE(model->index(0).data(RunListModel::LastAccuracyRole).toDouble(), m_run->history()->epochs().back().testAccuracy);
    QVERIFY(m_window->findChild<QLabel *>(QStringLiteral("statusEpochLabel"))->text().contains(QStringLiteral("3")));
    QTRY_VERIFY(action("startAction")->isEnabled());
}

void TestMainWindow::pauseStepAndResume()
{
    QVERIFY(open());
    startSmall(10000);
    QTRY_VERIFY_WITH_TIMEOUT(m_run->history()->batchCount() > 2, patience);
    clickTool("pauseAction");
    QTRY_COMPARE_WITH_TIMEOUT(m_run->state(), RunState::Paused, patience);
    const std::size_t count = m_run->history()->batchCount();
    QTest::keyClick(m_window.get(), Qt::Key_F7);
    QTRY_COMPARE_WITH_TIMEOUT(m_run->history()->batchCount(), count + 1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_run->state(), RunState::Paused, patience);
    const std::size_t epochs = m_run->history()->epochCount();
    clickTool("epochAction");
    QTRY_COMPARE_WITH_TIMEOUT(m_run->history()->epochCount(), epochs + 1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_run->state(), RunState::Paused, patience);
    clickTool("pauseAction"); // says Resume now
    QTRY_COMPARE_WITH_TIMEOUT(m_run->state(), RunState::Training, patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_run->history()->epochCount() > epochs + 1, patience);
}

void TestMainWindow::learningRateChangesWhileTraining()
{
    QVERIFY(open());
    startSmall(10000);
    auto *live = m_window->findChild<LiveControls *>();
    QTRY_VERIFY_WITH_TIMEOUT(live->isEnabled(), patience);
    auto *field = live->findChild<NumberField *>();
    QVERIFY(field);
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, QStringLiteral("0,0005"));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_run->history()->events().size(), std::size_t(1), patience);
    const RunEvent event = m_run->history()->events().front();
    QCOMPARE(int(event.kind), int(RunEvent::Kind::SettingsChanged));
    QCOMPARE(event.before.learningRate, 0.001);
    QCOMPARE(event.after.learningRate, 0.0005);
    QTRY_VERIFY_WITH_TIMEOUT(qint64(m_run->history()->batchCount()) > event.steps, patience);
    std::vector<BatchPoint> points;
    m_run->history()->readBatches(std::size_t(event.steps), points);
    QCOMPARE(points.front().learningRate, 0.0005f);
    // The form is for the next run: it stays as it was.
    QCOMPARE(m_window->findChild<ExperimentForm *>()->experiment().training.learningRate, 0.001);
}

void TestMainWindow::stopEndsTheRun()
{
    QVERIFY(open());
    startSmall(10000);
    QTRY_VERIFY_WITH_TIMEOUT(m_run->history()->batchCount() > 2, patience);
    QTest::keyClick(m_window.get(), Qt::Key_F5, Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(m_run->state(), RunState::Stopped, patience);
    QTRY_VERIFY(action("startAction")->isEnabled());
    QVERIFY(!m_window->findChild<LiveControls *>()->isEnabled());
}

void TestMainWindow::newRunLeavesAGhost()
{
    QVERIFY(open());
    auto *curves = m_window->findChild<CurvesPage *>();
    startSmall(1);
    QVERIFY(!curves->hasGhost());
    QTRY_COMPARE_WITH_TIMEOUT(m_run->state(), RunState::Finished, patience);
    startSmall(2);
    QVERIFY(!curves->hasGhost()); // one point makes no curve
    QTRY_COMPARE_WITH_TIMEOUT(m_run->state(), RunState::Finished, patience);
    startSmall(1);
    QVERIFY(curves->hasGhost());
}

void TestMainWindow::runsListShowsAndRestoresRuns()
{
    QVERIFY(open());
    startSmall(1);
    QTRY_COMPARE_WITH_TIMEOUT(m_run->state(), RunState::Finished, patience);
    Experiment other = smallExperiment(2);
    other.name = QStringLiteral("other");
    m_window->setExperiment(other);
    QTRY_VERIFY(action("startAction")->isEnabled());
    clickTool("startAction");
    QTRY_COMPARE_WITH_TIMEOUT(m_run->state(), RunState::Finished, patience);
    auto *panel = m_window->findChild<RunsPanel *>();
    QCOMPARE(panel->model()->rowCount(), 2);
    QCOMPARE(panel->selectedRun(), 2);
    Q_EMIT panel->useSettingsRequested(1);
    QCOMPARE(m_window->findChild<ExperimentForm *>()->experiment().name, QStringLiteral("small"));
    Q_EMIT panel->removeRequested({2});
    QCOMPARE(panel->model()->rowCount(), 1);
    QVERIFY(!m_window->session().run(2));
}

void TestMainWindow::startIsOffWithAReason()
{
    QVERIFY(open());
    Experiment experiment = smallExperiment(1);
    experiment.training.batchSize = 0;
    m_window->setExperiment(experiment);
    QTRY_VERIFY(!action("startAction")->isEnabled());
    const QString problem = m_window->findChild<ExperimentForm *>()->startProblem();
    QVERIFY(!problem.isEmpty());
    QVERIFY(action("startAction")->statusTip().contains(problem));
    experiment.training.batchSize = 32;
    m_window->setExperiment(experiment);
    QTRY_VERIFY(action("startAction")->isEnabled());
}

void TestMainWindow::missingDataIsSaidAndCanBeChosen()
{
    m_window = std::make_unique<MainWindow>(m_language, *m_appearance);
    m_window->show();
    m_window->load(m_folder.filePath(QStringLiteral("nothing here")));
    auto *messages = m_window->findChild<MessageBar *>();
    QTRY_COMPARE_WITH_TIMEOUT(messages->count(), 1, patience);
    QVERIFY(messages->texts().first().contains(QStringLiteral("nothing here")));
    QVERIFY(!action("startAction")->isEnabled());
    m_window->session().loadData(m_folder.filePath(QStringLiteral("data")));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->session().data(), patience);
    QCOMPARE(messages->count(), 0);
    m_window->setExperiment(smallExperiment(1));
    QTRY_VERIFY_WITH_TIMEOUT(action("startAction")->isEnabled(), patience);
    // A wrong folder later doesn't take away what is there.
    m_window->session().loadData(m_folder.filePath(QStringLiteral("nothing here")));
    QTRY_COMPARE_WITH_TIMEOUT(messages->count(), 1, patience);
    QVERIFY(m_window->session().data());
    QVERIFY(action("startAction")->isEnabled());
}

void TestMainWindow::divergenceOffersALowerRate()
{
    QVERIFY(open());
    Experiment experiment = smallExperiment(100);
    // No ReLU: its neurons could all die, and the loss would stay finite.
    experiment.architecture.convBlocks[0].activation = Activation::LeakyRelu;
    experiment.architecture.hiddenLayers[0].activation = Activation::LeakyRelu;
    experiment.training.optimizer = Optimizer::Sgd;
    experiment.training.learningRate = 1000;
    m_window->setExperiment(experiment);
    QTRY_VERIFY(action("startAction")->isEnabled());
    clickTool("startAction");
    QTRY_COMPARE_WITH_TIMEOUT(m_run->state(), RunState::Diverged, patience);
    auto *messages = m_window->findChild<MessageBar *>();
    QTRY_COMPARE(messages->count(), 1);
    QCOMPARE(messages->texts().first(), reasonText(*m_run->history()->ended()));
    QAbstractButton *wayOut = nullptr;
    for (auto *button : messages->findChildren<QAbstractButton *>()) {
        if (button->text().contains(QStringLiteral("0.01"))) {
            wayOut = button;
        }
    }
    QVERIFY(wayOut);
    QTest::mouseClick(wayOut, Qt::LeftButton);
    auto *form = m_window->findChild<ExperimentForm *>();
    QCOMPARE(form->experiment().training.learningRate, 0.01);
    form->undoAction()->trigger();
    QCOMPARE(form->experiment().training.learningRate, 1000.0);
}

void TestMainWindow::languageSwitchesWithoutRestart()
{
    QVERIFY(open());
    auto *pages = m_window->findChild<QTabWidget *>(QStringLiteral("pages"));
    const QString english = pages->tabText(0);
    action("language-es")->trigger();
    QTRY_COMPARE(pages->tabText(0), QStringLiteral("Curvas"));
    QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("Cancelar"));
    QCOMPARE(WindowMemory().language(), QStringLiteral("es"));
    action("language-en")->trigger();
    QTRY_COMPARE(pages->tabText(0), english);
}

void TestMainWindow::appearanceSwitchesWhileTraining()
{
    QVERIFY(open());
    startSmall(10000);
    QTRY_VERIFY_WITH_TIMEOUT(m_run->history()->batchCount() > 2, patience);
    action("appearance-dark")->trigger();
    QTRY_VERIFY(m_window->palette().color(QPalette::Window).lightness() < 128);
    // The charts are dark too, as a whole: a single pixel may be one of a curve.
    const auto lightness = [this] {
        const QImage picture = m_window->findChild<CurvesPage *>()->grab().toImage();
        return picture.scaled(1, 1, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).pixelColor(0, 0).lightness();
    };
    QTRY_VERIFY(lightness() < 128);
}

void TestMainWindow::closingAsksWhileTraining()
{
    QVERIFY(open());
    startSmall(10000);
    QTRY_VERIFY_WITH_TIMEOUT(m_run->history()->batchCount() > 2, patience);
    answer(QMessageBox::RejectRole);
    m_window->close();
    QVERIFY(m_window->isVisible());
    QCOMPARE(m_run->state(), RunState::Training);
    answer(QMessageBox::DestructiveRole);
    m_window->close();
    QVERIFY(!m_window->isVisible());
}

void TestMainWindow::closingSaysWhatEndedRunsLose()
{
    QVERIFY(open());
    for (int run = 0; run < 2; ++run) {
        startSmall(1);
        QTRY_COMPARE_WITH_TIMEOUT(m_run->state(), RunState::Finished, patience);
    }
    QString text;
    answer(QMessageBox::RejectRole, &text);
    m_window->close();
    QVERIFY(m_window->isVisible());
    QVERIFY2(text.contains(QLatin1Char('2')), qPrintable(text));
    answer(QMessageBox::DestructiveRole);
    m_window->close();
    QVERIFY(!m_window->isVisible());
}

void TestMainWindow::settingsComeBack()
{
    QVERIFY(open());
    m_window->setExperiment(smallExperiment(7));
    m_window->resize(1111, 777);
    m_window->close();
    m_window = std::make_unique<MainWindow>(m_language, *m_appearance);
    QCOMPARE(m_window->findChild<ExperimentForm *>()->experiment(), smallExperiment(7));
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QCOMPARE(m_window->size(), QSize(1111, 777));
}

void TestMainWindow::garbageInTheSettingsIsPassedOver()
{
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), QByteArray("garbage"));
    settings.setValue(QStringLiteral("window/state"), QByteArray("more garbage"));
    settings.setValue(QStringLiteral("form/experiment"), QStringLiteral("{\"convscope_experiment\": 99}"));
    settings.setValue(QStringLiteral("form/sections"), 17);
    m_window = std::make_unique<MainWindow>(m_language, *m_appearance);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QCOMPARE(m_window->findChild<ExperimentForm *>()->experiment(), builtInPresets().front().experiment);
}

void TestMainWindow::helpListsTheShortcuts()
{
    QVERIFY(open());
    action("shortcutsAction")->trigger();
    auto *box = m_window->findChild<QDialog *>(QStringLiteral("shortcutsBox"));
    QVERIFY(box && box->isVisible());
    const QString text = box->findChild<QTextBrowser *>()->toPlainText();
    for (const QAction *one : m_window->findChildren<QAction *>()) {
        const QString keys = one->shortcut().toString(QKeySequence::NativeText);
        QVERIFY2(keys.isEmpty() || text.contains(keys), qPrintable(one->objectName() + keys));
    }
    QTest::keyClick(box, Qt::Key_Escape);
    QVERIFY(!box->isVisible());
}

void TestMainWindow::everyControlHasAName()
{
    QVERIFY(open());
    startSmall(10000); // so that the settings that act at once are there too
    m_window->showError(QStringLiteral("Something to close."));
    m_window->findChild<ExperimentForm *>()->setExpandedSections(
        {QStringLiteral("data"), QStringLiteral("network"), QStringLiteral("training")});
    auto *pages = m_window->findChild<QTabWidget *>(QStringLiteral("pages"));
    QStringList nameless;
    for (int page = 0; page < pages->count(); ++page) {
        pages->setCurrentIndex(page);
        for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || qobject_cast<const QTabWidget *>(widget)) {
                continue;
            }
            QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
            if (interface && interface->text(QAccessible::Name).isEmpty()) {
                nameless << QLatin1String(widget->metaObject()->className()) + QLatin1Char(' ') + widget->objectName();
            }
        }
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QStringLiteral(", "))));
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
