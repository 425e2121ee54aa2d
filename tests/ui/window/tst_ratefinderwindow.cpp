// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/idxwriter.h"
#include "ui/forms/experimentform.h"
#include "ui/forms/numberfield.h"
#include "ui/pages/ratefinderdialog.h"
#include "ui/pages/ratefinderplot.h"
#include "ui/window/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMouseEvent>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

using namespace convscope;

namespace {

constexpr int patience = 60000;

Experiment smallExperiment()
{
    Experiment experiment;
    experiment.name = QStringLiteral("small");
    experiment.architecture.convBlocks = {{4, 3, 1, false, Activation::Relu, true}};
    experiment.architecture.hiddenLayers = {{16, Activation::Relu, 0.0}};
    experiment.training.batchSize = 32;
    experiment.training.epochs = 1;
    experiment.training.threads = 1;
    return experiment;
}

} // namespace

/// The learning-rate finder in the real window, by mouse and keyboard.
class TestRateFinderWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void oneClickFindsAndOneUses();
    void theMenuAndTheKeyboardDoIt();
    void theSameSeedFindsTheSame();
    void aSearchIsCancelled();
    void whatIsWrongIsSaid();
    void itSearchesWhileARunTrains();
    void itSpeaksSpanish();
    void closingTheWindowEndsASearch();

private:
    template<typename Widget>
    Widget *child(const char *name) { return dialog()->findChild<Widget *>(QLatin1String(name)); }
    RateFinderDialog *dialog() { return m_window->findChild<RateFinderDialog *>(); }
    ExperimentForm *form() { return m_window->findChild<ExperimentForm *>(); }
    RateFinderPlot *plot() { return dialog()->findChild<RateFinderPlot *>(); }
    QString text(const char *name) { return child<QLabel>(name)->text(); }
    void open();
    void type(const char *field, const QString &value);
    void awaitEnd() { QTRY_VERIFY_WITH_TIMEOUT(text("rateFinderState").startsWith(QStringLiteral("Ended")), patience); }

    QTemporaryDir m_folder;
    Language m_language;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<MainWindow> m_window;
};

void TestRateFinderWindow::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("ConvScope"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_ratefinderwindow"));
    test::writeDataset(m_folder.filePath(QStringLiteral("data")), *test::barsDataset(640, 100));
    m_appearance = std::make_unique<Appearance>(*qApp);
}

void TestRateFinderWindow::init()
{
    QSettings().clear();
    m_language.choose(QStringLiteral("en"));
    m_window = std::make_unique<MainWindow>(m_language, *m_appearance);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->session().loadData(m_folder.filePath(QStringLiteral("data")));
    m_window->session().loadEngine();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->session().startProblem().isEmpty(), patience);
    m_window->setExperiment(smallExperiment());
}

void TestRateFinderWindow::cleanup()
{
    m_window->closeWithoutAsking();
    m_window.reset();
}

/// By the button beside the learning rate.
void TestRateFinderWindow::open()
{
    QAction *action = form()->findRateAction();
    for (QToolButton *button : form()->findChildren<QToolButton *>()) {
        if (button->defaultAction() == action) {
            QVERIFY(button->isVisible());
            QTest::mouseClick(button, Qt::LeftButton);
        }
    }
    QVERIFY(dialog() && dialog()->isVisible());
}

void TestRateFinderWindow::type(const char *field, const QString &value)
{
    auto *line = child<NumberField>(field);
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, value);
}

void TestRateFinderWindow::oneClickFindsAndOneUses()
{
    open();
    QVERIFY(!child<QPushButton>("rateFinderUse")->isEnabled()); // until it is found
    awaitEnd();
    const std::vector<PlotMark> &marks = plot()->scene().marks;
    QVERIFY(marks.size() >= 2);
    QCOMPARE(marks[0].label, QStringLiteral("breaking point"));
    QCOMPARE(marks[1].label, QStringLiteral("steepest"));
    QVERIFY(marks[1].x < marks[0].x);
    QVERIFY(marks[0].y && marks[1].y && *marks[0].y < *marks[1].y); // it is the lowest
    const QString found = text("rateFinderFound");
    for (const char *words : {"Steepest at", "Breaking point at", "Suggestion:"}) {
        QVERIFY2(found.contains(QLatin1String(words)), qPrintable(found));
    }
    QVERIFY(!plot()->accessibleDescription().isEmpty());
    const QPointF middle = plot()->scene().plot.center();
    QMouseEvent move(QEvent::MouseMove, middle, plot()->mapToGlobal(middle), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(plot(), &move);
    QVERIFY(plot()->scene().readout.has_value());
    const double before = form()->experiment().training.learningRate;
    auto *use = child<QPushButton>("rateFinderUse");
    const QString written = use->text().section(QLatin1Char(' '), -1);
    QTest::mouseClick(use, Qt::LeftButton);
    const double after = form()->experiment().training.learningRate;
    QCOMPARE(after, written.toDouble());
    QVERIFY(after != before);
    QCOMPARE(form()->findChild<NumberField *>(QStringLiteral("training.learning_rate"))->value(), after);
    QTRY_VERIFY(!dialog());
    form()->undoAction()->trigger(); // an edit like any other
    QCOMPARE(form()->experiment().training.learningRate, before);
}

void TestRateFinderWindow::theMenuAndTheKeyboardDoIt()
{
    QAction *action = form()->findRateAction();
    bool isInMenu = false;
    for (const QAction *menu : m_window->menuBar()->actions()) {
        isInMenu = isInMenu || (menu->menu() && menu->menu()->actions().contains(action));
    }
    QVERIFY(isInMenu);
    action->trigger();
    action->trigger(); // the same dialog
    QCOMPARE(m_window->findChildren<RateFinderDialog *>().size(), 1);
    QVERIFY(QTest::qWaitForWindowActive(dialog()));
    awaitEnd();
    QTRY_COMPARE(dialog()->focusWidget(), child<QPushButton>("rateFinderUse"));
    plot()->setFocus();
    QTest::keyClick(plot(), Qt::Key_Left, Qt::ControlModifier); // the readout, from point to point
    QVERIFY(plot()->scene().readout.has_value());
    child<QPushButton>("rateFinderUse")->setFocus();
    QTest::keyClick(child<QPushButton>("rateFinderUse"), Qt::Key_Enter);
    QTRY_VERIFY(!dialog());
    QVERIFY(form()->experiment().training.learningRate != smallExperiment().training.learningRate);
}

void TestRateFinderWindow::theSameSeedFindsTheSame()
{
    open();
    awaitEnd();
    const ViewTable first = plot()->table();
    QTest::mouseClick(child<QPushButton>("rateFinderRun"), Qt::LeftButton);
    QVERIFY(plot()->table().isEmpty()); // begun anew
    awaitEnd();
    QCOMPARE(plot()->table().rows, first.rows);
    type("rateFinderSeed", QStringLiteral("7"));
    QTest::mouseClick(child<QPushButton>("rateFinderRun"), Qt::LeftButton);
    awaitEnd();
    QVERIFY(plot()->table().rows != first.rows);
    QCOMPARE(form()->experiment().training.seed, smallExperiment().training.seed); // only the search's
    dialog()->findChild<ViewExport *>()->copyNumbers();
    const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), plot()->table().rows.size() + 1);
    QVERIFY2(lines[0].startsWith(QStringLiteral("Step\tLearning rate\t")), qPrintable(lines[0]));
    for (const char *name : {"rate.png", "rate.svg", "rate.csv"}) {
        const QString path = m_folder.filePath(QLatin1String(name));
        auto *exporter = dialog()->findChild<ViewExport *>();
        QVERIFY(path.endsWith(QStringLiteral("png")) ? exporter->savePng(path) : path.endsWith(QStringLiteral("svg")) ? exporter->saveSvg(path) : exporter->saveCsv(path));
        QVERIFY(QFileInfo(path).size() > 1000);
    }
}

void TestRateFinderWindow::aSearchIsCancelled()
{
    open();
    awaitEnd();
    type("rateFinderSteps", QStringLiteral("5000"));
    type("rateFinderTo", QStringLiteral("0.001"));
    auto *run = child<QPushButton>("rateFinderRun");
    QTest::mouseClick(run, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(text("rateFinderState").startsWith(QStringLiteral("Step ")), patience);
    QCOMPARE(run->text(), QStringLiteral("&Cancel the search"));
    QTest::mouseClick(run, Qt::LeftButton);
    QTRY_VERIFY2_WITH_TIMEOUT(text("rateFinderState").startsWith(QStringLiteral("Cancelled after")), qPrintable(text("rateFinderState")), patience);
    QCOMPARE(run->text(), QStringLiteral("&Search again"));
}

void TestRateFinderWindow::whatIsWrongIsSaid()
{
    open();
    awaitEnd();
    auto *run = child<QPushButton>("rateFinderRun");
    type("rateFinderFrom", QStringLiteral("20"));
    QVERIFY2(text("rateFinderState").contains(QStringLiteral("must rise")), qPrintable(text("rateFinderState")));
    QVERIFY(!run->isEnabled());
    type("rateFinderFrom", QStringLiteral("abc"));
    QVERIFY(!run->isEnabled());
    type("rateFinderFrom", QStringLiteral("0,000001")); // a comma is as good
    QVERIFY(run->isEnabled());
    type("rateFinderSteps", QStringLiteral("5"));
    QVERIFY2(text("rateFinderState").contains(QStringLiteral("steps")), qPrintable(text("rateFinderState")));
    type("rateFinderSteps", QStringLiteral("100"));
    // What is wrong in the form is said here, too.
    Experiment wrong = smallExperiment();
    wrong.training.batchSize = 0;
    form()->applyExperiment(wrong);
    QTest::mouseClick(run, Qt::LeftButton);
    QVERIFY2(text("rateFinderState").contains(form()->startProblem()) && !form()->startProblem().isEmpty(), qPrintable(text("rateFinderState")));
}

void TestRateFinderWindow::itSearchesWhileARunTrains()
{
    Experiment longer = smallExperiment();
    longer.training.epochs = 10000;
    m_window->setExperiment(longer);
    m_window->start();
    TrainingRun *run = m_window->session().activeRun();
    QVERIFY(run);
    QTRY_COMPARE_WITH_TIMEOUT(run->state(), RunState::Training, patience);
    open();
    awaitEnd();
    QVERIFY(child<QPushButton>("rateFinderUse")->isEnabled());
    QCOMPARE(run->state(), RunState::Training);
    run->stop();
    QTRY_COMPARE_WITH_TIMEOUT(run->state(), RunState::Stopped, patience);
}

void TestRateFinderWindow::itSpeaksSpanish()
{
    open();
    awaitEnd();
    m_language.choose(QStringLiteral("es"));
    QTRY_VERIFY2(text("rateFinderFound").contains(QStringLiteral("Punto de ruptura")), qPrintable(text("rateFinderFound")));
    QVERIFY2(child<QPushButton>("rateFinderUse")->text().contains(QStringLiteral("0,0")), qPrintable(child<QPushButton>("rateFinderUse")->text()));
    QVERIFY(plot()->scene().marks[0].label != QStringLiteral("breaking point"));
}

void TestRateFinderWindow::closingTheWindowEndsASearch()
{
    open();
    awaitEnd();
    type("rateFinderSteps", QStringLiteral("5000"));
    type("rateFinderTo", QStringLiteral("0.001"));
    QTest::mouseClick(child<QPushButton>("rateFinderRun"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(text("rateFinderState").startsWith(QStringLiteral("Step ")), patience);
} // cleanup() closes it

QTEST_MAIN(TestRateFinderWindow)
#include "tst_ratefinderwindow.moc"
