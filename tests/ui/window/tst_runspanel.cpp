// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/experimentdifference.h"
#include "ui/models/runlistdelegate.h"
#include "ui/models/runlistmodel.h"
#include "ui/views/emptystate.h"
#include "ui/views/icons.h"
#include "ui/window/runspanel.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QListView>
#include <QLocale>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <cmath>
#include <set>

using namespace convscope;

namespace {

RunRow runRow(int number, RunState state)
{
    RunRow run;
    run.number = number;
    run.name = number % 2 ? QStringLiteral("cnn-1") : QStringLiteral("mlp-2048");
    run.state = state;
    run.epoch = 3;
    run.epochs = 5;
    run.progress = 0.5;
    run.lastAccuracy = 0.9;
    run.bestAccuracy = 0.914;
    return run;
}

} // namespace

class RunsPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void emptyStateUntilTheFirstRun();
    void modelInsertsAndNeverResets();
    void modelIgnoresUnknownRuns();
    void clickSelects();
    void keyboardSelectsAndDeletes();
    void selectingByTheProgramIsSilent();
    void activeRunCantBeRemoved_data();
    void activeRunCantBeRemoved();
    void contextMenu();
    void menuFollowsTheState();
    void toolTipNamesWhatDiffers();
    void everyStateHasWordsAndIcon();
    void unfoldedDetailsGetHalf();
    void paintsThirtyRuns_data();
    void paintsThirtyRuns();

private:
    QAction *action(const char *name) const { return m_panel->findChild<QAction *>(QString::fromLatin1(name)); }
    QPoint centerOf(int number) const { return m_view->visualRect(m_panel->shownIndexOf(number)).center(); }

    std::unique_ptr<RunsPanel> m_panel;
    QListView *m_view = nullptr;
};

void RunsPanelTest::init()
{
    m_panel = std::make_unique<RunsPanel>();
    m_view = m_panel->findChild<QListView *>(QStringLiteral("runsView"));
    new QAbstractItemModelTester(m_panel->model(), QAbstractItemModelTester::FailureReportingMode::QtTest,
                                 m_panel->model());
    m_panel->resize(240, 600);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
}

void RunsPanelTest::cleanup()
{
    m_panel.reset();
}

void RunsPanelTest::emptyStateUntilTheFirstRun()
{
    auto *empty = m_panel->findChild<EmptyState *>(QStringLiteral("runsEmptyState"));
    QVERIFY(empty->isVisible());
    QVERIFY(!empty->text().isEmpty());
    m_panel->addRun(runRow(1, RunState::Finished));
    QVERIFY(m_view->isVisible());
    QVERIFY(!empty->isVisible());
    m_panel->removeRun(1);
    QVERIFY(empty->isVisible());
}

void RunsPanelTest::modelInsertsAndNeverResets()
{
    RunListModel *model = m_panel->model();
    QSignalSpy reset(model, &RunListModel::modelReset);
    QSignalSpy changed(model, &RunListModel::dataChanged);
    for (int number = 1; number <= 30; ++number)
        m_panel->addRun(runRow(number, RunState::Finished));
    QCOMPARE(model->rowCount(), 30);
    // The newest is on top.
    QCOMPARE(model->index(0).data(RunListModel::NumberRole).toInt(), 30);
    QCOMPARE(model->index(29).data(RunListModel::NumberRole).toInt(), 1);

    RunRow run = runRow(12, RunState::Diverged);
    run.lastAccuracy = std::numeric_limits<double>::quiet_NaN();
    m_panel->updateRun(run);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 18);
    QCOMPARE(model->index(18).data(RunListModel::StateRole).toInt(), int(RunState::Diverged));
    QVERIFY(std::isnan(model->index(18).data(RunListModel::LastAccuracyRole).toDouble()));
    QCOMPARE(model->index(18).data(RunListModel::BestAccuracyRole).toDouble(), 0.914);

    m_panel->removeRun(12);
    QCOMPARE(model->rowCount(), 29);
    QCOMPARE(model->rowOf(12), -1);
    QCOMPARE(model->rowOf(13), 17);
    QCOMPARE(model->rowOf(11), 18);
    QCOMPARE(reset.count(), 0);
}

void RunsPanelTest::modelIgnoresUnknownRuns()
{
    m_panel->addRun(runRow(1, RunState::Training));
    m_panel->updateRun(runRow(2, RunState::Training));
    m_panel->removeRun(2);
    QCOMPARE(m_panel->model()->rowCount(), 1);
    // The same number twice is the same run.
    m_panel->addRun(runRow(1, RunState::Finished));
    QCOMPARE(m_panel->model()->rowCount(), 1);
    QCOMPARE(m_panel->model()->index(0).data(RunListModel::StateRole).toInt(), int(RunState::Finished));
}

void RunsPanelTest::clickSelects()
{
    for (int number = 1; number <= 3; ++number)
        m_panel->addRun(runRow(number, RunState::Finished));
    QSignalSpy selected(m_panel.get(), &RunsPanel::runSelected);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, centerOf(2));
    QCOMPARE(selected.count(), 1);
    QCOMPARE(selected.at(0).at(0).toInt(), 2);
    QCOMPARE(m_panel->selectedRun(), 2);
    // A newer run on top doesn't change what is selected.
    m_panel->addRun(runRow(4, RunState::Training));
    QCOMPARE(m_panel->selectedRun(), 2);
    QCOMPARE(selected.count(), 1);
}

void RunsPanelTest::keyboardSelectsAndDeletes()
{
    for (int number = 1; number <= 3; ++number)
        m_panel->addRun(runRow(number, RunState::Finished));
    m_panel->activateWindow();
    m_view->setFocus();
    m_panel->selectRun(3);
    QSignalSpy selected(m_panel.get(), &RunsPanel::runSelected);
    QSignalSpy curves(m_panel.get(), &RunsPanel::showCurvesRequested);
    QSignalSpy remove(m_panel.get(), &RunsPanel::removeRequested);
    QTest::keyClick(m_view, Qt::Key_Down);
    QCOMPARE(selected.count(), 1);
    QCOMPARE(selected.at(0).at(0).toInt(), 2);
    QTest::keyClick(m_view, Qt::Key_Return);
    QCOMPARE(curves.count(), 1);
    QCOMPARE(curves.at(0).at(0).toInt(), 2);
    QTest::keyClick(m_view, Qt::Key_Delete);
    QCOMPARE(remove.count(), 1);
    QCOMPARE(remove.at(0).at(0).value<QList<int>>(), QList<int>{2});
}

void RunsPanelTest::selectingByTheProgramIsSilent()
{
    m_panel->addRun(runRow(1, RunState::Finished));
    m_panel->addRun(runRow(2, RunState::Finished));
    QSignalSpy selected(m_panel.get(), &RunsPanel::runSelected);
    m_panel->selectRun(1);
    QCOMPARE(m_panel->selectedRun(), 1);
    m_panel->selectRun(99);
    QCOMPARE(m_panel->selectedRun(), 0);
    QCOMPARE(selected.count(), 0);
}

void RunsPanelTest::activeRunCantBeRemoved_data()
{
    QTest::addColumn<RunState>("state");
    QTest::addColumn<bool>("removable");
    QTest::newRow("training") << RunState::Training << false;
    QTest::newRow("paused") << RunState::Paused << false;
    QTest::newRow("finished") << RunState::Finished << true;
    QTest::newRow("stopped") << RunState::Stopped << true;
    QTest::newRow("diverged") << RunState::Diverged << true;
    QTest::newRow("failed") << RunState::Failed << true;
}

void RunsPanelTest::activeRunCantBeRemoved()
{
    QFETCH(const RunState, state);
    QFETCH(const bool, removable);
    m_panel->addRun(runRow(1, state));
    m_panel->selectRun(1);
    QCOMPARE(action("removeRunAction")->isEnabled(), removable);
    QVERIFY(action("showCurvesAction")->isEnabled());
    QVERIFY(action("useSettingsAction")->isEnabled());
}

void RunsPanelTest::contextMenu()
{
    for (int number = 1; number <= 3; ++number)
        m_panel->addRun(runRow(number, RunState::Finished));
    auto *menu = m_panel->findChild<QMenu *>(QStringLiteral("runsMenu"));
    QSignalSpy curves(m_panel.get(), &RunsPanel::showCurvesRequested);
    QSignalSpy settings(m_panel.get(), &RunsPanel::useSettingsRequested);
    QSignalSpy remove(m_panel.get(), &RunsPanel::removeRequested);
    const struct
    {
        const char *action;
        QSignalSpy &spy;
    } entries[] = {{"showCurvesAction", curves}, {"useSettingsAction", settings}, {"removeRunAction", remove}};
    for (const auto &entry : entries) {
        // The right button selects the run under it and opens the menu there.
        QTest::mouseClick(m_view->viewport(), Qt::RightButton, {}, centerOf(2));
        Q_EMIT m_view->customContextMenuRequested(centerOf(2));
        QVERIFY(menu->isVisible());
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action(entry.action)).center());
        QTRY_COMPARE(entry.spy.count(), 1);
        QCOMPARE(entry.spy.at(0).at(0), &entry.spy == &remove ? QVariant::fromValue(QList<int>{2}) : QVariant(2));
        QVERIFY(!menu->isVisible());
    }
    // Beside the rows there is no menu.
    Q_EMIT m_view->customContextMenuRequested(m_view->viewport()->rect().bottomLeft());
    QVERIFY(!menu->isVisible());
}

void RunsPanelTest::menuFollowsTheState()
{
    m_panel->addRun(runRow(1, RunState::Training));
    m_panel->selectRun(1);
    QVERIFY(!action("removeRunAction")->isEnabled());
    m_panel->updateRun(runRow(1, RunState::Stopped));
    QVERIFY(action("removeRunAction")->isEnabled());
    m_panel->removeRun(1);
    QVERIFY(!action("removeRunAction")->isEnabled());
    QVERIFY(!action("showCurvesAction")->isEnabled());
}

void RunsPanelTest::toolTipNamesWhatDiffers()
{
    Experiment preset;
    preset.architecture.convBlocks = {ConvBlock(), ConvBlock()};
    preset.architecture.hiddenLayers = {HiddenLayer()};
    Experiment experiment = preset;
    QVERIFY(settingsThatDiffer(experiment, preset).isEmpty());

    experiment.name = QStringLiteral("another name is no difference");
    experiment.training.momentum = 0.5; // Adam knows no momentum
    QVERIFY(settingsThatDiffer(experiment, preset).isEmpty());
    experiment.training.learningRate = 0.02;
    experiment.training.optimizer = Optimizer::Sgd;
    experiment.architecture.convBlocks[1].filters = 48;
    experiment.architecture.convBlocks[0].batchNorm = true;
    experiment.architecture.hiddenLayers.push_back(HiddenLayer());
    const QStringList differences = settingsThatDiffer(experiment, preset);
    QCOMPARE(differences.size(), 5);
    QVERIFY(differences.filter(QLocale().toString(0.02)).size() == 1);
    QVERIFY(differences.filter(QStringLiteral("48")).size() == 1);

    RunRow run = runRow(1, RunState::Diverged);
    run.reason = QStringLiteral("a < b");
    run.experiment = experiment;
    run.preset = preset;
    m_panel->addRun(run);
    const QString toolTip = m_panel->model()->index(0).data(Qt::ToolTipRole).toString();
    for (const QString &line : differences)
        QVERIFY(toolTip.contains(line.toHtmlEscaped()));
    QVERIFY(toolTip.contains(QStringLiteral("a &lt; b")));
}

void RunsPanelTest::everyStateHasWordsAndIcon()
{
    std::set<QString> words;
    for (int state = int(RunState::Idle); state <= int(RunState::Elsewhere); ++state) {
        words.insert(RunListModel::stateText(RunState(state), 3, 5));
        QVERIFY(!themedIcon(RunListDelegate::stateIconName(RunState(state))).isNull());
    }
    QCOMPARE(words.size(), std::size_t(9));
    m_panel->addRun(runRow(1, RunState::Finished));
    const QString spoken = m_panel->model()->index(0).data(Qt::AccessibleTextRole).toString();
    QVERIFY(spoken.contains(QLocale().toString(91.4, 'f', 1)));
    QVERIFY(spoken.contains(RunListModel::stateText(RunState::Finished, 3, 5)));
}

void RunsPanelTest::unfoldedDetailsGetHalf()
{
    m_panel->resize(240, 700);
    QTest::mouseClick(m_panel->findChild<QToolButton *>(QStringLiteral("runDetailsHeader")), Qt::LeftButton);
    const auto *area = m_panel->findChild<QWidget *>(QStringLiteral("runDetailsArea"));
    QTRY_VERIFY(area->isVisible() && area->height() > 250);
    QTest::mouseClick(m_panel->findChild<QToolButton *>(QStringLiteral("runDetailsHeader")), Qt::LeftButton);
    QTRY_VERIFY(m_panel->findChild<QListView *>(QStringLiteral("runsView"))->parentWidget()->height() > 550);
}

void RunsPanelTest::paintsThirtyRuns_data()
{
    QTest::addColumn<int>("width");
    QTest::newRow("narrow") << 220;
    QTest::newRow("wide") << 300;
}

void RunsPanelTest::paintsThirtyRuns()
{
    QFETCH(const int, width);
    m_panel->resize(width, 500);
    for (int number = 1; number <= 30; ++number)
        m_panel->addRun(runRow(number, RunState(1 + number % 6)));
    QCOMPARE(m_panel->width(), width);
    // All rows fit the width; the list scrolls down only.
    const QRect row = m_view->visualRect(m_view->model()->index(0, 0));
    QCOMPARE(row.width(), m_view->viewport()->width());
    m_view->scrollToBottom();
    QVERIFY(m_view->viewport()->rect().contains(m_view->visualRect(m_view->model()->index(29, 0)).center()));
    // The state's colour is in the picture of its row.
    m_panel->updateRun(runRow(1, RunState::Finished));
    const QRect last = m_view->visualRect(m_view->model()->index(29, 0));
    const QImage image = m_view->viewport()->grab(last).toImage();
    const QRgb green = RunListDelegate::stateColor(RunState::Finished, m_view->palette()).rgb();
    int found = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            found += image.pixel(x, y) == green;
    }
    QVERIFY(found > 20);
}

QTEST_MAIN(RunsPanelTest)
#include "tst_runspanel.moc"
