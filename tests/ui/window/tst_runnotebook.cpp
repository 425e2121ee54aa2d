// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/runstore.h"
#include "tests/support/idxwriter.h"
#include "ui/models/runlistmodel.h"
#include "ui/views/messagebar.h"
#include "ui/window/fileopener.h"
#include "ui/window/mainwindow.h"
#include "ui/window/queuebox.h"
#include "ui/window/queuehelper.h"
#include "ui/window/queuetrainer.h"
#include "ui/window/rundetails.h"
#include "ui/window/runnotebook.h"
#include "ui/window/runspanel.h"
#include "ui/window/trashbox.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QInputDialog>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QThread>
#include <QToolButton>
#include <QTreeWidget>
#include <QtTest>

using namespace convscope;

namespace {

constexpr int patience = 60000; // milliseconds; far more than it takes

Experiment smallExperiment(const char *name, int epochs)
{
    Experiment experiment;
    experiment.name = QString::fromLatin1(name);
    experiment.architecture.hiddenLayers = {{8, Activation::Relu, 0.0}};
    experiment.training.batchSize = 32;
    experiment.training.epochs = epochs;
    experiment.training.threads = 1;
    return experiment;
}

} // namespace

/// The real window with a laboratory: what is written on runs, found again, thrown away, branched, repeated, and what waits.
class TestRunNotebook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void tagsNotesAndFavouritesAreKeptAndFound();
    void ofTwoChangesTheLaterOneStays();
    void severalAreDeletedAndComeBack();
    void trashIsEmptied();
    void runsOfOtherProgramsAppear();
    void aBranchNamesItsParent();
    void aRepeatHasTheSameNumbers();
    void aFileIsDropped();
    void theQueueIsTrained();
    void twoAtOnce();
    void thinningAsksFirst();
    void aWholeLaboratoryIsImported();

private:
    void open();
    void train(const char *name, int epochs);
    TrainingRun *run(int number) { return m_window->session().run(number); }
    RunsPanel *panel() { return m_window->findChild<RunsPanel *>(); }
    QListView *view() { return m_window->findChild<QListView *>(QStringLiteral("runsView")); }
    QAbstractItemModel *shown() { return view()->model(); }
    template<typename Widget>
    Widget *child(const char *name) { return m_window->findChild<Widget *>(QLatin1String(name)); }
    QString file() const { return m_folder->filePath(QStringLiteral("laboratory.sqlite")); }
    std::unique_ptr<RunStore> store() const { return std::move(RunStore::open(file())).value(); }
    bool says(const QString &part) { return m_window->findChild<MessageBar *>()->texts().join(QLatin1Char('\n')).contains(part); }

    QTemporaryDir m_data;
    std::unique_ptr<QTemporaryDir> m_folder;
    Language m_language;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<MainWindow> m_window;
};

void TestRunNotebook::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("ConvScope"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_runnotebook"));
    test::writeDataset(m_data.filePath(QStringLiteral("data")), *test::barsDataset(160, 60));
    m_appearance = std::make_unique<Appearance>(*qApp);
    m_language.choose(QStringLiteral("en"));
}

void TestRunNotebook::init()
{
    QSettings().clear();
    m_folder = std::make_unique<QTemporaryDir>();
    open();
}

void TestRunNotebook::cleanup()
{
    m_window->closeWithoutAsking();
    m_window.reset();
}

void TestRunNotebook::open()
{
    m_window = std::make_unique<MainWindow>(m_language, *m_appearance);
    m_window->show();
    m_window->session().openLaboratory(file());
    m_window->session().loadData(m_data.filePath(QStringLiteral("data")));
    m_window->session().loadEngine();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->session().startProblem().isEmpty(), patience);
}

void TestRunNotebook::train(const char *name, int epochs)
{
    m_window->setExperiment(smallExperiment(name, epochs));
    m_window->start();
    TrainingRun *active = m_window->session().activeRun();
    QVERIFY(active);
    QTRY_COMPARE_WITH_TIMEOUT(active->state(), RunState::Finished, patience);
    QVERIFY(m_window->session().finishRecording(active->number()));
}

void TestRunNotebook::tagsNotesAndFavouritesAreKeptAndFound()
{
    train("first", 1);
    train("second", 1);
    panel()->details()->setExpanded(true);
    view()->setCurrentIndex(panel()->shownIndexOf(1));
    auto *tags = child<QLineEdit>("runTags");
    auto *note = child<QPlainTextEdit>("runNote");
    tags->setFocus();
    tags->setText(QStringLiteral(" lesson one,, dropout , Lesson One"));
    QTest::keyClick(tags, Qt::Key_Return);
    note->setFocus();
    QTest::keyClicks(note, QStringLiteral("It learned the bars."));
    tags->setFocus(); // done with writing
    QTRY_COMPARE_WITH_TIMEOUT(store()->run(run(1)->id()).value().note, QStringLiteral("It learned the bars."), patience);
    QCOMPARE(store()->run(run(1)->id()).value().tags, (QStringList{QStringLiteral("lesson one"), QStringLiteral("dropout")}));
    child<QAction>("favouriteRunAction")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(store()->run(run(1)->id()).value().favourite, patience);
    auto *search = child<QLineEdit>("runSearch");
    QTest::keyClicks(search, QStringLiteral("BARS lesson"));
    QCOMPARE(shown()->rowCount(), 1);
    QCOMPARE(shown()->index(0, 0).data(RunListModel::NameRole).toString(), QStringLiteral("first"));
    search->clear();
    QCOMPARE(shown()->rowCount(), 2);
    child<QToolButton>("runFavourites")->click();
    QCOMPARE(shown()->rowCount(), 1);
    child<QToolButton>("runFavourites")->click();
    QTRY_VERIFY_WITH_TIMEOUT(panel()->details()->findChild<QPlainTextEdit *>(QStringLiteral("runSettings"))->toPlainText().contains(QStringLiteral("Batch size: 32")), patience);
}

/// Written in the background, one after the other: a note and the star that follows at once are both whole rows.
void TestRunNotebook::ofTwoChangesTheLaterOneStays()
{
    train("first", 1);
    const QString id = run(1)->id();
    std::vector<QFuture<QString>> writes;
    for (int i = 1; i <= 40; ++i) {
        writes.push_back(m_window->session().laboratory()->setLabels(id, {QString::number(i), {}, false}));
    }
    for (const QFuture<QString> &write : writes) {
        QCOMPARE(write.result(), QString());
    }
    QCOMPARE(store()->run(id).value().note, QStringLiteral("40"));
}

void TestRunNotebook::severalAreDeletedAndComeBack()
{
    train("a", 1);
    train("b", 1);
    train("c", 1);
    view()->setFocus();
    view()->selectionModel()->select(panel()->shownIndexOf(1), QItemSelectionModel::ClearAndSelect);
    view()->selectionModel()->select(panel()->shownIndexOf(3), QItemSelectionModel::Select);
    QCOMPARE(panel()->selectedRuns(), (QList<int>{3, 1}));
    child<QAction>("removeRunAction")->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(shown()->rowCount(), 1, patience);
    QCOMPARE(store()->trash().value().runs.size(), std::size_t(2));
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("2 runs were deleted.")), patience);
    child<QAction>("undoDelete")->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(shown()->rowCount(), 3, patience);
    QCOMPARE(store()->trash().value().runs.size(), std::size_t(0));
}

void TestRunNotebook::trashIsEmptied()
{
    train("kept", 1);
    train("gone", 1);
    train("back", 1);
    for (const int number : {2, 3}) {
        Q_EMIT panel()->removeRequested({number});
        QTRY_VERIFY_WITH_TIMEOUT(!run(number), patience);
    }
    child<QToolButton>("runTrash")->click();
    auto *box = m_window->findChild<TrashBox *>();
    QVERIFY(box);
    auto *list = box->findChild<QTreeWidget *>(QStringLiteral("trashList"));
    QTRY_COMPARE_WITH_TIMEOUT(list->topLevelItemCount(), 2, patience);
    list->setCurrentItem(list->findItems(QStringLiteral("back"), Qt::MatchExactly).first());
    box->findChild<QPushButton *>(QStringLiteral("trashRestore"))->click();
    QTRY_COMPARE_WITH_TIMEOUT(shown()->rowCount(), 2, patience);
    QVERIFY(run(3));
    QTRY_COMPARE_WITH_TIMEOUT(list->topLevelItemCount(), 1, patience);
    QTimer::singleShot(0, qApp, [] {
        auto *question = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        QVERIFY(question);
        question->button(QMessageBox::Yes)->click();
    });
    box->findChild<QPushButton *>(QStringLiteral("trashEmpty"))->click();
    QTRY_COMPARE_WITH_TIMEOUT(list->topLevelItemCount(), 0, patience);
    QCOMPARE(store()->trash().value().runs.size(), std::size_t(0));
    QCOMPARE(store()->runs().value().runs.size(), std::size_t(2));
    box->close();
}

void TestRunNotebook::runsOfOtherProgramsAppear()
{
    train("ours", 1);
    const QString id = run(1)->id();
    const QString exported = m_folder->filePath(QStringLiteral("run.convscope"));
    QCOMPARE(store()->exportRun(id, exported), QString());
    Q_EMIT panel()->removeRequested({1});
    QTRY_VERIFY_WITH_TIMEOUT(!run(1), patience);
    QCOMPARE(store()->erase(id), QString());
    QVERIFY(store()->importRun(exported)); // as another program does
    QTRY_COMPARE_WITH_TIMEOUT(shown()->rowCount(), 1, patience);
    QCOMPARE(store()->rename(id, QStringLiteral("renamed elsewhere")), QString());
    QTRY_COMPARE_WITH_TIMEOUT(shown()->index(0, 0).data(RunListModel::NameRole).toString(), QStringLiteral("renamed elsewhere"), patience);
}

void TestRunNotebook::aBranchNamesItsParent()
{
    train("parent", 3);
    Experiment wanted = smallExperiment("parent", 4);
    wanted.training.learningRate = 0.0005;
    m_window->setExperiment(wanted);
    // The question comes when the laboratory has answered, and has an event loop of its own.
    QTimer asked;
    connect(&asked, &QTimer::timeout, this, [&asked] {
        if (auto *question = qobject_cast<QInputDialog *>(QApplication::activeModalWidget())) {
            asked.stop();
            QVERIFY(question->comboBoxItems().first().startsWith(QStringLiteral("After epoch 3")));
            question->accept();
        }
    });
    asked.start(10);
    view()->setCurrentIndex(panel()->shownIndexOf(1));
    child<QAction>("branchRunAction")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(run(2) && run(2)->state() == RunState::Finished, patience);
    QCOMPARE(run(2)->parentRun(), run(1)->id());
    QCOMPARE(run(2)->history()->epochCount(), std::size_t(4));
    QCOMPARE(run(2)->history()->epochs()[2].testLoss, run(1)->history()->epochs()[2].testLoss);
    QCOMPARE(m_window->session().parentText(*run(2)), QStringLiteral("parent, after 15 batches"));
    QVERIFY(m_window->session().finishRecording(2));
    QCOMPARE(store()->run(run(2)->id()).value().parent, run(1)->id());
}

void TestRunNotebook::aRepeatHasTheSameNumbers()
{
    train("once", 2);
    panel()->details()->setExpanded(true);
    child<QPushButton>("runRepeat")->click();
    QTRY_VERIFY_WITH_TIMEOUT(run(2) && run(2)->state() == RunState::Finished, patience);
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("the same numbers as run 1")), patience);
}

void TestRunNotebook::aFileIsDropped()
{
    train("travels", 1);
    const QString exported = m_folder->filePath(QStringLiteral("una ejecución.convscope"));
    QCOMPARE(store()->exportRun(run(1)->id(), exported), QString());
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(exported), QUrl(QStringLiteral("https://example.org/x.convscope"))});
    QCOMPARE(FileOpener::filesIn(data), QStringList{exported});
    m_window->notebook().importFiles({exported});
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("This run is here already")), patience);
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &drop);
    QVERIFY(drop.isAccepted());
}

void TestRunNotebook::theQueueIsTrained()
{
    child<QToolButton>("runQueue")->click();
    auto *box = m_window->findChild<QueueBox *>();
    QVERIFY(box);
    auto *list = box->findChild<QTreeWidget *>(QStringLiteral("queueList"));
    const char *names[] = {"one", "two", "three"};
    for (int i = 0; i < 3; ++i) {
        m_window->setExperiment(smallExperiment(names[i], 1));
        box->findChild<QPushButton *>(QStringLiteral("queueAdd"))->click();
        QTRY_COMPARE_WITH_TIMEOUT(list->topLevelItemCount(), i + 1, patience);
    }
    list->setCurrentItem(list->topLevelItem(2));
    box->findChild<QPushButton *>(QStringLiteral("queueUp"))->click();
    QTRY_COMPARE_WITH_TIMEOUT(list->topLevelItem(1)->text(0), QStringLiteral("three"), patience);
    list->setCurrentItem(list->topLevelItem(2));
    box->findChild<QPushButton *>(QStringLiteral("queueSkip"))->click();
    QTRY_COMPARE_WITH_TIMEOUT(list->topLevelItem(2)->text(1), QStringLiteral("skipped"), patience);
    box->findChild<QCheckBox *>(QStringLiteral("queueOn"))->click();
    QTRY_VERIFY_WITH_TIMEOUT(run(2) && run(2)->state() == RunState::Finished, patience);
    QCOMPARE(run(1)->name(), QStringLiteral("one"));
    QCOMPARE(run(2)->name(), QStringLiteral("three"));
    QTRY_COMPARE_WITH_TIMEOUT(list->topLevelItemCount(), 1, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!box->findChild<QCheckBox *>(QStringLiteral("queueOn"))->isChecked(), patience);
    QVERIFY(!run(3));
    box->close();
}

void TestRunNotebook::twoAtOnce()
{
    const QString program = qEnvironmentVariable("CONVSCOPE_PROGRAM");
    if (!QFileInfo(program).isExecutable() || QThread::idealThreadCount() < 2) {
        QSKIP("it takes the program and two cores");
    }
    child<QToolButton>("runQueue")->click();
    auto *box = m_window->findChild<QueueBox *>();
    auto *trainer = m_window->findChild<QueueTrainer *>();
    trainer->helper().setProgram(program);
    auto *list = box->findChild<QTreeWidget *>(QStringLiteral("queueList"));
    for (int i = 0; i < 4; ++i) {
        QCOMPARE(m_window->session().laboratory()->enqueue(smallExperiment("x", 40)).result(), QString());
    }
    box->findChild<QCheckBox *>(QStringLiteral("queueTwo"))->click();
    box->findChild<QCheckBox *>(QStringLiteral("queueOn"))->click();
    QVERIFY(trainer->helper().isRunning());
    QTRY_COMPARE_WITH_TIMEOUT(store()->queue().value().entries.size(), std::size_t(0), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!trainer->helper().isRunning(), patience);
    const RunList trained = store()->runs().value();
    QCOMPARE(trained.runs.size(), std::size_t(4));
    for (const RunRecord &record : trained.runs) {
        QTRY_COMPARE_WITH_TIMEOUT(int(store()->run(record.id).value().state), int(RecordState::Finished), patience);
    }
    QTRY_COMPARE_WITH_TIMEOUT(shown()->rowCount(), 4, patience); // the helper's are listed, too
    QTRY_COMPARE_WITH_TIMEOUT(list->topLevelItemCount(), 0, patience);
    box->close();
}

void TestRunNotebook::thinningAsksFirst()
{
    train("long", 3);
    panel()->details()->setExpanded(true);
    view()->setCurrentIndex(panel()->shownIndexOf(1));
    const qint64 before = store()->diskUse(run(1)->id()).value();
    auto *thin = child<QPushButton>("runThin");
    QTRY_VERIFY_WITH_TIMEOUT(thin->isEnabled(), patience);
    for (const bool agrees : {false, true}) {
        QTimer asked;
        bool wasAsked = false;
        connect(&asked, &QTimer::timeout, this, [&] {
            if (auto *question = qobject_cast<QMessageBox *>(QApplication::activeModalWidget())) {
                asked.stop();
                wasAsked = true;
                QVERIFY(question->informativeText().contains(QStringLiteral("become free")));
                for (QAbstractButton *button : question->buttons()) {
                    if ((question->buttonRole(button) == QMessageBox::AcceptRole) == agrees) {
                        button->click();
                        return;
                    }
                }
            }
        });
        asked.start(10);
        thin->click();
        QTRY_VERIFY_WITH_TIMEOUT(wasAsked, patience);
        if (agrees) {
            QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("are free again")), patience);
        } else {
            QCOMPARE(store()->diskUse(run(1)->id()).value(), before);
        }
    }
    QVERIFY(store()->diskUse(run(1)->id()).value() < before);
    QCOMPARE(store()->load(run(1)->id()).value().problems, QStringList());
}

void TestRunNotebook::aWholeLaboratoryIsImported()
{
    train("one", 1);
    train("two", 1);
    const QString copy = m_folder->filePath(QStringLiteral("other machine.sqlite"));
    {
        const auto other = std::move(RunStore::open(copy)).value();
        QCOMPARE(other->importRuns(file()).value().ids.size(), 2);
    }
    const QString erased = run(1)->id();
    Q_EMIT panel()->removeRequested({1});
    QTRY_VERIFY_WITH_TIMEOUT(!run(1), patience);
    QCOMPARE(store()->erase(erased), QString());
    m_window->notebook().importFiles({copy});
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("1 run was added. 1 was here already.")), patience);
    QTRY_COMPARE_WITH_TIMEOUT(shown()->rowCount(), 2, patience);
    QVERIFY(store()->run(erased));
}

QTEST_MAIN(TestRunNotebook)
#include "tst_runnotebook.moc"
