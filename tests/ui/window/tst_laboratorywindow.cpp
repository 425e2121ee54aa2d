// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/datafolder.h"
#include "core/runs/runrecorder.h"
#include "core/runs/runstore.h"
#include "core/training/engineloader.h"
#include "tests/support/idxwriter.h"
#include "ui/models/runlistmodel.h"
#include "ui/views/messagebar.h"
#include "ui/window/mainwindow.h"
#include "ui/window/runspanel.h"

#include <QAction>
#include <QApplication>
#include <QInputDialog>
#include <QListView>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest>

#include <bit>
#include <csignal>
#include <type_traits>

#include <sys/resource.h>

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

/// While it lives, no file of this process may grow beyond 4 KB: as a full disk, without being root.
class FullDisk
{
public:
    FullDisk()
        : m_handler(std::signal(SIGXFSZ, SIG_IGN))
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small{4096, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~FullDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

private:
    rlimit m_before{};
    void (*m_handler)(int);
};

/// Stops the training after the first epoch.
class StopAfterEpoch : public TrainingSink
{
public:
    explicit StopAfterEpoch(RunControl &control)
        : m_control(control)
    {
    }
    void started(const RunStarted &) override {}
    void batchTrained(const BatchPoint &) override {}
    void eventHappened(const RunEvent &) override {}
    void epochFinished(const EpochReport &) override { m_control.requestStop(); }

private:
    RunControl &m_control;
};

/// Answers the next question of that kind.
template<typename Value>
void answer(const Value &value)
{
    QTimer::singleShot(0, qApp, [value] {
        auto *box = qobject_cast<QInputDialog *>(QApplication::activeModalWidget());
        QVERIFY(box);
        if constexpr (std::is_same_v<Value, int>) {
            box->setIntValue(value);
        } else {
            box->setTextValue(value);
        }
        box->accept();
    });
}

void compareHistories(const RunHistory &history, const RunHistory &expected)
{
    std::vector<BatchPoint> points;
    std::vector<BatchPoint> expectedPoints;
    history.readBatches(0, points);
    expected.readBatches(0, expectedPoints);
    QCOMPARE(points.size(), expectedPoints.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        QCOMPARE(std::bit_cast<quint32>(points[i].loss), std::bit_cast<quint32>(expectedPoints[i].loss));
    }
    QCOMPARE(history.epochCount(), expected.epochCount());
    for (std::size_t i = 0; i < history.epochCount(); ++i) {
        QCOMPARE(history.epochs()[i].testLoss, expected.epochs()[i].testLoss);
        QCOMPARE(history.epochs()[i].trainLoss, expected.epochs()[i].trainLoss);
        QCOMPARE(history.epochs()[i].testAccuracy, expected.epochs()[i].testAccuracy);
    }
}

} // namespace

/// The real window with a laboratory of its own: what is kept, and what goes on.
class TestLaboratoryWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void aRunIsListedAgainWithItsCurves();
    void aStoppedRunGoesOnWithTheSameNumbers();
    void aFinishedRunGetsMoreEpochs();
    void anInterruptedRunIsOffered();
    void otherPicturesAreRefused();
    void deletedRunsComeBackWithUndo();
    void deletedRunsStayAway();
    void aNewNameIsKept();
    void aFullDiskIsSaidUntilAllIsSaved();
    void withoutALaboratoryTheWindowTrains_data();
    void withoutALaboratoryTheWindowTrains();

private:
    void open(const QString &laboratory = {});
    void close();
    void train(int epochs);
    TrainingRun *run(int number) { return m_window->session().run(number); }
    void select(int number);
    void trigger(const char *name);
    QStringList messages() { return m_window->findChild<MessageBar *>()->texts(); }
    RunListModel *model() { return m_window->findChild<RunsPanel *>()->model(); }
    QString file() const { return m_laboratory->filePath(QStringLiteral("laboratory.sqlite")); }
    QString dataFolder() const { return m_data.filePath(QStringLiteral("data")); }

    QTemporaryDir m_data;
    std::unique_ptr<QTemporaryDir> m_laboratory;
    Language m_language;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<MainWindow> m_window;
};

void TestLaboratoryWindow::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("ConvScope"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_laboratorywindow"));
    test::writeDataset(dataFolder(), *test::barsDataset(320, 100));
    m_appearance = std::make_unique<Appearance>(*qApp);
    m_language.choose(QStringLiteral("en"));
}

void TestLaboratoryWindow::init()
{
    QSettings().clear();
    m_laboratory = std::make_unique<QTemporaryDir>();
    QVERIFY(m_laboratory->isValid());
}

void TestLaboratoryWindow::cleanup()
{
    close();
}

void TestLaboratoryWindow::open(const QString &laboratory)
{
    m_window = std::make_unique<MainWindow>(m_language, *m_appearance);
    m_window->show();
    Session &session = m_window->session();
    session.openLaboratory(laboratory.isEmpty() ? file() : laboratory);
    session.loadData(dataFolder());
    session.loadEngine();
    QTRY_VERIFY_WITH_TIMEOUT(session.startProblem().isEmpty(), patience);
}

void TestLaboratoryWindow::close()
{
    if (m_window) {
        m_window->closeWithoutAsking();
        m_window.reset();
    }
}

/// A run that is trained to its end.
void TestLaboratoryWindow::train(int epochs)
{
    m_window->setExperiment(smallExperiment(epochs));
    m_window->start();
    TrainingRun *active = m_window->session().activeRun();
    QVERIFY(active);
    QTRY_COMPARE_WITH_TIMEOUT(active->state(), RunState::Finished, patience);
}

void TestLaboratoryWindow::select(int number)
{
    auto *view = m_window->findChild<QListView *>(QStringLiteral("runsView"));
    view->setCurrentIndex(m_window->findChild<RunsPanel *>()->shownIndexOf(number));
    QTRY_VERIFY_WITH_TIMEOUT(!run(number)->unread(), patience);
}

void TestLaboratoryWindow::trigger(const char *name)
{
    auto *action = m_window->findChild<QAction *>(QLatin1String(name));
    QVERIFY(action);
    QTRY_VERIFY2_WITH_TIMEOUT(action->isEnabled(), name, patience);
    action->trigger();
}

void TestLaboratoryWindow::aRunIsListedAgainWithItsCurves()
{
    open();
    train(3);
    train(2);
    const std::shared_ptr<const RunHistory> before = run(1)->history();
    QVERIFY(m_window->close()); // nothing is lost: no question
    m_window.reset();

    open();
    QCOMPARE(model()->rowCount(), 2);
    const QModelIndex row = model()->indexOf(1);
    QCOMPARE(row.row(), 1); // the newest is on top
    QCOMPARE(row.data(RunListModel::StateRole).toInt(), int(RunState::Finished));
    QCOMPARE(row.data(RunListModel::EpochRole).toInt(), 3);
    QCOMPARE(row.data(RunListModel::LastAccuracyRole).toDouble(), before->lastTestAccuracy());
    QVERIFY(run(1)->unread());
    select(1);
    compareHistories(*run(1)->history(), *before);
    QCOMPARE(m_window->findChild<QTableView *>(QStringLiteral("epochTable"))->model()->rowCount(), 3);
    QCOMPARE(run(1)->experiment(), smallExperiment(3));
    QCOMPARE(model()->indexOf(1).data(RunListModel::BestAccuracyRole).toDouble(), before->bestTestAccuracy());
}

void TestLaboratoryWindow::aStoppedRunGoesOnWithTheSameNumbers()
{
    open();
    train(3);
    m_window->start(RunControl::Begin::OneEpoch);
    QTRY_COMPARE_WITH_TIMEOUT(run(2)->state(), RunState::Paused, patience);
    close();

    open();
    QCOMPARE(run(2)->state(), RunState::Stopped);
    QCOMPARE(model()->indexOf(2).data(RunListModel::EpochRole).toInt(), 1);
    select(1);
    select(2);
    trigger("continueRunAction");
    QTRY_COMPARE_WITH_TIMEOUT(run(2)->state(), RunState::Finished, patience);
    compareHistories(*run(2)->history(), *run(1)->history());
    QCOMPARE(model()->rowCount(), 2);
    close();

    open(); // and so it is kept
    QCOMPARE(run(2)->state(), RunState::Finished);
    select(1);
    select(2);
    compareHistories(*run(2)->history(), *run(1)->history());
}

void TestLaboratoryWindow::aFinishedRunGetsMoreEpochs()
{
    open();
    train(3);
    train(1);
    answer(3);
    trigger("continueRunAction");
    QTRY_VERIFY_WITH_TIMEOUT(m_window->session().activeRun() || run(2)->experiment().training.epochs == 3, patience);
    QTRY_COMPARE_WITH_TIMEOUT(run(2)->state(), RunState::Finished, patience);
    compareHistories(*run(2)->history(), *run(1)->history());
}

void TestLaboratoryWindow::anInterruptedRunIsOffered()
{
    open();
    train(3);
    close();
    {
        RecordingTarget target = RunStore::newTarget(dataFolder());
        target.owner = QStringLiteral("gone");
        RunControl control;
        StopAfterEpoch sink(control);
        RunRecorder recorder(file(), target, sink, {});
        const DatasetPtr data = loadDataset(dataFolder()).value();
        loadEngine().value()->train(smallExperiment(3), *data, recorder, control);
    } // without an end: as if the program had been killed

    open();
    QCOMPARE(run(2)->state(), RunState::Interrupted);
    QVERIFY(messages().value(0).contains(QStringLiteral("interrupted")));
    auto *button = m_window->findChild<QPushButton *>(QStringLiteral("continueOfferedButton"));
    QVERIFY(button);
    QTRY_VERIFY_WITH_TIMEOUT(button->isEnabled(), patience);
    button->click();
    QTRY_COMPARE_WITH_TIMEOUT(run(2)->state(), RunState::Finished, patience);
    QCOMPARE(messages(), QStringList());
    select(1);
    compareHistories(*run(2)->history(), *run(1)->history());
}

void TestLaboratoryWindow::otherPicturesAreRefused()
{
    open();
    train(1);
    const QString other = m_data.filePath(QStringLiteral("other"));
    test::writeDataset(other, *test::barsDataset(330, 100));
    m_window->session().loadData(other);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->session().data()->folder == other, patience);
    answer(2);
    trigger("continueRunAction");
    QTRY_COMPARE(messages().size(), 1);
    QVERIFY2(messages().first().contains(other), qPrintable(messages().first()));
    QCOMPARE(run(1)->state(), RunState::Finished);
    QCOMPARE(run(1)->history()->epochCount(), std::size_t(1));
}

void TestLaboratoryWindow::deletedRunsComeBackWithUndo()
{
    open();
    train(1);
    train(1);
    select(1);
    trigger("removeRunAction");
    QTRY_COMPARE_WITH_TIMEOUT(model()->rowCount(), 1, patience);
    QVERIFY(!run(1));
    auto *undo = m_window->findChild<QPushButton *>(QStringLiteral("undoDeleteButton"));
    QVERIFY(undo);
    undo->click();
    QTRY_COMPARE_WITH_TIMEOUT(model()->rowCount(), 2, patience);
    QCOMPARE(model()->indexOf(1).row(), 1);
    close();
    open();
    QCOMPARE(model()->rowCount(), 2);
}

void TestLaboratoryWindow::deletedRunsStayAway()
{
    open();
    train(1);
    train(2);
    select(1);
    trigger("removeRunAction");
    QTRY_COMPARE_WITH_TIMEOUT(model()->rowCount(), 1, patience);
    close();
    open();
    QCOMPARE(model()->rowCount(), 1);
    QCOMPARE(run(1)->experiment().training.epochs, 2);
    QCOMPARE(RunStore::open(file()).value()->trash().value().runs.size(), std::size_t(1));
}

void TestLaboratoryWindow::aNewNameIsKept()
{
    open();
    train(1);
    answer(QStringLiteral("My first"));
    trigger("renameRunAction");
    QCOMPARE(model()->index(0).data(RunListModel::NameRole).toString(), QStringLiteral("My first"));
    const auto storedName = [this] { return RunStore::open(file()).value()->runs().value().runs.front().name; };
    QTRY_COMPARE_WITH_TIMEOUT(storedName(), QStringLiteral("My first"), patience);
    close();
    open();
    QCOMPARE(model()->index(0).data(RunListModel::NameRole).toString(), QStringLiteral("My first"));
}

void TestLaboratoryWindow::aFullDiskIsSaidUntilAllIsSaved()
{
    open();
    {
        const FullDisk full;
        train(3);
        QTRY_COMPARE_WITH_TIMEOUT(messages().size(), 1, patience);
        QVERIFY2(messages().first().contains(QStringLiteral("can't be saved")), qPrintable(messages().first()));
        QVERIFY(!m_window->session().recordingTrouble().isEmpty());
    }
    QTRY_COMPARE_WITH_TIMEOUT(messages().size(), 0, patience);
    QVERIFY(m_window->session().recordingTrouble().isEmpty());
    const std::shared_ptr<const RunHistory> before = run(1)->history();
    close();
    open();
    select(1);
    compareHistories(*run(1)->history(), *before);
}

void TestLaboratoryWindow::withoutALaboratoryTheWindowTrains_data()
{
    QTest::addColumn<bool>("isFolder");
    QTest::newRow("a folder") << true;
    QTest::newRow("garbage") << false;
}

void TestLaboratoryWindow::withoutALaboratoryTheWindowTrains()
{
    QFETCH(const bool, isFolder);
    const QByteArray garbage(10000, 'x');
    if (isFolder) {
        QVERIFY(QDir().mkpath(file()));
    } else {
        test::writeFile(file(), garbage);
    }
    open();
    QCOMPARE(messages().size(), 1);
    QVERIFY2(messages().first().contains(QDir::toNativeSeparators(file())), qPrintable(messages().first()));
    train(1);
    QVERIFY(run(1)->id().isEmpty());
    QCOMPARE(m_window->session().unkeptRunCount(), 1);
    QVERIFY(!m_window->findChild<QAction *>(QStringLiteral("continueRunAction"))->isEnabled());
    if (!isFolder) {
        QFile untouched(file());
        QVERIFY(untouched.open(QIODevice::ReadOnly));
        QCOMPARE(untouched.readAll(), garbage);
    }
}

QTEST_MAIN(TestLaboratoryWindow)
#include "tst_laboratorywindow.moc"
