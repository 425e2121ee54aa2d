// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/idxwriter.h"
#include "ui/charts/plotview.h"
#include "ui/models/inspection.h"
#include "ui/window/mainwindow.h"
#include "ui/window/shortcutsbox.h"
#include "ui/window/timeline.h"
#include "ui/window/timelineslider.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QHelpEvent>
#include <QLabel>
#include <QListView>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QToolTip>
#include <QtTest>

using namespace convscope;

namespace {

constexpr int patience = 60000;

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

} // namespace

class TestTimeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void withoutARunItSaysSo();
    void aRunThatIsNotKeptHasOnlyItsPresent();
    void keysGoThroughAFinishedRun();
    void theMouseGoesToMarks();
    void itPlaysToThePresent();
    void aPausedRunGrows();
    void theTextKeepsUpOnTheCurves();
    void aStoppedRunShowsItsEnd();
    void aStoredRunIsTheSame();
    void theEndSaysWhoseWeightsCount();
    void theWheelTurnsOneWay();
    void theCurvesHaveACursor();
    void marksAreInTheRightOrder();

private:
    void open(bool withLaboratory = true);
    void train(int epochs);
    Timeline *timeline() { return m_window->findChild<Timeline *>(); }
    TimelineSlider *slider() { return m_window->findChild<TimelineSlider *>(); }
    Inspection *inspection() { return m_window->findChild<Inspection *>(); }
    QAction *action(const char *name) { return m_window->findChild<QAction *>(QLatin1String(name)); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::AltModifier) { QTest::keyClick(m_window.get(), key, modifiers); }

    QTemporaryDir m_folder;
    std::unique_ptr<QTemporaryDir> m_laboratory;
    Language m_language;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<MainWindow> m_window;
};

void TestTimeline::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("ConvScope"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_timeline"));
    test::writeDataset(m_folder.filePath(QStringLiteral("data")), *test::barsDataset(320, 100));
    m_appearance = std::make_unique<Appearance>(*qApp);
    m_language.choose(QStringLiteral("en"));
}

void TestTimeline::init()
{
    QSettings().clear();
    m_laboratory = std::make_unique<QTemporaryDir>();
}

void TestTimeline::cleanup()
{
    m_window->closeWithoutAsking();
    m_window.reset();
}

void TestTimeline::open(bool withLaboratory)
{
    m_window = std::make_unique<MainWindow>(m_language, *m_appearance);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    Session &session = m_window->session();
    if (withLaboratory) {
        session.openLaboratory(m_laboratory->filePath(QStringLiteral("laboratory.sqlite")));
    }
    session.loadData(m_folder.filePath(QStringLiteral("data")));
    session.loadEngine();
    QTRY_VERIFY_WITH_TIMEOUT(session.startProblem().isEmpty(), patience);
}

/// Ten batches an epoch.
void TestTimeline::train(int epochs)
{
    m_window->setExperiment(smallExperiment(epochs));
    m_window->start();
    TrainingRun *run = m_window->session().activeRun();
    QVERIFY(run);
    QTRY_COMPARE_WITH_TIMEOUT(run->state(), RunState::Finished, patience);
    QTRY_COMPARE_WITH_TIMEOUT(inspection()->lastStep(), qint64(10 * epochs), patience);
}

void TestTimeline::withoutARunItSaysSo()
{
    open();
    QVERIFY(!slider()->isEnabled());
    QVERIFY(!action("playAction")->isEnabled());
    QVERIFY2(timeline()->text().contains(QStringLiteral("Train a network")), qPrintable(timeline()->text()));
}

void TestTimeline::aRunThatIsNotKeptHasOnlyItsPresent()
{
    open(false);
    train(1);
    QVERIFY(!slider()->isEnabled());
    QVERIFY2(timeline()->text().contains(QStringLiteral("not kept")), qPrintable(timeline()->text()));
}

void TestTimeline::keysGoThroughAFinishedRun()
{
    open();
    train(3);
    QTRY_VERIFY(slider()->isEnabled());
    QVERIFY(!action("batchForwardAction")->isEnabled()); // it is the present
    QVERIFY2(timeline()->text().startsWith(QStringLiteral("End of the run · step 30 · epoch 3 of 3, batch 10 of 10")), qPrintable(timeline()->text()));
    press(Qt::Key_Left);
    QCOMPARE(inspection()->position(), qint64(29));
    press(Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(inspection()->position(), qint64(20));
    press(Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(inspection()->position(), qint64(10));
    press(Qt::Key_Right);
    QCOMPARE(inspection()->position(), qint64(11));
    QVERIFY2(timeline()->text().startsWith(QStringLiteral("Step 11 · epoch 2 of 3, batch 1 of 10")), qPrintable(timeline()->text()));
    press(Qt::Key_Right);
    press(Qt::Key_Right);
    QTRY_COMPARE(timeline()->weightsText(), QStringLiteral("The other layers: step %1, the nearest that is kept").arg(*inspection()->keptNear(inspection()->position())));
    press(Qt::Key_Home);
    QCOMPARE(inspection()->position(), qint64(0));
    press(Qt::Key_Left);
    QCOMPARE(inspection()->position(), qint64(0));
    press(Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(inspection()->position(), qint64(10));
    press(Qt::Key_End);
    QVERIFY(inspection()->isLive());
    slider()->setFocus();
    QTest::keyClick(slider(), Qt::Key_Home);
    QTest::keyClick(slider(), Qt::Key_PageUp);
    QTest::keyClick(slider(), Qt::Key_Right);
    QCOMPARE(inspection()->position(), qint64(11));
    const QString box = shortcutsText(*m_window);
    QVERIFY2(box.contains(QStringLiteral("Alt+Shift+Left")) && box.contains(QStringLiteral("F4")), qPrintable(box));
}

void TestTimeline::theMouseGoesToMarks()
{
    open();
    train(3);
    QTRY_COMPARE(slider()->marks().size(), std::size_t(4));
    const int y = slider()->height() / 2;
    QTest::mouseClick(slider(), Qt::LeftButton, {}, QPoint(int(slider()->xOf(20)) + 2, y));
    QCOMPARE(inspection()->position(), qint64(20)); // caught by the end of epoch 2
    QTest::mouseClick(slider(), Qt::LeftButton, {}, QPoint(int(slider()->xOf(5)), y));
    QVERIFY(std::abs(inspection()->position() - 5) <= 1);
    QTest::mouseClick(slider(), Qt::LeftButton, {}, QPoint(slider()->width() - 2, y));
    QVERIFY(inspection()->isLive());
    const QPoint mark(int(slider()->xOf(10)), y);
    QHelpEvent help(QEvent::ToolTip, mark, slider()->mapToGlobal(mark));
    QApplication::sendEvent(slider(), &help);
    QVERIFY2(QToolTip::text().contains(QStringLiteral("End of epoch 1")), qPrintable(QToolTip::text()));
}

void TestTimeline::itPlaysToThePresent()
{
    open();
    train(3);
    auto *speed = m_window->findChild<QComboBox *>(QStringLiteral("playSpeed"));
    speed->setCurrentIndex(0);
    press(Qt::Key_PageUp); // faster
    QCOMPARE(speed->currentIndex(), 1);
    press(Qt::Key_PageDown);
    QCOMPARE(speed->currentIndex(), 0);
    std::vector<qint64> seen;
    connect(inspection(), &Inspection::positionChanged, this, [&] { seen.push_back(inspection()->position()); });
    press(Qt::Key_F4, {});
    QTRY_VERIFY_WITH_TIMEOUT(seen.size() > 1 && inspection()->isLive(), patience);
    std::vector<qint64> expected(30);
    std::iota(expected.begin(), expected.end(), 0);
    expected.push_back(Inspection::live);
    QCOMPARE(seen, expected); // every batch once
    QCOMPARE(action("playAction")->text(), QStringLiteral("&Play"));
    press(Qt::Key_F4, {});
    QTRY_VERIFY(inspection()->position() > 3);
    press(Qt::Key_F4, {});
    QVERIFY(!inspection()->isLive());
    disconnect(inspection(), nullptr, this, nullptr);
}

void TestTimeline::aPausedRunGrows()
{
    open();
    m_window->setExperiment(smallExperiment(3));
    m_window->start(RunControl::Begin::OneEpoch);
    TrainingRun *run = m_window->session().activeRun();
    QTRY_COMPARE_WITH_TIMEOUT(run->state(), RunState::Paused, patience);
    QTRY_COMPARE_WITH_TIMEOUT(inspection()->lastStep(), qint64(10), patience);
    press(Qt::Key_Left);
    QCOMPARE(inspection()->position(), qint64(9));
    const double before = slider()->xOf(9);
    run->stepEpoch();
    QTRY_VERIFY_WITH_TIMEOUT(run->state() == RunState::Paused && inspection()->lastStep() == 20, patience);
    QCOMPARE(inspection()->position(), qint64(9)); // whoever looks back isn't taken along
    QTRY_VERIFY(slider()->xOf(9) < before - 10.0);
    press(Qt::Key_End);
    QTRY_VERIFY2(timeline()->text().startsWith(QStringLiteral("Paused · step 20")), qPrintable(timeline()->text()));
}

/// No page that looks inside is visible, so nothing else asks how far the run is.
void TestTimeline::theTextKeepsUpOnTheCurves()
{
    open();
    m_window->setExperiment(smallExperiment(100000));
    m_window->start();
    TrainingRun *run = m_window->session().activeRun();
    QVERIFY(run);
    QTRY_VERIFY(m_window->findChild<PlotView *>(QStringLiteral("lossPlot"))->isVisible());
    const auto batches = [run] { return qint64(run->history()->batchCount()); };
    const auto shown = [this] {
        const QString steps = timeline()->text().section(QStringLiteral(" · "), 1, 1).section(QLatin1Char(' '), 1);
        return steps.isEmpty() ? qint64(-1) : QLocale().toLongLong(steps);
    };
    QTRY_VERIFY_WITH_TIMEOUT(timeline()->text().startsWith(QStringLiteral("Live · step ")), patience);
    for (int i = 0; i < 5; ++i) {
        const qint64 now = batches();
        QTRY_VERIFY2_WITH_TIMEOUT(shown() >= now, qPrintable(timeline()->text()), patience); // and not only at the ends of epochs
    }
    run->stop();
    QTRY_COMPARE_WITH_TIMEOUT(run->state(), RunState::Stopped, patience);
}

void TestTimeline::aStoppedRunShowsItsEnd()
{
    open();
    m_window->setExperiment(smallExperiment(100000));
    m_window->start(RunControl::Begin::OneEpoch);
    TrainingRun *run = m_window->session().activeRun();
    QTRY_COMPARE_WITH_TIMEOUT(run->state(), RunState::Paused, patience);
    QTRY_VERIFY2_WITH_TIMEOUT(timeline()->text().startsWith(QStringLiteral("Paused · step 10")), qPrintable(timeline()->text()), patience);
    run->stop();
    QTRY_VERIFY2_WITH_TIMEOUT(timeline()->text().startsWith(QStringLiteral("End of the run · step 10")), qPrintable(timeline()->text()), patience);
}

void TestTimeline::aStoredRunIsTheSame()
{
    open();
    train(2);
    cleanup();
    open();
    auto *view = m_window->findChild<QListView *>(QStringLiteral("runsView"));
    view->setCurrentIndex(view->model()->index(0, 0));
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->session().run(1)->unread(), patience);
    QTRY_VERIFY(slider()->isEnabled());
    QTRY_COMPARE(slider()->marks().size(), std::size_t(3));
    QVERIFY2(timeline()->text().startsWith(QStringLiteral("End of the run · step 20")), qPrintable(timeline()->text()));
    press(Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(inspection()->position(), qint64(10));
    QVERIFY2(timeline()->text().startsWith(QStringLiteral("Step 10 · epoch 1 of 2")), qPrintable(timeline()->text()));
}

/// The same in the session and after a restart.
void TestTimeline::theEndSaysWhoseWeightsCount()
{
    open();
    Experiment experiment = smallExperiment(6);
    experiment.training.finalWeights = FinalWeights::Best;
    experiment.training.learningRate = 0.3; // far too much
    m_window->setExperiment(experiment);
    m_window->start();
    TrainingRun *run = m_window->session().activeRun();
    QTRY_VERIFY_WITH_TIMEOUT(isFinal(run->state()), patience);
    qint64 best = 0;
    std::optional<EpochReport> lowest;
    for (const EpochReport &report : run->history()->epochs()) {
        if (hasLowerTestLoss(report, lowest ? &*lowest : nullptr)) {
            lowest = report;
            best = report.steps;
        }
    }
    const auto shown = [this] { return m_window->findChild<QLabel *>(QStringLiteral("timelineWeightsText"))->text(); };
    const auto check = [&] {
        QTRY_VERIFY_WITH_TIMEOUT(inspection()->moments().isEnded, patience);
        QCOMPARE(inspection()->liveStep(), std::optional(best));
        QTRY_COMPARE_WITH_TIMEOUT(shown().contains(QStringLiteral("step %1, after the epoch").arg(best)), best != inspection()->lastStep(), patience);
    };
    check();
    cleanup();
    open();
    auto *view = m_window->findChild<QListView *>(QStringLiteral("runsView"));
    view->setCurrentIndex(view->model()->index(0, 0));
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->session().run(1)->unread(), patience);
    check();
}

void TestTimeline::theWheelTurnsOneWay()
{
    open();
    train(2);
    const auto turn = [this](const QPoint &angle) {
        const QPointF at = slider()->rect().center();
        QWheelEvent event(at, slider()->mapToGlobal(at), {}, angle, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(slider(), &event);
    };
    turn({0, -120});
    QCOMPARE(inspection()->position(), qint64(19));
    turn({120, 0}); // sideways
    turn({-120, 0});
    QCOMPARE(inspection()->position(), qint64(19));
    turn({0, 120});
    QVERIFY(inspection()->isLive());
}

void TestTimeline::theCurvesHaveACursor()
{
    open();
    train(2);
    auto *plot = m_window->findChild<PlotView *>(QStringLiteral("lossPlot"));
    const auto cursor = [plot] {
        for (const PlotMark &mark : plot->scene().marks) {
            if (mark.kind == PlotMark::Kind::Position) {
                return mark.x;
            }
        }
        return -1.0;
    };
    QCOMPARE(cursor(), -1.0);
    press(Qt::Key_Left);
    QCOMPARE(cursor(), 19.0);
    press(Qt::Key_End);
    QCOMPARE(cursor(), -1.0);
}

void TestTimeline::marksAreInTheRightOrder()
{
    open();
    RunHistory history;
    RunEvent pause;
    pause.steps = 7;
    RunEvent byStep = pause;
    byStep.byStep = true;
    RunEvent change{RunEvent::Kind::SettingsChanged, 8, false, {}, {}};
    change.before.learningRate = 0.1;
    change.after.learningRate = 0.01;
    for (const RunEvent &event : {pause, byStep, change}) {
        history.append(event);
    }
    EpochReport first;
    first.epoch = 1;
    first.steps = 10;
    first.testLoss = 0.5;
    EpochReport second = first;
    second.epoch = 2;
    second.steps = 20;
    second.testLoss = 0.7;
    history.append(first);
    history.append(second);
    const std::vector<TimelineMark> marks = timelineMarks(history);
    QCOMPARE(marks.size(), std::size_t(5));
    QCOMPARE(marks[2].kind, TimelineMark::Kind::LowestLoss);
    QCOMPARE(marks[2].steps, qint64(10));
    QCOMPARE(marks[3].steps, qint64(7));
    QVERIFY2(marks[4].toolTip.contains(QStringLiteral("0.01")), qPrintable(marks[4].toolTip));
}

QTEST_MAIN(TestTimeline)
#include "tst_timeline.moc"
